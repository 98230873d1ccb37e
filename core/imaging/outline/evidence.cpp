#include "imaging/outline/evidence.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace inkstep {

namespace {

constexpr double writtenAcross = 50; // neighborhoods of writing along the picture's longer side
constexpr double smoothing = 1.0;    // pixels
constexpr double closedAcross = 64;  // the closing reaches over this part of the longer side
constexpr double rawShare = 0.55;    // of what the picture as it is counts against the closed one
constexpr int around = 15;           // pixels to each side that make up the local contrast

struct Gradient {
    cv::Mat magnitude;
    cv::Mat x; // the unit vector across
    cv::Mat y;
};

// Di Zenzo: the direction in which the colors change the most, from the sum of the channels' structure.
Gradient gradientOf(const cv::Mat &lab) {
    cv::Mat soft;
    cv::GaussianBlur(lab, soft, {}, smoothing);
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(soft, dx, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(soft, dy, CV_32F, 0, 1, 3, 1.0 / 8);
    Gradient out{cv::Mat(lab.size(), CV_32F), cv::Mat(lab.size(), CV_32F), cv::Mat(lab.size(), CV_32F)};
    for (int y = 0; y < lab.rows; ++y) {
        const auto *px = dx.ptr<cv::Vec3f>(y);
        const auto *py = dy.ptr<cv::Vec3f>(y);
        auto *m = out.magnitude.ptr<float>(y);
        auto *nx = out.x.ptr<float>(y);
        auto *ny = out.y.ptr<float>(y);
        for (int x = 0; x < lab.cols; ++x) {
            const float xx = px[x].dot(px[x]);
            const float yy = py[x].dot(py[x]);
            const float xy = px[x].dot(py[x]);
            const float root = std::sqrt((xx - yy) * (xx - yy) + 4 * xy * xy);
            m[x] = std::sqrt(std::max(0.f, (xx + yy + root) / 2));
            const float angle = 0.5f * std::atan2(2 * xy, xx - yy);
            nx[x] = std::cos(angle);
            ny[x] = std::sin(angle);
        }
    }
    return out;
}

float medianOf(const cv::Mat &values) {
    std::vector<float> some;
    some.reserve(std::size_t(values.total() / 9 + 1));
    for (int y = 1; y < values.rows; y += 3)
        for (int x = 1; x < values.cols; x += 3)
            some.push_back(values.at<float>(y, x));
    if (some.empty())
        return 0;
    const auto middle = some.begin() + std::ptrdiff_t(some.size() / 2);
    std::nth_element(some.begin(), middle, some.end());
    return *middle;
}

// Divides the local contrast out: a faint edge in quiet surroundings is worth a strong one among many.
cv::Mat stoodOut(const cv::Mat &magnitude, float floor) {
    cv::Mat local;
    cv::boxFilter(magnitude, local, CV_32F, {2 * around + 1, 2 * around + 1});
    cv::Mat out(magnitude.size(), CV_32F);
    for (int y = 0; y < out.rows; ++y) {
        const auto *m = magnitude.ptr<float>(y);
        const auto *mean = local.ptr<float>(y);
        auto *to = out.ptr<float>(y);
        for (int x = 0; x < out.cols; ++x) {
            const float over = std::max(0.f, m[x] - 0.9f * floor);
            to[x] = over / (over + mean[x] + 1.2f * floor);
        }
    }
    return out;
}

// The shade a sheet throws on another one is a few pixels wide, a ruled line one or two.
cv::Mat lightOf(const cv::Mat &lab) {
    cv::Mat light;
    cv::extractChannel(lab, light, 0);
    cv::morphologyEx(light, light, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
    cv::GaussianBlur(light, light, {}, 0.7);
    return light;
}

// Strokes are darker than what is left without them; a letter's whole surroundings count as written on.
cv::Mat writtenOf(const cv::Mat &raw, const cv::Mat &closedLight) {
    constexpr float clearStroke = 14; // of L*
    cv::Mat light;
    cv::extractChannel(raw, light, 0);
    cv::Mat strokes = (closedLight - light) / clearStroke;
    strokes = cv::min(strokes, 1.0);
    cv::Mat out;
    const int about = std::max(3, int(std::max(raw.cols, raw.rows) / writtenAcross) | 1);
    cv::boxFilter(strokes, out, CV_32F, {about, about});
    return out;
}

cv::Mat thinned(const cv::Mat &weight, const cv::Mat &nx, const cv::Mat &ny) {
    cv::Mat out = cv::Mat::zeros(weight.size(), CV_32F);
    for (int y = 2; y < out.rows - 2; ++y) {
        for (int x = 2; x < out.cols - 2; ++x) {
            const float here = weight.at<float>(y, x);
            if (here < 0.08f)
                continue;
            const int sx = int(std::lround(nx.at<float>(y, x)));
            const int sy = int(std::lround(ny.at<float>(y, x)));
            if (here >= weight.at<float>(y + sy, x + sx) && here > weight.at<float>(y - sy, x - sx))
                out.at<float>(y, x) = here;
        }
    }
    return out;
}

} // namespace

cv::Mat smallOf(const QImage &rgb32, int side, double &scale) {
    const cv::Mat whole(rgb32.height(), rgb32.width(), CV_8UC4, const_cast<uchar *>(rgb32.constBits()),
                        static_cast<std::size_t>(rgb32.bytesPerLine()));
    scale = std::max(1.0, std::max(rgb32.width(), rgb32.height()) / double(side));
    if (scale <= 1)
        return whole;
    cv::Mat small;
    cv::resize(whole, small,
               {std::max(1, int(std::lround(rgb32.width() / scale))),
                std::max(1, int(std::lround(rgb32.height() / scale)))},
               0, 0, cv::INTER_AREA);
    return small;
}

Evidence evidenceOf(const cv::Mat &picture) {
    cv::Mat lab;
    cv::cvtColor(picture, lab, cv::COLOR_BGRA2BGR);
    lab.convertTo(lab, CV_32F, 1.0 / 255);
    cv::cvtColor(lab, lab, cv::COLOR_BGR2Lab);
    Evidence out;
    out.raw = lab;
    out.light = lightOf(lab);
    const int side = std::max(3, int(std::max(lab.cols, lab.rows) / closedAcross) | 1);
    std::vector<cv::Mat> channels;
    cv::split(lab, channels);
    // Ink is darker; its color goes with it, so the two other channels are smoothed over the same reach.
    cv::morphologyEx(channels[0], channels[0], cv::MORPH_CLOSE,
                     cv::getStructuringElement(cv::MORPH_ELLIPSE, {side, side}));
    out.written = writtenOf(lab, channels[0]);
    out.writtenMean = cv::mean(out.written)[0];
    for (int i = 1; i < 3; ++i) {
        cv::Mat bytes;
        channels[std::size_t(i)].convertTo(bytes, CV_8U, 1, 128);
        cv::medianBlur(bytes, bytes, 5);
        bytes.convertTo(channels[std::size_t(i)], CV_32F, 1, -128);
    }
    cv::merge(channels, out.color);

    const Gradient closed = gradientOf(out.color);
    const Gradient plain = gradientOf(out.raw);
    const float closedFloor = std::max(0.12f, medianOf(closed.magnitude));
    const float plainFloor = std::max(0.15f, medianOf(plain.magnitude));
    out.noise = plainFloor;
    const cv::Mat first = stoodOut(closed.magnitude, closedFloor);
    const cv::Mat second = stoodOut(plain.magnitude, plainFloor);
    out.broad = cv::Mat(lab.size(), CV_32F);
    out.normalX = cv::Mat(lab.size(), CV_32F);
    out.normalY = cv::Mat(lab.size(), CV_32F);
    for (int y = 0; y < lab.rows; ++y) {
        for (int x = 0; x < lab.cols; ++x) {
            const float a = first.at<float>(y, x);
            const float b = second.at<float>(y, x) * float(rawShare);
            const Gradient &from = a >= b ? closed : plain;
            out.broad.at<float>(y, x) = std::max(a, b);
            out.normalX.at<float>(y, x) = from.x.at<float>(y, x);
            out.normalY.at<float>(y, x) = from.y.at<float>(y, x);
        }
    }
    out.weight = thinned(out.broad, out.normalX, out.normalY);
    return out;
}

} // namespace inkstep
