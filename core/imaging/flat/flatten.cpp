#include "imaging/flat/flatten.h"

#include "imaging/flat/warp.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace inkstep {

namespace {

constexpr int bandRows = 256;
constexpr double usualFocal = 0.8; // of the picture's longer side: a phone's main camera, 28 mm on film
constexpr double leastFocal = 0.5;
constexpr double mostFocal = 3.5;

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

// Width over height of the rectangle seen at these corners.
double proportionsOf(const std::array<QPointF, 4> &corners, QSize picture) {
    const QPointF middle(picture.width() / 2.0, picture.height() / 2.0);
    const double unit = std::max(picture.width(), picture.height());
    const auto ray = [&](QPointF p) {
        return cv::Vec3d((p.x() - middle.x()) / unit, (p.y() - middle.y()) / unit, 1);
    };
    const cv::Vec3d m1 = ray(corners[0]);
    const cv::Vec3d m2 = ray(corners[1]);
    const cv::Vec3d m3 = ray(corners[3]);
    const cv::Vec3d m4 = ray(corners[2]);
    const double k2 = m1.cross(m4).dot(m3) / m2.cross(m4).dot(m3);
    const double k3 = m1.cross(m4).dot(m2) / m3.cross(m4).dot(m2);
    const cv::Vec3d n2 = k2 * m2 - m1;
    const cv::Vec3d n3 = k3 * m3 - m1;
    double focal = usualFocal;
    // Two vanishing points say the focal length; with the page nearly square to the camera they lie too far
    // out.
    if (std::abs(n2[2]) > 0.02 && std::abs(n3[2]) > 0.02) {
        const double squared = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
        if (squared > leastFocal * leastFocal && squared < mostFocal * mostFocal)
            focal = std::sqrt(squared);
    }
    const auto length = [&](const cv::Vec3d &n) {
        return std::sqrt((n[0] * n[0] + n[1] * n[1]) / (focal * focal) + n[2] * n[2]);
    };
    const double ratio = length(n2) / length(n3);
    const double flat = (distance(corners[0], corners[1]) + distance(corners[3], corners[2])) /
                        std::max(1.0, distance(corners[0], corners[3]) + distance(corners[1], corners[2]));
    return std::isfinite(ratio) && ratio > flat / 3 && ratio < flat * 3 ? ratio : flat;
}

} // namespace

QSize flatSizeOf(const std::array<QPointF, 4> &corners, QSize picture, int longest) {
    const double ratio = proportionsOf(corners, picture);
    const double across = std::max(distance(corners[0], corners[1]), distance(corners[3], corners[2]));
    const double down = std::max(distance(corners[0], corners[3]), distance(corners[1], corners[2]));
    double width = across;
    double height = width / ratio;
    if (height < down) {
        height = down;
        width = height * ratio;
    }
    const double shrink = std::min(1.0, longest / std::max(width, height));
    return {std::max(1, int(std::lround(width * shrink))), std::max(1, int(std::lround(height * shrink)))};
}

QImage flattened(const QImage &upright, const std::array<QPointF, 4> &corners, Look look, int longest) {
    const QImage rgb = upright.convertToFormat(QImage::Format_RGB32);
    const cv::Mat whole(rgb.height(), rgb.width(), CV_8UC4, const_cast<uchar *>(rgb.constBits()),
                        static_cast<std::size_t>(rgb.bytesPerLine()));
    const QSize size = flatSizeOf(corners, rgb.size(), longest);
    // Much smaller than it was taken: halve first, so that no pencil line falls between the samples.
    cv::Mat picture = whole;
    std::array<QPointF, 4> at = corners;
    const double area = distance(corners[0], corners[2]) * distance(corners[1], corners[3]);
    const double smaller = std::sqrt(area) / std::hypot(size.width(), size.height());
    if (smaller > 1.5) {
        cv::resize(whole, picture, {}, 1 / smaller, 1 / smaller, cv::INTER_AREA);
        for (QPointF &corner : at)
            corner = QPointF(corner.x() * picture.cols / whole.cols, corner.y() * picture.rows / whole.rows);
    }
    QImage out(size, QImage::Format_RGB32);
    if (out.isNull())
        return out;
    const cv::Matx33d map = fromFlat(at, size);
    const Evening evening = look == Look::AsShot ? Evening() : eveningOn(picture, at, size, look);
    for (int top = 0; top < size.height(); top += bandRows) {
        const int rows = std::min(bandRows, size.height() - top);
        cv::Mat band(rows, size.width(), CV_8UC4, out.scanLine(top),
                     static_cast<std::size_t>(out.bytesPerLine()));
        warp(picture, band, map * movedBy(0, top));
        if (look != Look::AsShot)
            evening.apply(band, QRectF(0, double(top) / size.height(), 1, double(rows) / size.height()));
    }
    return out;
}

} // namespace inkstep
