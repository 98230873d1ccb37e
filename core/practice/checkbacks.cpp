#include "practice/checkbacks.h"

#include "base/day.h"

#include <algorithm>

namespace inkstep {

namespace {

using std::chrono::ceil;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr int longest = 240;       // minutes: no work time is longer
constexpr hours fresh{3};          // how long after midnight yesterday's may still be meant
constexpr minutes forgiveness{10}; // a block may run over

} // namespace

CheckBackStanding standingOf(const CheckBack &checkBack, Moment now) {
    if (!checkBack.due)
        return {Standby::Due, 0};
    const Moment due = *checkBack.due;
    if (due > now) {
        milliseconds left = due - now;
        if (checkBack.set && now < *checkBack.set)
            left = std::min(left, std::max(milliseconds(0), due - *checkBack.set));
        return {Standby::Later, std::max(1, static_cast<int>(ceil<minutes>(left).count()))};
    }
    if (now - due > fresh && dayOf(due) < dayOf(now))
        return {Standby::LeftOver, 0};
    return {Standby::Due, 0};
}

Moment dueIn(int minutesFromNow, Moment now) {
    return now + minutes(std::clamp(minutesFromNow, 1, longest));
}

std::optional<int> minutesToBlockEnd(const WorkBlock &block, Moment now) {
    if (!block.from || block.until || block.plannedMinutes <= 0 || now < *block.from)
        return std::nullopt;
    const Moment end = *block.from + minutes(block.plannedMinutes);
    if (now > end + forgiveness)
        return std::nullopt;
    return std::clamp(static_cast<int>(ceil<minutes>(end - now).count()), 1, longest);
}

} // namespace inkstep
