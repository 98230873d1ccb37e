#include "levelmark.h"

#include <QImage>
#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>

#include <cmath>

namespace inkstep {

LevelMark::LevelMark(QQuickItem *parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    connect(this, &LevelMark::changed, this, [this] {
        m_stale = true;
        update();
    });
}

void LevelMark::itemChange(ItemChange change, const ItemChangeData &value) {
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) {
        m_stale = true;
        update();
    }
    QQuickItem::itemChange(change, value);
}

void LevelMark::geometryChange(const QRectF &now, const QRectF &before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        m_stale = true;
        update();
    }
}

QImage LevelMark::draw(double ratio) const {
    const int side = static_cast<int>(std::ceil(std::min(width(), height()) * ratio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double pen = m_line * ratio;
    const QRectF ring = QRectF(0, 0, side, side).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    if (m_filled > 0) {
        constexpr int sixteenths = 16;
        constexpr int top = 90 * sixteenths;
        constexpr int around = 360 * sixteenths;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        if (m_filled >= 1)
            painter.drawEllipse(ring);
        else
            painter.drawPie(ring, top, -static_cast<int>(std::lround(m_filled * around)));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_color, pen));
    painter.drawEllipse(ring);
    return image;
}

QSGNode *LevelMark::updatePaintNode(QSGNode *old, UpdatePaintNodeData *) {
    auto *node = static_cast<QSGImageNode *>(old);
    const double side = std::min(width(), height());
    if (side <= 0) {
        delete node;
        m_stale = true;
        return nullptr;
    }
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        m_stale = true;
    }
    if (m_stale) {
        const QImage image = draw(window()->effectiveDevicePixelRatio());
        node->setTexture(window()->createTextureFromImage(image, QQuickWindow::TextureCanUseAtlas));
        m_stale = false;
    }
    node->setRect(QRectF((width() - side) / 2, (height() - side) / 2, side, side));
    return node;
}

} // namespace inkstep
