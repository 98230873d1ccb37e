#include "imaging/outline/lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace inkstep {

namespace {

constexpr int directions = 180;
constexpr int sector = 15;           // degrees that count as one direction
constexpr int spread = 2;            // degrees a gradient's direction may be off
constexpr int apartOffset = 5;       // pixels between two lines of about the same direction
constexpr int apartAngle = 4;        // degrees
constexpr double leastVotes = 0.018; // of the picture's diagonal
constexpr int look = 2;              // pixels to each side evidence is looked for
constexpr float sameWay = 0.93f;     // cosine between the line's and the evidence's direction

void follow(Line &line, const Evidence &evidence) {
    const int width = evidence.broad.cols;
    const int height = evidence.broad.rows;
    const double reach = std::hypot(width, height);
    line.first = -reach;
    const auto count = std::size_t(2 * reach) + 2;
    line.sums.assign(count + 1, 0.f);
    const auto nx = float(line.normal.x());
    const auto ny = float(line.normal.y());
    for (std::size_t i = 0; i < count; ++i) {
        const QPointF at = line.at(line.first + double(i));
        float best = 0;
        if (at.x() > -look && at.y() > -look && at.x() < width + look && at.y() < height + look) {
            for (int step = -look; step <= look; ++step) {
                const int x = int(std::lround(at.x() + step * line.normal.x()));
                const int y = int(std::lround(at.y() + step * line.normal.y()));
                if (x < 0 || y < 0 || x >= width || y >= height)
                    continue;
                const float along =
                    std::abs(evidence.normalX.at<float>(y, x) * nx + evidence.normalY.at<float>(y, x) * ny);
                if (along > sameWay)
                    best = std::max(best, evidence.broad.at<float>(y, x));
            }
        }
        // Half of what an ideal edge gives is as good as all of it: sides are long, not strong.
        line.sums[i + 1] = line.sums[i] + std::min(1.f, best * 2.2f);
    }
}

// Which side is the lighter one, at every place along the line. An edge has light on one side and shade on
// the other; a stroke is darker than both and counts for neither.
void followLight(Line &line, const Evidence &evidence) {
    const int width = evidence.light.cols;
    const int height = evidence.light.rows;
    constexpr int reach = look + 3;
    const std::size_t count = line.sums.size();
    for (auto &each : line.lit)
        each.assign(count, 0.f);
    const auto doubt = float(1.5 + evidence.noise);
    std::array<float, 2 * reach + 1> light;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const QPointF at = line.at(line.first + double(i));
        float toward = 0;
        float away = 0;
        if (at.x() > -look && at.y() > -look && at.x() < width + look && at.y() < height + look) {
            for (int step = -reach; step <= reach; ++step) {
                const int x = std::clamp(int(std::lround(at.x() + step * line.normal.x())), 0, width - 1);
                const int y = std::clamp(int(std::lround(at.y() + step * line.normal.y())), 0, height - 1);
                light[std::size_t(step + reach)] = evidence.light.at<float>(y, x);
            }
            for (int k = reach - look; k <= reach + look; ++k) {
                const auto j = std::size_t(k);
                const float step = (light[j + 2] + light[j + 3] - light[j - 1] - light[j - 2]) / 2;
                const float back = (light[j - 2] + light[j - 3] - light[j + 1] - light[j + 2]) / 2;
                toward = std::max(toward, step);
                away = std::max(away, back);
            }
        }
        const float first = std::max(0.f, toward - away);
        const float second = std::max(0.f, away - toward);
        line.lit[0][i + 1] = line.lit[0][i] + first / (first + doubt);
        line.lit[1][i + 1] = line.lit[1][i] + second / (second + doubt);
    }
}

Line lineOf(double angle, double offset) {
    Line line;
    line.angle = angle;
    line.offset = offset;
    line.normal = {std::cos(angle), std::sin(angle)};
    line.way = {-line.normal.y(), line.normal.x()};
    return line;
}

} // namespace

double Line::seen(double from, double to) const {
    return meanOf(sums, from, to);
}

double Line::litFrom(QPointF inward, double from, double to) const {
    return meanOf(lit[QPointF::dotProduct(inward, normal) > 0 ? 0 : 1], from, to);
}

double Line::meanOf(const std::vector<float> &of, double from, double to) const {
    if (of.empty())
        return 0;
    const double most = double(of.size() - 1);
    const double a = std::clamp(std::min(from, to) - first, 0.0, most);
    const double b = std::clamp(std::max(from, to) - first, 0.0, most);
    const auto lower = std::size_t(a);
    const auto upper = std::size_t(b);
    return double(of[upper] - of[lower]) / std::max(1.0, double(upper - lower));
}

std::vector<Line> linesIn(const Evidence &evidence, int most) {
    const int width = evidence.weight.cols;
    const int height = evidence.weight.rows;
    const double reach = std::hypot(width, height);
    const int offsets = int(2 * reach) + 3;
    std::array<float, directions> cosine;
    std::array<float, directions> sine;
    for (int i = 0; i < directions; ++i) {
        cosine[std::size_t(i)] = float(std::cos(i * std::numbers::pi / directions));
        sine[std::size_t(i)] = float(std::sin(i * std::numbers::pi / directions));
    }
    // Measured from the middle, so that lines a little apart in direction are a little apart in offset.
    const float middleX = float(width) / 2;
    const float middleY = float(height) / 2;
    cv::Mat votes = cv::Mat::zeros(directions, offsets, CV_32F);
    for (int y = 0; y < height; ++y) {
        const auto *weight = evidence.weight.ptr<float>(y);
        for (int x = 0; x < width; ++x) {
            if (weight[x] <= 0)
                continue;
            double angle = std::atan2(evidence.normalY.at<float>(y, x), evidence.normalX.at<float>(y, x));
            const int middle = int(std::lround(angle * directions / std::numbers::pi));
            for (int step = -spread; step <= spread; ++step) {
                const int direction = ((middle + step) % directions + directions) % directions;
                const float offset = (float(x) - middleX) * cosine[std::size_t(direction)] +
                                     (float(y) - middleY) * sine[std::size_t(direction)] + float(reach);
                const int bin = int(offset);
                const float part = offset - float(bin);
                auto *row = votes.ptr<float>(direction);
                row[bin] += weight[x] * (1 - part);
                row[bin + 1] += weight[x] * part;
            }
        }
    }
    struct Peak {
        float votes;
        int direction;
        int bin;
    };
    std::vector<Peak> peaks;
    const float least = float(leastVotes * reach);
    for (int d = 0; d < directions; ++d) {
        auto *row = votes.ptr<float>(d);
        for (int bin = 2; bin + 2 < offsets; ++bin) {
            const float sum = row[bin - 1] + row[bin] + row[bin + 1];
            if (sum > least && row[bin] >= row[bin - 1] && row[bin] > row[bin + 1])
                peaks.push_back({sum, d, bin});
        }
    }
    std::sort(peaks.begin(), peaks.end(), [](const Peak &a, const Peak &b) { return a.votes > b.votes; });
    std::vector<Peak> kept;
    std::array<int, directions / sector> ofSector{};
    for (const Peak &peak : peaks) {
        if (int(kept.size()) >= most)
            break;
        const bool near = std::any_of(kept.begin(), kept.end(), [&](const Peak &other) {
            int angle = std::abs(other.direction - peak.direction);
            int bin = other.bin;
            if (angle > directions / 2) { // the same line with its normal turned around
                angle = directions - angle;
                bin = int(2 * reach) - bin;
            }
            return angle <= apartAngle && std::abs(bin - peak.bin) <= apartOffset;
        });
        int &alike = ofSector[std::size_t(peak.direction / sector)];
        if (near || 4 * alike >= most)
            continue;
        ++alike;
        kept.push_back(peak);
    }
    std::vector<Line> lines;
    for (const Peak &peak : kept) {
        const auto d = std::size_t(peak.direction);
        Line line = lineOf(peak.direction * std::numbers::pi / directions,
                           peak.bin - reach + double(middleX * cosine[d] + middleY * sine[d]));
        line.strength = peak.votes;
        follow(line, evidence);
        followLight(line, evidence);
        lines.push_back(std::move(line));
    }
    return lines;
}

Line lineThrough(QPointF a, QPointF b, const Evidence &evidence) {
    QPointF normal(-(b - a).y(), (b - a).x());
    if (normal.y() < 0)
        normal = -normal;
    const double angle = std::atan2(normal.y(), normal.x());
    Line line = lineOf(angle, a.x() * std::cos(angle) + a.y() * std::sin(angle));
    follow(line, evidence);
    followLight(line, evidence);
    return line;
}

std::vector<Line> borders(cv::Size size) {
    std::vector<Line> lines{lineOf(0, 0), lineOf(0, size.width - 1), lineOf(std::numbers::pi / 2, 0),
                            lineOf(std::numbers::pi / 2, size.height - 1)};
    for (Line &line : lines)
        line.border = true;
    return lines;
}

} // namespace inkstep
