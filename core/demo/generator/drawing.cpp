#include "demo/generator/drawing.h"

#include "demo/generator/figures.h"

namespace inkstep {

namespace {

void animal(Sketch &sketch, QPointF at, double size, bool cat) {
    const QRgb fur = cat ? crayon::orange : crayon::brown;
    sketch.colorIn(sketch.ellipse(at, size * 0.8, size * 0.5), fur);
    const QPointF head = at + QPointF(size * 0.95, -size * 0.55);
    sketch.colorIn(sketch.ellipse(head, size * 0.38, size * 0.42), fur);
    for (const double side : {-1.0, 1.0}) {
        sketch.ellipse(head + QPointF(side * size * 0.13, -size * 0.08), size * 0.03, size * 0.04);
        if (cat)
            sketch.line({head + QPointF(side * size * 0.34, -size * 0.2),
                         head + QPointF(side * size * 0.34, -size * 0.75),
                         head + QPointF(side * size * 0.06, -size * 0.4)});
        else
            sketch.ellipse(head + QPointF(side * size * 0.4, size * 0.02), size * 0.1, size * 0.32);
        if (cat)
            for (const double tilt : {-0.08, 0.0, 0.08})
                sketch.line({head + QPointF(side * size * 0.12, size * 0.12),
                             head + QPointF(side * size * 0.6, size * (0.12 + tilt))});
    }
    sketch.ellipse(head + QPointF(0, size * 0.08), size * 0.05, size * 0.05);
    sketch.line({head + QPointF(-size * 0.12, size * 0.2), head + QPointF(0, size * 0.26),
                 head + QPointF(size * 0.12, size * 0.2)});
    for (const double leg : {-0.55, -0.25, 0.3, 0.58}) {
        const QPointF hip = at + QPointF(leg * size, size * 0.42);
        sketch.line({hip, hip + QPointF(0, size * 0.6), hip + QPointF(size * 0.14, size * 0.6)});
    }
    sketch.line({at + QPointF(-size * 0.78, -size * 0.1), at + QPointF(-size * 1.15, -size * 0.45),
                 at + QPointF(-size * 1.05, -size * 0.85)});
}

void house(Sketch &sketch, QPointF corner, double size) {
    sketch.colorIn(sketch.box(corner, size, size * 1.1), sketch.anyColor());
    sketch.colorIn(sketch.closed({corner + QPointF(-0.04, 0), corner + QPointF(size / 2, -size * 0.75),
                                  corner + QPointF(size + 0.04, 0)}),
                   crayon::red);
    sketch.colorIn(sketch.box(corner + QPointF(size * 0.4, size * 0.55), size * 0.22, size * 0.55),
                   crayon::brown);
    for (const double x : {0.1, 0.7}) {
        const QPointF window = corner + QPointF(size * x, size * 0.2);
        sketch.box(window, size * 0.2, size * 0.25);
        sketch.line({window + QPointF(size * 0.1, 0), window + QPointF(size * 0.1, size * 0.25)});
        sketch.line({window + QPointF(0, size * 0.12), window + QPointF(size * 0.2, size * 0.12)});
    }
}

void fish(Sketch &sketch, QPointF at, double size) {
    sketch.colorIn(sketch.ellipse(at, size, size * 0.7), sketch.anyColor());
    sketch.closed({at + QPointF(-size * 0.9, 0), at + QPointF(-size * 1.6, -size * 0.6),
                   at + QPointF(-size * 1.6, size * 0.6)});
    sketch.ellipse(at + QPointF(size * 0.55, -size * 0.15), size * 0.07, size * 0.09);
    for (int i = 0; i < 3; ++i)
        sketch.ellipse(at + QPointF(size * (1.3 + 0.2 * i), -size * (0.5 + 0.6 * i)), size * 0.1,
                       size * 0.13);
}

void sea(Sketch &sketch) {
    Polyline waves;
    for (int i = 0; i <= 40; ++i)
        waves.emplace_back(i / 40.0, 0.14 + (i % 2 ? 0.02 : -0.02));
    sketch.line(waves);
    fish(sketch, {0.3, 0.42}, 0.09);
    fish(sketch, {0.7, 0.32}, 0.06);
    fish(sketch, {0.66, 0.7}, 0.11);
    for (const double x : {0.08, 0.16, 0.9})
        sketch.line({{x, 1.0}, {x + 0.02, 0.88}, {x - 0.02, 0.78}, {x + 0.01, 0.68}});
    sketch.ground(0.93, crayon::yellow);
}

void rocket(Sketch &sketch) {
    sketch.colorIn(sketch.closed({{0.42, 0.72}, {0.42, 0.34}, {0.5, 0.1}, {0.58, 0.34}, {0.58, 0.72}}),
                   crayon::gray);
    sketch.colorIn(sketch.closed({{0.42, 0.55}, {0.32, 0.78}, {0.42, 0.72}}), crayon::red);
    sketch.colorIn(sketch.closed({{0.58, 0.55}, {0.68, 0.78}, {0.58, 0.72}}), crayon::red);
    sketch.ellipse({0.5, 0.38}, 0.035, 0.06);
    sketch.colorIn(sketch.closed({{0.44, 0.73}, {0.46, 0.9}, {0.49, 0.8}, {0.52, 0.95}, {0.56, 0.73}}),
                   crayon::orange);
    sketch.colorIn(sketch.ellipse({0.16, 0.24}, 0.08, 0.13), crayon::sky);
    for (int i = 0; i < 9; ++i) {
        const QPointF star(sketch.chance().between(0.03, 0.97), sketch.chance().between(0.05, 0.9));
        if (std::abs(star.x() - 0.5) < 0.2)
            continue;
        sketch.line({star - QPointF(0.02, 0), star + QPointF(0.02, 0)});
        sketch.line({star - QPointF(0, 0.03), star + QPointF(0, 0.03)});
    }
}

void cake(Sketch &sketch) {
    sketch.colorIn(sketch.box({0.28, 0.5}, 0.44, 0.32), crayon::pink);
    Polyline icing;
    for (int i = 0; i <= 12; ++i)
        icing.emplace_back(0.28 + 0.44 * i / 12, 0.58 + (i % 2 ? 0.05 : 0));
    sketch.line(icing);
    sketch.line({{0.2, 0.84}, {0.8, 0.84}});
    for (int i = 0; i < 6; ++i) {
        const double x = 0.33 + 0.068 * i;
        sketch.box({x, 0.36}, 0.018, 0.14);
        sketch.colorIn(sketch.ellipse({x + 0.01, 0.31}, 0.012, 0.035), crayon::yellow);
    }
    sketch.colorIn(sketch.ellipse({0.12, 0.3}, 0.06, 0.11), crayon::red);
    sketch.line({{0.12, 0.41}, {0.13, 0.6}, {0.11, 0.8}});
    sketch.colorIn(sketch.ellipse({0.88, 0.26}, 0.06, 0.11), crayon::blue);
    sketch.line({{0.88, 0.37}, {0.87, 0.6}, {0.89, 0.8}});
}

void bus(Sketch &sketch) {
    sketch.colorIn(sketch.box({0.14, 0.34}, 0.68, 0.4), crayon::yellow);
    for (int i = 0; i < 4; ++i)
        sketch.box({0.19 + 0.14 * i, 0.4}, 0.1, 0.13);
    sketch.box({0.74, 0.42}, 0.06, 0.3);
    for (const double x : {0.28, 0.66})
        sketch.colorIn(sketch.ellipse({x, 0.76}, 0.06, 0.085), crayon::gray);
    sketch.line({{0, 0.86}, {0.5, 0.855}, {1, 0.86}});
    sketch.sun();
}

void rain(Sketch &sketch) {
    sketch.cloud({0.28, 0.16}, 0.13);
    sketch.cloud({0.7, 0.14}, 0.15);
    for (int i = 0; i < 26; ++i) {
        const QPointF drop(sketch.chance().between(0.04, 0.96), sketch.chance().between(0.3, 0.78));
        sketch.line({drop, drop + QPointF(-0.012, 0.05)});
    }
    sketch.person({0.5, 0.9}, 0.5, crayon::yellow);
    sketch.ground(0.91, crayon::green);
}

} // namespace

void draw(QImage &page, Ink &ink, DrawingKind kind, const QRectF &box, bool colored, Chance &chance) {
    Sketch sketch(page, ink, box, colored, chance);
    switch (kind) {
    case DrawingKind::None:
        return;
    case DrawingKind::House:
        sketch.sun();
        house(sketch, {0.22, 0.5}, 0.3);
        sketch.tree({0.78, 0.86}, 0.6);
        sketch.ground(0.86, crayon::green);
        break;
    case DrawingKind::Family:
        sketch.sun();
        sketch.person({0.2, 0.9}, 0.66, sketch.anyColor());
        sketch.person({0.45, 0.9}, 0.6, sketch.anyColor());
        sketch.person({0.66, 0.9}, 0.42, sketch.anyColor());
        sketch.person({0.84, 0.9}, 0.34, sketch.anyColor());
        sketch.ground(0.91, crayon::green);
        break;
    case DrawingKind::Dog:
    case DrawingKind::Cat:
        sketch.sun();
        animal(sketch, {0.42, 0.58}, 0.22, kind == DrawingKind::Cat);
        sketch.flower({0.87, 0.85}, 0.22, sketch.anyColor());
        sketch.ground(0.86, crayon::green);
        break;
    case DrawingKind::Tree:
        sketch.tree({0.3, 0.88}, 0.78);
        sketch.tree({0.72, 0.88}, 0.55);
        sketch.person({0.52, 0.9}, 0.34, sketch.anyColor());
        sketch.ground(0.89, crayon::green);
        break;
    case DrawingKind::Sea:
        sea(sketch);
        break;
    case DrawingKind::Rocket:
        rocket(sketch);
        break;
    case DrawingKind::Cake:
        cake(sketch);
        break;
    case DrawingKind::Garden:
        sketch.sun();
        sketch.cloud({0.5, 0.15}, 0.1);
        for (const double x : {0.15, 0.34, 0.55, 0.76})
            sketch.flower({x, 0.88}, chance.between(0.3, 0.5), sketch.anyColor());
        sketch.ground(0.89, crayon::green);
        break;
    case DrawingKind::Ball:
        sketch.person({0.3, 0.88}, 0.58, sketch.anyColor());
        sketch.person({0.8, 0.88}, 0.52, sketch.anyColor());
        sketch.colorIn(sketch.ellipse({0.55, 0.78}, 0.045, 0.065), crayon::orange);
        sketch.ground(0.89, crayon::green);
        break;
    case DrawingKind::Rain:
        rain(sketch);
        break;
    case DrawingKind::Bus:
        bus(sketch);
        break;
    }
    ink.press(page, qRgb(70, 70, 74), Tool::Pencil);
    sketch.colorAll();
}

} // namespace inkstep
