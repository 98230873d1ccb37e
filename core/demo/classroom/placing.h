#pragma once

#include "demo/generator/photograph.h"

namespace inkstep {

// Where a sticky note lies on a photograph, in its normalized coordinates: the tail's end and the card's
// corner.
struct NotePlace {
    double x = 0.5;
    double y = 0.5;
    double cardX = 0.5;
    double cardY = 0.5;
};

// Places for `count` notes on a page: each points at writing, from top to bottom, and has its card beside it,
// where little is written and no other card lies. `page` as it was painted, flat; `photo` with its corners.
std::vector<NotePlace> placesOn(const QImage &page, const Photograph &photo, int count, Chance chance);

} // namespace inkstep
