#pragma once

#include "demo/generator/ink.h"

#include <QRectF>

namespace inkstep {

// A child's pencils at work in a box whose corners are (0, 0) and (1, 1), y downward.
class Sketch {
public:
    Sketch(QImage &page, Ink &ink, const QRectF &box, bool colored, Chance &chance)
        : m_page(page), m_ink(ink), m_box(box), m_colored(colored), m_chance(chance) {}

    // Shapes come back as their outline, to be colored in.
    Polyline line(const Polyline &points);
    Polyline closed(Polyline points);
    Polyline ellipse(QPointF center, double rx, double ry);
    Polyline box(QPointF corner, double width, double height);
    void colorIn(const Polyline &outline, QRgb color);
    // Colors in everything asked for; the pencil's lines were pressed before.
    void colorAll();

    void sun();
    void cloud(QPointF center, double size);
    void ground(double y, QRgb color);
    void person(QPointF feet, double height, QRgb shirt);
    void flower(QPointF foot, double height, QRgb color);
    void tree(QPointF foot, double height);

    Chance &chance() { return m_chance; }
    QRgb anyColor();

private:
    QPointF placed(QPointF p) const {
        return {m_box.x() + p.x() * m_box.width(), m_box.y() + p.y() * m_box.height()};
    }

    QImage &m_page;
    Ink &m_ink;
    QRectF m_box;
    bool m_colored;
    Chance &m_chance;
    struct Patch {
        Polyline outline;
        QRgb color;
    };
    std::vector<Patch> m_patches;
};

namespace crayon {
inline constexpr QRgb red = qRgb(205, 50, 48);
inline constexpr QRgb orange = qRgb(232, 128, 40);
inline constexpr QRgb yellow = qRgb(240, 200, 52);
inline constexpr QRgb green = qRgb(70, 148, 66);
inline constexpr QRgb blue = qRgb(62, 112, 188);
inline constexpr QRgb sky = qRgb(120, 178, 220);
inline constexpr QRgb purple = qRgb(126, 76, 152);
inline constexpr QRgb pink = qRgb(232, 130, 160);
inline constexpr QRgb brown = qRgb(130, 86, 52);
inline constexpr QRgb gray = qRgb(120, 120, 122);
} // namespace crayon

} // namespace inkstep
