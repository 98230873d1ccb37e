#pragma once

#include "imaging/outline/lines.h"

#include <array>

namespace inkstep {

// Lines inside four corners along one side (0: from the first corner to the second), at most two, that may be
// an upper sheet's edge: all along them it is a little lighter further in. Summed with its sign along the
// whole way, as the Radon transform does (Copeland, Ravichandran and Trivedi, Localized Radon transform-based
// detection of ship wakes in SAR images, 1995), an edge shows that is fainter than the noise of a place.
std::vector<Line> linesInside(const Evidence &evidence, const std::array<QPointF, 4> &corners,
                              std::size_t side);

} // namespace inkstep
