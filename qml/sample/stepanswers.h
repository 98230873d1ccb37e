#pragma once

#include "livelist.h"
#include "model/entities.h"

namespace inkstep {

// One answer to a next step, as a row.
struct AnswerRow {
    Id id;
    SupportLevel level = SupportLevel::NotYet;
    bool letGo = false;
    QString day;
    bool operator==(const AnswerRow &) const = default;
};

// How a next step went, the newest first; answering it adds a row and never changes an old one.
class StepAnswers : public INKSTEP_LIVE_LIST(AnswerRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString noteId READ noteId WRITE setNoteId NOTIFY noteIdChanged)
    Q_PROPERTY(int step READ step NOTIFY stepChanged) // StepState
    Q_PROPERTY(QString stepName READ stepName NOTIFY stepChanged)
    Q_PROPERTY(int level READ level NOTIFY stepChanged) // of the newest answer, -1: none yet

public:
    using LiveList::LiveList;
    QString noteId() const { return m_note.isNull() ? QString() : idText(m_note); }
    void setNoteId(const QString &id);
    int step() const;
    QString stepName() const { return nameOf(step()); }
    int level() const { return rows().empty() ? -1 : static_cast<int>(rows().front().level); }

    Q_INVOKABLE void answer(int level);
    Q_INVOKABLE void letGo(); // the child does it without thinking: the step is over
    Q_INVOKABLE QString nameOf(int step) const;

signals:
    void noteIdChanged();
    void stepChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<Answer>(); }
    Query query() const override;
    void rowsChanged() override { emit stepChanged(); }

private:
    void append(SupportLevel level, bool letGo, const QString &label);
    Id m_note;
};

QString stepStateName(StepState state);

} // namespace inkstep
