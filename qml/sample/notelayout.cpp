#include "notelayout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace inkstep {

namespace {

double clampInto(double value, double size, double from, double to) {
    return std::max(from, std::min(value, to - size));
}

QPointF within(QPointF place, QSizeF size, const QRectF &bounds) {
    return {clampInto(place.x(), size.width(), bounds.left(), bounds.right()),
            clampInto(place.y(), size.height(), bounds.top(), bounds.bottom())};
}

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QRectF around(QPointF anchor, double reach) {
    return QRectF(anchor.x() - reach, anchor.y() - reach, 2 * reach, 2 * reach);
}

double overlap(const QRectF &a, const QRectF &b) {
    const QRectF both = a.intersected(b);
    return both.width() * both.height();
}

} // namespace

QPointF keepClear(const QRectF &card, QPointF anchor, double reach, const QRectF &bounds) {
    const QPointF start = within(card.topLeft(), card.size(), bounds);
    const QRectF words = around(anchor, reach);
    if (!QRectF(start, card.size()).intersects(words))
        return start;
    const QPointF candidates[] = {
        {words.right(), start.y()},
        {words.left() - card.width(), start.y()},
        {start.x(), words.bottom()},
        {start.x(), words.top() - card.height()},
    };
    QPointF best = start;
    double least = std::numeric_limits<double>::max();
    for (const QPointF &candidate : candidates) {
        const QPointF place = within(candidate, card.size(), bounds);
        const double cost =
            distance(place, start) + 100 * overlap(QRectF(place, card.size()), words); // hiding counts most
        if (cost < least) {
            least = cost;
            best = place;
        }
    }
    return best;
}

QPointF placeBeside(QPointF anchor, QSizeF card, double reach, const QRectF &page, const QRectF &bounds,
                    const QList<QRectF> &cards, const QList<QPointF> &anchors) {
    const double gap = reach * 1.5;
    const double middleY = anchor.y() - card.height() / 2;
    const double middleX = anchor.x() - card.width() / 2;
    const double right = bounds.right() - card.width();
    const double besideRight =
        page.right() - card.width() / 6; // still touching the page, so one sees where it belongs
    const double besideLeft = page.left() - card.width() * 5 / 6;
    // Children leave margins; what lies between them is writing.
    const QRectF writing = page.adjusted(page.width() * 0.1, 0, -page.width() * 0.1, 0);
    QList<QPointF> candidates;
    for (const double shift : {0.0, -1.1, 1.1, -2.2, 2.2, -3.3, 3.3}) {
        const double y = middleY + shift * card.height();
        candidates << QPointF(right, y) << QPointF(bounds.left(), y) << QPointF(anchor.x() + gap, y)
                   << QPointF(besideRight, y) << QPointF(besideLeft, y)
                   << QPointF(anchor.x() - gap - card.width(), y);
    }
    candidates << QPointF(middleX, anchor.y() + gap) << QPointF(middleX, anchor.y() - gap - card.height());
    QPointF best = within({anchor.x() + gap, middleY}, card, bounds);
    double least = std::numeric_limits<double>::max();
    for (const QPointF &candidate : candidates) {
        const QRectF place(within(candidate, card, bounds), card);
        double cost = distance(place.center(), anchor) + 100 * overlap(place, around(anchor, reach)) +
                      0.1 * overlap(place, page) + 0.1 * overlap(place, writing);
        for (const QRectF &other : cards)
            cost += 10 * overlap(place, other);
        for (const QPointF &other : anchors)
            cost += 5 * overlap(place, around(other, reach));
        if (cost < least) {
            least = cost;
            best = place.topLeft();
        }
    }
    return best;
}

QPointF sensibleAnchor(const QRectF &bounds, const QList<QPointF> &anchors) {
    const QPointF wished(bounds.left() + bounds.width() * 0.5, bounds.top() + bounds.height() * 0.35);
    const double enough = std::hypot(bounds.width(), bounds.height()) / 6;
    QPointF best = wished;
    double least = std::numeric_limits<double>::max();
    for (const double across : {0.5, 0.35, 0.65}) {
        for (const double down : {0.35, 0.5, 0.2, 0.65, 0.8}) {
            const QPointF spot(bounds.left() + bounds.width() * across,
                               bounds.top() + bounds.height() * down);
            double cost = distance(spot, wished);
            for (const QPointF &other : anchors)
                cost += 4 * std::max(0.0, enough - distance(spot, other));
            if (cost < least) {
                least = cost;
                best = spot;
            }
        }
    }
    return best;
}

} // namespace inkstep
