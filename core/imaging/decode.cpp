#include "imaging/decode.h"

#include "imaging/part.h"

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

// `clip`: of the stored pixels; null: all of them.
Result<QImage> decodeStored(const QByteArray &bytes, const PictureInfo &info, QSize size, QRect clip = {}) {
    // Qt refuses above 128 MB; our own bounds were checked before, and 8 bytes a pixel is the deepest PNG.
    static std::once_flag once;
    std::call_once(once, [] {
        const qint64 most = std::max(mostPixels * 4, mostPixelsWhole * 8);
        QImageReader::setAllocationLimit(int((most >> 20) + 1)); // it counts whole megabytes
    });

    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, QByteArray(formatName(info.format).data()));
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(false); // not every format's plugin honors the tag, so it is done here for all
    if (!clip.isNull())
        reader.setClipRect(clip);
    if (size != (clip.isNull() ? info.storedSize : clip.size()))
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

// Where a part of the upright picture lies among the stored rows and columns: the way of upright(),
// backwards.
QRectF asStored(QRectF part, int orientation) {
    if (orientation >= 5)
        part = QRectF(part.y(), part.x(), part.height(), part.width());
    const bool fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    if (fromRight)
        part.moveLeft(1 - part.right());
    if (fromBottom)
        part.moveTop(1 - part.bottom());
    return part;
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

Result<QImage> decodePart(const QByteArray &bytes, QRectF part, QSize atMost) {
    try {
        const auto info = inspect(bytes);
        if (!info)
            return passOn(info);
        const QRectF stored = asStored(part & QRectF(0, 0, 1, 1), info->orientation);
        const QSizeF all = info->storedSize;
        const QRect clip = QRectF(stored.x() * all.width(), stored.y() * all.height(),
                                  stored.width() * all.width(), stored.height() * all.height())
                               .toAlignedRect() &
                           QRect(QPoint(0, 0), info->storedSize);
        if (clip.isEmpty())
            return failure(ErrorCode::BadInput, QStringLiteral("a part beside the picture"));
        const QSize bound = info->orientation >= 5 ? atMost.transposed() : atMost;
        auto image = decodeStored(bytes, *info, fittedInto(clip.size(), bound), clip);
        if (!image)
            return image;
        return upright(readyToPaint(std::move(*image)), info->orientation);
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::TooLarge, QStringLiteral("not enough memory for its pixels"));
    }
}

} // namespace inkstep
