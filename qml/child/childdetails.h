// One child: who it is, how the last step went, what was seen, what comes next. In: a student's id, a
// teacher's taps. Out: facts, lists and Edits.
#pragma once

#include "gradename.h"
#include "livevalue.h"
#include "model/entities.h"

namespace inkstep {

struct ChildFacts {
    Student student;
    Page lastPage; // null id: none yet
    std::optional<Moment> lastSeen;
    qint64 notesOnLast = 0;
    Note step; // the newest next step that was not let go; null id: none
    QString stepSkill;
    bool operator==(const ChildFacts &) const = default;
};

class ChildDetails : public INKSTEP_LIVE_VALUE(ChildFacts) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY studentIdChanged)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString grade READ grade NOTIFY changed)
    Q_PROPERTY(QString about READ about NOTIFY changed)       // home language and supports
    Q_PROPERTY(QString lastSeen READ lastSeen NOTIFY changed) // "today"; empty: not yet
    Q_PROPERTY(QString lastPageId READ lastPageId NOTIFY changed)
    // Where along the last page's margin the next note belongs, 0 to 1: under those that are there.
    Q_PROPERTY(double nextDown READ nextDown NOTIFY changed)
    Q_PROPERTY(int notesOnLast READ notesOnLast NOTIFY changed)
    Q_PROPERTY(QString stepId READ stepId NOTIFY changed)
    Q_PROPERTY(QString stepWords READ stepWords NOTIFY changed)
    Q_PROPERTY(QString stepSkill READ stepSkill NOTIFY changed)

public:
    using LiveValue::LiveValue;
    QString studentId() const { return idText(m_student); }
    void setStudentId(const QString &id);
    QString name() const { return value().student.name; }
    QString grade() const { return gradeName(value().student.grade); }
    QString about() const;
    QString lastSeen() const;
    QString lastPageId() const {
        return value().lastPage.id.isNull() ? QString() : idText(value().lastPage.id);
    }
    int notesOnLast() const { return static_cast<int>(value().notesOnLast); }
    QString stepId() const { return value().step.id.isNull() ? QString() : idText(value().step.id); }
    QString stepWords() const;
    QString stepSkill() const { return value().stepSkill; }
    double nextDown() const;

signals:
    void studentIdChanged();

protected:
    KindSet kinds() const override;
    Query query() const override;

private:
    Id m_student;
};

} // namespace inkstep
