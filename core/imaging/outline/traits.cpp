#include "imaging/outline/traits.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace inkstep {

namespace {

constexpr int places = 28;          // along a side
constexpr double borderSeen = 0.42; // a side on the picture's border counts as this much evidence
constexpr double borderLit = 0.5;   // ... of light
constexpr double borderPart = 0.3;  // ... of light along its weakest parts
constexpr double nearEnd = 0.12;    // of a side: what lies before and beyond its corner
constexpr int tenths = 10;
constexpr double apart = 5; // pixels between a side and a line that is another one

bool isIn(QPointF p, cv::Size size) {
    return p.x() >= 0 && p.y() >= 0 && p.x() < size.width - 1 && p.y() < size.height - 1;
}

// One side as a stretch of its line.
struct Stretch {
    const Line *line;
    QPointF inward; // any length
    double from;    // along the line
    double to;      // more than `from`
    double length() const { return to - from; }
};

Stretch stretchOf(const Frame &frame, std::size_t side) {
    const QPointF a = frame.corners[side];
    const QPointF b = frame.corners[(side + 1) % 4];
    const Line &line = *frame.sides[side];
    const auto [from, to] = std::minmax({line.alongOf(a), line.alongOf(b)});
    return {&line, QPointF(-(b - a).y(), (b - a).x()), from, to};
}

using Tenths = std::array<double, tenths>;

// How much more surely the side `inward` is the lighter one than the other, for each tenth of the way.
Tenths litTenths(const Stretch &stretch) {
    Tenths out;
    const double from = stretch.from + 2;
    const double part = (stretch.length() - 4) / tenths;
    for (std::size_t k = 0; k < out.size(); ++k) {
        const double a = from + part * double(k);
        out[k] = stretch.line->litFrom(stretch.inward, a, a + part) -
                 stretch.line->litFrom(-stretch.inward, a, a + part);
    }
    return out;
}

// The mean of the three least: one thing lying over a side is no break in it, three are.
double weakest(Tenths::iterator first, Tenths::iterator last) {
    std::partial_sort(first, first + 3, last);
    return (first[0] + first[1] + first[2]) / 3;
}

double medianOf(std::vector<float> values) {
    const auto place = values.begin() + std::ptrdiff_t((values.size() - 1) / 2);
    std::nth_element(values.begin(), place, values.end());
    return double(*place);
}

// How alike the inside is along the sides, how light and how gray.
void judgePaper(Traits &t, const std::vector<cv::Vec3f> &insides, float lightest) {
    std::array<double, 3> middle;
    for (int channel = 0; channel < 3; ++channel) {
        std::vector<float> values;
        values.reserve(insides.size());
        for (const cv::Vec3f &c : insides)
            values.push_back(c[channel]);
        middle[std::size_t(channel)] = medianOf(std::move(values));
    }
    double away = 0;
    for (const cv::Vec3f &c : insides)
        away += std::min(1.0, std::hypot(0.4 * (double(c[0]) - middle[0]), double(c[1]) - middle[1],
                                         double(c[2]) - middle[2]) /
                                  12);
    t.even = 1 - away / double(insides.size());
    t.pale = std::clamp(middle[0] / double(std::max(20.f, lightest)), 0.0, 1.0);
    t.gray = 1 - std::min(1.0, std::hypot(middle[1], middle[2]) / 40);
}

// Edges across the inside, on a grid in the quadrilateral's own shape.
double edgesInside(const Corners &corners, const Evidence &evidence) {
    constexpr int grid = 22;
    double edges = 0;
    int spots = 0;
    for (int v = 1; v < grid; ++v) {
        for (int u = 1; u < grid; ++u) {
            const double s = 0.05 + 0.9 * u / grid;
            const double r = 0.05 + 0.9 * v / grid;
            const QPointF p = (corners[0] * (1 - s) + corners[1] * s) * (1 - r) +
                              (corners[3] * (1 - s) + corners[2] * s) * r;
            if (!isIn(p, evidence.broad.size()))
                continue;
            edges += evidence.broad.at<float>(int(p.y()), int(p.x())) > 0.3f;
            ++spots;
        }
    }
    return spots > 0 ? edges / spots : 1;
}

// A line across a frame from one side to the opposite one.
struct Chord {
    Stretch stretch; // its light where most of the frame is
    double beside;   // pixels to the side it would take the place of
};

std::optional<Chord> chordOf(const Frame &frame, const Line &line) {
    std::array<double, 4> off;
    for (std::size_t i = 0; i < 4; ++i)
        off[i] = QPointF::dotProduct(line.normal, frame.corners[i]) - line.offset;
    for (std::size_t i = 0; i < 2; ++i) {
        // Sides i and k are crossed, neither of the two others is.
        const std::size_t j = i + 1;
        const std::size_t k = i + 2;
        const std::size_t l = (i + 3) % 4;
        if (off[i] * off[j] >= 0 || off[k] * off[l] >= 0 || off[j] * off[k] <= 0)
            continue;
        const auto crossing = [&](std::size_t a, std::size_t b) {
            return frame.corners[a] + (frame.corners[b] - frame.corners[a]) * (off[a] / (off[a] - off[b]));
        };
        const auto [from, to] = std::minmax({line.alongOf(crossing(i, j)), line.alongOf(crossing(k, l))});
        const double middle = off[0] + off[1] + off[2] + off[3];
        const double beside =
            middle * off[j] > 0 ? std::abs(off[l] + off[i]) / 2 : std::abs(off[j] + off[k]) / 2;
        return Chord{{&line, line.normal * middle, from, to}, beside};
    }
    return std::nullopt;
}

} // namespace

void lookAtSides(Traits &t, const Frame &frame, cv::Size size) {
    t.least = 1;
    t.mean = 0;
    t.cut = 0;
    double overrun = 0;
    int ends = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Line &line = *frame.sides[i];
        if (line.border) {
            t.least = std::min(t.least, borderSeen);
            t.mean += borderSeen / 4;
            t.cut += 0.25;
            continue;
        }
        const Stretch side = stretchOf(frame, i);
        const double inset = 0.02 * side.length();
        const double seen = line.seen(side.from + inset, side.to - inset);
        t.least = std::min(t.least, seen);
        t.mean += seen / 4;
        for (const double sign : {-1.0, 1.0}) {
            const double end = sign < 0 ? side.from : side.to;
            const QPointF out = line.at(end + sign * (nearEnd * side.length() + 3));
            if (out.x() < 0 || out.y() < 0 || out.x() >= size.width || out.y() >= size.height)
                continue;
            overrun += line.seen(end + sign * 5, end + sign * (nearEnd * side.length() + 5));
            ++ends;
        }
    }
    t.overrun = ends > 0 ? overrun / ends : 0.25;
    double area = 0;
    t.square = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        area += cross(frame.corners[i], frame.corners[(i + 1) % 4]) / 2;
        const QPointF in = frame.corners[i] - frame.corners[(i + 3) % 4];
        const QPointF out = frame.corners[(i + 1) % 4] - frame.corners[i];
        t.square += cross(in, out) / (lengthOf(in) * lengthOf(out)) / 4;
    }
    t.area = std::sqrt(std::min(1.0, area / (double(size.width) * size.height)));
}

void lookAround(Traits &t, const Frame &frame, const Evidence &evidence, float lightest) {
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
        const QPointF a = frame.corners[i];
        const QPointF b = frame.corners[(i + 1) % 4];
        const QPointF inward = QPointF(-(b - a).y(), (b - a).x()) / lengthOf(b - a);
        double distances = 0;
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
            distances += distance / (distance + 3.0 + 2 * evidence.noise);
            lighter += step[0] > 0.5f;
            ++compared;
            ++seen;
        }
        const double mean = seen > places / 4 ? distances / seen : 0.4;
        t.step += mean / 4;
        t.leastStep = std::min(t.leastStep, mean);
    }
    t.brighter = compared > 0 ? double(lighter) / compared : 0;
    if (insides.empty())
        return;
    judgePaper(t, insides, lightest);
    t.inside = edgesInside(frame.corners, evidence);
}

void lookAtLight(Traits &t, const Frame &frame, cv::Size size) {
    t.leastLit = t.leastEnd = t.leastPart = 1;
    double before = 0;
    double beyond = 0;
    int befores = 0;
    int beyonds = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const Line &line = *frame.sides[i];
        if (line.border) {
            t.lit += borderLit / 4;
            t.unlit += 0.1 / 4;
            t.unbroken += borderPart / 4;
            t.leastLit = std::min(t.leastLit, borderLit);
            t.leastPart = std::min(t.leastPart, borderPart);
            continue;
        }
        const Stretch side = stretchOf(frame, i);
        const double lit = line.litFrom(side.inward, side.from + 2, side.to - 2);
        t.lit += lit / 4;
        t.leastLit = std::min(t.leastLit, lit);
        t.unlit += line.litFrom(-side.inward, side.from + 2, side.to - 2) / 4;
        Tenths parts = litTenths(side);
        const double weak = weakest(parts.begin(), parts.end());
        t.unbroken += weak / 4;
        t.leastPart = std::min(t.leastPart, weak);
        const double reach = nearEnd * side.length();
        for (const double sign : {-1.0, 1.0}) {
            const double end = sign < 0 ? side.from : side.to;
            if (isIn(line.at(end - sign * reach), size)) {
                const double seen = line.litFrom(side.inward, end - sign * 2, end - sign * (reach + 2));
                t.leastEnd = std::min(t.leastEnd, seen);
                before += seen;
                ++befores;
            }
            if (isIn(line.at(end + sign * (reach + 3)), size)) {
                beyond += line.litFrom(side.inward, end + sign * 5, end + sign * (reach + 5));
                ++beyonds;
            }
        }
    }
    t.ends = befores > 0 ? before / befores : 0.5;
    t.litOver = beyonds > 0 ? beyond / beyonds : 0.25;
}

void lookForRivals(Traits &t, const Frame &frame, const std::vector<const Line *> &lines) {
    t.rival = t.rivalFull = 0;
    for (const Line *line : lines) {
        if (std::find(frame.sides.begin(), frame.sides.end(), line) != frame.sides.end())
            continue;
        const auto chord = chordOf(frame, *line);
        if (!chord || chord->beside < apart)
            continue;
        Tenths parts = litTenths(chord->stretch);
        double mean = 0;
        for (const double part : parts)
            mean += part / tenths;
        t.rival = std::max(t.rival, mean);
        // What was drawn keeps off the paper's edge; a sheet's side starts at one at least.
        const double end = std::max(parts.front(), parts.back());
        t.rivalFull = std::max(t.rivalFull, std::min(end, weakest(parts.begin() + 1, parts.end() - 1)));
    }
}

double scoreOf(const Traits &t) {
    return -8.167 * t.least + 9.670 * t.mean - 0.364 * t.overrun + 12.357 * t.area + 3.048 * t.step -
           4.457 * t.leastStep + 1.985 * t.brighter + 1.981 * t.even + 4.535 * t.inside + 15.397 * t.pale +
           7.611 * t.gray + 207.802 * t.square - 10.943 * t.cut + 2.067 * t.lit + 0.442 * t.leastLit +
           1.339 * t.unlit + 6.134 * t.ends - 4.358 * t.leastEnd + 2.331 * t.litOver - 1.103 * t.unbroken +
           2.286 * t.leastPart - 0.349 * t.rival - 0.469 * t.rivalFull + 12.707 * t.least * t.leastStep -
           18.871 * t.overrun * t.overrun - 12.494 * t.step * t.brighter - 5.116 * t.rival * t.lit -
           0.125 * t.rival * t.leastLit - 20.146 * t.area * t.area + 7.399 * t.inside * t.inside +
           1.394 * t.rivalFull * t.leastPart + 9.063 * t.ends * t.ends + 6.197 * t.mean * t.ends +
           10.007 * t.area * t.ends - 12.266 * t.step * t.lit - 0.121 * t.mean * t.lit +
           9.274 * t.rival * t.rival - 2.185 * t.rivalFull * t.ends - 7.566 * t.litOver * t.litOver +
           116.886 * t.square * t.square + 8.712 * t.even * t.step - 3.274 * t.unbroken * t.unbroken -
           3.039 * t.area * t.rival + 26.242 * t.area * t.mean + 3.377 * t.least * t.least -
           9.227 * t.inside * t.area - 2.900 * t.leastLit * t.leastLit + 6.043 * t.leastEnd * t.leastEnd +
           0.496 * t.leastPart * t.leastPart - 4.626 * t.rivalFull * t.rivalFull - 368.731;
}

} // namespace inkstep
