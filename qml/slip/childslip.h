// A slip for a child: on the screen the child may hold, and on paper. In: a student's id, or the class. Out:
// the latest compliment and the one step in the child's language; sheets for a printer.
#pragma once

#include "livevalue.h"
#include "report/slipnotes.h"

#include <QVariantList>

namespace inkstep {

// The bank that comes with Inkstep, with its languages; read once.
const SkillPack &slipBank();

class ChildSlip : public INKSTEP_LIVE_VALUE(SlipNotes) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY parametersChanged)
    // Shown in place of the latest of its kind; empty: the latest.
    Q_PROPERTY(QString noteId READ noteId WRITE setNoteId NOTIFY parametersChanged)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString compliment READ compliment NOTIFY shownChanged)
    Q_PROPERTY(QString step READ step NOTIFY shownChanged)
    // {tag, name} of the languages there are words in, the child's first.
    Q_PROPERTY(QVariantList languages READ languages NOTIFY changed)
    // The one shown; empty while the words are shown as they were typed.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY shownChanged)

public:
    explicit ChildSlip(QObject *parent = nullptr);
    QString studentId() const { return idText(m_student); }
    void setStudentId(const QString &id);
    QString noteId() const { return m_note.isNull() ? QString() : idText(m_note); }
    void setNoteId(const QString &id);
    QString name() const { return value().name; }
    QString compliment() const { return value().slip(shownLanguage()).compliment; }
    QString step() const { return value().slip(shownLanguage()).step; }
    QVariantList languages() const;
    QString language() const;
    void setLanguage(const QString &tag);

signals:
    void parametersChanged();
    void shownChanged();

protected:
    KindSet kinds() const override;
    Query query() const override;

private:
    QString shownLanguage() const { return m_chosen.isEmpty() ? value().language() : m_chosen; }

    Id m_student;
    Id m_note;
    QString m_chosen;
};

} // namespace inkstep
