// What a benchmark needs of a real window: an item found by what it is, and patience.
#pragma once

#include <QQuickItem>
#include <QTest>
#include <functional>

namespace inkstep::bench {

using Fits = std::function<bool(QQuickItem *)>;

// The first that fits, in the order of the tree; null: none.
inline QQuickItem *find(QQuickItem *item, const Fits &fits) {
    if (fits(item))
        return item;
    for (QQuickItem *child : item->childItems()) {
        if (QQuickItem *found = find(child, fits))
            return found;
    }
    return nullptr;
}

inline bool patient(const std::function<bool()> &until) {
    return QTest::qWaitFor(until, 120'000);
}

} // namespace inkstep::bench
