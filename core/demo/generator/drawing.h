#pragma once

#include "demo/generator/ink.h"

#include <QRectF>

namespace inkstep {

enum class DrawingKind { None, House, Family, Dog, Cat, Tree, Sea, Rocket, Cake, Garden, Ball, Rain, Bus };
inline constexpr int drawingKinds = 13;

// Draws as a child would: outlines in pencil, colored in with crayons or colored pencils, over the edges.
void draw(QImage &page, Ink &ink, DrawingKind kind, const QRectF &box, bool colored, Chance &chance);

} // namespace inkstep
