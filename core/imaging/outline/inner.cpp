#include "imaging/outline/inner.h"

#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

constexpr int columns = 96;         // along the side
constexpr double deepest = 0.32;    // of the way to the opposite side
constexpr int leastIn = 5;          // pixels between a side and a line inside, on the average
constexpr int apartRows = 6;        // ... between two lines
constexpr int stride = 2;           // pixels
constexpr double mostTilt = 0.2;    // of the side's length
constexpr int span = 3;             // pixels to each side that are compared
constexpr float leastWorth = 0.12f; // of a line, 0 to 1
constexpr std::size_t mostOfSide = 2;

// What lies inside along one side, a row a pixel further in.
struct Strip {
    int rows = 0;
    double depth = 0;         // pixels to the opposite side
    std::vector<float> steps; // how much lighter it is further in, -1 to 1, rows x columns
    float at(int row, int column) const { return steps[std::size_t(row * columns + column)]; }
};

float lightAt(const Evidence &evidence, QPointF p) {
    const int x = std::clamp(int(std::lround(p.x())), 0, evidence.light.cols - 1);
    const int y = std::clamp(int(std::lround(p.y())), 0, evidence.light.rows - 1);
    return evidence.light.at<float>(y, x);
}

// Between side a b and side d c. No place counts for more than a clear edge does, so that what is written has
// no more of a say than as much bare paper.
Strip stripOf(const Evidence &evidence, QPointF a, QPointF b, QPointF c, QPointF d) {
    Strip strip;
    strip.depth = (lengthOf(d - a) + lengthOf(c - b)) / 2;
    strip.rows = int(deepest * strip.depth);
    const int rows = strip.rows + 2 * span;
    std::vector<float> light(std::size_t(rows * columns));
    for (int row = 0; row < rows; ++row) {
        const double in = (row - span) / strip.depth;
        const QPointF from = a + (d - a) * in;
        const QPointF way = b + (c - b) * in - from;
        for (int column = 0; column < columns; ++column)
            light[std::size_t(row * columns + column)] =
                (lightAt(evidence, from + way * ((column + 0.25) / columns)) +
                 lightAt(evidence, from + way * ((column + 0.75) / columns))) /
                2;
    }
    const auto clear = float(span * (1.5 + 2 * evidence.noise));
    strip.steps.resize(std::size_t(strip.rows * columns));
    for (int row = 0; row < strip.rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            float step = 0;
            for (int k = 1; k <= span; ++k)
                step += light[std::size_t((row + span + k) * columns + column)] -
                        light[std::size_t((row + span - k) * columns + column)];
            strip.steps[std::size_t(row * columns + column)] = std::clamp(step / clear, -1.f, 1.f);
        }
    }
    return strip;
}

// A line across a strip, by the rows at its two ends.
struct Across {
    int start;
    int end;
    float worth;
};

float worthOf(const Strip &strip, int start, int end) {
    float sum = 0;
    for (int column = 1; column + 1 < columns; ++column)
        sum += strip.at(start + (end - start) * column / (columns - 1), column);
    return sum / (columns - 2);
}

// The best that are apart, best first.
std::vector<Across> bestAcross(const Strip &strip, int tilt) {
    std::vector<Across> found;
    for (int start = 0; start < strip.rows; start += stride) {
        const int least = std::max({0, start - tilt, 2 * leastIn - start});
        for (int end = least; end < std::min(strip.rows, start + tilt); end += stride) {
            const float worth = worthOf(strip, start, end);
            if (worth > leastWorth)
                found.push_back({start, end, worth});
        }
    }
    std::sort(found.begin(), found.end(), [](const Across &a, const Across &b) { return a.worth > b.worth; });
    std::vector<Across> kept;
    for (const Across &across : found) {
        if (kept.size() >= mostOfSide)
            break;
        const bool isNear = std::any_of(kept.begin(), kept.end(), [&](const Across &other) {
            return std::abs(other.start + other.end - across.start - across.end) < 2 * apartRows;
        });
        if (!isNear)
            kept.push_back(across);
    }
    return kept;
}

} // namespace

std::vector<Line> linesInside(const Evidence &evidence, const std::array<QPointF, 4> &corners,
                              std::size_t side) {
    const QPointF a = corners[side];
    const QPointF b = corners[(side + 1) % 4];
    const QPointF c = corners[(side + 2) % 4];
    const QPointF d = corners[(side + 3) % 4];
    const Strip strip = stripOf(evidence, a, b, c, d);
    std::vector<Line> lines;
    for (const Across &across : bestAcross(strip, int(mostTilt * lengthOf(b - a))))
        lines.push_back(lineThrough(a + (d - a) * (across.start / strip.depth),
                                    b + (c - b) * (across.end / strip.depth), evidence));
    return lines;
}

} // namespace inkstep
