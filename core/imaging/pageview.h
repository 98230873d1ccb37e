#pragma once

#include <QPointF>
#include <QSize>
#include <QTransform>
#include <array>
#include <optional>

namespace inkstep {

// How a page is shown, and the one transform between the original and every view of it. Notes are kept in the
// original's own coordinates: 0 to 1 across and down the upright original. A view's coordinates are 0 to 1
// across and down what is shown, so a note stays on its word whatever happens to the view. Points outside 0
// to 1 map too: a note may hang over the edge. A sheet's corners make the view that of the sheet lying flat;
// turns come after that.
class PageView {
public:
    PageView() = default;
    // Any number of clockwise quarter turns; -1 is 3.
    explicit PageView(int quarterTurns) : m_turns(((quarterTurns % 4) + 4) % 4) {}

    // The sheet with these corners, lying flat: in the original's own coordinates, clockwise from the sheet's
    // top left. Corners that make no sheet (not convex, or turned inside out) give the whole original.
    PageView(int quarterTurns, const std::array<QPointF, 4> &sheet);

    const std::optional<std::array<QPointF, 4>> &sheet() const { return m_sheet; }
    int quarterTurns() const { return m_turns; } // 0 to 3, clockwise
    PageView turned(int quarterTurns) const;

    QPointF toView(QPointF original) const;
    QPointF fromView(QPointF view) const;
    // The size shown, for an upright original of this size.
    QSize viewSize(QSize upright) const;

    bool operator==(const PageView &other) const {
        return m_turns == other.m_turns && m_sheet == other.m_sheet;
    }

private:
    QPointF turnedPoint(QPointF p, int turns) const;

    int m_turns = 0;
    std::optional<std::array<QPointF, 4>> m_sheet;
    QTransform m_toFlat; // from the original to the flat sheet, both 0 to 1
    QTransform m_fromFlat;
};

} // namespace inkstep
