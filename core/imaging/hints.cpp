#include "imaging/hints.h"

#include "imaging/outline/evidence.h"

#include <QStringList>
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace inkstep {

namespace {

constexpr int hintSide = 2048;
constexpr double blurredFrom = 0.7; // as blurOf() gives it
constexpr double firstBlur = 1.0;   // pixels; takes noise away
constexpr double secondBlur = 2.0;
constexpr double sharpest = 0.35;    // of the edges
constexpr int burnt = 252;           // of 255, in every channel
constexpr double leastGlare = 0.004; // of the page
constexpr double mostGlare = 0.5;    // more is a bright picture, not a reflection
constexpr double glareAbove = 28;    // of 255: how much brighter than the paper
constexpr double cutWithin = 0.004;  // of the longer side

// The page's inside, without its rim.
cv::Mat maskOf(const std::optional<Outline> &outline, cv::Size size, double scale) {
    if (!outline)
        return cv::Mat(size, CV_8U, cv::Scalar(255));
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    QPointF middle;
    for (const QPointF &corner : outline->corners)
        middle += corner / 4;
    std::vector<cv::Point> polygon;
    for (const QPointF &corner : outline->corners) {
        const QPointF inner = (corner + (middle - corner) * 0.04) / scale;
        polygon.emplace_back(int(inner.x()), int(inner.y()));
    }
    cv::fillConvexPoly(mask, polygon, cv::Scalar(255));
    return mask;
}

cv::Mat gradientOf(const cv::Mat &gray, double sigma) {
    cv::Mat soft;
    cv::GaussianBlur(gray, soft, {}, sigma);
    cv::Mat dx;
    cv::Mat dy;
    cv::Sobel(soft, dx, CV_32F, 1, 0);
    cv::Sobel(soft, dy, CV_32F, 0, 1);
    cv::Mat size;
    cv::magnitude(dx, dy, size);
    return size;
}

bool hasGlare(const cv::Mat &picture, const cv::Mat &mask) {
    cv::Mat gray;
    cv::cvtColor(picture, gray, cv::COLOR_BGRA2GRAY);
    std::array<int, 256> counts{};
    int all = 0;
    cv::Mat white = cv::Mat::zeros(gray.size(), CV_8U);
    for (int y = 0; y < gray.rows; ++y) {
        const auto *line = picture.ptr<cv::Vec4b>(y);
        for (int x = 0; x < gray.cols; ++x) {
            if (!mask.at<uchar>(y, x))
                continue;
            ++counts[gray.at<uchar>(y, x)];
            ++all;
            if (std::min({line[x][0], line[x][1], line[x][2]}) >= burnt)
                white.at<uchar>(y, x) = 255;
        }
    }
    int median = 255;
    for (int sum = 0, i = 0; i < 256; ++i) {
        sum += counts[std::size_t(i)];
        if (2 * sum >= all) {
            median = i;
            break;
        }
    }
    if (all == 0 || 255 - median < glareAbove)
        return false;
    // A reflection is one spot, not the specks of a bright sheet.
    cv::morphologyEx(white, white, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7}));
    const double share = double(cv::countNonZero(white)) / all;
    return share > leastGlare && share < mostGlare;
}

bool isCutOff(const Outline &outline, QSize size) {
    const double slack = cutWithin * std::max(size.width(), size.height());
    const QRectF inner = QRectF(QPointF(), QSizeF(size)).adjusted(slack, slack, -slack, -slack);
    return std::any_of(outline.corners.begin(), outline.corners.end(),
                       [&](const QPointF &corner) { return !inner.contains(corner); });
}

constexpr std::pair<const char *, bool PageHints::*> words[] = {{"noPage", &PageHints::noPage},
                                                                {"blurred", &PageHints::blurred},
                                                                {"glare", &PageHints::glare},
                                                                {"cutOff", &PageHints::cutOff}};

} // namespace

QString hintWords(const PageHints &hints) {
    QStringList said;
    for (const auto &[word, member] : words) {
        if (hints.*member)
            said << QString::fromLatin1(word);
    }
    return said.join(QLatin1Char(' '));
}

PageHints hintsFrom(const QString &text) {
    PageHints hints;
    const QStringList said = text.split(QLatin1Char(' '));
    for (const auto &[word, member] : words)
        hints.*member = said.contains(QLatin1StringView(word));
    return hints;
}

double blurOf(const QImage &upright, const std::optional<Outline> &outline) {
    const QImage rgb = upright.convertToFormat(QImage::Format_RGB32);
    double scale = 1;
    const cv::Mat picture = smallOf(rgb, hintSide, scale);
    cv::Mat gray;
    cv::cvtColor(picture, gray, cv::COLOR_BGRA2GRAY);
    gray.convertTo(gray, CV_32F);
    const cv::Mat mask = maskOf(outline, gray.size(), scale);
    const cv::Mat first = gradientOf(gray, firstBlur);
    const cv::Mat second = gradientOf(gray, secondBlur);
    std::vector<float> strengths;
    for (int y = 2; y < gray.rows - 2; y += 2)
        for (int x = 2; x < gray.cols - 2; x += 2)
            if (mask.at<uchar>(y, x))
                strengths.push_back(first.at<float>(y, x));
    if (strengths.size() < 1000)
        return 0;
    const auto strong = strengths.begin() + std::ptrdiff_t(0.995 * double(strengths.size()));
    std::nth_element(strengths.begin(), strong, strengths.end());
    const float least = std::max(30.f, 0.55f * *strong); // noise is steep, but not as steep as ink
    std::vector<float> sigmas;
    for (int y = 2; y < gray.rows - 2; ++y) {
        for (int x = 2; x < gray.cols - 2; ++x) {
            const float here = first.at<float>(y, x);
            if (here < least || !mask.at<uchar>(y, x))
                continue;
            const bool peak = (here >= first.at<float>(y, x - 1) && here >= first.at<float>(y, x + 1)) ||
                              (here >= first.at<float>(y - 1, x) && here >= first.at<float>(y + 1, x));
            if (!peak)
                continue;
            const double ratio = double(here) / std::max(1e-3, double(second.at<float>(y, x)));
            // s² + first², over s² + second², is the ratio's square.
            const double squared = ratio * ratio;
            if (squared <= 1.001)
                continue;
            const double s = (secondBlur * secondBlur - squared * firstBlur * firstBlur) / (squared - 1);
            sigmas.push_back(float(std::sqrt(std::max(0.0, s))));
        }
    }
    if (sigmas.size() < 150)
        return 0;
    const auto place = sigmas.begin() + std::ptrdiff_t(sharpest * double(sigmas.size()));
    std::nth_element(sigmas.begin(), place, sigmas.end());
    return double(*place) * hintSide / std::max(gray.cols, gray.rows);
}

PageHints hintsFor(const QImage &upright, const std::optional<Outline> &outline) {
    PageHints hints;
    hints.noPage = !outline;
    hints.cutOff = outline && isCutOff(*outline, upright.size());
    hints.blurred = blurOf(upright, outline) > blurredFrom;
    if (outline) {
        const QImage rgb = upright.convertToFormat(QImage::Format_RGB32);
        double scale = 1;
        const cv::Mat small = smallOf(rgb, hintSide / 2, scale);
        hints.glare = hasGlare(small, maskOf(outline, small.size(), scale));
    }
    return hints;
}

} // namespace inkstep
