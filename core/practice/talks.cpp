#include "practice/talks.h"

#include <algorithm>

namespace inkstep {

namespace {
constexpr std::chrono::milliseconds longest = std::chrono::hours(3);
constexpr std::chrono::milliseconds none{0};
} // namespace

std::optional<int> talkMinutes(const Conference &conference) {
    if (!conference.from || !conference.until)
        return std::nullopt;
    const auto held = *conference.until - *conference.from;
    if (held < none || held > longest)
        return std::nullopt;
    return static_cast<int>(std::chrono::round<std::chrono::minutes>(held).count());
}

Moment endOf(const Conference &conference, Moment lastDone) {
    const Moment from = conference.from.value_or(lastDone);
    return std::clamp(lastDone, from, from + longest);
}

Moment endAfter(const Conference &conference, std::chrono::milliseconds passed) {
    return conference.from.value_or(Moment{}) + std::clamp(passed, none, longest);
}

} // namespace inkstep
