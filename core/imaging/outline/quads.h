#pragma once

#include "imaging/outline/lines.h"

#include <array>

namespace inkstep {

using Corners = std::array<QPointF, 4>;

// What speaks for and against four corners being a page's. All about 0 to 1.
struct Traits {
    double least = 0;     // evidence along the side with the least of it
    double mean = 0;      // ... along all sides
    double overrun = 0;   // evidence beyond the corners: against
    double area = 0;      // part of the picture, square root
    double step = 0;      // how far apart inside and outside are in color, along the sides
    double leastStep = 0; // ... along the worst side
    double brighter = 0;  // how much of the way the inside is the lighter one
    double even = 0;      // how alike the inside is along all four sides
    double inside = 0;    // edges across the inside once writing is closed away
    double pale = 0;      // how light the inside is, against the lightest of the picture
    double gray = 0;      // how little color the inside has
    double square = 0;    // how near its angles are to right ones
    double cut = 0;       // sides on the picture's border, in quarters

    static constexpr std::size_t count = 13;
    std::array<double, count> values() const {
        return {least, mean, overrun, area, step, leastStep, brighter, even, inside, pale, gray, square, cut};
    }
};

struct Quad {
    Corners corners; // clockwise
    Traits traits;
    double score = 0; // log odds of being the page
};

// The likeliest pages between these lines, best first, at most `most`.
std::vector<Quad> quadsOf(const Evidence &evidence, const std::vector<Line> &lines, int most);
// Log odds from the traits. The weights were fitted on the development pictures: McFadden (Conditional logit
// analysis of qualitative choice behavior, 1974), the choice being one candidate or none.
double scoreOf(const Traits &traits);

} // namespace inkstep
