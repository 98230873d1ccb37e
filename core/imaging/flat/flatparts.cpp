#include "imaging/flat/flatparts.h"

#include "imaging/decode.h"
#include "imaging/flat/warp.h"
#include "imaging/part.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

namespace inkstep {

namespace {

constexpr double besidePart = 2; // pixels of the original beside a part, for what lies between two of them

cv::Mat matOf(const QImage &rgb32) {
    return {rgb32.height(), rgb32.width(), CV_8UC4, const_cast<uchar *>(rgb32.constBits()),
            static_cast<std::size_t>(rgb32.bytesPerLine())};
}

QImage rgbOnWhite(const QImage &image) {
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB32);
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter(&flat).drawImage(0, 0, image);
    return flat;
}

std::array<QPointF, 4> inPixels(std::array<QPointF, 4> corners, QSize picture) {
    for (QPointF &corner : corners)
        corner = {corner.x() * picture.width(), corner.y() * picture.height()};
    return corners;
}

// The whole pixels of the picture under a part of the flat sheet.
QRect under(const QRectF &flat, const cv::Matx33d &toPicture, QSize picture) {
    double left = std::numeric_limits<double>::max();
    double top = left;
    double right = -left;
    double bottom = -left;
    for (const QPointF &corner : {flat.topLeft(), flat.topRight(), flat.bottomRight(), flat.bottomLeft()}) {
        const cv::Vec3d at = toPicture * cv::Vec3d(corner.x(), corner.y(), 1);
        left = std::min(left, at[0] / at[2]);
        right = std::max(right, at[0] / at[2]);
        top = std::min(top, at[1] / at[2]);
        bottom = std::max(bottom, at[1] / at[2]);
    }
    const QRectF all(QPointF(0, 0), QSizeF(picture));
    return (QRectF(QPointF(left - besidePart, top - besidePart),
                   QPointF(right + besidePart, bottom + besidePart)) &
            all)
        .toAlignedRect();
}

} // namespace

FlatParts::FlatParts(const QImage &preview, const std::array<QPointF, 4> &corners, Look look)
    : m_corners(corners), m_look(look) {
    if (look == Look::AsShot)
        return;
    const QImage rgb = rgbOnWhite(preview);
    const auto at = inPixels(corners, rgb.size());
    m_evening = std::make_shared<const Evening>(eveningOn(matOf(rgb), at, flatSizeOf(at, rgb.size()), look));
}

Result<QImage> FlatParts::part(const QByteArray &original, QRectF part, QSize atMost) const {
    const auto info = inspect(original);
    if (!info)
        return passOn(info);
    part &= QRectF(0, 0, 1, 1);
    const QSize whole = info->uprightSize();
    const auto corners = inPixels(m_corners, whole);
    const QSizeF flat = flatSizeOf(corners, whole, longestSide);
    const QRectF shown(part.x() * flat.width(), part.y() * flat.height(), part.width() * flat.width(),
                       part.height() * flat.height());
    const QSize size = fittedInto(shown.size().toSize().expandedTo(QSize(1, 1)), atMost);
    const cv::Matx33d toPicture = fromFlat(corners, flat);
    QImage out(size, QImage::Format_RGB32);
    if (out.isNull())
        return failure(ErrorCode::TooLarge, QStringLiteral("not enough memory for its pixels"));
    const QRect needed = under(shown, toPicture, whole);
    if (needed.isEmpty()) { // the sheet reaches out of the picture here
        out.fill(Qt::white);
        return out;
    }
    // A hair within whole pixels: decodePart() takes every pixel that is touched, and no other.
    const QRectF asked = QRectF(needed).adjusted(0.25, 0.25, -0.25, -0.25);
    const double scale = std::min(1.0, double(size.width()) / std::max(1.0, shown.width()));
    const QSize bound(int(std::ceil(needed.width() * scale)), int(std::ceil(needed.height() * scale)));
    const auto decoded = decodePart(original,
                                    QRectF(asked.x() / whole.width(), asked.y() / whole.height(),
                                           asked.width() / whole.width(), asked.height() / whole.height()),
                                    bound);
    if (!decoded)
        return passOn(decoded);
    const QImage rgb = rgbOnWhite(*decoded);
    const cv::Matx33d toFlat =
        movedBy(shown.x(), shown.y()) *
        cv::Matx33d::diag({shown.width() / size.width(), shown.height() / size.height(), 1});
    const cv::Matx33d toDecoded =
        cv::Matx33d::diag({double(rgb.width()) / needed.width(), double(rgb.height()) / needed.height(), 1}) *
        movedBy(-needed.x(), -needed.y());
    cv::Mat pixels = matOf(out);
    warp(matOf(rgb), pixels, toDecoded * toPicture * toFlat);
    if (m_evening)
        m_evening->apply(pixels, part);
    return out;
}

} // namespace inkstep
