#include "tilequery.h"

#include "dayturn.h"
#include "roundlist.h"

#include <QDateTime>
#include <algorithm>

namespace inkstep {

namespace {

constexpr int freshDays = 4;     // nobody seen since is marked
constexpr std::size_t share = 5; // of the class, one in so many

} // namespace

int calendarDays(Moment from, Moment to) {
    return static_cast<int>(QDateTime::fromMSecsSinceEpoch(toMs(from))
                                .date()
                                .daysTo(QDateTime::fromMSecsSinceEpoch(toMs(to)).date()));
}

void markLongUnseen(std::vector<Tile> &tiles) {
    std::vector<Tile *> order;
    for (Tile &tile : tiles) {
        tile.longUnseen = false;
        if (tile.days < 0 || tile.days > freshDays)
            order.push_back(&tile);
    }
    const auto longer = [](const Tile *a, const Tile *b) {
        return (a->days < 0 ? INT_MAX : a->days) > (b->days < 0 ? INT_MAX : b->days);
    };
    std::stable_sort(order.begin(), order.end(), longer);
    // A class that has just begun has seen nobody: a mark on everybody, or on five at random, says nothing.
    if (std::all_of(tiles.begin(), tiles.end(), [](const Tile &tile) { return tile.days < 0; }))
        return;
    const std::size_t most = std::max<std::size_t>(1, tiles.size() / share);
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i)
        order[i]->longUnseen = true;
}

std::vector<Tile> readTiles(Database &db, Moment now, const Id &notebook) {
    const QDate today = dayOf(now);
    const ClassFacts facts = readClass(db, notebook, today, ClassParts::SeenAndSteps);
    std::vector<Tile> tiles;
    if (facts.members.empty())
        return tiles;
    const QSet<Id> sampled = sampledIn(db, roundOf(facts.teaching, today));
    for (const ClassMember &member : facts.members) {
        Tile tile;
        tile.id = member.id;
        tile.name = member.name;
        tile.seen = member.seen;
        tile.days = tile.seen ? std::max(0, calendarDays(*tile.seen, now)) : -1;
        tile.sampled = sampled.contains(member.id);
        tiles.push_back(std::move(tile));
    }
    for (const OpenStepFact &step : facts.steps) { // newest first: that is the one that shows
        Tile &tile = tiles[facts.places.value(step.student)];
        if (!tile.step.isNull())
            continue;
        tile.step = step.note;
        tile.stepWords = step.words;
        tile.level = step.level;
    }
    markLongUnseen(tiles);
    return tiles;
}

} // namespace inkstep
