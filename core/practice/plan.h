#pragma once

#include "practice/groups.h"

#include <limits>

namespace inkstep {

struct PlanMinutes {
    int all = 40;
    int conference = 5;
    int group = 10;
    // At most so many in groups: who waited longest gets a turn, too.
    int inGroups = std::numeric_limits<int>::max();
};

// A part of a plan: one student is a conference, more are a group.
struct Planned {
    QList<Id> students;
    Id skill; // null for a conference with no step to look for
    int minutes = 0;
    bool operator==(const Planned &) const = default;
};

// A day's plan that fits: groups first, as long as each is worth its minutes (it reaches more students a
// minute than conferences would), then conferences in fair order with whoever is in no group. Never longer
// than the minutes given; no student twice. `turn` is whose turn it is, `steps` each one's open step.
std::vector<Planned> planFor(std::span<const Group> groups, std::span<const Id> turn,
                             const QHash<Id, Id> &steps, PlanMinutes minutes);

int minutesOf(std::span<const Planned> plan);

} // namespace inkstep
