#include "skillchips.h"

#include "classtraits.h"
#include "skillstanding.h"
#include "store/layout.h"

#include <algorithm>

namespace inkstep {

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

void SkillChips::setNamedSkill(const QString &skill) {
    if (m_named == idFromText(skill))
        return;
    m_named = idFromText(skill);
    emit parametersChanged();
    rerun();
}

void SkillChips::rerun() {
    LiveList::rerun();
    m_traitWatch.reset();
    Notebook *notebook = workspace() ? workspace()->notebook() : nullptr;
    if (!notebook)
        return;
    m_traitWatch = notebook->store().watch(
        kindsOf<Trait>(),
        [id = notebook->id()](Database &db) {
            QVariantList list;
            for (const Trait &trait : traitsIn(db, id)) {
                if (!trait.archived)
                    list << QVariantMap{{QStringLiteral("id"), trait.slug},
                                        {QStringLiteral("name"), trait.name}};
            }
            return list;
        },
        this,
        [this](const QVariantList &traits) {
            if (traits == m_traits)
                return;
            m_traits = traits;
            emit traitsChanged();
        });
}

void SkillChips::clear() {
    m_traitWatch.reset();
    LiveList::clear();
}

KindSet SkillChips::kinds() const {
    return kindsOf<Skill, Note, Answer, Check, Page, Sample>();
}

SkillChips::Query SkillChips::query() const {
    return [student = m_student, named = m_named, trait = m_trait, atMost = m_atMost,
            onlyNext = m_onlyNext](Database &db) {
        const SkillStanding standing = readStanding(db, student);
        const std::vector<Skill> skills = readSkills(db);
        QHash<Id, const Skill *> known;
        for (const Skill &skill : skills)
            known.insert(skill.id, &skill);
        std::vector<SkillRow> rows;
        for (const Id &id : likelyNext(skills, standing.alone)) {
            const Skill &skill = *known.value(id);
            if (!trait.isEmpty() && skill.trait != trait)
                continue;
            SkillRow row;
            row.id = id;
            row.name = skill.name;
            row.trait = skill.trait;
            row.compliment = skill.compliment;
            row.childWords = skill.childWords;
            row.named = id == named;
            row.open = standing.open.contains(id);
            row.own = standing.alone.contains(id);
            row.next = !row.own && !row.open && skipped(id, skills, standing.alone).empty();
            if (!onlyNext || row.next || row.named)
                rows.push_back(std::move(row));
        }
        std::stable_sort(rows.begin(), rows.end(), [](const SkillRow &a, const SkillRow &b) {
            const auto rank = [](const SkillRow &row) { return row.named ? 0 : row.open ? 1 : 2; };
            return rank(a) < rank(b);
        });
        if (atMost > 0 && rows.size() > static_cast<std::size_t>(atMost))
            rows.resize(static_cast<std::size_t>(atMost));
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
        {"named", [](const SkillRow &r) { return QVariant(r.named); }},
    };
    return roles;
}

} // namespace inkstep
