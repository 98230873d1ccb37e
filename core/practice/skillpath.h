#pragma once

#include "model/teaching.h"

#include <QHash>
#include <QSet>
#include <span>
#include <vector>

namespace inkstep {

// Skills that wait for each other, in order, the first named again at the end; empty: none do. An editor asks
// before it keeps a prerequisite, and after two devices' edits were merged.
std::vector<Id> prerequisiteCircle(std::span<const Skill> skills);
// A shortest one that a given skill is in.
std::vector<Id> circleThrough(const Id &skill, std::span<const Skill> skills);

// How near two skills lie on the continuum: 0 the same, 1 one comes right before the other, 2 next to each
// other in their trait, 3 anything else.
int skillDistance(const Skill &a, const Skill &b, std::span<const Skill> all);

// The skills by how likely each is this writer's next, likeliest first: not yet alone with all that should
// come first done alone; those taught now before others, then by their place along the continuum from the
// last one the writer does alone. What goes alone already comes last. `alone` holds the skills the writer
// does alone.
std::vector<Id> likelyNext(std::span<const Skill> skills, const QSet<Id> &alone);

// What should come first and does not go alone yet; a step for this skill would skip it. Only the nearest:
// not what those wait for in turn.
std::vector<Id> skipped(const Id &skill, std::span<const Skill> skills, const QSet<Id> &alone);

} // namespace inkstep
