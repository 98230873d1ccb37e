#pragma once

#include "livevalue.h"
#include "practice/checkbacks.h"

#include <QVariantList>
#include <vector>

namespace inkstep {

struct CheckBackGround {
    QString name;       // of the student
    QString step;       // the words of the open step
    QStringList taught; // names of skills that are taught now, in the sheet's order
    std::optional<WorkBlock> block;
    bool operator==(const CheckBackGround &) const = default;
};

// What there is to expect of a student, and the making of a check-back.
class CheckBackMaker : public INKSTEP_LIVE_VALUE(CheckBackGround) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY studentIdChanged)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    // {words, from}: the open step first ("step"), then skills taught now ("skill"), then ready ones
    // ("ready").
    Q_PROPERTY(QVariantList expectations READ expectations NOTIFY changed)

public:
    using LiveValue::LiveValue;
    QString studentId() const { return m_student.isNull() ? QString() : idText(m_student); }
    void setStudentId(const QString &id);
    QString name() const { return value().name; }
    QVariantList expectations() const;

    // Until the running block ends; 0: none runs.
    Q_INVOKABLE int minutesToEnd() const;
    // The same for several students, as one Edit. 1 to 240 minutes from now; empty words set nothing.
    Q_INVOKABLE void set(const QStringList &students, const QString &words, int minutes);

signals:
    void studentIdChanged();

protected:
    KindSet kinds() const override;
    Query query() const override;

private:
    Id m_student;
};

} // namespace inkstep
