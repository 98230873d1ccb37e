#pragma once

#include "imaging/outline/quads.h"

#include <optional>

namespace inkstep {

// How many of the likeliest a choice is made from.
inline constexpr int choices = 60;

// Of quadrilaterals, the likeliest first, the one to take: mostly the first, but of a sheet on a board the
// sheet. None of none.
std::optional<Quad> pageAmong(const std::vector<Quad> &quads);

// A drawing's box, a printed frame: the same paper goes on outside of it.
bool isDrawnOnPaper(const Quad &quad);

} // namespace inkstep
