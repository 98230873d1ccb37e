#include "imaging/outline/refine.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inkstep {

namespace {

constexpr int profilesASide = 72; // across each side
constexpr double trimmed = 0.03;  // of a side at each end, where the other side's edge is
constexpr double quiet = 2.5;     // L*a*b* units an edge is measured against

// How strongly inside and outside differ at every step across a side, one profile a row.
struct Profiles {
    int steps = 0; // from -reach to reach
    double pitch = 1;
    double reach = 0;
    std::vector<float> values;  // profiles x steps
    std::vector<double> places; // 0 to 1 along the side
    float at(std::size_t row, double offset) const {
        const double step = (offset + reach) / pitch;
        if (step < 0 || step >= steps - 1)
            return 0;
        const auto whole = int(step);
        const auto part = float(step - whole);
        const float *line = values.data() + row * std::size_t(steps);
        return line[whole] * (1 - part) + line[whole + 1] * part;
    }
};

// Lightness, red against green and yellow against blue, on about the scale of L*a*b*: a linear stand-in,
// since only differences across a side count.
cv::Vec3f sampled(const cv::Mat &picture, QPointF p) {
    const double x = std::clamp(p.x() - 0.5, 0.0, picture.cols - 1.001);
    const double y = std::clamp(p.y() - 0.5, 0.0, picture.rows - 1.001);
    const int ix = int(x);
    const int iy = int(y);
    const auto fx = float(x - ix);
    const auto fy = float(y - iy);
    const int right = std::min(ix + 1, picture.cols - 1);
    const auto *upper = picture.ptr<cv::Vec4b>(iy);
    const auto *lower = picture.ptr<cv::Vec4b>(std::min(iy + 1, picture.rows - 1));
    float bgr[3];
    for (int c = 0; c < 3; ++c)
        bgr[c] = (float(upper[ix][c]) * (1 - fx) + float(upper[right][c]) * fx) * (1 - fy) +
                 (float(lower[ix][c]) * (1 - fx) + float(lower[right][c]) * fx) * fy;
    return {0.4f * (0.11f * bgr[0] + 0.59f * bgr[1] + 0.30f * bgr[2]), 0.35f * (bgr[2] - bgr[1]),
            0.30f * (0.5f * (bgr[1] + bgr[2]) - bgr[0])};
}

Profiles across(const cv::Mat &picture, QPointF a, QPointF b, double reach) {
    const QPointF outward = QPointF((b - a).y(), -(b - a).x()) / lengthOf(b - a);
    Profiles out;
    out.pitch = std::max(0.5, reach / 28);
    out.reach = reach;
    out.steps = 2 * int(reach / out.pitch) + 1;
    const int margin = 2;
    std::vector<cv::Vec3f> line(std::size_t(out.steps + 2 * margin));
    for (int k = 0; k < profilesASide; ++k) {
        const double place = trimmed + (1 - 2 * trimmed) * (k + 0.5) / profilesASide;
        const QPointF at = a + (b - a) * place;
        if (at.x() < -reach || at.y() < -reach || at.x() > picture.cols + reach ||
            at.y() > picture.rows + reach)
            continue;
        for (std::size_t s = 0; s < line.size(); ++s)
            line[s] = sampled(picture, at + outward * (-reach + (double(s) - margin) * out.pitch));
        out.places.push_back(place);
        const std::size_t row = out.values.size();
        out.values.resize(row + std::size_t(out.steps));
        for (int s = 0; s < out.steps; ++s) {
            const auto i = std::size_t(s + margin);
            const cv::Vec3f step = (line[i - 1] + line[i - 2] - line[i + 1] - line[i + 2]) * 0.5f;
            const float size = std::sqrt(step.dot(step));
            // Paper is nearly always lighter than what is right beside it, be it by the shadow at its edge.
            const float worth = 0.55f * size + 0.45f * std::max(0.f, step[0]);
            out.values[row + std::size_t(s)] = worth / (worth + float(quiet));
        }
    }
    return out;
}

// A side as it is: how far out it lies at its two ends, and its bow between them.
struct Fit {
    double start = 0;
    double end = 0;
    double bow = 0;
    double offset(double place) const {
        return start + (end - start) * place + 4 * bow * place * (1 - place);
    }
};

double worthOf(const Profiles &profiles, const Fit &fit) {
    double sum = 0;
    for (std::size_t row = 0; row < profiles.places.size(); ++row)
        sum += double(profiles.at(row, fit.offset(profiles.places[row])));
    return sum - 0.012 * double(profiles.places.size()) * std::abs(fit.bow) / profiles.reach;
}

Fit searched(const Profiles &profiles) {
    Fit best;
    double most = -1;
    // A pixel and a half a step is near enough for what follows.
    const int steps = std::clamp(int(profiles.reach / 1.5), 4, 11);
    const int bows = (steps + 1) / 2;
    const double coarse = profiles.reach / (steps + 1);
    for (int i = -steps; i <= steps; ++i) {
        for (int j = -steps; j <= steps; ++j) {
            for (int k = -bows; k <= bows; ++k) {
                const Fit fit{i * coarse, j * coarse, k * coarse};
                const double worth = worthOf(profiles, fit);
                if (worth > most) {
                    most = worth;
                    best = fit;
                }
            }
        }
    }
    for (double step = coarse / 2; step > profiles.pitch / 4; step /= 2) {
        for (bool moved = true; moved;) {
            moved = false;
            for (const Fit &way :
                 {Fit{step, 0, 0}, Fit{-step, 0, 0}, Fit{0, step, 0}, Fit{0, -step, 0}, Fit{0, 0, step},
                  Fit{0, 0, -step}, Fit{step, step, 0}, Fit{-step, -step, 0}}) {
                const Fit fit{best.start + way.start, best.end + way.end, best.bow + way.bow};
                const double worth = worthOf(profiles, fit);
                if (worth > most + 1e-6) {
                    most = worth;
                    best = fit;
                    moved = true;
                }
            }
        }
    }
    return best;
}

// Least squares through the strongest place near the fit in each profile, weighed by how near and how strong.
Fit tightened(const Profiles &profiles, Fit fit) {
    for (double window : {3.0, 2.0, 1.6}) {
        cv::Matx33d normal = cv::Matx33d::zeros();
        cv::Vec3d right(0, 0, 0);
        for (std::size_t row = 0; row < profiles.places.size(); ++row) {
            const double place = profiles.places[row];
            const double middle = fit.offset(place);
            double sum = 0;
            double weighed = 0;
            for (double o = -window * 2 * profiles.pitch; o <= window * 2 * profiles.pitch;
                 o += profiles.pitch / 2) {
                const double value = double(profiles.at(row, middle + o));
                const double weight = value * value * value;
                sum += weight;
                weighed += weight * (middle + o);
            }
            if (sum < 1e-4)
                continue;
            const cv::Vec3d basis(1 - place, place, 4 * place * (1 - place));
            const double weight = std::cbrt(sum);
            normal += weight * cv::Matx33d(basis[0] * basis[0], basis[0] * basis[1], basis[0] * basis[2],
                                           basis[1] * basis[0], basis[1] * basis[1], basis[1] * basis[2],
                                           basis[2] * basis[0], basis[2] * basis[1], basis[2] * basis[2]);
            right += weight * (weighed / sum) * basis;
        }
        normal(2, 2) += 0.15 * cv::trace(normal); // bows are small
        bool solved = false;
        const cv::Matx33d inverse = normal.inv(cv::DECOMP_LU, &solved);
        if (!solved)
            return fit;
        const cv::Vec3d solution = inverse * right;
        fit = {solution[0], solution[1], solution[2]};
    }
    return fit;
}

} // namespace

Corners refined(const cv::Mat &picture, const Corners &corners, double reach) {
    std::array<QPointF, 4> from;
    std::array<QPointF, 4> to;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF a = corners[i];
        const QPointF b = corners[(i + 1) % 4];
        from[i] = a;
        to[i] = b;
        const bool onBorder = (std::abs(a.x() - b.x()) < 0.5 && (a.x() < 2 || a.x() > picture.cols - 2)) ||
                              (std::abs(a.y() - b.y()) < 0.5 && (a.y() < 2 || a.y() > picture.rows - 2));
        if (onBorder || lengthOf(b - a) < 4 * reach)
            continue;
        const Profiles profile = across(picture, a, b, reach);
        if (profile.places.size() < profilesASide / 3)
            continue;
        const Fit fit = tightened(profile, searched(profile));
        if (std::abs(fit.start) > 1.5 * reach || std::abs(fit.end) > 1.5 * reach)
            continue;
        const QPointF outward = QPointF((b - a).y(), -(b - a).x()) / lengthOf(b - a);
        from[i] = a + outward * fit.start;
        to[i] = b + outward * fit.end;
    }
    Corners out = corners;
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t before = (i + 3) % 4;
        const QPointF p = from[before];
        const QPointF r = to[before] - from[before];
        const QPointF q = from[i];
        const QPointF s = to[i] - from[i];
        const double det = r.x() * s.y() - r.y() * s.x();
        if (std::abs(det) < 0.2 * lengthOf(r) * lengthOf(s))
            continue;
        const double t = ((q - p).x() * s.y() - (q - p).y() * s.x()) / det;
        const QPointF corner = p + r * t;
        if (lengthOf(corner - corners[i]) < 3 * reach)
            out[i] = corner;
    }
    return out;
}

} // namespace inkstep
