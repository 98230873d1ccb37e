#include "imaging/flat/light.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace inkstep {

namespace {

constexpr int cellsLong = 48;      // cells the light is read in, along the longer side
constexpr double paperPart = 0.8;  // the percentile of a cell that is taken for its paper
constexpr double lightPart = 0.92; // from this percentile to the next a cell of paper is even, writing or not
constexpr double middlePart = 0.62;
constexpr float smoothest = 0.05f; // how far those two are apart, as a part, on paper ...
constexpr float roughest = 0.12f;  // ... and in a drawing
constexpr float white = 245;       // what white paper becomes, of 255, and colored paper's strongest channel
constexpr double calmFrom = 215;   // of 255: from here on white paper's grain is drawn together ...
constexpr double calm = 0.55;      // ... to this share of itself at the paper's white; faint pencil is darker
constexpr float neutralChroma = 8; // L*a*b*: paper with less color is white ...
constexpr float warmChroma = 17;   // ... and so is yellowish paper up to here, for lamps are yellow
constexpr float reddest = 3;       // no lamp makes white paper violet (a*, and a* over b*) ...
constexpr float coolest = -3;      // ... or green and blue at once (a*, and a* + b*), as pale paper is
constexpr float inGoodLight = 235; // the strongest channel of paper there
constexpr float darkest = 18;      // of 255: where there is less light nothing is to be known
// A page that is painted over, or of deep paper, is not to come out as pale as writing paper.
constexpr double lightestPart = 0.95; // of the cells: what is bare of a painting is among those above
constexpr float paperLight = 0.7f;    // of the lightest cells' light: what is darker is paint
constexpr float nearLightest = 0.9f;  // ... and what is lighter is the paper there is
constexpr float lightInk = 1.25f;     // how much lighter chalk is than deep paper
constexpr double lightInkCells = 0.2; // of the cells: so many are not glare
constexpr float wellKnown = 0.2f;     // from which share on a cell's light needs nothing from far away
constexpr float deep = 130;           // of 255: the strongest channel of paper that is no pastel ...
constexpr float deepChroma = 35;      // ... if it has this much color, were it light
constexpr float deepGain = 1.25f;     // what a camera leaves paper below what it is, about

// The light of the usual lamp as a camera leaves it, blue first, the strongest channel 1: somewhat yellow.
// With nothing white to hold colored paper against, the middle of the lamps there are is least far off, as in
// Brainard and Freeman, Bayesian color constancy, Journal of the Optical Society of America A 14, 1997.
constexpr std::array<float, 3> usualLamp{0.95f, 0.995f, 1};

float percentile(std::vector<uchar> &values, double part) {
    const auto place = values.begin() + std::ptrdiff_t(part * double(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return float(*place);
}

cv::Vec3f labOf(cv::Vec3f bgr) {
    cv::Mat one(1, 1, CV_32FC3, cv::Scalar(double(bgr[0]) / 255, double(bgr[1]) / 255, double(bgr[2]) / 255));
    cv::cvtColor(one, one, cv::COLOR_BGR2Lab);
    return one.at<cv::Vec3f>(0, 0);
}

struct Cells {
    cv::Mat papers; // CV_32FC3: the lighter pixels
    cv::Mat smooth; // CV_32F: how smooth those are, 0 to 1. Shade is smooth, a drawing is not.
    cv::Mat lights; // CV_32F: the lightest pixels' green
};

Cells cellsOf(const cv::Mat &small, cv::Size cells) {
    Cells out{cv::Mat(cells, CV_32FC3), cv::Mat(cells, CV_32F, cv::Scalar(1)),
              cv::Mat(cells, CV_32F, cv::Scalar(0))};
    std::vector<uchar> values[3];
    for (int cy = 0; cy < cells.height; ++cy) {
        for (int cx = 0; cx < cells.width; ++cx) {
            // Half a cell over into its neighbors, since a cell may hold nothing but ink.
            const int x0 = std::max(0, (2 * cx - 1) * small.cols / (2 * cells.width));
            const int x1 = std::min(small.cols, (2 * cx + 3) * small.cols / (2 * cells.width));
            const int y0 = std::max(0, (2 * cy - 1) * small.rows / (2 * cells.height));
            const int y1 = std::min(small.rows, (2 * cy + 3) * small.rows / (2 * cells.height));
            for (auto &channel : values)
                channel.clear();
            for (int y = y0; y < y1; ++y) {
                const auto *row = small.ptr<cv::Vec4b>(y);
                for (int x = x0; x < x1; ++x)
                    for (int c = 0; c < 3; ++c)
                        values[c].push_back(row[x][c]);
            }
            cv::Vec3f paper(255, 255, 255);
            for (int c = 0; c < 3 && !values[c].empty(); ++c)
                paper[c] = std::max(darkest, percentile(values[c], paperPart));
            out.papers.at<cv::Vec3f>(cy, cx) = paper;
            if (!values[1].empty()) {
                out.lights.at<float>(cy, cx) = percentile(values[1], 0.98);
                const float uneven =
                    (percentile(values[1], lightPart) - percentile(values[1], middlePart)) / paper[1];
                out.smooth.at<float>(cy, cx) =
                    std::clamp((roughest - uneven) / (roughest - smoothest), 0.f, 1.f);
            }
        }
    }
    return out;
}

float sumOf(const cv::Vec3f &color) {
    return color[0] + color[1] + color[2];
}

// What most of the page is, or, if that is much darker than some of it, the paper that is left to see.
cv::Vec3f typicalOf(const cv::Mat &papers) {
    cv::Vec3f out;
    for (int c = 0; c < 3; ++c) {
        std::vector<float> values;
        for (int y = 0; y < papers.rows; ++y)
            for (int x = 0; x < papers.cols; ++x)
                values.push_back(papers.at<cv::Vec3f>(y, x)[c]);
        const auto place = values.begin() + std::ptrdiff_t(values.size() * 6 / 10);
        std::nth_element(values.begin(), place, values.end());
        out[c] = *place;
    }
    std::vector<float> sums;
    for (int y = 0; y < papers.rows; ++y)
        for (int x = 0; x < papers.cols; ++x)
            sums.push_back(sumOf(papers.at<cv::Vec3f>(y, x)));
    const auto place = sums.begin() + std::ptrdiff_t(double(sums.size() - 1) * lightestPart);
    std::nth_element(sums.begin(), place, sums.end());
    if (sumOf(out) > paperLight * *place)
        return out;
    cv::Vec3f sum(0, 0, 0);
    float count = 0;
    for (int y = 0; y < papers.rows; ++y) {
        for (int x = 0; x < papers.cols; ++x) {
            const cv::Vec3f p = papers.at<cv::Vec3f>(y, x);
            if (sumOf(p) < nearLightest * *place)
                continue;
            sum += p;
            ++count;
        }
    }
    return sum / count;
}

// The light of what is written, if it is lighter than the paper all over the page; else 0.
float lightInkOf(const Cells &cells, const cv::Vec3f &typical) {
    double sum = 0;
    int count = 0;
    for (int y = 0; y < cells.lights.rows; ++y) {
        for (int x = 0; x < cells.lights.cols; ++x) {
            const float light = cells.lights.at<float>(y, x);
            const float paper = cells.papers.at<cv::Vec3f>(y, x)[1];
            if (light < lightInk * paper || paper < paperLight * typical[1])
                continue;
            sum += double(light);
            ++count;
        }
    }
    return count > lightInkCells * double(cells.lights.total()) ? float(sum / count) : 0;
}

// How sure a cell is bare paper: of the page's own hue, and not much darker than the paper around it.
cv::Mat trustOf(const cv::Mat &papers, const cv::Mat &smooth, const cv::Vec3f &typical) {
    cv::Mat trust(papers.size(), CV_32F);
    cv::Mat around;
    const int reach = std::max(3, (std::max(papers.cols, papers.rows) / 5) | 1);
    cv::dilate(papers, around, cv::getStructuringElement(cv::MORPH_RECT, {reach, reach}));
    const float sum = sumOf(typical);
    for (int y = 0; y < papers.rows; ++y) {
        for (int x = 0; x < papers.cols; ++x) {
            const cv::Vec3f p = papers.at<cv::Vec3f>(y, x);
            const float own = sumOf(p);
            float hue = 0;
            for (int c = 0; c < 3; ++c)
                hue = std::max(hue, std::abs(p[c] / own - typical[c] / sum) * 3);
            const cv::Vec3f best = around.at<cv::Vec3f>(y, x);
            const float light = own / sumOf(best);
            const float byHue = std::clamp((0.14f - hue) / 0.06f, 0.f, 1.f);
            const float byLight = std::clamp((light - 0.35f) / 0.2f, 0.f, 1.f);
            // The deepest shade leaves paper a quarter of its light; black paint is darker.
            const float byShade = std::clamp((own / sum - 0.22f) / 0.1f, 0.f, 1.f);
            trust.at<float>(y, x) = byHue * byLight * byShade * smooth.at<float>(y, x) + 0.001f;
        }
    }
    return trust;
}

// Knutsson and Westin, Normalized and differential convolution, 1993: what is not known is filled from
// around.
cv::Mat filled(const cv::Mat &papers, const cv::Mat &trust) {
    cv::Mat weights;
    cv::merge(std::vector<cv::Mat>{trust, trust, trust}, weights);
    cv::Mat value = papers.mul(weights);
    cv::Mat result = papers.clone();
    cv::Mat known = cv::Mat::zeros(papers.size(), CV_32F);
    for (const double sigma : {0.8, 2.5, 7.0, 20.0}) {
        cv::Mat sum;
        cv::Mat weight;
        cv::GaussianBlur(value, sum, {}, sigma, sigma, cv::BORDER_REFLECT);
        cv::GaussianBlur(trust, weight, {}, sigma, sigma, cv::BORDER_REFLECT);
        for (int y = 0; y < papers.rows; ++y) {
            for (int x = 0; x < papers.cols; ++x) {
                const float w = weight.at<float>(y, x);
                float &done = known.at<float>(y, x);
                // Taken from as near as it can be: only what the finer blur was not sure of.
                const float share = std::min(1 - done, std::max(0.f, w * 1.6f - 0.25f));
                if (share <= 0)
                    continue;
                auto &out = result.at<cv::Vec3f>(y, x);
                const cv::Vec3f here = sum.at<cv::Vec3f>(y, x) / w;
                out = done <= 0 ? here : cv::Vec3f((out * done + here * share) / (done + share));
                done += share;
            }
        }
    }
    // No paper anywhere near: as light as the paper is on the whole.
    const cv::Scalar all = cv::sum(value);
    const auto sure = float(cv::sum(trust)[0]);
    const cv::Vec3f mean(float(all[0]) / sure, float(all[1]) / sure, float(all[2]) / sure);
    for (int y = 0; y < papers.rows; ++y) {
        for (int x = 0; x < papers.cols; ++x) {
            const float missing = std::max(0.f, 1 - known.at<float>(y, x) / wellKnown);
            auto &out = result.at<cv::Vec3f>(y, x);
            out = missing >= 1 ? mean : cv::Vec3f(out * (1 - missing) + mean * missing);
        }
    }
    return result;
}

bool isWhite(const cv::Vec3f &paper) {
    // As it were in good light: in the dark every color is less of one.
    const cv::Vec3f lab = labOf(paper * (inGoodLight / std::max({paper[0], paper[1], paper[2]})));
    const bool violet = lab[1] > reddest && lab[1] > lab[2];
    const bool cool = lab[1] < coolest && lab[1] + lab[2] < coolest;
    if (violet || cool)
        return false;
    const bool warm = lab[2] > 0 && std::abs(lab[1]) < 0.45f * lab[2];
    return std::hypot(lab[1], lab[2]) < (warm ? warmChroma : neutralChroma);
}

// A cubic from the identity below to the lesser slope at the paper's white, straight above it.
double calmed(double value) {
    const double whole = double(white) - calmFrom;
    const double t = (value - calmFrom) / whole;
    if (t <= 0)
        return value;
    if (t >= 1)
        return double(white) + calm * (value - double(white));
    // Hermite's, slopes 1 and calm.
    return calmFrom + whole * (t + (1 - calm) * t * t * (1 - t));
}

// What paper seen like this is to become.
cv::Vec3f goalOf(const cv::Vec3f &paper) {
    if (isWhite(paper))
        return {white, white, white};
    const cv::Vec3f own(paper[0] / usualLamp[0], paper[1] / usualLamp[1], paper[2] / usualLamp[2]);
    const float strongest = std::max({own[0], own[1], own[2]});
    const cv::Vec3f light = own * (white / strongest);
    const cv::Vec3f lab = labOf(light);
    return strongest < deep && std::hypot(lab[1], lab[2]) > deepChroma ? cv::Vec3f(own * deepGain) : light;
}

} // namespace

Evening eveningOf(const cv::Mat &small, Look look) {
    const int longer = std::max(small.cols, small.rows);
    const cv::Size cells(std::max(2, small.cols * cellsLong / longer),
                         std::max(2, small.rows * cellsLong / longer));
    const Cells seen = cellsOf(small, cells);
    const cv::Vec3f typical = typicalOf(seen.papers);
    const cv::Mat papers = filled(seen.papers, trustOf(seen.papers, seen.smooth, typical));
    const float chalk = lightInkOf(seen, typical);
    const float most = std::max({chalk, typical[0], typical[1], typical[2]});
    const cv::Vec3f goal =
        chalk > 0 ? cv::Vec3f(typical * std::min(deepGain, white / most)) : goalOf(typical);
    Evening evening;
    evening.look = look;
    evening.onWhite = goal[0] == white && goal[1] == white && goal[2] == white;
    evening.gain = cv::Mat(cells, CV_32FC3);
    for (int y = 0; y < cells.height; ++y) {
        for (int x = 0; x < cells.width; ++x) {
            const cv::Vec3f paper = papers.at<cv::Vec3f>(y, x);
            for (int c = 0; c < 3; ++c)
                evening.gain.at<cv::Vec3f>(y, x)[c] = goal[c] / std::max(darkest, paper[c]);
        }
    }
    return evening;
}

void Evening::apply(cv::Mat &flat, const QRectF &part) const {
    std::array<uchar, 256> curve;
    for (std::size_t i = 0; i < curve.size(); ++i) {
        double value = double(i);
        if (look == Look::Clear) {
            // Ink darker, paper clean: an S with its knee just below the paper.
            const double t = std::clamp((value - 40) / (double(white) - 12 - 40), 0.0, 1.0);
            value = 255 * std::pow(t, 1.35);
        } else if (onWhite) {
            value = calmed(value);
        }
        curve[i] = cv::saturate_cast<uchar>(value);
    }
    // The cell a pixel lies in, counted from the middles of both.
    const auto cell = [](int pixel, int pixels, double from, double length, int cells) {
        const double at = from + (pixel + 0.5) / pixels * length;
        return std::clamp(float(at * cells) - 0.5f, 0.f, float(cells - 1) - 0.001f);
    };
    std::vector<float> columns(std::size_t(flat.cols));
    for (int x = 0; x < flat.cols; ++x)
        columns[std::size_t(x)] = cell(x, flat.cols, part.x(), part.width(), gain.cols);
    for (int y = 0; y < flat.rows; ++y) {
        const float v = cell(y, flat.rows, part.y(), part.height(), gain.rows);
        const int upper = int(v);
        const float down = v - float(upper);
        const auto *first = gain.ptr<cv::Vec3f>(upper);
        const auto *second = gain.ptr<cv::Vec3f>(std::min(upper + 1, gain.rows - 1));
        auto *line = flat.ptr<cv::Vec4b>(y);
        for (int x = 0; x < flat.cols; ++x) {
            const float u = columns[std::size_t(x)];
            const int left = int(u);
            const float across = u - float(left);
            for (int c = 0; c < 3; ++c) {
                const float above = first[left][c] + (first[left + 1][c] - first[left][c]) * across;
                const float below = second[left][c] + (second[left + 1][c] - second[left][c]) * across;
                const float value = float(line[x][c]) * (above + (below - above) * down);
                line[x][c] = curve[std::size_t(std::min(255.f, value + 0.5f))];
            }
        }
    }
}

} // namespace inkstep
