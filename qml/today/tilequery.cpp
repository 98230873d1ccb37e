#include "tilequery.h"

#include "store/layout.h"

#include <QDateTime>
#include <QHash>
#include <algorithm>

namespace inkstep {

namespace {

constexpr int sampleDays = 14;   // the two-weekly sample
constexpr int freshDays = 4;     // nobody seen since is marked
constexpr std::size_t share = 5; // of the class, one in so many

// Times of a thing's making are hybrid: the wall clock's milliseconds above 16 bits of counter.
// When each student's writing was last looked at: the newest sample of each, by its index, and the newest
// pages, for a page that was added to an older sample. All pages of all years would take as long as the
// window itself.
constexpr const char *latestPages = R"sql(
SELECT st.id, (SELECT max(s.date) FROM sample s WHERE s.student = st.id AND s.deleted = 0) FROM student st
WHERE st.deleted = 0
UNION ALL
SELECT s.student, coalesce(p.taken, p.made >> 16)
FROM (SELECT sample, taken, made FROM page WHERE deleted = 0 ORDER BY row DESC LIMIT 200) p
JOIN sample s ON s.id = p.sample WHERE s.deleted = 0)sql";

// Every note with the student it is for, whatever it is on.
constexpr const char *notesByStudent = R"sql(
SELECT coalesce(sp.student, sa.student, st.id), n.id, n.made >> 16, n.kind = 'nextStep', n.words, k.childWords, k.name
FROM note n
LEFT JOIN page p ON p.id = n.about AND p.deleted = 0
LEFT JOIN sample sp ON sp.id = p.sample AND sp.deleted = 0
LEFT JOIN sample sa ON sa.id = n.about AND sa.deleted = 0
LEFT JOIN student st ON st.id = n.about
LEFT JOIN skill k ON k.id = n.skill AND n.kind = 'nextStep' AND n.words IS NULL
WHERE n.deleted = 0 ORDER BY n.made DESC)sql";

// The latest answer of each note: SQLite takes the other columns from the row of the maximum.
constexpr const char *latestAnswers = R"sql(
SELECT a.note, max(coalesce(a.at, a.made >> 16)), a.level, a.letGo FROM answer a
WHERE a.deleted = 0 GROUP BY a.note)sql";

constexpr const char *lateSamples = R"sql(
SELECT DISTINCT s.student FROM sample s WHERE s.deleted = 0 AND s.kind = 'independent' AND s.date >= ?)sql";

struct LastAnswer {
    qint64 at = 0;
    SupportLevel level = SupportLevel::NotYet;
    bool letGo = false;
};

void raise(std::optional<Moment> &seen, qint64 ms) {
    if (!seen || toMs(*seen) < ms)
        seen = fromMs(ms);
}

QHash<Id, LastAnswer> readAnswers(Database &db) {
    QHash<Id, LastAnswer> answers;
    Statement &row = db.use(latestAnswers);
    while (row.step())
        answers.insert(row.id(0), {row.number(1), enumOf<SupportLevel>(row.text(2), SupportLevel::NotYet),
                                   row.number(3) != 0});
    row.reset();
    return answers;
}

void readNotes(Database &db, std::vector<Tile> &tiles, const QHash<Id, std::size_t> &places) {
    const QHash<Id, LastAnswer> answers = readAnswers(db);
    Statement &row = db.use(notesByStudent);
    while (row.step()) {
        const auto place = places.constFind(row.id(0));
        if (place == places.constEnd())
            continue;
        Tile &tile = tiles[*place];
        raise(tile.seen, row.number(2));
        const Id note = row.id(1);
        const auto answer = answers.constFind(note);
        if (answer != answers.constEnd())
            raise(tile.seen, answer->at);
        const bool open = row.number(3) != 0 && (answer == answers.constEnd() || !answer->letGo);
        if (!open || !tile.step.isNull())
            continue; // newest first: the step that shows is there already
        tile.step = note;
        for (const int column : {4, 5, 6}) {
            if (tile.stepWords.isEmpty())
                tile.stepWords = row.text(column).simplified();
        }
        tile.level = answer == answers.constEnd() ? -1 : static_cast<int>(answer->level);
    }
    row.reset();
}

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

std::vector<Tile> readTiles(Database &db, Moment now) {
    std::vector<Tile> tiles;
    QHash<Id, std::size_t> places;
    Statement &students = db.use("SELECT id, name FROM student WHERE deleted = 0 AND coalesce(archived, 0) = "
                                 "0 ORDER BY position, row");
    while (students.step()) {
        Tile tile;
        tile.id = students.id(0);
        tile.name = students.text(1);
        places.insert(tile.id, tiles.size());
        tiles.push_back(std::move(tile));
    }
    students.reset();
    if (tiles.empty())
        return tiles;

    Statement &pages = db.use(latestPages);
    while (pages.step()) {
        const auto place = places.constFind(pages.id(0));
        if (place != places.constEnd() && !pages.isNull(1))
            raise(tiles[*place].seen, pages.number(1));
    }
    pages.reset();
    readNotes(db, tiles, places);

    const qint64 since = toMs(now - std::chrono::hours(24 * sampleDays));
    Statement &samples = db.use(lateSamples).with(since);
    while (samples.step()) {
        const auto place = places.constFind(samples.id(0));
        if (place != places.constEnd())
            tiles[*place].sampled = true;
    }
    samples.reset();

    for (Tile &tile : tiles)
        tile.days = tile.seen ? std::max(0, calendarDays(*tile.seen, now)) : -1;
    markLongUnseen(tiles);
    return tiles;
}

} // namespace inkstep
