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
    double written = 0;   // how much more is written inside than about it
    double pale = 0;      // how light the inside is, against the lightest of the picture
    double gray = 0;      // how little color the inside has
    double square = 0;    // how near its angles are to right ones on the desk it lies on
    double facing = 0;    // ... in the picture: seen from straight above
    double slender = 0;   // how much longer than broad it is seen to be, 1 less the one over the other
    double cut = 0;       // sides on the picture's border, in quarters
    // What a sheet's own shade says, on the desk or on another sheet: paper is lighter than what is right
    // beside it.
    double lit = 0;       // evidence of that along all sides
    double leastLit = 0;  // ... along the side with the least of it
    double unlit = 0;     // ... of the opposite along all sides
    double ends = 0;      // ... of it right before the corners
    double leastEnd = 0;  // ... right before the corner with the least of it
    double litOver = 0;   // ... beyond the corners
    double unbroken = 0;  // ... along the weakest parts of the sides
    double leastPart = 0; // ... along the weakest parts of the weakest side
    double rival = 0;     // ... along a line across the inside, which then is an upper sheet's side
    double rivalFull = 0; // ... along one that starts at a side and is not broken
    // Not weighed: what a choice is held against, see choice.h.
    double apart = 0; // how far apart in color inside and outside are well off the sides
    double alike = 0; // how alike the inside is along the sides and in the middle

    static constexpr std::size_t count = 26;
    std::array<double, count> values() const {
        return {least,   mean, overrun,  area,    step,     leastStep, brighter, even,     inside,
                written, pale, gray,     square,  facing,   slender,   cut,      lit,      leastLit,
                unlit,   ends, leastEnd, litOver, unbroken, leastPart, rival,    rivalFull};
    }
};

// Four corners, clockwise, and the lines they lie on: side i leads from corner i to the next. The lines must
// outlive it.
struct Frame {
    Corners corners;
    std::array<const Line *, 4> sides{};
};

// Sets what the lines alone tell: least to overrun, area, square to cut. Cheap.
void lookAtSides(Traits &traits, const Frame &frame, cv::Size size);
// Sets what lies on either side of the sides and inside. `lightest`: L* of what counts as the lightest of the
// picture.
void lookAround(Traits &traits, const Frame &frame, const Evidence &evidence, float lightest);
// Sets the light and shade beside the sides, lit to leastPart.
void lookAtLight(Traits &traits, const Frame &frame, cv::Size size);
// Sets how surely one of `lines` inside is a side, rival and rivalFull.
void lookForRivals(Traits &traits, const Frame &frame, const std::vector<const Line *> &lines);

// Log odds from the traits. The weights were fitted on the development pictures: McFadden (Conditional logit
// analysis of qualitative choice behavior, 1974), the choice being one candidate or none, any candidate as
// good as the twelfth power of the share of the page it has; of all products of two traits those were left
// out one after the other that said the least. Two such fits, without and with the pictures of hands, boards
// and other pages, are averaged: each is wrong about other pictures (Breiman, Bagging predictors, 1996).
double scoreOf(const Traits &traits);

} // namespace inkstep
