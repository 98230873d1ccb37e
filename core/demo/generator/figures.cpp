#include "demo/generator/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace inkstep {

namespace {

constexpr double turn = 2 * std::numbers::pi;

// Points every few pixels, each a little off, neighbors together.
Polyline wobbled(const Polyline &corners, double stray, Chance &chance) {
    const Waver wanderX(70, chance.fork(1));
    const Waver wanderY(70, chance.fork(2));
    chance.next();
    Polyline out;
    double along = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const QPointF from = corners[i == 0 ? 0 : i - 1];
        const QPointF way = corners[i] - from;
        const double length = std::hypot(way.x(), way.y());
        const int steps = std::max(1, int(length / 9));
        for (int step = i == 0 ? steps : 1; step <= steps; ++step) {
            const double at = along + length * step / steps;
            out.push_back(from + way * step / steps + QPointF(wanderX.at(at), wanderY.at(at + 900)) * stray);
        }
        along += length;
    }
    return out;
}

} // namespace

Polyline Sketch::line(const Polyline &points) {
    Polyline corners;
    for (const QPointF &point : points)
        corners.push_back(placed(point));
    const Polyline drawn = wobbled(corners, 3.2, m_chance);
    m_ink.stroke(drawn, widthOf(Tool::Pencil) * 1.1, 0.78 + 0.1 * m_chance.normal(), m_chance);
    return drawn;
}

Polyline Sketch::closed(Polyline points) {
    points.push_back(points.front() + QPointF(m_chance.normal(), m_chance.normal()) * 0.008);
    return line(points);
}

Polyline Sketch::ellipse(QPointF center, double rx, double ry) {
    Polyline points;
    const double start = m_chance.unit() * turn;
    for (int i = 0; i <= 21; ++i) {
        const double angle = start + turn * i / 20;
        const double grow = 1 + 0.015 * i / 20 + 0.03 * m_chance.normal();
        points.push_back(center + QPointF(std::cos(angle) * rx, std::sin(angle) * ry) * grow);
    }
    return line(points);
}

Polyline Sketch::box(QPointF corner, double width, double height) {
    const auto off = [&] { return QPointF(m_chance.normal(), m_chance.normal()) * 0.012; };
    return closed({corner + off(), corner + QPointF(width, 0) + off(),
                   corner + QPointF(width, height) + off(), corner + QPointF(0, height) + off()});
}

void Sketch::colorIn(const Polyline &outline, QRgb color) {
    if (m_colored)
        m_patches.push_back({outline, color});
}

void Sketch::colorAll() {
    for (const Patch &patch : m_patches) {
        const double angle = m_chance.between(-0.9, 0.9);
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        Polyline turned;
        double top = 1e9;
        double bottom = -1e9;
        for (const QPointF &p : patch.outline) {
            turned.emplace_back(p.x() * c + p.y() * s, p.y() * c - p.x() * s);
            top = std::min(top, turned.back().y());
            bottom = std::max(bottom, turned.back().y());
        }
        const bool waxy = m_chance.is(0.6);
        const Tool tool = waxy ? Tool::Crayon : Tool::ColoredPencil;
        const double width = widthOf(tool);
        Polyline zigzag;
        bool leftward = false;
        for (double y = top + width * 0.3; y < bottom; y += width * m_chance.between(0.75, 1.35)) {
            std::vector<double> crossings;
            for (std::size_t i = 0; i < turned.size(); ++i) {
                const QPointF a = turned[i];
                const QPointF b = turned[(i + 1) % turned.size()];
                if ((a.y() <= y) != (b.y() <= y))
                    crossings.push_back(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()));
            }
            if (crossings.size() < 2)
                continue;
            const auto [low, high] = std::minmax_element(crossings.begin(), crossings.end());
            const double from = *low + m_chance.normal() * 5;
            const double to = *high + m_chance.normal() * 5;
            for (const double x : leftward ? std::array{to, from} : std::array{from, to}) {
                const double wave = y + m_chance.normal() * 2.5;
                zigzag.emplace_back(x * c - wave * s, x * s + wave * c);
            }
            leftward = !leftward;
        }
        m_ink.stroke(wobbled(zigzag, 2.0, m_chance), width, 0.72 + 0.1 * m_chance.normal(), m_chance);
        m_ink.press(m_page, patch.color, tool);
    }
    m_patches.clear();
}

QRgb Sketch::anyColor() {
    static constexpr std::array colors{crayon::red,  crayon::orange, crayon::yellow, crayon::green,
                                       crayon::blue, crayon::purple, crayon::pink,   crayon::sky};
    return m_chance.pick(colors);
}

void Sketch::sun() {
    const bool left = m_chance.is(0.5);
    const QPointF center(left ? 0.09 : 0.91, 0.13);
    colorIn(ellipse(center, 0.06, 0.09), crayon::yellow);
    for (int i = 0; i < 11; ++i) {
        const double angle = turn * i / 11;
        const QPointF way(std::cos(angle) * 0.06, std::sin(angle) * 0.09);
        line({center + way * 1.25, center + way * m_chance.between(1.6, 2.0)});
    }
}

void Sketch::cloud(QPointF center, double size) {
    Polyline points;
    for (int i = 0; i <= 42; ++i) {
        const double angle = turn * i / 42;
        const double bump = 1 + 0.16 * std::abs(std::sin(angle * 3.5));
        points.push_back(center +
                         QPointF(std::cos(angle) * size * bump, std::sin(angle) * size * 0.62 * bump));
    }
    colorIn(line(points), crayon::sky);
}

void Sketch::ground(double y, QRgb color) {
    Polyline edge;
    for (int i = 0; i <= 10; ++i)
        edge.emplace_back(i / 10.0, y + 0.012 * m_chance.normal());
    Polyline patch = line(edge);
    patch.push_back(placed({1, 0.99}));
    patch.push_back(placed({0, 0.99}));
    colorIn(patch, color);
}

void Sketch::person(QPointF feet, double height, QRgb shirt) {
    const double h = height;
    const double w = height * 0.55;
    const QPointF head = feet - QPointF(0, h * 0.82);
    ellipse(head, w * 0.24, h * 0.16);
    for (const double side : {-0.09, 0.09})
        ellipse(head + QPointF(side * w, -h * 0.03), w * 0.025, h * 0.016);
    line(
        {head + QPointF(-w * 0.1, h * 0.05), head + QPointF(0, h * 0.09), head + QPointF(w * 0.1, h * 0.05)});
    for (int i = -3; i <= 3; ++i) {
        const double bend = i / 3.0;
        const QPointF root = head + QPointF(bend * w * 0.2, -h * 0.15 + std::abs(bend) * h * 0.06);
        line({root, root + QPointF(bend * w * 0.09, m_chance.between(-0.05, 0.03) * h)});
    }
    const QPointF neck = feet - QPointF(0, h * 0.66);
    const QPointF hip = feet - QPointF(0, h * 0.28);
    colorIn(closed({neck + QPointF(-w * 0.12, 0), neck + QPointF(w * 0.12, 0), hip + QPointF(w * 0.24, 0),
                    hip + QPointF(-w * 0.24, 0)}),
            shirt);
    for (const double side : {-1.0, 1.0}) {
        const double up = m_chance.between(-0.2, 0.12) * h;
        const QPointF hand = neck + QPointF(side * w * 0.52, h * 0.16 + up);
        line({neck + QPointF(side * w * 0.13, h * 0.06), hand});
        for (const double finger : {-0.6, 0.0, 0.6})
            line({hand, hand + QPointF(side * w * 0.09, finger * h * 0.05)});
        line({hip + QPointF(side * w * 0.12, 0), feet + QPointF(side * w * 0.14, 0),
              feet + QPointF(side * w * 0.28, h * 0.01)});
    }
}

void Sketch::flower(QPointF foot, double height, QRgb color) {
    const QPointF head = foot - QPointF(0, height);
    line({foot, foot + QPointF(0.01 * m_chance.normal(), -height * 0.5), head});
    line({foot - QPointF(0, height * 0.35), foot + QPointF(height * 0.22, -height * 0.55)});
    ellipse(head, height * 0.10, height * 0.13);
    for (int i = 0; i < 5; ++i) {
        const double angle = turn * i / 5;
        colorIn(ellipse(head + QPointF(std::cos(angle) * height * 0.2, std::sin(angle) * height * 0.25),
                        height * 0.11, height * 0.14),
                color);
    }
}

void Sketch::tree(QPointF foot, double height) {
    const double w = height * 0.08;
    colorIn(line({foot + QPointF(-w, 0), foot + QPointF(-w * 0.8, -height * 0.5),
                  foot + QPointF(w * 0.8, -height * 0.5), foot + QPointF(w, 0)}),
            crayon::brown);
    Polyline crown;
    for (int i = 0; i <= 36; ++i) {
        const double angle = turn * i / 36;
        const double bump = 1 + 0.12 * std::abs(std::sin(angle * 4));
        crown.push_back(foot + QPointF(std::cos(angle) * height * 0.26 * bump,
                                       -height * 0.7 + std::sin(angle) * height * 0.3 * bump));
    }
    colorIn(line(crown), crayon::green);
}

} // namespace inkstep
