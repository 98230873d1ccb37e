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

// Focal lengths cameras of phones and tablets have, in the picture's longer side: from the wide ones to a
// picture drawn together by half.
constexpr double leastFocal = 0.6;
constexpr double mostFocal = 1.6;

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

// Edges across the inside and what is written there, on a grid in the quadrilateral's own shape.
void judgeInside(Traits &t, const Corners &corners, const Evidence &evidence) {
    constexpr int grid = 22;
    constexpr double wellWritten = 0.15;
    int edges = 0;
    double written = 0;
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
            written += double(evidence.written.at<float>(int(p.y()), int(p.x())));
            ++spots;
        }
    }
    t.inside = spots > 0 ? double(edges) / spots : 1;
    // Print and carpet look written on all over; a page does not.
    const double part = std::min(0.9, t.area * t.area);
    const double in = spots > 0 ? written / spots : 0;
    const double about = std::max(0.0, (evidence.writtenMean - part * in) / (1 - part));
    t.written = std::clamp((in - about) / wellWritten, 0.0, 1.0);
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

// Sine of the angle between the sides on the plane the quadrilateral lies on, at the focal length for which
// it is the nearest to a right one. Two sides that are parallel there meet at their vanishing point, which
// says their direction in space; the picture's middle is taken for what the camera looks at (Caprile and
// Torre, Using vanishing points for camera calibration, 1990).
double squareness(const Corners &corners, cv::Size size) {
    const double unit = std::max(size.width, size.height);
    const auto ray = [&](std::size_t i) {
        return cv::Vec3d((corners[i].x() - size.width / 2.0) / unit,
                         (corners[i].y() - size.height / 2.0) / unit, 1);
    };
    const cv::Vec3d p = ray(0).cross(ray(1)).cross(ray(3).cross(ray(2)));
    const cv::Vec3d q = ray(1).cross(ray(2)).cross(ray(0).cross(ray(3)));
    const double across = p[0] * q[0] + p[1] * q[1];
    const double deep = p[2] * q[2];
    // Of the square of the focal length, within the limits the nearest to what makes the angle right.
    const double ideal = deep == 0 ? 1 : -across / deep;
    const double squared = std::clamp(ideal, leastFocal * leastFocal, mostFocal * mostFocal);
    const auto lengthSquared = [&](const cv::Vec3d &v) {
        return v[0] * v[0] + v[1] * v[1] + squared * v[2] * v[2];
    };
    const double lengths = lengthSquared(p) * lengthSquared(q);
    if (lengths <= 0)
        return 0;
    const double cosine = across + squared * deep;
    return std::sqrt(std::max(0.0, 1 - cosine * cosine / lengths));
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
    t.square = squareness(frame.corners, size);
    t.facing = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        area += cross(frame.corners[i], frame.corners[(i + 1) % 4]) / 2;
        const QPointF in = frame.corners[i] - frame.corners[(i + 3) % 4];
        const QPointF out = frame.corners[(i + 1) % 4] - frame.corners[i];
        t.facing += cross(in, out) / (lengthOf(in) * lengthOf(out)) / 4;
    }
    const auto length = [&](std::size_t i) {
        return lengthOf(frame.corners[(i + 1) % 4] - frame.corners[i]);
    };
    const auto [shorter, longer] = std::minmax({length(0) + length(2), length(1) + length(3)});
    t.slender = 1 - shorter / longer;
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
    judgeInside(t, frame.corners, evidence);
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
    return -57.715 * t.least + 26.294 * t.mean - 39.473 * t.overrun + 49.103 * t.area + 13.683 * t.step +
           55.750 * t.leastStep - 15.314 * t.brighter - 37.457 * t.even + 405.301 * t.inside +
           4.981 * t.written + 14.262 * t.pale + 7.255 * t.gray + 29.486 * t.square - 660.723 * t.facing -
           2.854 * t.slender - 10.902 * t.cut - 7.322 * t.lit - 5.873 * t.leastLit - 23.785 * t.unlit -
           6.937 * t.ends - 462.917 * t.leastEnd + 179.178 * t.litOver + 4.135 * t.unbroken +
           111.450 * t.leastPart - 20.152 * t.rival + 19.900 * t.rivalFull - 17.844 * t.least * t.area +
           16.501 * t.least * t.step + 17.395 * t.least * t.leastStep + 10.027 * t.least * t.gray +
           57.924 * t.least * t.square - 9.392 * t.least * t.lit - 9.922 * t.least * t.leastLit +
           9.358 * t.least * t.ends - 26.103 * t.least * t.litOver + 27.172 * t.mean * t.area -
           14.327 * t.mean * t.step - 17.123 * t.mean * t.even + 25.579 * t.mean * t.leastEnd -
           38.022 * t.mean * t.litOver - 39.592 * t.overrun * t.overrun - 12.475 * t.overrun * t.brighter +
           36.985 * t.overrun * t.even + 29.850 * t.overrun * t.lit + 35.185 * t.overrun * t.unlit +
           23.334 * t.overrun * t.ends - 47.902 * t.area * t.area + 29.591 * t.area * t.step +
           34.770 * t.area * t.even - 22.069 * t.area * t.pale - 36.802 * t.area * t.lit +
           12.759 * t.area * t.leastEnd + 11.823 * t.area * t.unbroken - 17.561 * t.step * t.step +
           22.298 * t.step * t.leastStep - 14.003 * t.step * t.brighter - 22.915 * t.step * t.gray +
           65.035 * t.step * t.litOver + 21.238 * t.leastStep * t.leastStep -
           86.983 * t.leastStep * t.facing + 17.367 * t.leastStep * t.cut - 11.110 * t.leastStep * t.lit -
           8.442 * t.leastStep * t.leastLit - 14.196 * t.leastStep * t.unbroken +
           7.795 * t.brighter * t.gray + 11.731 * t.brighter * t.slender + 9.365 * t.brighter * t.lit +
           13.021 * t.brighter * t.leastLit + 16.600 * t.brighter * t.leastEnd +
           9.100 * t.brighter * t.rivalFull + 19.471 * t.even * t.pale + 11.939 * t.even * t.gray +
           15.751 * t.even * t.unlit + 13.937 * t.even * t.ends - 15.564 * t.even * t.rivalFull -
           406.329 * t.inside * t.facing - 19.043 * t.inside * t.lit + 28.070 * t.inside * t.leastLit -
           15.891 * t.pale * t.pale + 22.897 * t.pale * t.lit - 11.482 * t.gray * t.gray +
           10.347 * t.gray * t.unlit - 15.633 * t.gray * t.litOver + 14.142 * t.gray * t.rival +
           210.612 * t.square * t.leastEnd - 154.914 * t.square * t.litOver + 469.455 * t.facing * t.facing +
           212.892 * t.facing * t.leastEnd - 108.076 * t.facing * t.leastPart -
           24.451 * t.slender * t.slender + 40.712 * t.slender * t.lit - 14.297 * t.slender * t.ends -
           9.079 * t.slender * t.leastEnd - 12.052 * t.slender * t.leastPart -
           26.253 * t.slender * t.rivalFull + 34.211 * t.cut * t.leastEnd - 26.935 * t.cut * t.rival +
           13.797 * t.leastLit * t.litOver - 8.033 * t.leastLit * t.rival - 12.289 * t.unlit * t.unlit +
           26.707 * t.unlit * t.leastEnd - 33.718 * t.unlit * t.litOver + 8.768 * t.unlit * t.leastPart +
           8.643 * t.leastEnd * t.leastPart - 21.324 * t.litOver * t.litOver -
           28.701 * t.litOver * t.unbroken + 7.146 * t.unbroken * t.rival -
           2.311 * t.leastPart * t.leastPart - 7.448 * t.leastPart * t.rivalFull +
           12.470 * t.rival * t.rival - 18.371 * t.rivalFull * t.rivalFull + 145.680;
}

} // namespace inkstep
