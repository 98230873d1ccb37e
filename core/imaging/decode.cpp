#include "imaging/decode.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QTransform>
#include <algorithm>
#include <mutex>
#include <new>

namespace inkstep {

namespace {

// EXIF 2.32, tag 0x0112: how the stored rows and columns have to be turned to stand upright.
QImage upright(QImage image, int orientation) {
    switch (orientation) {
    case 2:
        return std::move(image).mirrored(true, false);
    case 3:
        return std::move(image).mirrored(true, true);
    case 4:
        return std::move(image).mirrored(false, true);
    case 5: // along the main diagonal
        return image.transformed(QTransform().rotate(90)).mirrored(true, false);
    case 6:
        return image.transformed(QTransform().rotate(90));
    case 7: // along the other diagonal
        return image.transformed(QTransform().rotate(90)).mirrored(false, true);
    case 8:
        return image.transformed(QTransform().rotate(270));
    default:
        return image;
    }
}

QImage readyToPaint(QImage image) {
    const QColorSpace space = image.colorSpace();
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    return image;
}

Result<QImage> decodeStored(const QByteArray &bytes, const PictureInfo &info, QSize size) {
    // Qt refuses above 128 MB; our own bounds were checked before, and 8 bytes a pixel is the deepest PNG.
    static std::once_flag once;
    std::call_once(once, [] {
        QImageReader::setAllocationLimit(int(std::max(mostPixels * 4, mostPixelsWhole * 8) >> 20));
    });

    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, QByteArray(formatName(info.format).data()));
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(false); // not every format's plugin honors the tag, so it is done here for all
    if (size != info.storedSize)
        reader.setScaledSize(size);
    QImage image = reader.read();
    if (image.isNull()) {
        if (info.format == PictureFormat::WebP && !QImageReader::supportedImageFormats().contains("webp"))
            return failure(ErrorCode::NotAPicture,
                           QStringLiteral("WebP: Qt's plugin for it is not installed"));
        return failure(ErrorCode::NotAPicture, reader.errorString());
    }
    return image;
}

} // namespace

QSize fittedInto(QSize size, QSize bound) {
    if (bound.isEmpty() || size.isEmpty() ||
        (size.width() <= bound.width() && size.height() <= bound.height()))
        return size;
    return size.scaled(bound, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

Result<QImage> decodeUpright(const QByteArray &bytes, QSize atMost) {
    try {
        const auto info = inspect(bytes);
        if (!info)
            return passOn(info);
        const QSize wanted = fittedInto(info->uprightSize(), atMost);
        auto image = decodeStored(bytes, *info, info->orientation >= 5 ? wanted.transposed() : wanted);
        if (!image)
            return image;
        QImage ready = upright(readyToPaint(std::move(*image)), info->orientation);
        if (ready.isNull())
            return failure(ErrorCode::TooLarge, QStringLiteral("not enough memory for its pixels"));
        return ready;
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::TooLarge, QStringLiteral("not enough memory for its pixels"));
    }
}

} // namespace inkstep
