// A school year on a server: what it costs to look when nothing is new, to send one note, and to start on a
// bare tablet; and whether ten tablets pay for what is new or for what is there. Pictures are small here:
// what counts is how many there are.
#include "bench/bench.h"
#include "bench/rclone.h"
#include "bench/tablet.h"
#include "support/realservers.h"
#include "sync/engine/syncer.h"
#include "sync/remote/httpline.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QThread>
#include <chrono>
#include <sqlite3.h>
#include <thread>

namespace inkstep::bench {

namespace {

constexpr int photos = 12'000;
constexpr int students = 25;
constexpr int tablets = 10;

template<class T>
T must(Result<T> result) {
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return std::move(*result);
}
void must(const Status &status) {
    if (!status)
        qFatal("%s", qPrintable(status.error().detail));
}

// About ten operations a photo.
void fill(Tablet &tablet, int count) {
    tablet.notebook = must(tablet.profile->create(QStringLiteral("Room 12"), NotebookKind::Class));
    Store &store = tablet.notebook->store();
    std::vector<Id> ids;
    Edit names(QStringLiteral("Add students"));
    for (int i = 0; i < students; ++i) {
        Student student;
        student.id = store.makeId();
        student.name = QStringLiteral("Student %1").arg(i + 1);
        names.create(student);
        ids.push_back(student.id);
    }
    must(store.commit(names));
    for (int i = 0; i < count; ++i) {
        Sample sample;
        sample.id = store.makeId();
        sample.student = ids[std::size_t(i) % ids.size()];
        sample.title = QStringLiteral("Piece %1").arg(i + 1);
        Page page;
        page.id = store.makeId();
        page.sample = sample.id;
        page.original = must(tablet.notebook->vault().put(tablet.random.bytes(2'000)));
        page.preview = must(tablet.notebook->vault().put(tablet.random.bytes(1'000)));
        page.width = 3264;
        page.height = 2448;
        must(store.commit(Edit(QStringLiteral("Photograph a page")).create(sample).create(page)));
    }
}

qint64 rowsOf(Store &store, const char *table) {
    return must(store.read([&](Database &db) {
        auto &use = db.use(std::string("SELECT count(*) FROM ") + table);
        use.step();
        const qint64 count = use.number(0);
        use.reset();
        return count;
    }));
}

void addNotes(Tablet &tablet, int count) {
    Store &store = tablet.notebook->store();
    const Id page = must(store.read([](Database &db) {
        auto &use = db.use("SELECT id FROM page LIMIT 1");
        use.step();
        const Id id = use.id(0);
        use.reset();
        return id;
    }));
    for (int i = 0; i < count; ++i) {
        Note note;
        note.id = store.makeId();
        note.about = page;
        note.words = QStringLiteral("Tries a comma before the name");
        must(store.commit(Edit(QStringLiteral("Write note")).create(note)));
    }
}

double syncOf(Tablet &tablet, bool originals = true) {
    Syncer syncer(*tablet.notebook, tablet.parts);
    return timed([&] {
        const SyncReport report = must(syncer.sync({}, {}, {originals}));
        if (!report.problems.empty())
            qFatal("sync: %s", qPrintable(report.problems.front().detail));
    });
}

std::unique_ptr<Tablet> joined(Tablet &host, const ServerKey *key) {
    auto guest = std::make_unique<Tablet>();
    const QString code = must(Syncer(*host.notebook, host.parts).makeInvite());
    guest->notebook =
        must(Syncer::join(*guest->profile, guest->parts, code, QStringLiteral("Tablet"), {}, key));
    return guest;
}

// The rows of a database, as SQLite alone inserts them: prepared statements, one transaction, no waiting for
// the disk; without the search index, which costs the app a good part of its time.
double insertsOf(const QString &database, const QString &fresh) {
    struct Table {
        QByteArray insert;
        std::vector<std::vector<sqlite3_value *>> rows;
    };
    std::vector<QByteArray> schema;
    std::vector<Table> tables;
    sqlite3 *from = nullptr;
    sqlite3_open(QFile::encodeName(database).constData(), &from);
    const auto each = [](sqlite3 *db, const QByteArray &sql, const auto &row) {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.constData(), sqlite3_errmsg(db));
        while (sqlite3_step(statement) == SQLITE_ROW)
            row(statement);
        sqlite3_finalize(statement);
    };
    each(from,
         "SELECT name, sql, type FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search%' AND "
         "name "
         "NOT LIKE 'sqlite_%' ORDER BY type DESC",
         [&](sqlite3_stmt *found) {
             const auto text = [&](int column) {
                 return QByteArray(reinterpret_cast<const char *>(sqlite3_column_text(found, column)));
             };
             schema.push_back(text(1));
             if (text(2) != "table")
                 return;
             Table table;
             int columns = 0;
             each(from, "SELECT * FROM \"" + text(0) + '"', [&](sqlite3_stmt *row) {
                 columns = sqlite3_column_count(row);
                 std::vector<sqlite3_value *> values;
                 for (int i = 0; i < columns; ++i)
                     values.push_back(sqlite3_value_dup(sqlite3_column_value(row, i)));
                 table.rows.push_back(std::move(values));
             });
             table.insert = "INSERT INTO \"" + text(0) + "\" VALUES (" +
                            QByteArray("?,").repeated(columns).chopped(columns > 0 ? 1 : 0) + ')';
             if (columns > 0)
                 tables.push_back(std::move(table));
         });
    sqlite3_close(from);
    sqlite3 *to = nullptr;
    QFile::remove(fresh);
    sqlite3_open(QFile::encodeName(fresh).constData(), &to);
    sqlite3_exec(to, "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
    for (const QByteArray &sql : schema)
        sqlite3_exec(to, sql.constData(), nullptr, nullptr, nullptr);
    const double ms = timed([&] {
        sqlite3_exec(to, "BEGIN", nullptr, nullptr, nullptr);
        for (const Table &table : tables) {
            sqlite3_stmt *statement = nullptr;
            if (sqlite3_prepare_v2(to, table.insert.constData(), -1, &statement, nullptr) != SQLITE_OK)
                qFatal("%s: %s", table.insert.constData(), sqlite3_errmsg(to));
            for (const auto &row : table.rows) {
                for (std::size_t i = 0; i < row.size(); ++i)
                    sqlite3_bind_value(statement, int(i) + 1, row[i]);
                sqlite3_step(statement);
                sqlite3_reset(statement);
            }
            sqlite3_finalize(statement);
        }
        sqlite3_exec(to, "COMMIT", nullptr, nullptr, nullptr);
    });
    sqlite3_close(to);
    for (const Table &table : tables)
        for (const auto &row : table.rows)
            for (sqlite3_value *value : row)
                sqlite3_value_free(value);
    return ms;
}

// Milliseconds until every page of the year is in a bare tablet's lists; then it is stopped.
double untilListed(Tablet &guest) {
    std::atomic<bool> there = false;
    double ms = 0;
    const auto began = std::chrono::steady_clock::now();
    std::thread look([&] {
        while (rowsOf(guest.notebook->store(), "page") < photos)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
        there = true;
    });
    Syncer syncer(*guest.notebook, guest.parts);
    const auto report = syncer.sync({}, [&] { return there.load(); });
    look.join();
    if (report && report->receivedPictures > photos)
        qFatal("originals were fetched before anybody looked");
    return ms;
}

// In MB, of a process that does nothing else.
double memoryOfFirstSync(Tablet &host, const test::RealServer &server, const ServerKey &key) {
    const auto guest = joined(host, &key);
    guest->notebook = nullptr;
    guest->profile.reset();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("INKSTEP_PASSWORD"), key.password);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(
        QCoreApplication::applicationDirPath() + QStringLiteral("/inkstep_bench_sync"),
        {guest->folder.path(), server.url() + QStringLiteral("/year"), QString(), QStringLiteral("small")});
    process.waitForFinished(180'000);
    return process.readAllStandardOutput().trimmed().split(' ').last().toDouble();
}

std::vector<Figure> year() {
    const test::RealServer server(test::RealServer::Apache);
    const ServerKey key{
        QString::fromLatin1(test::RealServer::user), QString::fromUtf8(test::RealServer::password), {}};
    Tablet a;
    fill(a, photos);
    std::vector<Figure> figures;
    must(Syncer(*a.notebook, a.parts).connect(server.url() + QStringLiteral("/year"), &key));
    syncOf(a);
    const qint64 operations = rowsOf(a.notebook->store(), "op");

    std::vector<double> listed;
    std::vector<double> inserted;
    std::unique_ptr<Tablet> b;
    for (int round = 0; round < 3; ++round) {
        b = joined(a, &key);
        listed.push_back(untilListed(*b));
        inserted.push_back(insertsOf(b->notebook->folder() + QStringLiteral("/notebook.db"),
                                     b->folder.filePath(QStringLiteral("plain.db"))));
    }
    figures.push_back({QStringLiteral("a year on a bare tablet, to its lists"),
                       QStringLiteral("12,000 photos, %1 operations, by WebDAV; the same rows inserted by "
                                      "SQLite, without search; median of 3")
                           .arg(operations),
                       median(listed), median(inserted), 3});
    syncOf(*b);
    syncOf(a);
    syncOf(a);

    const int devices = int(must(Syncer(*a.notebook, a.parts).state()).devices.size());
    const auto requestsOf = [&](const std::function<void()> &work) {
        const std::size_t before = server.requests().size();
        work();
        QThread::msleep(300); // Apache writes its log after it has answered
        const std::vector<test::RealServer::Asked> all = server.requests();
        return std::vector<test::RealServer::Asked>(all.begin() + qsizetype(before), all.end());
    };
    const auto idle = requestsOf([&] { syncOf(a); });
    figures.push_back({QStringLiteral("nothing to do in a year: requests"),
                       QStringLiteral("%1 devices; the bound is devices + 2").arg(devices),
                       double(idle.size()), 0, double(devices + 2), QString()});
    const QStringList same = QStringList{QStringLiteral("sync"), server.folder() + QStringLiteral("/year"),
                                         QStringLiteral(":webdav:year"), QStringLiteral("--size-only")} +
                             rcloneOptions(server);
    const Pair nothing = inTurn([&] { return syncOf(a); }, [&] { return timed([&] { rclone(same); }); });
    figures.push_back({QStringLiteral("nothing to do in a year"),
                       QStringLiteral("by WebDAV; rclone sync --size-only over the same"), nothing.measured,
                       nothing.baseline, 0.25});
    addNotes(a, 1);
    const auto one = requestsOf([&] { syncOf(a); });
    qint64 bodies = 0;
    qint64 wire = 0;
    for (const test::RealServer::Asked &asked : one) {
        bodies += asked.body;
        wire += asked.bytes;
    }
    figures.push_back({QStringLiteral("one note in a year: requests"),
                       QStringLiteral("%1 devices; the bound is devices + 7").arg(devices),
                       double(one.size()), 0, double(devices + 7), QString()});
    figures.push_back(
        {QStringLiteral("one note in a year: sent"),
         QStringLiteral("bodies of requests; with their heads %1 KB").arg(double(wire) / 1024, 0, 'f', 1),
         double(bodies) / 1024, 0, 4, QStringLiteral("KB")});
    figures.push_back({QStringLiteral("a year on a bare tablet: peak memory"),
                       QStringLiteral("a program of its own that syncs it, previews too"),
                       memoryOfFirstSync(a, server, key), 0, 150, QStringLiteral("MB")});
    return figures;
}

// Ten tablets on a folder; one writes ten notes and sends them, another fetches them.
std::vector<Figure> curve() {
    struct Cost {
        int there;
        double sends;
        double fetches;
    };
    std::vector<Cost> costs;
    for (const int there : {750, 3'000, 12'000}) {
        const QTemporaryDir place;
        Tablet a;
        fill(a, there);
        must(Syncer(*a.notebook, a.parts).connect(place.path()));
        syncOf(a);
        std::vector<std::unique_ptr<Tablet>> others;
        for (int i = 1; i < tablets; ++i) {
            others.push_back(joined(a, nullptr));
            syncOf(*others.back());
        }
        for (int settle = 0; settle < 2; ++settle) {
            syncOf(a);
            for (const auto &other : others)
                syncOf(*other);
        }
        std::vector<double> sends;
        std::vector<double> fetches;
        for (int round = 0; round < 5; ++round) {
            addNotes(a, 10);
            sends.push_back(syncOf(a));
            fetches.push_back(syncOf(*others.front()));
        }
        costs.push_back({there, median(sends), median(fetches)});
    }
    std::vector<Figure> figures;
    for (const Cost &cost : costs) {
        const QString what = QStringLiteral("ten tablets, one folder, %1 photos there; beside %2 photos")
                                 .arg(cost.there)
                                 .arg(costs.front().there);
        figures.push_back({QStringLiteral("ten new notes sent, %1 photos").arg(cost.there), what, cost.sends,
                           costs.front().sends, 2});
        figures.push_back({QStringLiteral("ten new notes fetched, %1 photos").arg(cost.there), what,
                           cost.fetches, costs.front().fetches, 2});
    }
    return figures;
}

const Registered syncYear("year", year);
const Registered syncCurve("tablets", curve);

} // namespace

} // namespace inkstep::bench
