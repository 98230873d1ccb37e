#include "imaging/derive.h"

#include "imaging/decode.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <array>

namespace inkstep {

namespace {

// From one where handwriting looks like the original to one where it can still be read.
constexpr std::array qualities{82, 74, 64, 52};
constexpr int thumbnailQuality = 80;
constexpr qreal smaller = 0.8;
constexpr int smallestSide = 64;

QImage onWhite(QImage image) {
    if (!image.hasAlphaChannel())
        return image;
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(0, 0, image);
    painter.end();
    return flat;
}

// Qt writes a picture's texts (comments, captions), resolution and color profile along with it. The bare
// pixels have none of that, and untagged means sRGB to everyone.
QImage barePixels(const QImage &image) {
    return {image.constBits(), image.width(), image.height(), image.bytesPerLine(), image.format()};
}

Result<QByteArray> encode(const QImage &image, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    if (!writer.write(barePixels(image)))
        return failure(ErrorCode::Failed, writer.errorString());
    return bytes;
}

QImage fitted(const QImage &image, QSize bound) {
    const QSize size = fittedInto(image.size(), bound);
    return size == image.size() ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

// Smaller in steps: worse compression first, since a page of writing has little to lose there, then fewer
// pixels.
Result<QByteArray> encodeWithin(QImage image, qsizetype most) {
    for (;;) {
        for (const int quality : qualities) {
            auto bytes = encode(image, quality);
            if (!bytes || bytes->size() <= most)
                return bytes;
            if (bytes->size() > 4 * most)
                break; // no quality is going to make up for that
        }
        if (std::max(image.width(), image.height()) <= smallestSide)
            return failure(ErrorCode::Failed, QStringLiteral("no preview of %1 bytes").arg(most));
        image = fitted(image, (QSizeF(image.size()) * smaller).toSize());
    }
}

Result<QByteArray> thumbnailFrom(const QImage &image) {
    return encode(fitted(image, QSize(thumbnailSide, thumbnailSide)), thumbnailQuality);
}

std::array<QPointF, 4> scaled(std::array<QPointF, 4> corners, double across, double down) {
    for (QPointF &corner : corners)
        corner = {corner.x() * across, corner.y() * down};
    return corners;
}

std::optional<std::array<QPointF, 4>> sheetOf(const std::optional<Outline> &outline, const QImage &image) {
    if (!outline)
        return {};
    return scaled(outline->corners, 1.0 / image.width(), 1.0 / image.height());
}

} // namespace

Result<Derived> derive(const QByteArray &bytes) {
    const auto info = inspect(bytes);
    if (!info)
        return passOn(info);
    auto decoded = decodeUpright(bytes, QSize(previewSide, previewSide));
    if (!decoded)
        return passOn(decoded);
    QImage image = onWhite(std::move(*decoded));
    auto thumbnail = thumbnailFrom(image);
    if (!thumbnail)
        return passOn(thumbnail);
    const auto outline = findPage(image);
    Derived derived{
        info->uprightSize(), {}, std::move(*thumbnail), sheetOf(outline, image), hintsFor(image, outline)};
    auto preview = encodeWithin(std::move(image), previewBytes);
    if (!preview)
        return passOn(preview);
    derived.preview = std::move(*preview);
    return derived;
}

Result<std::optional<std::array<QPointF, 4>>> sheetIn(const QByteArray &bytes) {
    auto decoded = decodeUpright(bytes, QSize(previewSide, previewSide));
    if (!decoded)
        return passOn(decoded);
    const QImage image = onWhite(std::move(*decoded));
    return sheetOf(findPage(image), image);
}

Result<QByteArray> thumbnailOf(const QByteArray &bytes) {
    auto decoded = decodeUpright(bytes, QSize(thumbnailSide, thumbnailSide));
    return decoded ? thumbnailFrom(onWhite(std::move(*decoded))) : passOn(decoded);
}

Result<QByteArray> thumbnailOf(const QByteArray &bytes, const std::array<QPointF, 4> &sheet, Look look) {
    // The sheet may be a small part of the picture.
    auto decoded = decodeUpright(bytes, QSize(4 * thumbnailSide, 4 * thumbnailSide));
    if (!decoded)
        return passOn(decoded);
    const QImage image = onWhite(std::move(*decoded));
    return encode(flattened(image, scaled(sheet, image.width(), image.height()), look, thumbnailSide),
                  thumbnailQuality);
}

} // namespace inkstep
