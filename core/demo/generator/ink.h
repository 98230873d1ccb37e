#pragma once

#include "demo/generator/texture.h"

#include <QImage>
#include <QPainterPath>
#include <QPointF>
#include <QRect>
#include <vector>

namespace inkstep {

using Polyline = std::vector<QPointF>;

// What a child writes or draws with. They differ in width, in how the paper's tooth shows, and in how they
// cover.
enum class Tool { Pencil, Ballpoint, Marker, ColoredPencil, Crayon };

// How much of a tool lies where on the page, until it is pressed into the paper in one color.
class Ink {
public:
    Ink(QSize size, Chance chance);

    // A stroke through `points`, `width` pixels wide, `pressure` from 0 to 1; both vary along the way as a
    // hand does.
    void stroke(const Polyline &points, double width, double pressure, Chance &chance);
    void fill(const QPainterPath &outline, double pressure);
    // Lays down what was drawn since the last time.
    void press(QImage &page, QRgb color, Tool tool);

private:
    void capsule(QPointF a, QPointF b, double radiusA, double radiusB, double pressure);
    void touch(const QRect &where) { m_dirty |= where & m_mask.rect(); }

    QImage m_mask; // Grayscale8
    QRect m_dirty;
    Grain m_tooth;
};

// The usual width of a tool's line, in pixels on a page of 1100 pixels' width.
double widthOf(Tool tool);

} // namespace inkstep
