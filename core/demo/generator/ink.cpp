#include "demo/generator/ink.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

struct Manner {
    double cover; // at full pressure
    double tooth; // how strongly the paper's grain breaks the line
    double sweep; // how far light pressure misses the paper's hollows
};

Manner mannerOf(Tool tool) {
    switch (tool) {
    case Tool::Pencil:
        return {0.86, 0.22, 0.10};
    case Tool::Ballpoint:
        return {0.92, 0.05, 0.02};
    case Tool::Marker:
        return {0.88, 0.02, 0.00};
    case Tool::ColoredPencil:
        return {0.72, 0.26, 0.16};
    case Tool::Crayon:
        return {0.86, 0.42, 0.26};
    }
    return {};
}

} // namespace

double widthOf(Tool tool) {
    switch (tool) {
    case Tool::Pencil:
        return 4.1;
    case Tool::Ballpoint:
        return 3.2;
    case Tool::Marker:
        return 8.0;
    case Tool::ColoredPencil:
        return 5.0;
    case Tool::Crayon:
        return 9.5;
    }
    return 3;
}

Ink::Ink(QSize size, Chance chance) : m_mask(size, QImage::Format_Grayscale8), m_tooth(chance, true) {
    m_mask.fill(0);
}

void Ink::stroke(const Polyline &points, double width, double pressure, Chance &chance) {
    if (points.size() < 2)
        return;
    const Waver swell(width * 9, chance.fork(1));
    const Waver weight(width * 14, chance.fork(2));
    chance.next();
    double along = chance.between(0, 400);
    double radius = width / 2 * (1 + 0.16 * swell.at(along));
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF way = points[i] - points[i - 1];
        along += std::hypot(way.x(), way.y());
        double next = width / 2 * (1 + 0.16 * swell.at(along));
        if (i + 1 == points.size())
            next *= 0.8; // a line thins as the hand lifts
        capsule(points[i - 1], points[i], radius, next,
                std::clamp(pressure * (1 + 0.22 * weight.at(along)), 0.0, 1.0));
        radius = next;
    }
}

void Ink::capsule(QPointF a, QPointF b, double radiusA, double radiusB, double pressure) {
    const double reach = std::max(radiusA, radiusB) + 1;
    const QRect box = QRect(QPoint(int(std::floor(std::min(a.x(), b.x()) - reach)),
                                   int(std::floor(std::min(a.y(), b.y()) - reach))),
                            QPoint(int(std::ceil(std::max(a.x(), b.x()) + reach)),
                                   int(std::ceil(std::max(a.y(), b.y()) + reach)))) &
                      m_mask.rect();
    if (box.isEmpty())
        return;
    touch(box);
    const auto dx = float(b.x() - a.x());
    const auto dy = float(b.y() - a.y());
    const float length = std::max(dx * dx + dy * dy, 1e-6f);
    const auto full = float(pressure * 255);
    for (int y = box.top(); y <= box.bottom(); ++y) {
        uchar *line = m_mask.scanLine(y);
        const auto py = float(y - a.y());
        for (int x = box.left(); x <= box.right(); ++x) {
            const auto px = float(x - a.x());
            const float t = std::clamp((px * dx + py * dy) / length, 0.f, 1.f);
            const float ex = px - t * dx;
            const float ey = py - t * dy;
            const float radius = float(radiusA) + t * float(radiusB - radiusA);
            const float far = radius + 0.5f;
            const float squared = ex * ex + ey * ey;
            if (squared >= far * far)
                continue;
            const float cover = std::min(1.f, far - std::sqrt(squared));
            line[x] = std::max(line[x], uchar(cover * full));
        }
    }
}

void Ink::fill(const QPainterPath &outline, double pressure) {
    QPainter painter(&m_mask);
    painter.setRenderHint(QPainter::Antialiasing);
    const int shade = toByte(pressure * 255);
    painter.fillPath(outline, QColor(shade, shade, shade));
    touch(outline.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1));
}

void Ink::press(QImage &page, QRgb color, Tool tool) {
    const Manner manner = mannerOf(tool);
    for (int y = m_dirty.top(); y <= m_dirty.bottom(); ++y) {
        uchar *mask = m_mask.scanLine(y);
        auto *line = reinterpret_cast<QRgb *>(page.scanLine(y));
        for (int x = m_dirty.left(); x <= m_dirty.right(); ++x) {
            if (mask[x] == 0)
                continue;
            const double tooth = m_tooth.at(x, y);
            double amount = mask[x] / 255.0;
            amount = amount * manner.cover * (1 + manner.tooth * tooth) -
                     manner.sweep * (1 - amount) * (tooth < 0);
            const int a = toByte(std::clamp(amount, 0.0, 1.0) * 255);
            const auto blend = [a](int under, int over) {
                return (under * (255 - a) + over * a + 127) / 255;
            };
            line[x] = qRgba(blend(qRed(line[x]), qRed(color)), blend(qGreen(line[x]), qGreen(color)),
                            blend(qBlue(line[x]), qBlue(color)), qAlpha(line[x]));
            mask[x] = 0;
        }
    }
    m_dirty = {};
}

} // namespace inkstep
