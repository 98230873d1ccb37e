#include "imaging/pageview.h"

namespace inkstep {

QPointF PageView::toView(QPointF p) const {
    switch (m_turns) {
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

QPointF PageView::fromView(QPointF p) const {
    return PageView(-m_turns).toView(p);
}

} // namespace inkstep
