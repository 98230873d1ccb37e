// Pages of writing and the notes on them, the gallery of samples. In: ids of pages and samples, a person's
// touches. Out: what to show and where; Edits.
#pragma once

#include <QList>
#include <QRectF>

namespace inkstep {

// Where cards go on a view of a page. Everything is in one measure, usually logical pixels of the view; sizes
// are those of the card as drawn.

// The place nearest to `card`'s own where it leaves a square of `reach` on each side of `anchor` free and
// lies within `bounds` as far as it fits. The words a note is about are never under it.
QPointF keepClear(const QRectF &card, QPointF anchor, double reach, const QRectF &bounds);

// A place for a new card: free of the other cards, off the other anchors, inside `bounds`; beside the page
// where there is desk, else in its margin, else as near its anchor as that leaves.
QPointF placeBeside(QPointF anchor, QSizeF card, double reach, const QRectF &page, const QRectF &bounds,
                    const QList<QRectF> &cards, const QList<QPointF> &anchors);

// A spot for the tail of a note nobody has aimed yet: inside `bounds`, far from the other anchors, as near
// the upper middle as that allows.
QPointF sensibleAnchor(const QRectF &bounds, const QList<QPointF> &anchors);

} // namespace inkstep
