#include "support/pagequality.h"

#include <QElapsedTimer>
#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace inkstep::test {

QImage pictureOf(const Scene &scene) {
    return decodeUpright(scene.jpeg).value();
}

std::optional<std::array<QPointF, 4>> textbookOutline(const QImage &picture) {
    const double scale = std::max(picture.width(), picture.height()) / 640.0;
    const cv::Mat whole(picture.height(), picture.width(), CV_8UC4, const_cast<uchar *>(picture.constBits()),
                        static_cast<std::size_t>(picture.bytesPerLine()));
    cv::Mat gray;
    cv::cvtColor(whole, gray, cv::COLOR_BGRA2GRAY);
    cv::resize(gray, gray, {}, 1 / scale, 1 / scale, cv::INTER_AREA);
    cv::GaussianBlur(gray, gray, {5, 5}, 0);
    cv::Mat edges;
    cv::Canny(gray, edges, 75, 200);
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(edges, contours, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
    std::sort(contours.begin(), contours.end(),
              [](const auto &a, const auto &b) { return cv::contourArea(a) > cv::contourArea(b); });
    for (const auto &contour : contours) {
        std::vector<cv::Point> corners;
        cv::approxPolyDP(contour, corners, 0.02 * cv::arcLength(contour, true), true);
        if (corners.size() != 4)
            continue;
        std::array<QPointF, 4> out;
        for (std::size_t i = 0; i < 4; ++i)
            out[i] = QPointF((corners[i].x + 0.5) * scale, (corners[i].y + 0.5) * scale);
        return out;
    }
    return std::nullopt;
}

OutlineFigures outlineFigures(SceneKind kind, Part part, int first, int count, bool withTextbook,
                              const SceneSource &source) {
    OutlineFigures figures;
    for (int number = first; number < first + count; ++number) {
        const Scene scene = source ? source(kind, part, number) : makeScene(kind, part, number);
        const QImage picture = pictureOf(scene);
        QElapsedTimer timer;
        timer.start();
        const auto found = findPage(picture);
        figures.milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
        ++figures.count;
        figures.missed += found ? 0 : 1;
        if (!scene.corners)
            continue;
        figures.each.push_back(found ? sharedArea(*scene.corners, found->corners) : 0);
        if (withTextbook) {
            const auto textbook = textbookOutline(picture);
            figures.textbook += textbook ? sharedArea(*scene.corners, *textbook) / count : 0;
        }
    }
    for (const double value : figures.each)
        figures.mean += value / double(figures.each.size());
    if (!figures.each.empty()) {
        std::vector<double> sorted = figures.each;
        std::sort(sorted.begin(), sorted.end());
        figures.lower = sorted[sorted.size() / 20];
    }
    return figures;
}

} // namespace inkstep::test
