#include "ingest/skillbank.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace inkstep {

Id skillId(const Id &notebook, const QString &slug) {
    return QUuid::createUuidV5(notebook, slug);
}

Edit takeInSkills(const SkillPack &pack, const Id &notebook, const std::vector<Skill> &have,
                  const QString &label) {
    QHash<QString, Id> known;
    for (const Skill &skill : have) {
        if (!skill.slug.isEmpty())
            known.insert(skill.slug, skill.id);
    }
    const auto idOf = [&](const QString &slug) { return known.value(slug, skillId(notebook, slug)); };
    Edit edit(label);
    qint64 position = 0;
    for (const PackSkill &from : pack.skills) {
        ++position; // the pack's order is the continuum
        if (known.contains(from.id))
            continue;
        Skill skill;
        skill.id = skillId(notebook, from.id);
        skill.slug = from.id;
        skill.name = from.name;
        skill.trait = from.trait;
        skill.childWords = from.childWords;
        skill.compliment = from.compliment;
        skill.fromAge = from.fromAge;
        skill.toAge = from.toAge;
        skill.position = position;
        for (const QString &before : from.prerequisites)
            skill.prerequisites << idOf(before);
        edit.create(skill);
    }
    return edit;
}

SkillPack packOf(const std::vector<Skill> &skills, const SkillPack &base, const QString &title) {
    SkillPack pack{base.language, title, base.traits, base.supportLadder, {}};
    QHash<Id, QString> slugs;
    for (const Skill &skill : skills) {
        if (!skill.archived)
            slugs.insert(skill.id, skill.slug.isEmpty() ? idText(skill.id) : skill.slug);
    }
    std::vector<Skill> sorted = skills;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Skill &a, const Skill &b) { return a.position < b.position; });
    for (const PackTrait &trait : base.traits) {
        int order = 0;
        for (const Skill &skill : sorted) {
            if (skill.archived || skill.trait != trait.id)
                continue;
            PackSkill to{slugs.value(skill.id),
                         skill.trait,
                         skill.name,
                         skill.childWords,
                         skill.compliment,
                         static_cast<int>(skill.fromAge),
                         static_cast<int>(skill.toAge),
                         ++order,
                         {}};
            for (const Id &before : skill.prerequisites) {
                if (slugs.contains(before))
                    to.prerequisites << slugs.value(before);
            }
            pack.skills.push_back(std::move(to));
        }
    }
    return pack;
}

} // namespace inkstep
