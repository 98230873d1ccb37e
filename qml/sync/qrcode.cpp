#include "qrcode.h"

#include <QPainter>
#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

namespace inkstep {

namespace {
constexpr int quietZone = 4; // modules of light around the code: ISO/IEC 18004, 5.3.8
}

QrCode::QrCode(QQuickItem *parent) : QQuickPaintedItem(parent) {
    connect(this, &QrCode::colorsChanged, this, [this] { update(); });
}

void QrCode::setText(const QString &text) {
    if (m_text == text)
        return;
    m_text = text;
    m_modules = {};
    if (!text.isEmpty()) {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        const ZXing::BitMatrix code = writer.setMargin(quietZone).encode(text.toStdWString(), 1, 1);
        m_modules = QImage(code.width(), code.height(), QImage::Format_RGB32);
        for (int y = 0; y < code.height(); ++y) {
            for (int x = 0; x < code.width(); ++x)
                m_modules.setPixelColor(x, y, code.get(x, y) ? m_ink : m_ground);
        }
    }
    emit textChanged();
    update();
}

void QrCode::paint(QPainter *painter) {
    if (m_modules.isNull())
        return;
    // Whole pixels a module: a camera reads edges, and smoothing would blur them.
    const double side = std::min(width(), height());
    const double scale = std::max(1.0, std::floor(side / m_modules.width()));
    const QSizeF drawn(m_modules.width() * scale, m_modules.height() * scale);
    painter->fillRect(boundingRect(), m_ground);
    painter->drawImage(QRectF(QPointF((width() - drawn.width()) / 2, (height() - drawn.height()) / 2), drawn),
                       m_modules);
}

} // namespace inkstep
