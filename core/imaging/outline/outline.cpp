#include "imaging/outline/outline.h"

#include "imaging/outline/choice.h"
#include "imaging/outline/refine.h"

#include <QPolygonF>
#include <QTransform>
#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

constexpr int mostLines = 72;
constexpr int mostLinesLive = 36;
// Log odds below which nothing is said: none of the pictures of desks fitted to has more.
constexpr double likely = 1.0;
constexpr double sure = 6;    // log odds from which no second look is taken
constexpr double farBy = 0.5; // how much better the look from further away has to be, since it sees less well
constexpr int smallest = 24;  // pixels on a side of a picture that can show a page

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

struct Found {
    Quad quad;
    double scale; // the picture's pixels for one it was found in
};

std::optional<Found> bestAt(const QImage &rgb32, int side, int most) {
    double scale = 1;
    const cv::Mat picture = smallOf(rgb32, side, scale);
    const Evidence evidence = evidenceOf(picture);
    const auto page = pageAmong(quadsOf(evidence, linesIn(evidence, most), choices));
    if (!page)
        return std::nullopt;
    return Found{*page, scale};
}

// A torn or bent side is no line until it is looked at from further away.
std::optional<Found> best(const QImage &rgb32, int side, int most) {
    auto near = bestAt(rgb32, side, most);
    if (near && near->quad.score > sure)
        return isDrawnOnPaper(near->quad) ? std::nullopt : near;
    auto far = bestAt(rgb32, side * 2 / 5, most);
    const bool better = far && (!near || far->quad.score > near->quad.score + farBy);
    auto &chosen = better ? far : near;
    if (!chosen || chosen->quad.score < likely || isDrawnOnPaper(chosen->quad))
        return std::nullopt;
    return chosen;
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
    const std::optional<Found> found = best(rgb, workSide, mostLines);
    if (!found)
        return std::nullopt;
    const double ratio = found->scale / fineScale;
    Corners corners = scaled(fromMiddles(found->quad.corners), ratio);
    corners = refined(fine, corners, std::max(6.0, 7 * ratio));
    corners = refined(fine, corners, std::max(4.0, 2.5 * ratio));
    return Outline{fromTopLeft(scaled(corners, fineScale)), certaintyOf(found->quad.score)};
}

std::optional<Outline> findPageLive(const QImage &frame) {
    if (frame.width() < smallest || frame.height() < smallest)
        return std::nullopt;
    const QImage rgb = frame.convertToFormat(QImage::Format_RGB32);
    const std::optional<Found> found = best(rgb, liveWorkSide, mostLinesLive);
    if (!found)
        return std::nullopt;
    double scale = 1;
    const cv::Mat small = smallOf(rgb, liveWorkSide, scale);
    const double ratio = found->scale / scale;
    const Corners corners =
        refined(small, scaled(fromMiddles(found->quad.corners), ratio), std::max(5.0, 5 * ratio));
    return Outline{fromTopLeft(scaled(corners, scale)), certaintyOf(found->quad.score)};
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
