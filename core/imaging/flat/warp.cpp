#include "imaging/flat/warp.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace inkstep {

namespace {
constexpr int lightSide = 640; // pixels, the longer side of what the light is read from
}

cv::Matx33d fromFlat(const std::array<QPointF, 4> &corners, QSizeF flat) {
    const auto width = float(flat.width());
    const auto height = float(flat.height());
    std::array<cv::Point2f, 4> from{cv::Point2f(0, 0), cv::Point2f(width, 0), cv::Point2f(width, height),
                                    cv::Point2f(0, height)};
    std::array<cv::Point2f, 4> to;
    for (std::size_t i = 0; i < 4; ++i)
        to[i] = {float(corners[i].x()), float(corners[i].y())};
    return cv::getPerspectiveTransform(from.data(), to.data());
}

cv::Matx33d movedBy(double x, double y) {
    return {1, 0, x, 0, 1, y, 0, 0, 1};
}

void warp(const cv::Mat &picture, cv::Mat &out, const cv::Matx33d &map) {
    // Corners are counted from the border, OpenCV's pixels from their middles.
    const cv::Matx33d shifted = movedBy(-0.5, -0.5) * map * movedBy(0.5, 0.5);
    cv::warpPerspective(picture, out, shifted, out.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                        cv::BORDER_CONSTANT, cv::Scalar(255, 255, 255, 255));
}

Evening eveningOn(const cv::Mat &picture, const std::array<QPointF, 4> &corners, QSize flat, Look look) {
    const double shrink = std::min(1.0, double(lightSide) / std::max(flat.width(), flat.height()));
    const QSize little(std::max(1, int(flat.width() * shrink)), std::max(1, int(flat.height() * shrink)));
    cv::Mat source = picture;
    std::array<QPointF, 4> there = corners;
    if (shrink < 0.7) {
        cv::resize(picture, source, {}, shrink, shrink, cv::INTER_AREA);
        for (QPointF &corner : there)
            corner =
                QPointF(corner.x() * source.cols / picture.cols, corner.y() * source.rows / picture.rows);
    }
    cv::Mat small(little.height(), little.width(), CV_8UC4);
    warp(source, small, fromFlat(there, little));
    return eveningOf(small, look);
}

} // namespace inkstep
