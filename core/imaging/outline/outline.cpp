#include "imaging/outline/outline.h"

#include "imaging/outline/quads.h"
#include "imaging/outline/refine.h"

#include <QPolygonF>
#include <QTransform>
#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

constexpr int mostLines = 72;
constexpr int mostLinesLive = 40;
constexpr int smallest = 24; // pixels on a side of a picture that can show a page

Corners scaled(Corners corners, double scale) {
    for (QPointF &corner : corners)
        corner *= scale;
    return corners;
}

// From pixels counted at their middles to places counted from the picture's border.
Corners fromMiddles(Corners corners) {
    for (QPointF &corner : corners)
        corner += QPointF(0.5, 0.5);
    return corners;
}

// The same corners from the one whose side points right the most.
Corners fromTopLeft(const Corners &corners) {
    std::size_t first = 0;
    double best = -2;
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF way = corners[(i + 1) % 4] - corners[i];
        const double right = way.x() / std::max(1e-9, std::hypot(way.x(), way.y()));
        if (right > best) {
            best = right;
            first = i;
        }
    }
    Corners out;
    for (std::size_t i = 0; i < 4; ++i)
        out[i] = corners[(first + i) % 4];
    return out;
}

std::optional<Quad> bestQuad(const cv::Mat &picture, int most) {
    const Evidence evidence = evidenceOf(picture);
    const std::vector<Quad> quads = quadsOf(evidence, linesIn(evidence, most), 1);
    if (quads.empty())
        return std::nullopt;
    return quads.front();
}

double certaintyOf(double logOdds) {
    return 1 / (1 + std::exp(-logOdds));
}

// Sutherland and Hodgman, Reentrant polygon clipping, 1974; `by` is convex and clockwise.
std::vector<QPointF> clipped(std::vector<QPointF> polygon, const std::vector<QPointF> &by) {
    for (std::size_t i = 0; i < by.size(); ++i) {
        const QPointF a = by[i];
        const QPointF way = by[(i + 1) % by.size()] - a;
        const auto inside = [&](QPointF p) { return way.x() * (p - a).y() - way.y() * (p - a).x(); };
        std::vector<QPointF> out;
        for (std::size_t k = 0; k < polygon.size(); ++k) {
            const QPointF p = polygon[k];
            const QPointF q = polygon[(k + 1) % polygon.size()];
            const double atP = inside(p);
            const double atQ = inside(q);
            if (atP >= 0)
                out.push_back(p);
            if ((atP >= 0) != (atQ >= 0))
                out.push_back(p + (q - p) * (atP / (atP - atQ)));
        }
        polygon = std::move(out);
    }
    return polygon;
}

double areaOf(const std::vector<QPointF> &polygon) {
    double area = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i];
        const QPointF b = polygon[(i + 1) % polygon.size()];
        area += (a.x() * b.y() - b.x() * a.y()) / 2;
    }
    return area;
}

} // namespace

std::optional<Outline> findPage(const QImage &upright) {
    if (upright.width() < smallest || upright.height() < smallest)
        return std::nullopt;
    const QImage rgb = upright.convertToFormat(QImage::Format_RGB32);
    double fineScale = 1;
    const cv::Mat fine = smallOf(rgb, fineSide, fineScale);
    double scale = 1;
    const std::optional<Quad> quad = bestQuad(smallOf(rgb, workSide, scale), mostLines);
    if (!quad || quad->score < 0)
        return std::nullopt;
    const double ratio = scale / fineScale;
    Corners corners = scaled(fromMiddles(quad->corners), ratio);
    corners = refined(fine, corners, std::max(6.0, 7 * ratio));
    corners = refined(fine, corners, std::max(4.0, 2.5 * ratio));
    return Outline{fromTopLeft(scaled(corners, fineScale)), certaintyOf(quad->score)};
}

std::optional<Outline> findPageLive(const QImage &frame) {
    if (frame.width() < smallest || frame.height() < smallest)
        return std::nullopt;
    const QImage rgb = frame.convertToFormat(QImage::Format_RGB32);
    double scale = 1;
    const cv::Mat small = smallOf(rgb, liveWorkSide, scale);
    const std::optional<Quad> quad = bestQuad(small, mostLinesLive);
    if (!quad || quad->score < 0)
        return std::nullopt;
    const Corners corners = refined(small, fromMiddles(quad->corners), 5);
    return Outline{fromTopLeft(scaled(corners, scale)), certaintyOf(quad->score)};
}

double sharedArea(const std::array<QPointF, 4> &truth, const std::array<QPointF, 4> &other) {
    const QPolygonF seen(QList<QPointF>(truth.begin(), truth.end()));
    const QPolygonF unit(QList<QPointF>{{0, 0}, {1, 0}, {1, 1}, {0, 1}});
    QTransform toPage;
    if (!QTransform::quadToQuad(seen, unit, toPage))
        return 0;
    std::vector<QPointF> mapped;
    for (const QPointF &corner : other) {
        if (toPage.m13() * corner.x() + toPage.m23() * corner.y() + toPage.m33() <= 0)
            return 0; // behind the page's horizon
        mapped.push_back(toPage.map(corner));
    }
    if (areaOf(mapped) < 0)
        std::reverse(mapped.begin(), mapped.end());
    const double shared = areaOf(clipped({{0, 0}, {1, 0}, {1, 1}, {0, 1}}, mapped));
    const double both = 1 + areaOf(mapped) - shared;
    return both > 0 ? std::clamp(shared / both, 0.0, 1.0) : 0;
}

} // namespace inkstep
