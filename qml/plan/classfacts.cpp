#include "classfacts.h"

#include "dayturn.h"
#include "practice/decision.h"
#include "store/layout.h"
#include "ways.h"

#include <QCoreApplication>
#include <algorithm>

namespace inkstep {

namespace {

// Times of a thing's making are hybrid: the wall clock's milliseconds above 16 bits of counter. All pages of
// all years would take as long as the window itself, so of those only the newest are looked at: for a page
// that was added to an older sample.
constexpr const char *seenTimes = R"sql(
SELECT st.id, (SELECT max(s.date) FROM sample s WHERE s.student = st.id AND s.deleted = 0) FROM student st
WHERE st.deleted = 0
UNION ALL
SELECT s.student, coalesce(p.taken, p.made >> 16)
FROM (SELECT sample, taken, made FROM page WHERE deleted = 0 ORDER BY row DESC LIMIT 200) p
JOIN sample s ON s.id = p.sample WHERE s.deleted = 0
UNION ALL
SELECT c.student, max(coalesce(c."from", c.made >> 16)) FROM conference c WHERE c.deleted = 0 GROUP BY c.student
UNION ALL
SELECT c.student, max(coalesce(c.at, c.made >> 16)) FROM "check" c WHERE c.deleted = 0 GROUP BY c.student)sql";

// Every note with the student it is for, whatever it is on, and when it was answered last: SQLite takes the
// other columns from the row of the maximum.
constexpr const char *notesWithAnswers = R"sql(
SELECT coalesce(sp.student, sa.student, st.id), n.id, n.made >> 16, n.kind = 'nextStep', n.words, k.childWords,
       k.name, n.skill, a.at, a.level, a.letGo
FROM note n
LEFT JOIN page p ON p.id = n.about AND p.deleted = 0
LEFT JOIN sample sp ON sp.id = p.sample AND sp.deleted = 0
LEFT JOIN sample sa ON sa.id = n.about AND sa.deleted = 0
LEFT JOIN student st ON st.id = n.about AND st.deleted = 0
LEFT JOIN skill k ON k.id = n.skill AND n.kind = 'nextStep'
LEFT JOIN (SELECT note, max(coalesce(at, made >> 16)) AS at, level, letGo FROM answer WHERE deleted = 0
           GROUP BY note) a ON a.note = n.id
WHERE n.deleted = 0 AND coalesce(sp.student, sa.student, st.id) IS NOT NULL ORDER BY n.made DESC)sql";

constexpr int student = 0, note = 1, made = 2, isStep = 3, words = 4, skillName = 6, skillId = 7,
              answered = 8, level = 9, letGo = 10;

OpenStepFact stepOf(const Statement &row) {
    OpenStepFact step;
    step.note = row.id(note);
    step.student = row.id(student);
    step.skill = row.id(skillId);
    step.offered = fromMs(row.number(made));
    for (int column = words; column <= skillName && step.words.isEmpty(); ++column)
        step.words = row.text(column).simplified();
    if (!row.isNull(level))
        step.level = static_cast<int>(enumOf<SupportLevel>(row.text(level), SupportLevel::NotYet));
    return step;
}

void readMembers(Database &db, QDate day, ClassFacts &facts) {
    Statement &row = db.use("SELECT t.id, t.name, EXISTS (SELECT 1 FROM absence a WHERE a.student = t.id AND "
                            "a.day = ? AND a.deleted = 0) FROM student t "
                            "WHERE t.deleted = 0 AND coalesce(t.archived, 0) = 0 ORDER BY t.position, t.row")
                         .with(day.toString(Qt::ISODate));
    while (row.step()) {
        const auto place = facts.members.size();
        facts.places.insert(row.id(0), place);
        facts.members.push_back({row.id(0), row.text(1), static_cast<qint64>(place), {}, row.number(2) != 0});
    }
    row.reset();
}

void readSeenAndSteps(Database &db, ClassFacts &facts) {
    const auto raise = [&](const Id &who, qint64 ms) {
        if (const auto place = facts.places.constFind(who); place != facts.places.constEnd()) {
            std::optional<Moment> &seen = facts.members[*place].seen;
            seen = std::max(seen.value_or(Moment::min()), fromMs(ms));
        }
    };
    Statement &times = db.use(seenTimes);
    while (times.step()) {
        if (!times.isNull(1))
            raise(times.id(0), times.number(1));
    }
    times.reset();
    Statement &row = db.use(notesWithAnswers);
    while (row.step()) {
        raise(row.id(student), row.number(made));
        if (!row.isNull(answered))
            raise(row.id(student), row.number(answered));
        const bool open = row.number(isStep) != 0 && (row.isNull(letGo) || row.number(letGo) == 0);
        if (open && facts.places.contains(row.id(student)))
            facts.steps.push_back(stepOf(row));
    }
    row.reset();
}

// Of the skills on the sheet: who was seen not to do it alone since it is taught.
void readChecks(Database &db, ClassFacts &facts) {
    static const std::string sql =
        "SELECT " + columnsOf<Check>("c") +
        " FROM \"check\" c JOIN skill k ON k.id = c.skill WHERE k.taughtFrom IS NOT NULL AND k.letGo IS NULL "
        "AND "
        "k.deleted = 0 AND c.deleted = 0 AND coalesce(c.at, c.made >> 16) >= k.taughtFrom";
    QHash<std::pair<Id, Id>, std::vector<Check>> checks; // by student and skill
    Statement &row = db.use(sql);
    while (row.step()) {
        Check check = readRow<Check>(row);
        checks[{check.student, check.skill}].push_back(std::move(check));
    }
    row.reset();
    for (const Skill &skill : facts.skills) {
        for (const ClassMember &member : facts.members) {
            const auto own = checks.constFind({member.id, skill.id});
            if (own != checks.constEnd() && standingOf(*own) == Standing::NotAlone)
                facts.needs.push_back({member.id, skill.id});
        }
    }
}

} // namespace

std::vector<Visited> ClassFacts::visited() const {
    std::vector<Visited> all;
    for (const ClassMember &one : members)
        all.push_back({one.id, one.seen, one.position, one.absent});
    return all;
}

const Skill *ClassFacts::skill(const Id &id) const {
    const auto found =
        std::find_if(skills.begin(), skills.end(), [&](const Skill &one) { return one.id == id; });
    return found == skills.end() ? nullptr : &*found;
}

ClassFacts readClass(Database &db, const Id &notebook, QDate day, ClassParts parts) {
    ClassFacts facts;
    facts.teaching = teachingOf(db, notebook);
    readMembers(db, day, facts);
    if (facts.members.empty())
        return facts;
    readSeenAndSteps(db, facts);
    if (parts == ClassParts::SeenAndSteps)
        return facts;
    static const std::string skillsSql =
        "SELECT " + columnsOf<Skill>("k") + " FROM skill k WHERE k.deleted = 0 ORDER BY k.position, k.row";
    Statement &skills = db.use(skillsSql);
    while (skills.step())
        facts.skills.push_back(readRow<Skill>(skills));
    skills.reset();
    for (const OpenStepFact &step : facts.steps) {
        if (!step.skill.isNull())
            facts.needs.push_back({step.student, step.skill});
    }
    readChecks(db, facts);
    std::stable_sort(facts.needs.begin(), facts.needs.end(), [&](const Need &a, const Need &b) {
        return facts.places.value(a.student) < facts.places.value(b.student);
    });
    return facts;
}

std::vector<Planned> suggestedPlan(const ClassFacts &facts) {
    QHash<Id, Id> steps;
    for (const OpenStepFact &step : facts.steps) {
        if (!steps.contains(step.student))
            steps.insert(step.student, step.skill);
    }
    const auto minutes = [](qint64 written, int usual) {
        return written >= 1 && written <= 366 ? static_cast<int>(written) : usual;
    };
    PlanMinutes fit;
    fit.all = minutes(facts.teaching.blockMinutes, fit.all);
    fit.conference = minutes(facts.teaching.conferenceMinutes, fit.conference);
    fit.group = minutes(facts.teaching.groupMinutes, fit.group);
    fit.inGroups = fit.all / 2;
    std::vector<Need> here;
    std::copy_if(facts.needs.begin(), facts.needs.end(), std::back_inserter(here),
                 [&](const Need &need) { return !facts.members[facts.places.value(need.student)].absent; });
    return planFor(groupsFor(here, facts.skills), fairOrder(facts.visited()), steps, fit);
}

int daysSince(const std::optional<Moment> &then, Moment now) {
    if (!then)
        return -1;
    return static_cast<int>(std::max<qint64>(0, dayOf(*then).daysTo(dayOf(now))));
}

QString seenInWords(int days) {
    const auto words = [](const char *text) { return QCoreApplication::translate("inkstep::Seen", text); };
    if (days < 0)
        return words(QT_TRANSLATE_NOOP("inkstep::Seen", "not seen yet"));
    if (days == 0)
        return words(QT_TRANSLATE_NOOP("inkstep::Seen", "seen today"));
    if (days == 1)
        return words(QT_TRANSLATE_NOOP("inkstep::Seen", "last seen yesterday"));
    return words(QT_TRANSLATE_NOOP("inkstep::Seen", "last seen %1 days ago")).arg(days);
}

Id derivedId(const QByteArray &content) {
    // A namespace of these lists' own (RFC 9562, section 5.5).
    static const Id rows = QUuid::fromString(QStringLiteral("6f1c0e0c-8a1b-4d0e-9a52-1d3f7b1c9e44"));
    return QUuid::createUuidV5(rows, content);
}

Id derivedId(const QList<Id> &students, const Id &skill) {
    QList<Id> sorted = students;
    std::sort(sorted.begin(), sorted.end(), idLess);
    QByteArray content = toBytes(skill);
    for (const Id &one : std::as_const(sorted))
        content += toBytes(one);
    return derivedId(content);
}

} // namespace inkstep
