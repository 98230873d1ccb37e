#pragma once

#include <QPointF>
#include <QSize>

namespace inkstep {

// How a page is shown, and the one transform between the original and every view of it. Notes are kept in the
// original's own coordinates: 0 to 1 across and down the upright original. A view's coordinates are 0 to 1
// across and down what is shown, so a note stays on its word whatever happens to the view. Points outside 0
// to 1 map too: a note may hang over the edge. Outline and flattening join here as further steps of the same
// two functions.
class PageView {
public:
    PageView() = default;
    // Any number of clockwise quarter turns; -1 is 3.
    explicit PageView(int quarterTurns) : m_turns(((quarterTurns % 4) + 4) % 4) {}

    int quarterTurns() const { return m_turns; } // 0 to 3, clockwise
    PageView turned(int quarterTurns) const { return PageView(m_turns + quarterTurns % 4); }

    QPointF toView(QPointF original) const;
    QPointF fromView(QPointF view) const;
    // The size shown, for an upright original of this size.
    QSize viewSize(QSize upright) const { return m_turns % 2 ? upright.transposed() : upright; }

    bool operator==(const PageView &) const = default;

private:
    int m_turns = 0;
};

} // namespace inkstep
