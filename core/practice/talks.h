#pragma once

#include "model/teaching.h"

namespace inkstep {

// Whole minutes a conference took, rounded to the nearest; nothing while it goes on, and nothing when its
// times cannot be true: the clock was set back in the middle, or it lasted over three hours.
std::optional<int> talkMinutes(const Conference &conference);

// When a conference ended that nobody left, because the device was closed in the middle of it: at the last
// thing done in it, never before it began and never over three hours after.
Moment endOf(const Conference &conference, Moment lastDone);

// When a conference ends that is left now: the time that truly passed counts, not what the clock says, since
// that may have jumped. `passed` is clamped to 0 to three hours.
Moment endAfter(const Conference &conference, std::chrono::milliseconds passed);

} // namespace inkstep
