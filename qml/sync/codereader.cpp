#include "codereader.h"

#define ZX_USE_UTF8 1 // results as std::string, as every later version of the library has them
#include <ZXing/ReadBarcode.h>

namespace inkstep {

namespace {
constexpr int longestSide = 1280; // pixels: a code that fills a third of it has 4 pixels a module and more
}

QString codeIn(const QImage &picture) {
    if (picture.isNull())
        return {};
    const QImage small =
        std::max(picture.width(), picture.height()) > longestSide
            ? picture.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
            : picture;
    const QImage gray = small.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(gray.bytesPerLine()));
    const ZXing::Result result =
        ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    return result.isValid() ? QString::fromStdString(result.text()) : QString();
}

void CodeReader::setVideoSink(QVideoSink *sink) {
    if (sink == m_sink)
        return;
    if (m_sink)
        m_sink->disconnect(this);
    m_sink = sink;
    m_last.clear();
    if (sink)
        connect(sink, &QVideoSink::videoFrameChanged, this, &CodeReader::look);
    emit videoSinkChanged();
}

void CodeReader::look(const QVideoFrame &frame) {
    if (m_looking || !frame.isValid())
        return;
    m_looking = true;
    m_executor.call(
        Executor::Screen, [frame] { return codeIn(frame.toImage()); }, this,
        [this](const QString &text) {
            m_looking = false;
            if (text.isEmpty() || text == m_last || !m_sink)
                return;
            m_last = text;
            emit found(text);
        });
}

} // namespace inkstep
