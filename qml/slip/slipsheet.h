#pragma once

#include "slippress.h"

#include <QPainter>
#include <QQuickPaintedItem>

namespace inkstep {

// One sheet as it will be printed, as large as the item is.
class SlipSheet : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(inkstep::SlipPress *press READ press WRITE setPress NOTIFY pressChanged)
    Q_PROPERTY(int sheet MEMBER m_sheet NOTIFY sheetChanged)

public:
    explicit SlipSheet(QQuickItem *parent = nullptr) : QQuickPaintedItem(parent) {
        setAntialiasing(true);
        setFillColor(Qt::white); // paper
        connect(this, &SlipSheet::sheetChanged, this, [this] { update(); });
    }
    SlipPress *press() const { return m_press; }
    void setPress(SlipPress *press) {
        if (m_press == press)
            return;
        if (m_press)
            m_press->disconnect(this);
        m_press = press;
        if (press)
            connect(press, &SlipPress::sheetsChanged, this, [this] { update(); });
        emit pressChanged();
        update();
    }
    void paint(QPainter *painter) override {
        const SlipSheets *sheets = m_press ? m_press->shown() : nullptr;
        if (!sheets)
            return;
        const double scale = width() / sheets->size().width();
        painter->scale(scale, scale);
        sheets->paint(*painter, m_sheet);
    }

signals:
    void pressChanged();
    void sheetChanged();

private:
    QPointer<SlipPress> m_press;
    int m_sheet = 0;
};

} // namespace inkstep
