#pragma once

#include "model/teaching.h"

namespace inkstep {

// Where a check-back stands: still some minutes away, to be looked at now, or left over from another day.
enum class Standby { Later, Due, LeftOver };

struct CheckBackStanding {
    Standby standby = Standby::Later;
    int minutes = 0; // until it is due, rounded up; 0 unless Later
    bool operator==(const CheckBackStanding &) const = default;
};

// The clock may have jumped since it was set. Forward: it is due. Back: it never waits longer than was meant
// when it was set. Left over: its day is over and it is more than three hours late, so that midnight does not
// take away what fell due a moment ago. Without a time it is due.
CheckBackStanding standingOf(const CheckBack &checkBack, Moment now);

// When a check-back falls due: `minutes` (1 to 240) from now.
Moment dueIn(int minutes, Moment now);

// Minutes until the running block ends as planned, at least 1; nothing when none runs, or when it should have
// ended more than ten minutes ago: nobody stopped it then.
std::optional<int> minutesToBlockEnd(const WorkBlock &block, Moment now);

} // namespace inkstep
