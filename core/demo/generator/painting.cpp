#include "demo/generator/painting.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace inkstep {

namespace {

QColor thinned(QRgb paint, Chance &chance) {
    QColor color(paint);
    color.setAlphaF(float(chance.between(0.75, 1)));
    const int lighter = int(100 * chance.between(0.85, 1.2));
    return color.lighter(lighter);
}

// A stroke of a brush from side to side, wavering.
void stroke(QPainter &painter, QPointF from, QPointF to, double breadth, QColor color, Chance &chance) {
    QPainterPath path(from);
    constexpr int parts = 5;
    for (int i = 1; i <= parts; ++i) {
        const QPointF at = from + (to - from) * (double(i) / parts);
        path.lineTo(at + QPointF(chance.normal(), chance.normal()) * breadth * 0.18);
    }
    painter.setPen(QPen(color, breadth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

// Strokes beside each other over a box.
void fill(QPainter &painter, const QRectF &box, double breadth, QRgb paint, Chance &chance) {
    for (double y = box.top(); y < box.bottom(); y += breadth * chance.between(0.55, 0.85))
        stroke(painter, {box.left(), y}, {box.right(), y + chance.normal() * breadth * 0.3}, breadth,
               thinned(paint, chance), chance);
}

void shape(QPainter &painter, QPointF at, double size, QRgb paint, Chance &chance) {
    QPainterPath path;
    constexpr int corners = 9;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const QPointF p = at + QPointF(std::cos(angle), std::sin(angle)) * size * chance.between(0.75, 1.15);
        i == 0 ? path.moveTo(p) : path.lineTo(p);
    }
    path.closeSubpath();
    painter.setPen(QPen(thinned(paint, chance), size * 0.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(thinned(paint, chance));
    painter.drawPath(path);
}

} // namespace

void paintOver(QImage &page, std::span<const QRgb> paints, Chance chance) {
    const auto any = [&] { return paints[std::size_t(chance.below(int(paints.size())))]; };
    const double w = page.width();
    const double h = page.height();
    const double bare = chance.is(0.5) ? 0 : chance.between(0.02, 0.07) * std::min(w, h);
    const double breadth = chance.between(0.05, 0.11) * std::min(w, h);
    const QRectF painted = QRectF(0, 0, w, h).adjusted(bare, bare, -bare, -bare).adjusted(-1, -1, 1, 1);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
    if (bare > 0)
        painter.setClipRect(painted);
    const double horizon = painted.top() + painted.height() * chance.between(0.35, 0.8);
    fill(painter, QRectF(painted.left(), painted.top(), painted.width(), horizon - painted.top()), breadth,
         any(), chance);
    fill(painter, QRectF(painted.left(), horizon, painted.width(), painted.bottom() - horizon), breadth,
         any(), chance);
    const int shapes = 2 + chance.below(5);
    for (int i = 0; i < shapes; ++i)
        shape(painter, {w * chance.between(0.12, 0.88), h * chance.between(0.12, 0.88)},
              std::min(w, h) * chance.between(0.06, 0.18), any(), chance);
}

void dyeDeep(QImage &page, QRgb color) {
    const bool dark = qGray(color) < 110;
    for (int y = 0; y < page.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(page.scanLine(y));
        for (int x = 0; x < page.width(); ++x) {
            const QRgb p = line[x];
            // How much of the paper there is left to see beside the ink.
            const double paper = std::min(1.0, qGray(p) / 235.0);
            const auto mix = [&](int of) {
                const double ink = dark ? 225 : 35;
                return int(std::lround(of * paper + ink * (1 - paper)));
            };
            line[x] = qRgba(mix(qRed(color)), mix(qGreen(color)), mix(qBlue(color)), qAlpha(p));
        }
    }
}

void drawFrame(QImage &page, Chance chance) {
    static constexpr std::array<QRgb, 5> colors{0xFF303030, 0xFF27408B, 0xFF8B2323, 0xFF2E6B3A, 0xFF9A9A9A};
    const double shorter = std::min(page.width(), page.height());
    const double in = chance.between(0.025, 0.08) * shorter;
    const double breadth = chance.between(0.003, 0.02) * shorter;
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(chance.pick(colors)), breadth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    const QRectF frame = QRectF(page.rect()).adjusted(in, in, -in, -in);
    painter.drawRect(frame);
    if (chance.is(0.4)) {
        const double further = breadth * chance.between(1.8, 3);
        painter.drawRect(frame.adjusted(further, further, -further, -further));
    }
}

} // namespace inkstep
