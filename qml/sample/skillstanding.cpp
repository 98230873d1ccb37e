#include "skillstanding.h"

#include "practice/decision.h"
#include "store/layout.h"

namespace inkstep {

namespace {

using Seen = QHash<Id, std::vector<Check>>;

void readChecks(Database &db, const Id &student, Seen &seen) {
    static const std::string sql =
        "SELECT " + columnsOf<Check>("c") + " FROM \"check\" c WHERE c.student = ? AND c.deleted = 0";
    Statement &row = db.use(sql).with(student);
    while (row.step()) {
        const Check check = readRow<Check>(row);
        seen[check.skill].push_back(check);
    }
    row.reset();
}

// Every answer to every next step on the child, a sample or a page; a step without answers once, with none.
// Returns the skills whose newest step still waits.
QSet<Id> readAnswers(Database &db, const Id &student, Seen &seen) {
    Statement &row =
        db.use("SELECT n.skill, a.id, a.at, a.level, a.letGo FROM note n "
               "LEFT JOIN page p ON p.id = n.about LEFT JOIN sample s ON s.id = coalesce(p.sample, n.about) "
               "LEFT JOIN answer a ON a.note = n.id AND a.deleted = 0 "
               "WHERE n.deleted = 0 AND n.kind = 'nextStep' AND n.skill IS NOT NULL "
               "AND coalesce(p.deleted, 0) = 0 AND coalesce(s.deleted, 0) = 0 "
               "AND n.about IN (SELECT ?1 UNION SELECT id FROM sample WHERE student = ?1 "
               "UNION SELECT q.id FROM page q JOIN sample r ON r.id = q.sample WHERE r.student = ?1) "
               "ORDER BY n.made, a.at, a.made");
    row.with(student);
    QSet<Id> open;
    while (row.step()) {
        Check check;
        check.skill = row.id(0);
        open.insert(check.skill);
        if (row.isNull(1))
            continue;
        check.id = row.id(1);
        if (!row.isNull(2))
            check.at = fromMs(row.number(2));
        const bool letGo = row.number(4) != 0;
        check.level = letGo ? SupportLevel::Alone : enumOf<SupportLevel>(row.text(3), SupportLevel::NotYet);
        if (isIndependent(check.level))
            open.remove(check.skill);
        seen[check.skill].push_back(check);
    }
    row.reset();
    return open;
}

} // namespace

SkillStanding readStanding(Database &db, const Id &student) {
    SkillStanding standing;
    if (student.isNull())
        return standing;
    Seen seen;
    readChecks(db, student, seen);
    standing.open = readAnswers(db, student, seen);
    for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
        if (standingOf(it.value()) == Standing::Alone)
            standing.alone.insert(it.key());
    }
    return standing;
}

std::vector<Skill> readSkills(Database &db) {
    std::vector<Skill> skills;
    static const std::string sql =
        "SELECT " + columnsOf<Skill>("k") +
        " FROM skill k WHERE k.deleted = 0 ORDER BY coalesce(k.position, 0), k.name";
    Statement &row = db.use(sql);
    while (row.step())
        skills.push_back(readRow<Skill>(row));
    row.reset();
    return skills;
}

} // namespace inkstep
