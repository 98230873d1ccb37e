#pragma once

#include "imaging/outline/evidence.h"

#include <QPointF>
#include <array>
#include <cmath>
#include <vector>

namespace inkstep {

inline double lengthOf(QPointF p) {
    return std::hypot(p.x(), p.y());
}

inline double cross(QPointF a, QPointF b) {
    return a.x() * b.y() - a.y() * b.x();
}

// A straight line across the picture, and how much there is to see of it along the way.
struct Line {
    double angle = 0;    // of its normal, 0 to pi
    double offset = 0;   // x cos + y sin
    double strength = 0; // the votes
    QPointF normal;
    QPointF way;             // along it
    double first = 0;        // where the sums begin, along `way` from the foot of the normal
    std::vector<float> sums; // of the evidence, a pixel each
    std::array<std::vector<float>, 2>
        lit;             // of how surely the normal's side, or the other, is the lighter one
    bool border = false; // the picture's own border, where a page may be cut off

    QPointF at(double along) const { return normal * offset + way * along; }
    double alongOf(QPointF p) const { return p.x() * way.x() + p.y() * way.y(); }
    // Mean evidence between two places along it, 0 to 1; 0 outside the picture.
    double seen(double from, double to) const;
    // Mean evidence between two places that the side `inward` points to is the lighter one, 0 to 1.
    double litFrom(QPointF inward, double from, double to) const;

private:
    double meanOf(const std::vector<float> &of, double from, double to) const;
};

// The strongest lines, at most `most`, strongest first; of about one direction no more than a quarter of
// them, so that stripes and ruled lines leave room for the sheet's sides.
std::vector<Line> linesIn(const Evidence &evidence, int most);
// The line through two places, with what there is to see of it.
Line lineThrough(QPointF a, QPointF b, const Evidence &evidence);
// The four borders of the picture.
std::vector<Line> borders(cv::Size size);

} // namespace inkstep
