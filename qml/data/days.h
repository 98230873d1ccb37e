#pragma once

#include "base/clock.h"

#include <QString>
#include <optional>

namespace inkstep {

// A day as a person says it: "today", "yesterday", "Tue 3 Mar", with the year when it is another.
QString dayName(const std::optional<Moment> &moment, Moment now);
// "3 Mar 2026", or "3 Mar": a month by its name, for 3/4 is one day here and another there.
QString shortDay(Moment moment, bool withYear = true);
// "3 Mar 2026, 14:05", the hour in the reader's own way.
QString dayAndTime(Moment moment);

} // namespace inkstep
