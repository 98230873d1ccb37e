#include "support/pagequality.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cmath>
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
        if (found)
            figures.found.push_back(number);
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

namespace {

double at(std::vector<double> values, double part) {
    if (values.empty())
        return 0;
    const auto place = values.begin() + std::ptrdiff_t(part * double(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

cv::Vec3d labOf(QColor color) {
    cv::Mat one(1, 1, CV_32FC3, cv::Scalar(color.redF(), color.greenF(), color.blueF()));
    cv::cvtColor(one, one, cv::COLOR_RGB2Lab);
    return one.at<cv::Vec3f>(0, 0);
}

} // namespace

double colorDifference(QColor first, QColor second) {
    constexpr double pi = 3.14159265358979;
    const cv::Vec3d p = labOf(first);
    const cv::Vec3d q = labOf(second);
    const double meanC = (std::hypot(p[1], p[2]) + std::hypot(q[1], q[2])) / 2;
    const double seventh = std::pow(meanC, 7);
    const double g = 0.5 * (1 - std::sqrt(seventh / (seventh + std::pow(25.0, 7))));
    const double a1 = p[1] * (1 + g);
    const double a2 = q[1] * (1 + g);
    const double c1 = std::hypot(a1, p[2]);
    const double c2 = std::hypot(a2, q[2]);
    const auto hue = [](double b, double a) {
        const double h = a == 0 && b == 0 ? 0 : std::atan2(b, a);
        return h < 0 ? h + 2 * pi : h;
    };
    const double h1 = hue(p[2], a1);
    const double h2 = hue(q[2], a2);
    double dh = h2 - h1;
    if (c1 * c2 == 0)
        dh = 0;
    else if (dh > pi)
        dh -= 2 * pi;
    else if (dh < -pi)
        dh += 2 * pi;
    const double dL = q[0] - p[0];
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2);
    const double l = (p[0] + q[0]) / 2;
    const double c = (c1 + c2) / 2;
    double h = h1 + h2;
    if (c1 * c2 != 0) {
        if (std::abs(h1 - h2) <= pi)
            h /= 2;
        else
            h = h < 2 * pi ? (h + 2 * pi) / 2 : (h - 2 * pi) / 2;
    }
    const double t = 1 - 0.17 * std::cos(h - pi / 6) + 0.24 * std::cos(2 * h) +
                     0.32 * std::cos(3 * h + pi / 30) - 0.20 * std::cos(4 * h - 63 * pi / 180);
    const double degrees = (h * 180 / pi - 275) / 25;
    const double turn = 30 * std::exp(-degrees * degrees) * pi / 180;
    const double c7 = std::pow(c, 7);
    const double rc = 2 * std::sqrt(c7 / (c7 + std::pow(25.0, 7)));
    const double sl = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double rt = -std::sin(2 * turn) * rc;
    return std::sqrt(dL / sl * (dL / sl) + dC / sc * (dC / sc) + dH / sh * (dH / sh) +
                     rt * dC / sc * (dH / sh));
}

double colorsOff(const Scene &scene, const std::array<QPointF, 4> &corners) {
    constexpr int fields = 24;
    const auto inFields = [](const QImage &image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(fields, fields, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage made = inFields(scene.page);
    const QImage shown = inFields(flattened(pictureOf(scene), corners, Look::Page));
    double sum = 0;
    for (int y = 0; y < fields; ++y)
        for (int x = 0; x < fields; ++x)
            sum += colorDifference(made.pixelColor(x, y), shown.pixelColor(x, y));
    return sum / (fields * fields);
}

FlatFigures flatFigures(const Scene &scene, const std::array<QPointF, 4> &corners) {
    const QImage picture = pictureOf(scene);
    const QSize size = scene.page.size();
    const QImage page = flattened(picture, corners, Look::Page);
    FlatFigures figures;
    figures.shape = std::abs(double(page.width()) / page.height() * size.height() / size.width() - 1);
    const QImage shown = page.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage taken = flattened(picture, corners, Look::AsShot)
                             .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    // The paper is what most of the page is; far from anything else, since a bent sheet moves things by some
    // pixels.
    std::vector<double> channels[3];
    for (int y = 0; y < size.height(); y += 7) {
        for (int x = 0; x < size.width(); x += 7) {
            const QRgb p = scene.page.pixel(x, y);
            channels[0].push_back(qRed(p));
            channels[1].push_back(qGreen(p));
            channels[2].push_back(qBlue(p));
        }
    }
    const QColor paper(int(at(channels[0], 0.6)), int(at(channels[1], 0.6)), int(at(channels[2], 0.6)));
    cv::Mat other = cv::Mat::zeros(size.height(), size.width(), CV_8U);
    cv::Mat ink = cv::Mat::zeros(size.height(), size.width(), CV_8U);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QRgb p = scene.page.pixel(x, y);
            const int off = std::max({std::abs(qRed(p) - paper.red()), std::abs(qGreen(p) - paper.green()),
                                      std::abs(qBlue(p) - paper.blue())});
            other.at<uchar>(y, x) = off > 16 || qAlpha(p) < 255 ? 255 : 0;
            ink.at<uchar>(y, x) =
                qAlpha(p) == 255 && qGray(p) < qGray(paper.rgb()) - 110 ? 255 : 0; // a hole is none
        }
    }
    cv::dilate(other, other, cv::getStructuringElement(cv::MORPH_RECT, {15, 15}));
    std::vector<double> grays;
    std::vector<double> seen[3];
    const int rim = size.width() / 40;
    for (int y = rim; y < size.height() - rim; y += 2) {
        for (int x = rim; x < size.width() - rim; x += 2) {
            const QRgb p = shown.pixel(x, y);
            if (!other.at<uchar>(y, x)) {
                grays.push_back(qGray(p));
                seen[0].push_back(qRed(p));
                seen[1].push_back(qGreen(p));
                seen[2].push_back(qBlue(p));
            }
        }
    }
    figures.background = at(grays, 0.5);
    figures.spread = at(grays, 0.95) - at(grays, 0.05);
    figures.color =
        colorDifference(paper, QColor(int(at(seen[0], 0.5)), int(at(seen[1], 0.5)), int(at(seen[2], 0.5))));
    // How much darker than the paper around it the darkest near a stroke is; near, since a bent sheet moves
    // it.
    const auto contrastOf = [&](const QImage &image) {
        const QImage gray = image.convertToFormat(QImage::Format_Grayscale8);
        const cv::Mat plain(gray.height(), gray.width(), CV_8U, const_cast<uchar *>(gray.constBits()),
                            static_cast<std::size_t>(gray.bytesPerLine()));
        cv::Mat darkest;
        cv::Mat lightest;
        cv::erode(plain, darkest, cv::getStructuringElement(cv::MORPH_RECT, {25, 25}));
        cv::dilate(plain, lightest, cv::getStructuringElement(cv::MORPH_RECT, {25, 25}));
        std::vector<double> contrasts;
        for (int y = rim; y < size.height() - rim; y += 2)
            for (int x = rim; x < size.width() - rim; x += 2)
                if (ink.at<uchar>(y, x))
                    contrasts.push_back(1 - double(darkest.at<uchar>(y, x)) /
                                                std::max<int>(1, lightest.at<uchar>(y, x)));
        return contrasts.size() > 100 ? at(contrasts, 0.5) : 0;
    };
    const double before = contrastOf(taken);
    figures.contrast = before > 0.05 ? contrastOf(shown) / before : 1;
    return figures;
}

} // namespace inkstep::test
