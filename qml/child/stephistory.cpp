#include "stephistory.h"

#include "base/hybridtime.h"
#include "pagedetails.h"
#include "stepanswers.h"
#include "store/layout.h"

#include <algorithm>

namespace inkstep {

void StepHistory::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    m_student = idFromText(id);
    clear();
    emit studentIdChanged();
    rerun();
}

KindSet StepHistory::kinds() const {
    return kindsOf<Sample>() | kindsOf<Page>() | kindsOf<Note>() | kindsOf<Answer>() | kindsOf<Skill>();
}

StepHistory::Query StepHistory::query() const {
    return [student = m_student, now = workspace()->parts().clock.now()](Database &db) {
        std::vector<StepRow> rows;
        Statement &found = db.use(
            "SELECT n.id, n.about, n.words, k.name, n.made, a.id, a.level, a.letGo FROM note n "
            "LEFT JOIN skill k ON k.id = n.skill LEFT JOIN answer a ON a.note = n.id AND a.deleted = 0 "
            "WHERE n.deleted = 0 AND n.kind = 'nextStep' AND n.about IN (SELECT ?1 UNION SELECT id FROM "
            "sample "
            "WHERE student = ?1 AND deleted = 0 UNION SELECT q.id FROM page q JOIN sample r ON r.id = "
            "q.sample "
            "WHERE r.student = ?1 AND r.deleted = 0 AND q.deleted = 0) ORDER BY n.made DESC, n.id, a.at, "
            "a.made");
        found.with(student);
        while (found.step()) {
            if (rows.empty() || rows.back().id != found.id(0)) {
                StepRow row;
                row.id = found.id(0);
                row.about = found.id(1);
                row.words = found.text(2);
                row.skill = found.text(3);
                row.began = dayName(HybridTime::wall(static_cast<std::uint64_t>(found.number(4))), now);
                rows.push_back(std::move(row));
            }
            if (found.isNull(5))
                continue;
            Answer answer;
            answer.level = enumOf<SupportLevel>(found.text(6), SupportLevel::NotYet);
            answer.letGo = found.number(7) != 0;
            rows.back().path << (answer.letGo ? -2 : static_cast<int>(answer.level));
            rows.back().state = stepStateAfter(answer);
        }
        found.reset();
        return rows;
    };
}

const std::vector<StepHistory::Role> &StepHistory::roles() const {
    static const std::vector<Role> roles{
        {"noteId", [](const StepRow &r) { return QVariant(idText(r.id)); }},
        {"aboutId", [](const StepRow &r) { return QVariant(idText(r.about)); }},
        {"words", [](const StepRow &r) { return QVariant(r.words.isEmpty() ? r.skill : r.words); }},
        {"skill", [](const StepRow &r) { return QVariant(r.skill); }},
        {"began", [](const StepRow &r) { return QVariant(r.began); }},
        {"stateName", [](const StepRow &r) { return QVariant(stepStateName(r.state)); }},
        {"letGo", [](const StepRow &r) { return QVariant(r.state == StepState::LetGo); }},
        {"path", [](const StepRow &r) { return QVariant(r.path); }},
    };
    return roles;
}

} // namespace inkstep
