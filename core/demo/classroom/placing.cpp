#include "demo/classroom/placing.h"

#include <QTransform>
#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

constexpr int cellsAcross = 22;
constexpr int cellsDown = 28;
constexpr int enoughToPointAt = 6; // dots of a cell's 144
constexpr QSizeF card(0.3, 0.12);  // of the picture, about as large as a card is drawn

struct Cell {
    int ink = 0;
    QPointF middle; // of the ink, on the page, 0 to 1
};

// How much is written where. Ink is clearly darker than the paper; printed lines are not.
std::vector<Cell> inkOf(const QImage &page) {
    const QImage small =
        page.scaled(cellsAcross * 12, cellsDown * 12, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .convertToFormat(QImage::Format_ARGB32);
    std::vector<int> grays;
    const auto grayAt = [&](int x, int y) {
        const QRgb pixel = small.pixel(x, y);
        return qAlpha(pixel) < 200 ? 255 : qGray(pixel);
    };
    for (int y = 0; y < small.height(); y += 3) {
        for (int x = 0; x < small.width(); x += 3)
            grays.push_back(grayAt(x, y));
    }
    std::nth_element(grays.begin(), grays.begin() + std::ssize(grays) / 2, grays.end());
    const int dark = grays[grays.size() / 2] - 55;
    std::vector<Cell> cells(std::size_t(cellsAcross) * cellsDown);
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 0; x < small.width(); ++x) {
            if (grayAt(x, y) > dark)
                continue;
            Cell &cell = cells[std::size_t(y / 12 * cellsAcross + x / 12)];
            ++cell.ink;
            cell.middle += QPointF((x + 0.5) / small.width(), (y + 0.5) / small.height());
        }
    }
    for (Cell &cell : cells) {
        if (cell.ink > 0)
            cell.middle /= cell.ink;
    }
    return cells;
}

// From the flat page, 0 to 1, to the photograph, 0 to 1. A curled sheet's middle lies a little off.
QTransform ontoPhoto(const Photograph &photo) {
    QPolygonF corners;
    for (const QPointF &corner : photo.corners)
        corners << QPointF(corner.x() / photo.picture.width(), corner.y() / photo.picture.height());
    QTransform transform;
    QTransform::quadToQuad(QPolygonF{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, corners, transform);
    return transform;
}

// The written spot for a note that belongs at this height of the page.
const Cell *spotAt(const std::vector<Cell> &cells, double height, Chance &chance) {
    const Cell *best = nullptr;
    double bestScore = 0;
    for (const Cell &cell : cells) {
        if (cell.ink < enoughToPointAt)
            continue;
        const double score =
            std::min(cell.ink, 40) / 40.0 - 3 * std::abs(cell.middle.y() - height) + 0.5 * chance.unit();
        if (!best || score > bestScore) {
            best = &cell;
            bestScore = score;
        }
    }
    return best;
}

} // namespace

std::vector<NotePlace> placesOn(const QImage &page, const Photograph &photo, int count, Chance chance) {
    const std::vector<Cell> cells = inkOf(page);
    const QTransform onto = ontoPhoto(photo);
    std::vector<std::pair<QPointF, int>> writing; // where on the photograph, how much
    double top = 1, bottom = 0;
    for (const Cell &cell : cells) {
        if (cell.ink == 0)
            continue;
        writing.emplace_back(onto.map(cell.middle), cell.ink);
        if (cell.ink < enoughToPointAt)
            continue;
        top = std::min(top, cell.middle.y());
        bottom = std::max(bottom, cell.middle.y());
    }
    std::vector<NotePlace> places;
    std::vector<QRectF> taken;
    for (int i = 0; i < count; ++i) {
        const Cell *spot = spotAt(cells, top + (bottom - top) * (i + 0.5) / count, chance);
        const QPointF tail = spot ? onto.map(spot->middle) : QPointF(0.5, 0.5);
        QRectF best;
        double bestCost = 0;
        for (double y = 0.02; y + card.height() < 0.98; y += 0.03) {
            for (double x = 0.02; x + card.width() < 0.98; x += 0.03) {
                const QRectF here(QPointF(x, y), card);
                const QRectF around = here.adjusted(-0.015, -0.015, 0.015, 0.015);
                if (around.contains(tail))
                    continue;
                double cost = 2.2 * std::hypot(here.center().x() - tail.x(), here.center().y() - tail.y());
                for (const auto &[where, ink] : writing)
                    cost += around.contains(where) ? ink / 45.0 : 0;
                for (const QRectF &other : taken)
                    cost += here.intersects(other.adjusted(-0.02, -0.02, 0.02, 0.02)) ? 50 : 0;
                if (best.isNull() || cost < bestCost) {
                    best = here;
                    bestCost = cost;
                }
            }
        }
        taken.push_back(best);
        places.push_back({tail.x(), tail.y(), best.x(), best.y()});
    }
    return places;
}

} // namespace inkstep
