#include "imaging/layout.h"
#include "ingest/convert/convert.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QtEndian>
#include <libheif/heif.h>
#include <memory>

namespace inkstep {

namespace {

constexpr int heicQuality = 95;

using Context = std::unique_ptr<heif_context, decltype(&heif_context_free)>;
using Handle = std::unique_ptr<heif_image_handle, decltype(&heif_image_handle_release)>;
using Picture = std::unique_ptr<heif_image, decltype(&heif_image_release)>;

tl::unexpected<Error> damaged(const heif_error &why) {
    return failure(ErrorCode::NotAPicture, QStringLiteral("HEIC: ") + QString::fromUtf8(why.message));
}

ExifTags tagsOf(const heif_image_handle *handle) {
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(handle, "Exif", &id, 1) != 1)
        return {};
    QByteArray block(qsizetype(heif_image_handle_get_metadata_size(handle, id)), '\0');
    // ISO/IEC 23008-12, A.2.1: four bytes say how far behind them the TIFF header lies.
    if (block.size() < 4 || heif_image_handle_get_metadata(handle, id, block.data()).code != heif_error_Ok)
        return {};
    const quint32 offset = qFromBigEndian<quint32>(block.constData());
    if (qsizetype(offset) > block.size() - 4)
        return {};
    return readExif(QByteArrayView(block).sliced(4 + qsizetype(offset)));
}

QColorSpace colorsOf(const heif_image_handle *handle) {
    const std::size_t size = heif_image_handle_get_raw_color_profile_size(handle);
    QByteArray profile(qsizetype(size), '\0');
    if (size == 0 || heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok)
        return {};
    return QColorSpace::fromIccProfile(profile);
}

} // namespace

Result<QByteArray> pictureInHeic(const QByteArray &file) {
    const Context context(heif_context_alloc(), &heif_context_free);
    heif_error error = heif_context_read_from_memory_without_copy(context.get(), file.constData(),
                                                                  std::size_t(file.size()), nullptr);
    if (error.code != heif_error_Ok)
        return damaged(error);
    heif_image_handle *found = nullptr;
    error = heif_context_get_primary_image_handle(context.get(), &found);
    if (error.code != heif_error_Ok)
        return damaged(error);
    const Handle handle(found, &heif_image_handle_release);
    const qint64 pixels = qint64(heif_image_handle_get_width(found)) * heif_image_handle_get_height(found);
    if (pixels <= 0 || pixels > mostPixelsWhole)
        return failure(ErrorCode::TooLarge,
                       QCoreApplication::translate("Convert", "At most %1 megapixels fit.")
                           .arg(mostPixelsWhole / 1'000'000));
    heif_image *decoded = nullptr;
    // Turned and mirrored as the file says; its EXIF orientation only repeats that.
    const bool clear = heif_image_handle_has_alpha_channel(found);
    error = heif_decode_image(found, &decoded, heif_colorspace_RGB,
                              clear ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, nullptr);
    if (error.code != heif_error_Ok)
        return damaged(error);
    const Picture picture(decoded, &heif_image_release);
    int stride = 0;
    const uint8_t *plane = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    if (!plane)
        return failure(ErrorCode::NotAPicture, QStringLiteral("HEIC: no pixels"));
    QImage image(plane, heif_image_get_width(decoded, heif_channel_interleaved),
                 heif_image_get_height(decoded, heif_channel_interleaved), stride,
                 clear ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    if (const QColorSpace colors = colorsOf(found); colors.isValid()) {
        image.setColorSpace(colors);
        image.convertToColorSpace(QColorSpace::SRgb);
        image.setColorSpace({}); // sRGB is what a picture without a profile is taken for
    }
    if (clear) { // JPEG has no see-through pixels; ink is drawn on paper
        QImage paper(image.size(), QImage::Format_RGB32);
        if (paper.isNull())
            return failure(ErrorCode::TooLarge, QStringLiteral("not enough memory for a picture"));
        paper.fill(Qt::white);
        QPainter(&paper).drawImage(0, 0, image);
        image = std::move(paper);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(heicQuality);
    if (!writer.write(image))
        return failure(ErrorCode::TooLarge, writer.errorString());
    const QByteArray jpeg = buffer.data();
    auto layout = layoutOf(jpeg);
    if (!layout)
        return passOn(layout);
    layout->tags.taken = tagsOf(found).taken;
    return assemble(*layout);
}

} // namespace inkstep
