#pragma once

#include "practice/skillpath.h"

namespace inkstep {

// One student's open step, or a skill the student was seen not to do alone.
struct Need {
    Id student;
    Id skill;
};

struct Group {
    Id skill;           // what it is about
    QList<Id> students; // in the order the needs were given
    bool shared = true; // all need the very same skill; false: neighbouring skills
    bool operator==(const Group &) const = default;
};

struct GroupSize {
    int least = 2;
    int most = 6;
};

// Groups of one slot: no student is in two. Students who need the same skill come first, largest first; those
// left over join as groups of neighbouring skills (see skillDistance, up to 2), about the skill that comes
// earlier. Needs of skills that are not in `skills` make no group.
std::vector<Group> groupsFor(std::span<const Need> needs, std::span<const Skill> skills, GroupSize size = {});

} // namespace inkstep
