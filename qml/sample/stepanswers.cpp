#include "stepanswers.h"

#include "pagedetails.h"
#include "store/layout.h"

#include <QCoreApplication>
#include <algorithm>

namespace inkstep {

QString stepStateName(StepState state) {
    switch (state) {
    case StepState::Offered:
        return QCoreApplication::translate("inkstep::StepState", "offered");
    case StepState::TriedWithHelp:
        return QCoreApplication::translate("inkstep::StepState", "tried with help");
    case StepState::Alone:
        return QCoreApplication::translate("inkstep::StepState", "alone");
    case StepState::LetGo:
        return QCoreApplication::translate("inkstep::StepState", "let go");
    }
    return {};
}

void StepAnswers::setNoteId(const QString &id) {
    if (m_note == idFromText(id))
        return;
    m_note = idFromText(id);
    clear();
    emit noteIdChanged();
    rerun();
}

int StepAnswers::step() const {
    if (rows().empty())
        return static_cast<int>(StepState::Offered);
    Answer latest;
    latest.level = rows().front().level;
    latest.letGo = rows().front().letGo;
    return static_cast<int>(stepStateAfter(latest));
}

QString StepAnswers::nameOf(int step) const {
    return stepStateName(static_cast<StepState>(std::clamp(step, 0, 3)));
}

void StepAnswers::append(SupportLevel level, bool letGo, const QString &label) {
    if (!workspace() || !workspace()->notebook() || m_note.isNull())
        return;
    Answer answer;
    answer.id = workspace()->notebook()->store().makeId();
    answer.note = m_note;
    answer.at = workspace()->parts().clock.now();
    answer.level = level;
    answer.letGo = letGo;
    workspace()->perform(Edit(label).create(answer));
}

void StepAnswers::answer(int level) {
    append(static_cast<SupportLevel>(std::clamp(level, 0, 4)), false, tr("Answer next step"));
}

void StepAnswers::letGo() {
    append(SupportLevel::Alone, true, tr("Let go of next step"));
}

StepAnswers::Query StepAnswers::query() const {
    return [note = m_note, now = workspace()->parts().clock.now()](Database &db) {
        std::vector<AnswerRow> rows;
        static const std::string sql = "SELECT " + columnsOf<Answer>("a") +
                                       " FROM answer a WHERE a.note = ? AND a.deleted = 0 "
                                       "ORDER BY a.at DESC, a.made DESC";
        Statement &found = db.use(sql).with(note);
        while (found.step()) {
            const Answer answer = readRow<Answer>(found);
            rows.push_back({answer.id, answer.level, answer.letGo, dayName(answer.at, now)});
        }
        found.reset();
        return rows;
    };
}

const std::vector<StepAnswers::Role> &StepAnswers::roles() const {
    static const std::vector<Role> roles{
        {"answerId", [](const AnswerRow &r) { return QVariant(idText(r.id)); }},
        {"level", [](const AnswerRow &r) { return QVariant(static_cast<int>(r.level)); }},
        {"letGo", [](const AnswerRow &r) { return QVariant(r.letGo); }},
        {"day", [](const AnswerRow &r) { return QVariant(r.day); }},
    };
    return roles;
}

} // namespace inkstep
