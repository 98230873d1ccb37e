#pragma once

#include "demo/generator/classcontent.h"
#include "demo/generator/drawing.h"
#include "demo/generator/hand.h"
#include "demo/generator/paper.h"

#include <QImage>

namespace inkstep {

// One page of a child's writing, lying flat. Never holds a name.
struct PageSpec {
    QString heading; // written first, larger; may be empty
    QString text;    // words apart by spaces, lines and list items by "\n"
    PaperKind paper = PaperKind::Primary;
    Edge edge = Edge::Cut;
    Handwriting hand;
    DrawingKind drawing = DrawingKind::None;
    bool coloredIn = true;
    QSize size{1100, 1422}; // pixels; letter paper at 129 dots per inch
    quint64 seed = 1;
};

// ARGB32, see-through where the paper has holes. A text too long for the paper is written on closer lines,
// down to half the size; what still does not fit is left out. 40 to 120 ms.
QImage paintPage(const PageSpec &spec);

// A page of the demo class: the writing on its paper by this hand, the rest by the seed.
PageSpec pageFor(const DemoWriting &writing, const Handwriting &hand, quint64 seed);

} // namespace inkstep
