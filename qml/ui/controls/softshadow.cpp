#include "softshadow.h"

#include <QImage>
#include <QQuickWindow>
#include <QSGNinePatchNode>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace inkstep {

SoftShadow::SoftShadow(QQuickItem *parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    connect(this, &SoftShadow::changed, this, [this] {
        m_stale = true;
        update();
    });
}

void SoftShadow::itemChange(ItemChange change, const ItemChangeData &value) {
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) {
        m_stale = true;
        update();
    }
    QQuickItem::itemChange(change, value);
}

void SoftShadow::geometryChange(const QRectF &now, const QRectF &before) {
    QQuickItem::geometryChange(now, before);
    update();
}

QImage SoftShadow::draw(double ratio) const {
    // A blurred edge is the error function of the distance to it; exact for straight edges, near enough for
    // corners.
    const double reach = m_blur * ratio;
    const double corner = m_radius * ratio + reach;
    const double sigma = std::max(0.5, reach / 2);
    const int pad = static_cast<int>(std::ceil(reach + corner));
    const int side = pad * 2 + 1;
    const double half = side / 2.0;
    const double inner = half - reach - corner;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const double dx = std::abs(x + 0.5 - half) - inner;
            const double dy = std::abs(y + 0.5 - half) - inner;
            const double outside = std::hypot(std::max(dx, 0.0), std::max(dy, 0.0));
            const double distance = outside + std::min(std::max(dx, dy), 0.0) - corner;
            const double cover = 0.5 * std::erfc(distance / (sigma * std::numbers::sqrt2));
            QColor pixel = m_color;
            pixel.setAlphaF(static_cast<float>(std::clamp(cover * m_strength, 0.0, 1.0)));
            image.setPixel(x, y, qPremultiply(pixel.rgba()));
        }
    }
    return image;
}

QSGNode *SoftShadow::updatePaintNode(QSGNode *old, UpdatePaintNodeData *) {
    auto *node = static_cast<QSGNinePatchNode *>(old);
    if (width() <= 0 || height() <= 0 || m_strength <= 0 || m_blur <= 0) {
        delete node;
        m_stale = true;
        return nullptr;
    }
    const double ratio = window()->effectiveDevicePixelRatio();
    if (!node) {
        node = window()->createNinePatchNode();
        m_stale = true;
    }
    if (m_stale) {
        node->setTexture(window()->createTextureFromImage(draw(ratio)));
        m_stale = false;
    }
    const double pad = std::ceil((m_blur * 2 + m_radius) * ratio) / ratio;
    node->setBounds(QRectF(-m_blur, -m_blur, width() + m_blur * 2, height() + m_blur * 2));
    node->setDevicePixelRatio(ratio);
    node->setPadding(pad, pad, pad, pad);
    node->update();
    return node;
}

} // namespace inkstep
