#include "decisionbar.h"

#include <QPainter>
#include <QPainterPath>

namespace inkstep {

DecisionBar::DecisionBar(QQuickItem *parent) : QQuickPaintedItem(parent) {
    setAntialiasing(true);
    connect(this, &DecisionBar::changed, this, [this] { update(); });
}

void DecisionBar::paint(QPainter *painter) {
    constexpr double overhang = 4; // how far the line reaches beyond the bar
    constexpr double step = 5;     // between two strokes of the hatching
    const int all = m_alone + m_notAlone + m_unchecked;
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_mirrored) {
        painter->translate(width(), 0);
        painter->scale(-1, 1);
    }
    const QRectF bar = QRectF(0, overhang, width(), height() - overhang * 2).adjusted(0.5, 0.5, -0.5, -0.5);
    const double round = bar.height() / 2;
    QPainterPath shape;
    shape.addRoundedRect(bar, round, round);
    painter->save();
    painter->setClipPath(shape);
    painter->fillRect(bar, m_ground);
    if (all > 0) {
        const double one = bar.width() / all;
        const double hatchFrom = bar.left() + one * (m_alone + m_notAlone);
        painter->fillRect(QRectF(bar.left(), bar.top(), one * m_alone, bar.height()), m_fill);
        painter->setClipRect(QRectF(hatchFrom, 0, bar.right() - hatchFrom, height()), Qt::IntersectClip);
        painter->setPen(QPen(m_hatch, 1));
        for (double x = hatchFrom - bar.height(); x < bar.right(); x += step)
            painter->drawLine(QPointF(x, bar.bottom()), QPointF(x + bar.height(), bar.top()));
    }
    painter->restore();
    painter->setPen(QPen(m_edge, 1));
    painter->drawPath(shape);
    const double x = std::round(bar.left() + bar.width() * m_moveOnAt);
    painter->setPen(QPen(m_mark, 2, Qt::SolidLine, Qt::FlatCap));
    painter->drawLine(QPointF(x, 0), QPointF(x, height()));
}

} // namespace inkstep
