#pragma once

#include "model/teaching.h"

#include <QDate>
#include <span>
#include <vector>

namespace inkstep {

// The minutes a block was held: from its start to its end, at least 0 also when the clock was set back;
// nothing while it goes on. More than a school day (12 hours) is a block nobody stopped: then its plan
// counts.
std::optional<int> heldMinutes(const WorkBlock &block);

// Nobody stopped it: it goes on beyond its plan on another day, or more than four hours beyond its plan.
// `gone` is how long it has been going by a clock that does not jump, `now` the wall clock.
bool wasLeftRunning(const WorkBlock &block, Moment now, std::chrono::minutes gone);

// Blocks that overlap are one work time that two devices kept: the one held longest stands for it. The rest,
// in order of their start.
std::vector<WorkBlock> withoutOverlaps(std::span<const WorkBlock> blocks);

struct StaminaWeek {
    QDate monday;
    int blocks = 0;
    double held = 0;    // mean minutes a block
    double planned = 0; // mean minutes a block; 0 where none was planned
    int longest = 0;
    bool operator==(const StaminaWeek &) const = default;
};

// The blocks that were held for a minute at least, week by week, the latest `weeks` up to `today`, oldest
// first. Weeks without a block are there with 0 blocks, so that a picture shows the gap.
std::vector<StaminaWeek> staminaByWeek(std::span<const WorkBlock> blocks, QDate today, int weeks);

} // namespace inkstep
