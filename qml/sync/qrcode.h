#pragma once

#include <QColor>
#include <QImage>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace inkstep {

// A QR code of a text, dark on light whatever the theme: cameras expect it so.
class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged REQUIRED)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY colorsChanged)
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY colorsChanged)

public:
    explicit QrCode(QQuickItem *parent = nullptr);
    QString text() const { return m_text; }
    void setText(const QString &text);
    void paint(QPainter *painter) override;

signals:
    void textChanged();
    void colorsChanged();

private:
    QString m_text;
    QColor m_ink = Qt::black;
    QColor m_ground = Qt::white;
    QImage m_modules; // one pixel a module
};

} // namespace inkstep
