// The circle of a support level, crisp at any size: how much of it is filled says how much was done without
// help. In: the filled share and two colors. Out: pixels; a sheet of hundreds shares one atlas.
#pragma once

#include <QColor>
#include <QQuickItem>

namespace inkstep {

class LevelMark : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    // 0 to 1, clockwise from the top.
    Q_PROPERTY(double filled MEMBER m_filled NOTIFY changed FINAL)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed FINAL)
    // Line width, logical pixels.
    Q_PROPERTY(double line MEMBER m_line NOTIFY changed FINAL)

public:
    explicit LevelMark(QQuickItem *parent = nullptr);

signals:
    void changed();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void geometryChange(const QRectF &now, const QRectF &before) override;

private:
    QImage draw(double ratio) const;

    double m_filled = 0;
    QColor m_color = Qt::black;
    double m_line = 2;
    bool m_stale = true;
};

} // namespace inkstep
