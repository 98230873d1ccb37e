#pragma once

#include "imaging/outline/traits.h"

namespace inkstep {

struct Quad {
    Corners corners; // clockwise
    Traits traits;
    double score = 0; // log odds of being the page
};

// The likeliest pages between these lines, and between lines found inside of those, best first, at most
// `most`.
std::vector<Quad> quadsOf(const Evidence &evidence, const std::vector<Line> &lines, int most);

} // namespace inkstep
