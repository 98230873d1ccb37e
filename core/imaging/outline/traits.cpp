#include "imaging/outline/traits.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace inkstep {

namespace {

constexpr int places = 28;          // along a side
constexpr double notSeen = 0.4;     // how far apart colors are taken to be beside the picture's border
constexpr double borderSeen = 0.42; // a side on the picture's border counts as this much evidence
constexpr double borderLit = 0.5;   // ... of light
constexpr double borderPart = 0.3;  // ... of light along its weakest parts
constexpr double nearEnd = 0.12;    // of a side: what lies before and beyond its corner
constexpr int tenths = 10;
constexpr double otherLine = 5; // pixels between a side and a line that is another one

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

// The median of each channel.
cv::Vec3d medianOf(const std::vector<cv::Vec3f> &colors) {
    cv::Vec3d out;
    std::vector<float> values(colors.size());
    for (int channel = 0; channel < 3; ++channel) {
        std::transform(colors.begin(), colors.end(), values.begin(),
                       [channel](const cv::Vec3f &color) { return color[channel]; });
        const auto place = values.begin() + std::ptrdiff_t((values.size() - 1) / 2);
        std::nth_element(values.begin(), place, values.end());
        out[channel] = double(*place);
    }
    return out;
}

// How surely two colors are apart, by their difference. 0 to 1.
double shareOf(const cv::Vec3d &difference, double noise) {
    const double distance = std::sqrt(difference.dot(difference));
    return distance / (distance + 3.0 + 2 * noise);
}

// How far two colors of one paper are apart, light and shade counting less. 0 to 1.
double paperDistance(const cv::Vec3d &a, const cv::Vec3d &b) {
    return std::min(1.0, std::hypot(0.4 * (a[0] - b[0]), a[1] - b[1], a[2] - b[2]) / 12);
}

// How alike the inside is along the sides, how light and how gray; how alike what is in the middle.
void judgePaper(Traits &t, const std::vector<cv::Vec3f> &insides, const std::vector<cv::Vec3f> &middles,
                float lightest) {
    const cv::Vec3d middle = medianOf(insides);
    double away = 0;
    for (const cv::Vec3f &c : insides)
        away += paperDistance(c, middle);
    t.alike = middles.empty() ? 1 : 1 - paperDistance(middle, medianOf(middles));
    t.even = 1 - away / double(insides.size());
    t.pale = std::clamp(middle[0] / double(std::max(20.f, lightest)), 0.0, 1.0);
    t.gray = 1 - std::min(1.0, std::hypot(middle[1], middle[2]) / 40);
}

// Edges across the inside and what is written there, on a grid in the quadrilateral's own shape. Returns the
// colors there.
std::vector<cv::Vec3f> judgeInside(Traits &t, const Corners &corners, const Evidence &evidence) {
    constexpr int grid = 22;
    constexpr double wellWritten = 0.15;
    int edges = 0;
    double written = 0;
    int spots = 0;
    std::vector<cv::Vec3f> colors;
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
            if (u % 2 == 0 && v % 2 == 0)
                colors.push_back(evidence.color.at<cv::Vec3f>(int(p.y()), int(p.x())));
        }
    }
    t.inside = spots > 0 ? double(edges) / spots : 1;
    // Print and carpet look written on all over; a page does not.
    const double part = std::min(0.9, t.area * t.area);
    const double in = spots > 0 ? written / spots : 0;
    const double about = std::max(0.0, (evidence.writtenMean - part * in) / (1 - part));
    t.written = std::clamp((in - about) / wellWritten, 0.0, 1.0);
    return colors;
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
    const double further = std::max(9.0, size.height / 28.0); // beyond what is printed along a sheet's edge
    const auto color = [&](QPointF p) {
        return evidence.color.at<cv::Vec3f>(int(std::lround(p.y())), int(std::lround(p.x())));
    };
    std::vector<cv::Vec3f> insides;
    int lighter = 0;
    int compared = 0;
    std::vector<cv::Vec3f> furtherIn;
    std::vector<cv::Vec3f> furtherOut;
    t.leastStep = 1;
    t.step = t.apart = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF a = frame.corners[i];
        const QPointF b = frame.corners[(i + 1) % 4];
        const QPointF inward = QPointF(-(b - a).y(), (b - a).x()) / lengthOf(b - a);
        double distances = 0;
        int seen = 0;
        furtherIn.clear();
        furtherOut.clear();
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
            distances += shareOf(step, evidence.noise);
            lighter += step[0] > 0.5f;
            ++compared;
            ++seen;
            // As far out as the picture goes.
            for (const double part : {1.0, 0.7, 0.5, 0.35}) {
                const QPointF on = at + inward * further * part;
                const QPointF off = at - inward * further * part;
                if (!isIn(on, size) || !isIn(off, size))
                    continue;
                furtherIn.push_back(color(on));
                furtherOut.push_back(color(off));
                break;
            }
        }
        const double mean = seen > places / 4 ? distances / seen : notSeen;
        t.step += mean / 4;
        t.leastStep = std::min(t.leastStep, mean);
        t.apart += (furtherIn.size() > places / 4
                        ? shareOf(medianOf(furtherIn) - medianOf(furtherOut), evidence.noise)
                        : notSeen) /
                   4;
    }
    t.brighter = compared > 0 ? double(lighter) / compared : 0;
    if (insides.empty())
        return;
    judgePaper(t, insides, judgeInside(t, frame.corners, evidence), lightest);
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
        if (!chord || chord->beside < otherLine)
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
    return -163.506 * t.least - 67.661 * t.mean - 24.807 * t.overrun - 73.101 * t.area - 8.312 * t.step +
           26.701 * t.leastStep + 2.280 * t.brighter - 26.685 * t.even + 313.857 * t.inside +
           4.677 * t.written - 6.791 * t.pale + 18.872 * t.gray + 21.421 * t.square - 378.344 * t.facing +
           73.235 * t.slender - 23.631 * t.cut + 9.037 * t.lit - 4.544 * t.leastLit - 4.361 * t.unlit -
           1.893 * t.ends - 345.136 * t.leastEnd + 113.592 * t.litOver + 46.795 * t.unbroken +
           139.709 * t.leastPart - 28.400 * t.rival + 26.516 * t.rivalFull + 3.675 * t.least * t.least -
           8.922 * t.least * t.area + 8.250 * t.least * t.step + 15.076 * t.least * t.leastStep -
           4.287 * t.least * t.brighter + 9.409 * t.least * t.inside + 10.145 * t.least * t.gray +
           98.844 * t.least * t.square + 60.772 * t.least * t.facing - 9.907 * t.least * t.lit -
           4.961 * t.least * t.leastLit + 10.453 * t.least * t.ends - 19.671 * t.least * t.litOver -
           2.971 * t.least * t.unbroken - 14.291 * t.mean * t.overrun + 32.374 * t.mean * t.area -
           7.164 * t.mean * t.step - 8.562 * t.mean * t.even - 9.948 * t.mean * t.inside +
           90.041 * t.mean * t.facing - 4.536 * t.mean * t.leastLit + 6.803 * t.mean * t.ends +
           12.790 * t.mean * t.leastEnd - 44.712 * t.mean * t.litOver + 5.576 * t.mean * t.leastPart -
           42.451 * t.overrun * t.overrun + 18.775 * t.overrun * t.step - 14.452 * t.overrun * t.brighter +
           35.581 * t.overrun * t.even + 14.925 * t.overrun * t.lit + 17.592 * t.overrun * t.unlit +
           22.955 * t.overrun * t.ends - 55.599 * t.area * t.area + 24.688 * t.area * t.step +
           17.385 * t.area * t.even - 11.034 * t.area * t.pale + 5.661 * t.area * t.gray +
           119.483 * t.area * t.facing + 22.859 * t.area * t.cut - 29.758 * t.area * t.lit -
           3.737 * t.area * t.ends + 6.379 * t.area * t.leastEnd + 11.277 * t.area * t.unbroken +
           6.651 * t.area * t.rival - 4.943 * t.step * t.step + 11.149 * t.step * t.leastStep -
           20.246 * t.step * t.brighter - 26.482 * t.step * t.gray + 8.002 * t.step * t.slender +
           23.707 * t.step * t.cut + 8.763 * t.step * t.lit + 2.131 * t.step * t.leastLit +
           72.523 * t.step * t.litOver + 17.499 * t.leastStep * t.leastStep -
           4.472 * t.leastStep * t.brighter - 6.239 * t.leastStep * t.even + 10.412 * t.leastStep * t.pale -
           43.492 * t.leastStep * t.facing + 8.683 * t.leastStep * t.cut - 8.641 * t.leastStep * t.lit -
           8.700 * t.leastStep * t.leastLit - 12.824 * t.leastStep * t.unbroken +
           1.107 * t.leastStep * t.leastPart + 9.776 * t.brighter * t.gray + 5.865 * t.brighter * t.slender +
           4.683 * t.brighter * t.lit + 15.910 * t.brighter * t.leastLit - 2.603 * t.brighter * t.ends +
           13.832 * t.brighter * t.leastEnd - 8.873 * t.brighter * t.litOver -
           2.190 * t.brighter * t.leastPart + 4.550 * t.brighter * t.rivalFull - 2.736 * t.even * t.even +
           24.728 * t.even * t.pale + 5.969 * t.even * t.gray + 7.875 * t.even * t.unlit +
           6.969 * t.even * t.ends - 3.081 * t.even * t.leastPart + 8.371 * t.even * t.rival -
           16.256 * t.even * t.rivalFull - 311.947 * t.inside * t.facing - 9.521 * t.inside * t.lit +
           14.035 * t.inside * t.leastLit - 7.946 * t.pale * t.pale + 11.448 * t.pale * t.lit +
           3.732 * t.pale * t.unbroken - 11.717 * t.gray * t.gray - 11.663 * t.gray * t.cut -
           9.178 * t.gray * t.lit + 5.174 * t.gray * t.unlit - 7.817 * t.gray * t.litOver +
           2.565 * t.gray * t.unbroken + 7.071 * t.gray * t.rival + 105.306 * t.square * t.leastEnd -
           77.457 * t.square * t.litOver + 234.728 * t.facing * t.facing - 65.993 * t.facing * t.slender +
           212.437 * t.facing * t.leastEnd - 52.123 * t.facing * t.unbroken -
           138.916 * t.facing * t.leastPart - 32.233 * t.slender * t.slender + 20.356 * t.slender * t.lit -
           7.149 * t.slender * t.ends - 4.539 * t.slender * t.leastEnd - 6.026 * t.slender * t.leastPart -
           21.539 * t.slender * t.rivalFull + 17.105 * t.cut * t.leastEnd - 26.729 * t.cut * t.rival +
           14.772 * t.cut * t.rivalFull - 9.027 * t.lit * t.litOver + 1.819 * t.lit * t.unbroken -
           3.711 * t.leastLit * t.leastLit + 6.899 * t.leastLit * t.litOver +
           2.334 * t.leastLit * t.unbroken - 4.016 * t.leastLit * t.rival - 11.091 * t.unlit * t.unlit +
           3.847 * t.unlit * t.ends + 36.277 * t.unlit * t.leastEnd - 37.873 * t.unlit * t.litOver +
           0.999 * t.unlit * t.unbroken + 9.439 * t.unlit * t.leastPart - 9.053 * t.unlit * t.rival +
           2.629 * t.ends * t.leastEnd - 15.447 * t.ends * t.litOver + 3.046 * t.ends * t.unbroken -
           7.118 * t.ends * t.rivalFull + 2.591 * t.leastEnd * t.leastEnd + 4.322 * t.leastEnd * t.leastPart -
           19.241 * t.litOver * t.litOver - 14.351 * t.litOver * t.unbroken -
           1.144 * t.unbroken * t.leastPart + 3.573 * t.unbroken * t.rival -
           1.155 * t.leastPart * t.leastPart - 3.724 * t.leastPart * t.rivalFull +
           16.670 * t.rival * t.rival - 17.822 * t.rivalFull * t.rivalFull + 94.960;
}

} // namespace inkstep
