#pragma once

#include "ingest/pack/skillpack.h"
#include "model/edit.h"
#include "model/entities.h"

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

// The other way: a notebook's skills as a pack to hand on. Skills without a slug get their id as one;
// archived ones are left out. `base` gives the traits, the ladder and the language.
SkillPack packOf(const std::vector<Skill> &skills, const SkillPack &base, const QString &title);

} // namespace inkstep
