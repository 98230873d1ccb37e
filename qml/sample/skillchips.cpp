#include "skillchips.h"

#include "store/layout.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace inkstep {

namespace {

struct Standing {
    QSet<Id> own;  // done alone or let go at the last answer
    QSet<Id> open; // offered or tried with help
};

// Where a child stands on each skill, from all next steps on the child's pages, samples and on the child.
Standing standingOf(Database &db, const Id &student) {
    Standing standing;
    Statement &row =
        db.use("SELECT n.skill, a.level, a.letGo FROM note n "
               "LEFT JOIN page p ON p.id = n.about LEFT JOIN sample s ON s.id = coalesce(p.sample, n.about) "
               "LEFT JOIN answer a ON a.row = (SELECT row FROM answer WHERE note = n.id AND deleted = 0 "
               "ORDER BY at DESC, made DESC LIMIT 1) "
               "WHERE n.deleted = 0 AND n.kind = 'nextStep' AND n.skill IS NOT NULL "
               "AND coalesce(p.deleted, 0) = 0 AND coalesce(s.deleted, 0) = 0 "
               "AND n.about IN (SELECT ?1 UNION SELECT id FROM sample WHERE student = ?1 "
               "UNION SELECT q.id FROM page q JOIN sample r ON r.id = q.sample WHERE r.student = ?1) "
               "ORDER BY n.made")
            .with(student);
    while (row.step()) {
        const Id skill = row.id(0);
        const bool alone = row.text(1) == wordOf(SupportLevel::Alone) || row.number(2) != 0;
        (alone ? standing.own : standing.open).insert(skill);
        (alone ? standing.open : standing.own).remove(skill); // the newest step on a skill counts
    }
    row.reset();
    return standing;
}

} // namespace

void SkillChips::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    m_student = idFromText(id);
    emit parametersChanged();
    rerun();
}

void SkillChips::setTrait(const QString &trait) {
    if (m_trait == trait)
        return;
    m_trait = trait;
    emit parametersChanged();
    rerun();
}

void SkillChips::setAtMost(int atMost) {
    if (m_atMost == atMost)
        return;
    m_atMost = atMost;
    emit parametersChanged();
    rerun();
}

void SkillChips::setOnlyNext(bool onlyNext) {
    if (m_onlyNext == onlyNext)
        return;
    m_onlyNext = onlyNext;
    emit parametersChanged();
    rerun();
}

QVariantList SkillChips::traits() const {
    const std::pair<QString, QString> names[] = {
        {QStringLiteral("ideas"), tr("Ideas")},
        {QStringLiteral("organization"), tr("Organization")},
        {QStringLiteral("elaboration"), tr("Elaboration")},
        {QStringLiteral("wordChoice"), tr("Word choice")},
        {QStringLiteral("sentences"), tr("Sentences")},
        {QStringLiteral("conventions"), tr("Conventions")},
        {QStringLiteral("process"), tr("Process")},
        {QStringLiteral("stamina"), tr("Stamina")},
        {QStringLiteral("routines"), tr("Routines")},
    };
    QVariantList list;
    for (const auto &[id, name] : names)
        list << QVariantMap{{QStringLiteral("id"), id}, {QStringLiteral("name"), name}};
    return list;
}

KindSet SkillChips::kinds() const {
    return kindsOf<Skill>() | kindsOf<Note>() | kindsOf<Answer>();
}

SkillChips::Query SkillChips::query() const {
    return [student = m_student, trait = m_trait, atMost = m_atMost, onlyNext = m_onlyNext](Database &db) {
        const Standing standing = standingOf(db, student);
        struct Candidate {
            SkillRow row;
            int rank;
        };
        std::vector<Candidate> candidates;
        static const std::string sql = "SELECT " + columnsOf<Skill>("k") +
                                       " FROM skill k WHERE k.deleted = 0 AND coalesce(k.archived, 0) = 0 "
                                       "ORDER BY coalesce(k.position, 0), k.name";
        Statement &found = db.use(sql);
        while (found.step()) {
            const Skill skill = readRow<Skill>(found);
            if (!trait.isEmpty() && skill.trait != trait)
                continue;
            SkillRow row{skill.id,         skill.name, skill.trait, skill.compliment,
                         skill.childWords, false,      false,       false};
            row.open = standing.open.contains(skill.id);
            row.own = standing.own.contains(skill.id);
            row.next = !row.own && !row.open &&
                       std::all_of(skill.prerequisites.begin(), skill.prerequisites.end(),
                                   [&](const Id &before) { return standing.own.contains(before); });
            if (onlyNext && !row.next)
                continue;
            candidates.push_back({row, row.open ? 0 : row.next ? 1 : row.own ? 3 : 2});
        }
        found.reset();
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate &a, const Candidate &b) { return a.rank < b.rank; });
        std::vector<SkillRow> rows;
        for (Candidate &candidate : candidates) {
            if (atMost > 0 && rows.size() >= static_cast<std::size_t>(atMost))
                break;
            rows.push_back(std::move(candidate.row));
        }
        return rows;
    };
}

const std::vector<SkillChips::Role> &SkillChips::roles() const {
    static const std::vector<Role> roles{
        {"skillId", [](const SkillRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const SkillRow &r) { return QVariant(r.name); }},
        {"trait", [](const SkillRow &r) { return QVariant(r.trait); }},
        {"compliment", [](const SkillRow &r) { return QVariant(r.compliment); }},
        {"childWords", [](const SkillRow &r) { return QVariant(r.childWords); }},
        {"open", [](const SkillRow &r) { return QVariant(r.open); }},
        {"next", [](const SkillRow &r) { return QVariant(r.next); }},
        {"own", [](const SkillRow &r) { return QVariant(r.own); }},
    };
    return roles;
}

} // namespace inkstep
