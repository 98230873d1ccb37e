#pragma once

#include "base/clock.h"

#include <QString>
#include <optional>

namespace inkstep {

// A day as a person says it: "today", "yesterday", "Tue 3 Mar", with the year when it is another.
QString dayName(const std::optional<Moment> &moment, Moment now);
// "3 Mar 2026", in the reader's own way.
QString shortDay(Moment moment);

} // namespace inkstep
