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
constexpr int glareSide = 512;       // pixels, the longer side of what glare is looked for in
constexpr int burnt = 252;           // of 255, in every channel
constexpr double leastGlare = 0.004; // of the page
constexpr double besideGlare = 0.04; // of the page's diagonal: where paper is held against the burnt spot
constexpr double ringWide = 0.008;   // of it, too
constexpr int leastFall = 12;        // of 255: how much darker paper is there
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

// The paper alone, as bright as its least bright channel, which a reflection burns out like the others: what
// is written is closed over.
cv::Mat barePaper(const cv::Mat &picture) {
    std::vector<cv::Mat> channels;
    cv::split(picture, channels);
    cv::Mat paper;
    cv::min(channels[0], channels[1], paper);
    cv::min(paper, channels[2], paper);
    cv::GaussianBlur(paper, paper, {}, 0.8);
    cv::morphologyEx(paper, paper, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {9, 9}));
    cv::GaussianBlur(paper, paper, {}, 1.5);
    return paper;
}

// The largest burnt spot within the page, 255 in it; empty if it is too small to matter.
cv::Mat burntSpot(const cv::Mat &paper, const cv::Mat &mask) {
    cv::Mat white;
    cv::threshold(paper, white, burnt - 1, 255, cv::THRESH_BINARY);
    cv::bitwise_and(white, mask, white);
    cv::morphologyEx(white, white, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_ELLIPSE, {5, 5}));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat middles;
    int largest = 0;
    int area = 0;
    const int spots = cv::connectedComponentsWithStats(white, labels, stats, middles);
    for (int i = 1; i < spots; ++i) {
        if (stats.at<int>(i, cv::CC_STAT_AREA) > area) {
            area = stats.at<int>(i, cv::CC_STAT_AREA);
            largest = i;
        }
    }
    if (area == 0 || area < leastGlare * cv::countNonZero(mask))
        return {};
    return labels == largest;
}

double diagonalOf(const Outline &outline) {
    const QPointF down = outline.corners[2] - outline.corners[0];
    const QPointF up = outline.corners[3] - outline.corners[1];
    return (std::hypot(down.x(), down.y()) + std::hypot(up.x(), up.y())) / 2;
}

// A reflection adds the lamp's light to the paper's (Shafer, Using color to separate reflection components,
// Color Research and Application 10, 1985), so it ends within a short way however bright the sheet is beside
// it; a sheet burnt out by a near window gets darker much more slowly. Held against each other are the spot
// and the ring around it, whose median neither a shadow's edge nor a drawing on one side moves much.
bool hasGlare(const QImage &rgb, const Outline &outline) {
    double scale = 1;
    const cv::Mat picture = smallOf(rgb, glareSide, scale);
    const cv::Mat mask = maskOf(outline, picture.size(), scale);
    const cv::Mat paper = barePaper(picture);
    const cv::Mat spot = burntSpot(paper, mask);
    if (spot.empty())
        return false;
    cv::Mat away;
    cv::distanceTransform(~spot, away, cv::DIST_L2, cv::DIST_MASK_5);
    const double diagonal = diagonalOf(outline) / scale;
    const double inner = (besideGlare - ringWide / 2) * diagonal;
    const double outer = (besideGlare + ringWide / 2) * diagonal;
    std::vector<uchar> ring;
    for (int y = 0; y < paper.rows; ++y) {
        for (int x = 0; x < paper.cols; ++x) {
            const float distance = away.at<float>(y, x);
            if (distance >= inner && distance < outer && mask.at<uchar>(y, x))
                ring.push_back(paper.at<uchar>(y, x));
        }
    }
    if (ring.empty())
        return false;
    const auto median = ring.begin() + std::ptrdiff_t(ring.size() / 2);
    std::nth_element(ring.begin(), median, ring.end());
    return 255 - *median >= leastFall;
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
    hints.glare = outline && hasGlare(upright.convertToFormat(QImage::Format_RGB32), *outline);
    return hints;
}

} // namespace inkstep
