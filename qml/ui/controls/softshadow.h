// A soft shadow under a rounded rectangle, drawn as nine patches of one small picture.
// In: radius, blur, color, strength. Out: pixels; works with every scene graph back end, no shader.
#pragma once

#include <QColor>
#include <QQuickItem>

namespace inkstep {

class SoftShadow : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double radius MEMBER m_radius NOTIFY changed FINAL)
    // How far the shadow reaches beyond the rectangle, logical pixels.
    Q_PROPERTY(double blur MEMBER m_blur NOTIFY changed FINAL)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed FINAL)
    Q_PROPERTY(double strength MEMBER m_strength NOTIFY changed FINAL)

public:
    explicit SoftShadow(QQuickItem *parent = nullptr);

signals:
    void changed();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    // Device pixels from an edge of the picture to where the shadow no longer changes.
    int corner(double ratio) const;
    QSize drawnSize(double ratio) const;
    QImage draw(QSize size, double ratio) const;

    double m_radius = 0;
    double m_blur = 0;
    QColor m_color = Qt::black;
    double m_strength = 0;
    QSize m_drawn;
    bool m_stale = true;
};

} // namespace inkstep
