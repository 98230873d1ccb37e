#include "planlist.h"
#include "store/layout.h"

#include <algorithm>

namespace inkstep {

namespace {

// Names and words for a row whose students and skill are known. False when nobody of it is in class.
bool fill(PlanRow &row, const ClassFacts &facts) {
    for (const Id &student : std::as_const(row.students)) {
        const auto place = facts.places.constFind(student);
        if (place == facts.places.constEnd())
            continue;
        const ClassMember &member = facts.members[*place];
        if (row.names.isEmpty())
            row.first = member.id;
        row.names << member.name;
        if (member.absent)
            row.away << member.name;
    }
    if (const Skill *skill = facts.skill(row.skill))
        row.skillName = skill->name;
    if (row.students.size() == 1) {
        const auto step = std::find_if(facts.steps.begin(), facts.steps.end(), [&](const OpenStepFact &one) {
            return one.student == row.students.front() && (row.skill.isNull() || one.skill == row.skill);
        });
        if (step != facts.steps.end())
            row.step = step->words;
    }
    return !row.names.isEmpty();
}

// What was kept; the same part kept twice is one row.
std::vector<PlanRow> keptRows(Database &db, QDate day) {
    static const std::string sql = "SELECT " + columnsOf<PlanItem>("i") +
                                   " FROM planItem i WHERE i.day = ? AND i.deleted = 0 "
                                   "ORDER BY coalesce(i.position, 0), i.id";
    std::vector<PlanRow> rows;
    Statement &statement = db.use(sql).with(day.toString(Qt::ISODate));
    while (statement.step()) {
        const PlanItem item = readRow<PlanItem>(statement);
        const Id key = derivedId(item.students, item.skill);
        const auto same = std::find_if(rows.begin(), rows.end(), [&](const PlanRow &row) {
            return derivedId(row.students, row.skill) == key;
        });
        if (same != rows.end()) {
            same->items << item.id;
            same->done = same->done || item.done;
            if (same->position != item.position)
                same->position = -1;
            continue;
        }
        PlanRow row;
        row.id = item.id;
        row.items << item.id;
        row.students = item.students;
        row.skill = item.skill;
        row.step = item.words;
        row.minutes = static_cast<int>(std::clamp<qint64>(item.minutes, 0, 240));
        row.position = item.position;
        row.done = item.done;
        rows.push_back(std::move(row));
    }
    statement.reset();
    return rows;
}

} // namespace

std::vector<PlanRow> readPlan(Database &db, const Id &notebook, QDate day, bool suggests) {
    std::vector<PlanRow> rows = keptRows(db, day);
    if (rows.empty() && !suggests)
        return rows;
    const ClassFacts facts = readClass(db, notebook, day);
    std::erase_if(rows, [&](PlanRow &row) { return !fill(row, facts); });
    if (!rows.empty() || !suggests)
        return rows;
    for (const Planned &planned : suggestedPlan(facts)) {
        PlanRow row;
        row.id = derivedId(planned.students, planned.skill);
        row.students = planned.students;
        row.skill = planned.skill;
        row.minutes = planned.minutes;
        fill(row, facts);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace inkstep
