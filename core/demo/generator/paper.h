#pragma once

#include "demo/generator/hand.h"

namespace inkstep {

// The sheet. Primary is what schools give six-year-olds: a line above, a dashed line in the middle, a line
// below. Story is primary paper with an empty box for a picture on the upper half.
enum class PaperKind { Primary, Story, Lined, Blank, Squared, Colored };
inline constexpr int paperKinds = 6;

enum class Edge { Cut, Punched, TornSpiral };

struct Paper {
    QImage sheet;      // ARGB32, see-through where there are holes or a torn edge
    Ruling ruling;     // where writing goes, at full size
    QRectF drawingBox; // empty unless the paper has one
};

// `closeness` below 1 brings the lines closer together, for longer texts.
Paper makePaper(PaperKind kind, Edge edge, QSize size, double closeness, Chance chance);

} // namespace inkstep
