#include "imaging/pageview.h"

#include "imaging/flat/flatten.h"
#include "imaging/picture.h"

#include <QPolygonF>

namespace inkstep {

namespace {

// Beyond this there is no picture of a sheet, and near its horizon points fly off without a bound.
constexpr double far = 1000;

bool isSheet(const std::array<QPointF, 4> &corners) {
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF in = corners[(i + 1) % 4] - corners[i];
        const QPointF out = corners[(i + 2) % 4] - corners[(i + 1) % 4];
        if (!(in.x() * out.y() - in.y() * out.x() > 1e-6))
            return false;
    }
    return true;
}

QPointF mapped(const QTransform &transform, QPointF p) {
    const double w = transform.m13() * p.x() + transform.m23() * p.y() + transform.m33();
    const double sign = w < 0 ? -1 : 1;
    const double scale = std::abs(w) < 1e-9 ? sign * 1e9 : 1 / w;
    const double x = (transform.m11() * p.x() + transform.m21() * p.y() + transform.m31()) * scale;
    const double y = (transform.m12() * p.x() + transform.m22() * p.y() + transform.m32()) * scale;
    return {qBound(-far, x, far), qBound(-far, y, far)};
}

} // namespace

PageView::PageView(int quarterTurns, const std::array<QPointF, 4> &sheet) : PageView(quarterTurns) {
    const QPolygonF corners(QList<QPointF>(sheet.begin(), sheet.end()));
    if (!isSheet(sheet) || !QTransform::squareToQuad(corners, m_fromFlat))
        return;
    bool invertible = false;
    const QTransform toFlat = m_fromFlat.inverted(&invertible);
    if (!invertible)
        return;
    m_toFlat = toFlat;
    m_sheet = sheet;
}

PageView PageView::turned(int quarterTurns) const {
    const int turns = m_turns + quarterTurns % 4;
    return m_sheet ? PageView(turns, *m_sheet) : PageView(turns);
}

QPointF PageView::turnedPoint(QPointF p, int turns) const {
    switch (turns & 3) {
    case 1:
        return {1 - p.y(), p.x()};
    case 2:
        return {1 - p.x(), 1 - p.y()};
    case 3:
        return {p.y(), 1 - p.x()};
    default:
        return p;
    }
}

QPointF PageView::toView(QPointF p) const {
    return turnedPoint(m_sheet ? mapped(m_toFlat, p) : p, m_turns);
}

QPointF PageView::fromView(QPointF p) const {
    const QPointF flat = turnedPoint(p, 4 - m_turns);
    return m_sheet ? mapped(m_fromFlat, flat) : flat;
}

QSize PageView::viewSize(QSize upright) const {
    QSize size = upright;
    if (m_sheet) {
        std::array<QPointF, 4> corners = *m_sheet;
        for (QPointF &corner : corners)
            corner = {corner.x() * upright.width(), corner.y() * upright.height()};
        size = flatSizeOf(corners, upright, longestSide);
    }
    return m_turns % 2 ? size.transposed() : size;
}

} // namespace inkstep
