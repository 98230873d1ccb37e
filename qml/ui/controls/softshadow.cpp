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

int SoftShadow::corner(double ratio) const {
    return static_cast<int>(std::ceil((m_blur * 2 + m_radius) * ratio));
}

QSize SoftShadow::drawnSize(double ratio) const {
    // Enough for the corners and one stretched line between them; all of it where the rectangle is smaller
    // than that.
    const int enough = corner(ratio) * 2 + 1;
    return {std::min(enough, static_cast<int>(std::ceil((width() + m_blur * 2) * ratio))),
            std::min(enough, static_cast<int>(std::ceil((height() + m_blur * 2) * ratio)))};
}

QImage SoftShadow::draw(QSize size, double ratio) const {
    // A blurred edge is the error function of the distance to it; exact for straight edges, near enough for
    // corners.
    const double reach = m_blur * ratio;
    const double sigma = std::max(0.5, reach / 2);
    const double halfWidth = size.width() / 2.0;
    const double halfHeight = size.height() / 2.0;
    const double round = std::min({m_radius * ratio, halfWidth - reach, halfHeight - reach});
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    const auto pixelAt = [&](int x, int y) {
        const double dx = std::abs(x + 0.5 - halfWidth) - (halfWidth - reach - round);
        const double dy = std::abs(y + 0.5 - halfHeight) - (halfHeight - reach - round);
        const double outside = std::hypot(std::max(dx, 0.0), std::max(dy, 0.0));
        const double distance = outside + std::min(std::max(dx, dy), 0.0) - round;
        const double cover = 0.5 * std::erfc(distance / (sigma * std::numbers::sqrt2));
        QColor pixel = m_color;
        pixel.setAlphaF(static_cast<float>(std::clamp(cover * m_strength, 0.0, 1.0)));
        return qPremultiply(pixel.rgba());
    };
    // The four corners mirror each other: a class of tiles draws one of each before its first frame.
    for (int y = 0; y < (size.height() + 1) / 2; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < (size.width() + 1) / 2; ++x)
            line[x] = line[size.width() - 1 - x] = pixelAt(x, y);
        if (const int mirrored = size.height() - 1 - y; mirrored != y)
            std::copy(line, line + size.width(), reinterpret_cast<QRgb *>(image.scanLine(mirrored)));
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
    const QSize size = drawnSize(ratio);
    if (m_stale || size != m_drawn) {
        node->setTexture(
            window()->createTextureFromImage(draw(size, ratio), QQuickWindow::TextureCanUseAtlas));
        m_drawn = size;
        m_stale = false;
    }
    const double across = std::min(corner(ratio), (size.width() - 1) / 2) / ratio;
    const double down = std::min(corner(ratio), (size.height() - 1) / 2) / ratio;
    node->setBounds(QRectF(-m_blur, -m_blur, width() + m_blur * 2, height() + m_blur * 2));
    node->setDevicePixelRatio(ratio);
    node->setPadding(across, down, across, down);
    node->update();
    return node;
}

} // namespace inkstep
