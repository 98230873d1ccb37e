#include "imaging/outline/quads.h"

#include "imaging/outline/inner.h"

#include <algorithm>
#include <cmath>
#include <list>
#include <numbers>
#include <optional>

namespace inkstep {

namespace {

constexpr double beyond = 0.16;       // how far corners may lie outside, in parts of the picture
constexpr double smallestArea = 0.02; // of the picture
constexpr double longestShape = 6;    // of a sheet as seen: a sentence strip is at most five to one
constexpr double leastBreadth = 0.1;  // of the picture's shorter side
constexpr double parallel = 0.62;     // cosine of the most two opposite sides may differ in direction
constexpr std::size_t sectors = 9;    // of half a turn
constexpr std::size_t mostPairs = 70; // of one sector, and half of that where there are few lines
constexpr std::size_t manyLines = 60;
constexpr std::size_t looked = 90;    // quadrilaterals whose insides are looked at
constexpr std::size_t lookedInto = 3; // ... in which an upper sheet's sides are looked for
constexpr double leastSeen = 0.12;    // of every side

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
    const double shortest = leastBreadth * std::min(size.width, size.height);
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

double areaOf(const Corners &corners) { // less than 0: counter-clockwise
    double area = 0;
    for (std::size_t i = 0; i < 4; ++i)
        area += cross(corners[i], corners[(i + 1) % 4]) / 2;
    return area;
}

bool isPlausible(const Corners &corners, cv::Size size) {
    const double area = areaOf(corners);
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

double roughScore(const Traits &t) {
    return 2.2 * t.least + 2.0 * t.mean - 0.9 * t.overrun + 0.9 * t.area + 0.5 * t.square - 0.4 * t.cut;
}

using Sides = std::array<const Line *, 4>; // one after the other around

struct Candidate {
    Frame frame;
    Traits traits;
    double score = 0;
};

bool isBetter(const Candidate &a, const Candidate &b) {
    return a.score > b.score;
}

std::optional<Candidate> candidateOf(Sides sides, cv::Size size) {
    Candidate out;
    Corners &corners = out.frame.corners;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto corner = meeting(*sides[(i + 3) % 4], *sides[i]);
        if (!corner)
            return std::nullopt;
        corners[i] = *corner;
    }
    if (areaOf(corners) < 0) {
        std::swap(corners[1], corners[3]);
        std::reverse(sides.begin(), sides.end());
    }
    if (!isPlausible(corners, size))
        return std::nullopt;
    out.frame.sides = sides;
    lookAtSides(out.traits, out.frame, size);
    out.score = roughScore(out.traits);
    return out;
}

// Of all pairs of pairs the likeliest by their sides alone.
std::vector<Candidate> roughlyBest(const std::vector<const Line *> &lines, cv::Size size) {
    const std::vector<Pair> pairs = pairsOf(lines, size);
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        for (std::size_t j = i + 1; j < pairs.size(); ++j) {
            const Pair &p = pairs[i];
            const Pair &q = pairs[j];
            if (std::abs(QPointF::dotProduct(p.a->normal, q.a->normal)) > 0.72 ||
                int(p.a->border) + int(p.b->border) + int(q.a->border) + int(q.b->border) > 2)
                continue;
            const auto candidate = candidateOf({p.a, q.a, p.b, q.b}, size);
            if (candidate && candidate->traits.least >= leastSeen)
                out.push_back(*candidate);
        }
    }
    const std::size_t keep = std::min(out.size(), looked);
    std::partial_sort(out.begin(), out.begin() + std::ptrdiff_t(keep), out.end(), isBetter);
    out.resize(keep);
    return out;
}

// L* that one in twenty of the picture's places is lighter than.
float lightestOf(const Evidence &evidence) {
    std::vector<float> lights;
    for (int y = 1; y < evidence.color.rows; y += 4)
        for (int x = 1; x < evidence.color.cols; x += 4)
            lights.push_back(evidence.color.at<cv::Vec3f>(y, x)[0]);
    if (lights.empty())
        return 100;
    const auto place = lights.begin() + std::ptrdiff_t(0.95 * double(lights.size() - 1));
    std::nth_element(lights.begin(), place, lights.end());
    return *place;
}

// The frame with each of its sides or one of the lines further in, every way but the one it is.
void addInner(std::vector<Candidate> &to, const Frame &base,
              const std::array<std::vector<const Line *>, 4> &inner, cv::Size size) {
    std::array<std::vector<const Line *>, 4> choices = inner;
    for (std::size_t i = 0; i < 4; ++i)
        choices[i].insert(choices[i].begin(), base.sides[i]);
    for (const Line *first : choices[0]) {
        for (const Line *second : choices[1]) {
            for (const Line *third : choices[2]) {
                for (const Line *fourth : choices[3]) {
                    const Sides sides{first, second, third, fourth};
                    if (sides == base.sides)
                        continue;
                    if (const auto candidate = candidateOf(sides, size))
                        to.push_back(*candidate);
                }
            }
        }
    }
}

} // namespace

std::vector<Quad> quadsOf(const Evidence &evidence, const std::vector<Line> &lines, int most) {
    const cv::Size size = evidence.broad.size();
    const float lightest = lightestOf(evidence);
    const std::vector<Line> edges = borders(size);
    std::vector<const Line *> across;
    for (const Line &line : lines)
        across.push_back(&line);
    std::vector<const Line *> all = across;
    for (const Line &line : edges)
        all.push_back(&line);
    const auto judge = [&](Candidate &candidate) {
        lookForRivals(candidate.traits, candidate.frame, across);
        candidate.score = scoreOf(candidate.traits);
    };
    const auto look = [&](Candidate &candidate) {
        lookAround(candidate.traits, candidate.frame, evidence, lightest);
        lookAtLight(candidate.traits, candidate.frame, size);
    };
    std::vector<Candidate> candidates = roughlyBest(all, size);
    for (Candidate &candidate : candidates) {
        look(candidate);
        judge(candidate);
    }
    std::sort(candidates.begin(), candidates.end(), isBetter);
    // A sheet on another one hardly stands out from it: its sides are looked for where they would be.
    std::list<Line> kept;
    std::vector<Candidate> further;
    for (std::size_t i = 0; i < std::min(candidates.size(), lookedInto); ++i) {
        const Frame &base = candidates[i].frame;
        std::array<std::vector<const Line *>, 4> inner;
        for (std::size_t side = 0; side < 4; ++side) {
            for (Line &line : linesInside(evidence, base.corners, side)) {
                kept.push_back(std::move(line));
                inner[side].push_back(&kept.back());
                across.push_back(&kept.back());
            }
        }
        addInner(further, base, inner, size);
    }
    for (Candidate &candidate : further)
        look(candidate);
    candidates.insert(candidates.end(), further.begin(), further.end());
    for (Candidate &candidate : candidates)
        judge(candidate);
    std::sort(candidates.begin(), candidates.end(), isBetter);
    std::vector<Quad> quads;
    for (const Candidate &candidate : candidates) {
        if (int(quads.size()) >= most)
            break;
        quads.push_back({candidate.frame.corners, candidate.traits, candidate.score});
    }
    return quads;
}

} // namespace inkstep
