#include "imaging/outline/quads.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace inkstep {

namespace {

constexpr double beyond = 0.16;       // how far corners may lie outside, in parts of the picture
constexpr double smallestArea = 0.07; // of the picture
constexpr double longestShape =
    2.4; // of a sheet as seen: writing paper is at most 1.7 to 1, keyboards are longer
constexpr double parallel = 0.62;     // cosine of the most two opposite sides may differ in direction
constexpr std::size_t sectors = 9;    // of half a turn
constexpr std::size_t mostPairs = 70; // of one sector, and half of that where there are few lines
constexpr std::size_t manyLines = 60;
constexpr std::size_t looked = 90;  // quadrilaterals whose insides are looked at
constexpr int places = 28;          // along a side
constexpr double borderSeen = 0.42; // a side on the picture's border counts as this much evidence

double cross(QPointF a, QPointF b) {
    return a.x() * b.y() - a.y() * b.x();
}
std::optional<QPointF> meeting(const Line &a, const Line &b) {
    const double det = cross(a.normal, b.normal);
    if (std::abs(det) < 0.2)
        return std::nullopt;
    return QPointF((a.offset * b.normal.y() - b.offset * a.normal.y()) / det,
                   (b.offset * a.normal.x() - a.offset * b.normal.x()) / det);
}

struct Pair {
    const Line *a;
    const Line *b;
    double strength;
};

// Two lines that may be opposite sides: of about one direction, and apart.
std::vector<Pair> pairsOf(const std::vector<const Line *> &lines, cv::Size size) {
    std::vector<Pair> pairs;
    const QPointF middle(size.width / 2.0, size.height / 2.0);
    const double shortest = 0.2 * std::min(size.width, size.height);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = i + 1; j < lines.size(); ++j) {
            const Line &a = *lines[i];
            const Line &b = *lines[j];
            if (a.border && b.border)
                continue;
            const double alike = QPointF::dotProduct(a.normal, b.normal);
            if (std::abs(alike) < parallel)
                continue;
            const double fromA = a.offset - QPointF::dotProduct(a.normal, middle);
            const double fromB = (b.offset - QPointF::dotProduct(b.normal, middle)) * (alike > 0 ? 1 : -1);
            if (std::abs(fromA - fromB) < shortest)
                continue;
            pairs.push_back({&a, &b, std::min(a.strength, 160.0) + std::min(b.strength, 160.0)});
        }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair &a, const Pair &b) { return a.strength > b.strength; });
    // Of each direction the strongest, or stripes would leave no room for the sheet.
    std::array<std::size_t, sectors> ofSector{};
    std::vector<Pair> kept;
    for (const Pair &pair : pairs) {
        QPointF way =
            pair.a->way + (QPointF::dotProduct(pair.a->way, pair.b->way) > 0 ? pair.b->way : -pair.b->way);
        double angle = std::atan2(way.y(), way.x());
        if (angle < 0)
            angle += std::numbers::pi;
        std::size_t &count =
            ofSector[std::min<std::size_t>(sectors - 1, std::size_t(angle / std::numbers::pi * sectors))];
        if (count >= (lines.size() > manyLines ? mostPairs : mostPairs / 2))
            continue;
        ++count;
        kept.push_back(pair);
    }
    return kept;
}

bool isPlausible(Corners &corners, cv::Size size) {
    double area = 0;
    for (std::size_t i = 0; i < 4; ++i)
        area += cross(corners[i], corners[(i + 1) % 4]) / 2;
    if (area < 0) {
        std::swap(corners[1], corners[3]);
        area = -area;
    }
    const double whole = double(size.width) * size.height;
    if (area < smallestArea * whole || area > 1.15 * whole)
        return false;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF &p = corners[i];
        if (p.x() < -beyond * size.width || p.y() < -beyond * size.height ||
            p.x() > (1 + beyond) * size.width || p.y() > (1 + beyond) * size.height)
            return false;
        const QPointF in = corners[i] - corners[(i + 3) % 4];
        const QPointF out = corners[(i + 1) % 4] - corners[i];
        const double turn = cross(in, out) / (lengthOf(in) * lengthOf(out) + 1e-9);
        if (turn < 0.5) // convex, no angle below 30 or above 150 degrees
            return false;
    }
    const double across = lengthOf(corners[1] - corners[0]) + lengthOf(corners[2] - corners[3]);
    const double down = lengthOf(corners[3] - corners[0]) + lengthOf(corners[2] - corners[1]);
    return across < longestShape * down && down < longestShape * across;
}

// From the lines alone: how much of each side is seen, and whether it goes on where it should end.
void lookAtSides(Quad &quad, const std::array<const Line *, 4> &sides, cv::Size size) {
    Traits &t = quad.traits;
    t.least = 1;
    double overrun = 0;
    int ends = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Line &line = *sides[i];
        if (line.border) {
            t.least = std::min(t.least, borderSeen);
            t.mean += borderSeen / 4;
            t.cut += 0.25;
            continue;
        }
        double from = line.alongOf(quad.corners[i]);
        double to = line.alongOf(quad.corners[(i + 1) % 4]);
        if (from > to)
            std::swap(from, to);
        const double length = to - from;
        const double inset = 0.02 * length;
        const double seen = line.seen(from + inset, to - inset);
        t.least = std::min(t.least, seen);
        t.mean += seen / 4;
        for (const double end : {from, to}) {
            const double sign = end == from ? -1 : 1;
            const QPointF out = line.at(end + sign * (0.12 * length + 3));
            if (out.x() < 0 || out.y() < 0 || out.x() >= size.width || out.y() >= size.height)
                continue;
            overrun += line.seen(end + sign * 5, end + sign * (0.12 * length + 5));
            ++ends;
        }
    }
    t.overrun = ends > 0 ? overrun / ends : 0.25;
    double area = 0;
    for (std::size_t i = 0; i < 4; ++i)
        area += cross(quad.corners[i], quad.corners[(i + 1) % 4]) / 2;
    t.area = std::sqrt(std::min(1.0, area / (double(size.width) * size.height)));
    double right = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF in = quad.corners[i] - quad.corners[(i + 3) % 4];
        const QPointF out = quad.corners[(i + 1) % 4] - quad.corners[i];
        right += cross(in, out) / (lengthOf(in) * lengthOf(out)) / 4;
    }
    t.square = right;
}

bool isIn(QPointF p, cv::Size size) {
    return p.x() >= 0 && p.y() >= 0 && p.x() < size.width - 1 && p.y() < size.height - 1;
}

// From what lies on either side.
void lookAround(Quad &quad, const Evidence &evidence, float lightest) {
    Traits &t = quad.traits;
    const cv::Size size = evidence.color.size();
    const double near = std::max(2.0, size.height / 180.0);
    const double far = std::max(5.0, size.height / 70.0);
    const auto color = [&](QPointF p) {
        return evidence.color.at<cv::Vec3f>(int(std::lround(p.y())), int(std::lround(p.x())));
    };
    std::vector<cv::Vec3f> insides;
    int lighter = 0;
    int compared = 0;
    t.leastStep = 1;
    t.step = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF a = quad.corners[i];
        const QPointF b = quad.corners[(i + 1) % 4];
        const QPointF inward = QPointF(-(b - a).y(), (b - a).x()) / lengthOf(b - a);
        double apart = 0;
        int seen = 0;
        for (int k = 0; k < places; ++k) {
            const QPointF at = a + (b - a) * ((k + 0.5) / places * 0.94 + 0.03);
            const QPointF in[2] = {at + inward * near * 1.5, at + inward * far};
            const QPointF out[2] = {at - inward * near, at - inward * far};
            if (!isIn(in[0], size) || !isIn(in[1], size))
                continue;
            insides.push_back(color(in[1]));
            if (!isIn(out[0], size) || !isIn(out[1], size))
                continue;
            const cv::Vec3f step = (color(in[0]) + color(in[1]) - color(out[0]) - color(out[1])) * 0.5f;
            const double distance = std::sqrt(double(step.dot(step)));
            apart += distance / (distance + 3.0 + 2 * evidence.noise);
            lighter += step[0] > 0.5f;
            ++compared;
            ++seen;
        }
        const double mean = seen > places / 4 ? apart / seen : 0.4;
        t.step += mean / 4;
        t.leastStep = std::min(t.leastStep, mean);
    }
    t.brighter = compared > 0 ? double(lighter) / compared : 0;
    if (insides.empty())
        return;
    std::vector<float> lights;
    std::vector<float> first;
    std::vector<float> second;
    for (const cv::Vec3f &c : insides) {
        lights.push_back(c[0]);
        first.push_back(c[1]);
        second.push_back(c[2]);
    }
    const auto at = [](std::vector<float> &values, double part) {
        const auto place = values.begin() + std::ptrdiff_t(part * double(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const float light = at(lights, 0.5);
    const float a = at(first, 0.5);
    const float b = at(second, 0.5);
    double away = 0;
    for (const cv::Vec3f &c : insides) {
        const double distance = std::hypot(0.4 * (c[0] - light), c[1] - a, c[2] - b);
        away += std::min(1.0, distance / 12);
    }
    t.even = 1 - away / double(insides.size());
    t.pale = std::clamp(double(light / std::max(20.f, lightest)), 0.0, 1.0);
    t.gray = 1 - std::min(1.0, std::hypot(a, b) / 40.0);
    // Across the inside, on a grid in the quadrilateral's own shape.
    double edges = 0;
    int spots = 0;
    constexpr int grid = 22;
    for (int v = 1; v < grid; ++v) {
        for (int u = 1; u < grid; ++u) {
            const double s = 0.05 + 0.9 * u / grid;
            const double r = 0.05 + 0.9 * v / grid;
            const QPointF p = (quad.corners[0] * (1 - s) + quad.corners[1] * s) * (1 - r) +
                              (quad.corners[3] * (1 - s) + quad.corners[2] * s) * r;
            if (!isIn(p, size))
                continue;
            edges += evidence.broad.at<float>(int(p.y()), int(p.x())) > 0.3f;
            ++spots;
        }
    }
    t.inside = spots > 0 ? edges / spots : 1;
}

double roughScore(const Traits &t) {
    return 2.2 * t.least + 2.0 * t.mean - 0.9 * t.overrun + 0.9 * t.area + 0.5 * t.square - 0.4 * t.cut;
}

} // namespace

double scoreOf(const Traits &t) {
    return 0.838 * t.least + 17.398 * t.mean - 6.641 * t.overrun + 12.609 * t.area + 6.965 * t.step -
           0.664 * t.leastStep + 3.579 * t.brighter + 3.05 * t.even + 2.884 * t.inside + 0.726 * t.pale +
           5.327 * t.gray + 32.747 * t.square + 0.769 * t.cut + 3.172 * t.least * t.leastStep -
           6.883 * t.overrun * t.overrun + 4.568 * t.step * t.brighter +
           3.267 * std::max(0.0, t.least - 0.5) - 70.372;
}

std::vector<Quad> quadsOf(const Evidence &evidence, const std::vector<Line> &lines, int most) {
    const cv::Size size = evidence.broad.size();
    const std::vector<Line> edges = borders(size);
    std::vector<const Line *> all;
    for (const Line &line : lines)
        all.push_back(&line);
    for (const Line &line : edges)
        all.push_back(&line);
    const std::vector<Pair> pairs = pairsOf(all, size);
    std::vector<Quad> quads;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        for (std::size_t j = i + 1; j < pairs.size(); ++j) {
            const Pair &p = pairs[i];
            const Pair &q = pairs[j];
            if (std::abs(QPointF::dotProduct(p.a->normal, q.a->normal)) > 0.72 ||
                int(p.a->border) + int(p.b->border) + int(q.a->border) + int(q.b->border) > 2)
                continue;
            const auto first = meeting(*p.a, *q.a);
            const auto second = meeting(*q.a, *p.b);
            const auto third = meeting(*p.b, *q.b);
            const auto fourth = meeting(*q.b, *p.a);
            if (!first || !second || !third || !fourth)
                continue;
            Quad quad;
            quad.corners = {*first, *second, *third, *fourth};
            // Side i leads from corner i to the next.
            std::array<const Line *, 4> sides{q.a, p.b, q.b, p.a};
            const Corners before = quad.corners;
            if (!isPlausible(quad.corners, size))
                continue;
            if (quad.corners[1] != before[1])
                sides = {p.a, q.b, p.b, q.a};
            lookAtSides(quad, sides, size);
            if (quad.traits.least < 0.12)
                continue;
            quad.score = roughScore(quad.traits);
            quads.push_back(quad);
        }
    }
    const std::size_t keep = std::min(quads.size(), looked);
    std::partial_sort(quads.begin(), quads.begin() + std::ptrdiff_t(keep), quads.end(),
                      [](const Quad &a, const Quad &b) { return a.score > b.score; });
    quads.resize(keep);
    std::vector<float> lights;
    for (int y = 1; y < size.height; y += 4)
        for (int x = 1; x < size.width; x += 4)
            lights.push_back(evidence.color.at<cv::Vec3f>(y, x)[0]);
    float lightest = 100;
    if (!lights.empty()) {
        const auto place = lights.begin() + std::ptrdiff_t(0.95 * double(lights.size() - 1));
        std::nth_element(lights.begin(), place, lights.end());
        lightest = *place;
    }
    for (Quad &quad : quads)
        lookAround(quad, evidence, lightest);
    for (Quad &quad : quads)
        quad.score = scoreOf(quad.traits);
    std::sort(quads.begin(), quads.end(), [](const Quad &a, const Quad &b) { return a.score > b.score; });
    if (int(quads.size()) > most)
        quads.resize(std::size_t(most));
    return quads;
}

} // namespace inkstep
