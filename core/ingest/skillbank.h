#pragma once

#include "ingest/pack/skillpack.h"
#include "model/edit.h"
#include "model/teaching.h"

#include <span>

namespace inkstep {

// The id of a bank's skill in a notebook: the same on every device, so that two of them taking in the same
// pack without contact have one skill and not two. UUIDv5 (RFC 9562, section 5.5) of the notebook and the
// slug.
Id skillId(const Id &notebook, const QString &slug);

// Takes into a notebook what of a pack is not there yet; `have` is every skill of the notebook, archived ones
// too. Skills that are there keep a teacher's own words. An empty label: the history does not show it.
// The edit is empty when nothing is missing.
Edit takeInSkills(const SkillPack &pack, const Id &notebook, const std::vector<Skill> &have,
                  const QString &label = {});

// The id of what a class says about a skill in a language: the same on every device.
Id wordingId(const Id &notebook, const Id &skill, const QString &language);

// A class's traits in the order to show them, archived ones too: the bank's, in the class's own words and
// order where it has any, and the class's own. `own` is what the notebook holds.
std::vector<Trait> traitsOf(std::span<const Trait> own, const SkillPack &bank, const Id &notebook);

// What belongs to a bank besides its skills.
struct BankExtras {
    std::vector<Trait> traits; // of the notebook, not merged with the bank's
    std::vector<Wording> wordings;
    Teaching teaching;
};

// Adds to a skills' edit what the pack has and neither the class nor Inkstep's own bank: traits, and
// languages of skills. What the class wrote stays. `built` is the pack that comes with Inkstep.
void takeInExtras(Edit &edit, const SkillPack &pack, const SkillPack &built, const Id &notebook,
                  const std::vector<Skill> &have, const BankExtras &extras);

// Calls the rungs of the ladder as a pack does, where the class has no name of its own for one and the pack
// has another than Inkstep: at most 40 characters each. False: nothing is to be changed.
bool takeInRungNames(Teaching &teaching, const SkillPack &pack, const SkillPack &built);

// The other way: a notebook's skills as a pack to hand on. Skills without a slug get their id as one;
// archived ones are left out. `base` gives the traits, the ladder, the language and the words in other
// languages, as far as `extras` does not.
SkillPack packOf(const std::vector<Skill> &skills, const SkillPack &base, const QString &title,
                 const BankExtras &extras = {});

} // namespace inkstep
