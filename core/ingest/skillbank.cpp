#include "ingest/skillbank.h"

#include "practice/ladder.h"
#include "practice/skillpath.h"

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

Id wordingId(const Id &notebook, const Id &skill, const QString &language) {
    return QUuid::createUuidV5(notebook, idText(skill) + QLatin1Char(' ') + language.toLower());
}

std::vector<Trait> traitsOf(std::span<const Trait> own, const SkillPack &bank, const Id &notebook) {
    std::vector<Trait> traits;
    QSet<QString> known;
    qint64 position = 0;
    for (const PackTrait &from : bank.traits) {
        Trait trait;
        trait.id = traitId(notebook, from.id);
        trait.slug = from.id;
        trait.name = from.name;
        trait.about = from.about;
        trait.position = position++;
        for (const Trait &mine : own) {
            if (mine.slug != from.id)
                continue;
            trait = mine;
            if (trait.name.isEmpty())
                trait.name = from.name;
            if (trait.about.isEmpty())
                trait.about = from.about;
        }
        known.insert(from.id);
        traits.push_back(trait);
    }
    for (const Trait &mine : own) {
        if (!known.contains(mine.slug)) {
            known.insert(mine.slug);
            traits.push_back(mine);
        }
    }
    std::stable_sort(traits.begin(), traits.end(),
                     [](const Trait &a, const Trait &b) { return a.position < b.position; });
    return traits;
}

void takeInExtras(Edit &edit, const SkillPack &pack, const SkillPack &built, const Id &notebook,
                  const std::vector<Skill> &have, const BankExtras &extras) {
    QSet<QString> traits;
    qint64 position = 0;
    for (const Trait &trait : traitsOf(extras.traits, built, notebook)) {
        traits.insert(trait.slug);
        position = std::max(position, trait.position + 1);
    }
    for (const PackTrait &from : pack.traits) {
        if (traits.contains(from.id))
            continue;
        Trait trait;
        trait.id = traitId(notebook, from.id);
        trait.slug = from.id;
        trait.name = from.name;
        trait.about = from.about;
        trait.position = position++;
        edit.create(trait);
    }
    QHash<QString, Id> ids;
    for (const Skill &skill : have) {
        if (!skill.slug.isEmpty())
            ids.insert(skill.slug, skill.id);
    }
    QHash<QString, const PackSkill *> builtIn;
    for (const PackSkill &skill : built.skills)
        builtIn.insert(skill.id, &skill);
    QSet<Id> written;
    for (const Wording &wording : extras.wordings)
        written.insert(wordingId(notebook, wording.skill, wording.language));
    for (const PackSkill &from : pack.skills) {
        const PackSkill *same = builtIn.value(from.id);
        const Id skill = ids.value(from.id, skillId(notebook, from.id));
        for (auto in = from.in.begin(); in != from.in.end(); ++in) {
            Wording wording{wordingId(notebook, skill, in.key()), skill, in.key(), in->childWords,
                            in->compliment};
            if (written.contains(wording.id) || (same && same->in.value(in.key()) == *in))
                continue;
            edit.create(wording);
        }
    }
}

bool takeInRungNames(Teaching &teaching, const SkillPack &pack, const SkillPack &built) {
    constexpr int longest = 40;
    bool changed = false;
    for (std::size_t level = 0; level < built.supportLadder.size(); ++level) {
        const PackSupportLevel &usual = built.supportLadder[level];
        const auto rung = static_cast<SupportLevel>(level);
        const auto theirs = std::find_if(pack.supportLadder.begin(), pack.supportLadder.end(),
                                         [&](const PackSupportLevel &one) { return one.id == usual.id; });
        if (theirs == pack.supportLadder.end() || theirs->name == usual.name ||
            !ownName(teaching, rung).isEmpty())
            continue;
        setOwnName(teaching, rung, theirs->name.simplified().left(longest));
        changed = true;
    }
    return changed;
}

SkillPack packOf(const std::vector<Skill> &skills, const SkillPack &base, const QString &title,
                 const BankExtras &extras) {
    SkillPack pack{base.language, title, {}, base.supportLadder, {}};
    for (const Trait &trait : traitsOf(extras.traits, base, Id())) {
        // A pack's trait must say what it is about; a class's own may not.
        pack.traits.push_back({trait.slug, trait.name, trait.about.isEmpty() ? trait.name : trait.about});
    }
    for (std::size_t level = 0; level < pack.supportLadder.size() && level < 5; ++level) {
        const QString own = ownName(extras.teaching, static_cast<SupportLevel>(level));
        if (!own.isEmpty())
            pack.supportLadder[level].name = own;
    }
    QHash<QString, const PackSkill *> built;
    for (const PackSkill &skill : base.skills)
        built.insert(skill.id, &skill);
    QHash<Id, QString> slugs;
    for (const Skill &skill : skills) {
        if (!skill.archived)
            slugs.insert(skill.id, skill.slug.isEmpty() ? idText(skill.id) : skill.slug);
    }
    std::vector<Skill> sorted = skills;
    // Two devices' changes may have made a circle, and a pack with one is refused: it goes without its last
    // link.
    for (std::vector<Id> circle = prerequisiteCircle(sorted); !circle.empty();
         circle = prerequisiteCircle(sorted)) {
        for (Skill &skill : sorted) {
            if (skill.id == *(circle.end() - 2))
                skill.prerequisites.removeAll(circle.back());
        }
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Skill &a, const Skill &b) { return a.position < b.position; });
    for (const PackTrait &trait : pack.traits) {
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
                         {},
                         {}};
            for (const Id &before : skill.prerequisites) {
                if (slugs.contains(before))
                    to.prerequisites << slugs.value(before);
            }
            // The built-in languages say what Inkstep's words say, and nothing of a class's own.
            const PackSkill *same = built.value(skill.slug);
            if (same && same->childWords == skill.childWords && same->compliment == skill.compliment)
                to.in = same->in;
            for (const Wording &wording : extras.wordings) {
                if (wording.skill != skill.id || !isLanguageTag(wording.language))
                    continue;
                PackWording &in = to.in[wording.language];
                in.childWords = wording.childWords.isEmpty() ? in.childWords : wording.childWords;
                in.compliment = wording.compliment.isEmpty() ? in.compliment : wording.compliment;
                if (in.childWords.isEmpty() || in.compliment.isEmpty())
                    to.in.remove(wording.language); // a pack holds both or neither
            }
            pack.skills.push_back(std::move(to));
        }
    }
    return pack;
}

} // namespace inkstep
