#pragma once

#include "demo/generator/chance.h"

#include <QImage>
#include <QPointF>
#include <array>

namespace inkstep {

// What goes wrong between the page and the lens.
struct Mishaps {
    int fingers = 0;       // that hold the page at its edge, in the picture
    double shadow = 0;     // with a clear edge, across the page: 0 none, 1 black
    double glare = 0;      // a lamp's reflection on the page: 0 none, 1 burnt out
    double exposure = 1;   // times the light
    int thingsOnEdges = 0; // pencils lying over the page's edge
    bool hand = false;     // lies over one of its corners
    bool clip = false;     // holds it at its upper side
};

// Into a picture of a page with these corners.
void addMishaps(QImage &picture, const std::array<QPointF, 4> &corners, const Mishaps &mishaps,
                Chance chance);

} // namespace inkstep
