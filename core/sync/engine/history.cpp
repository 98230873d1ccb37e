#include "store/database.h"
#include "sync/engine/syncerengine.h"

namespace inkstep {

namespace {

constexpr int runsKept = 200;
constexpr const char *table =
    "CREATE TABLE IF NOT EXISTS sync_run (no INTEGER PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER NOT "
    "NULL, "
    "sentEdits INTEGER NOT NULL, sentPictures INTEGER NOT NULL, receivedEdits INTEGER NOT NULL, "
    "receivedPictures INTEGER NOT NULL, sentBytes INTEGER NOT NULL, receivedBytes INTEGER NOT NULL, "
    "code INTEGER, detail TEXT, subject TEXT)";

} // namespace

Status Syncer::Engine::remember(Moment began, const Result<SyncReport> &outcome) {
    const SyncReport report = outcome.value_or(SyncReport{});
    std::optional<Error> problem;
    if (!outcome)
        problem = outcome.error();
    else if (!report.problems.empty())
        problem = report.problems.front();
    const bool moved =
        report.sentEdits + report.sentPictures + report.receivedEdits + report.receivedPictures > 0;
    if (!moved && !problem)
        return {};
    const auto now = world.clock.now();
    return notebook.store().keepBooks([&](Database &db) {
        db.exec(table);
        const Value code = problem ? Value{qint64(problem->code)} : Value{};
        if (!moved) {
            // A place that is away all weekend is one line.
            Statement &last =
                db.use("SELECT no, code, sentEdits + sentPictures + receivedEdits + receivedPictures "
                       "FROM sync_run ORDER BY no DESC LIMIT 1");
            const bool same = last.step() && !last.isNull(1) && last.number(1) == qint64(problem->code) &&
                              last.number(2) == 0;
            const qint64 no = same ? last.number(0) : 0;
            last.reset();
            if (same) {
                db.use("UPDATE sync_run SET ended = ? WHERE no = ?").with(qint64(toMs(now)), no).run();
                return;
            }
        }
        db.use(
              "INSERT INTO sync_run (began, ended, sentEdits, sentPictures, receivedEdits, receivedPictures, "
              "sentBytes, receivedBytes, code, detail, subject) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .with(qint64(toMs(began)), qint64(toMs(now)), report.sentEdits, report.sentPictures,
                  report.receivedEdits, report.receivedPictures, report.sentBytes, report.receivedBytes, code,
                  problem ? problem->detail : QString(), problem ? problem->subject : QString())
            .run();
        db.use("DELETE FROM sync_run WHERE no <= (SELECT max(no) FROM sync_run) - ?").with(runsKept).run();
    });
}

Result<std::vector<SyncRun>> Syncer::history() {
    Store &store = m_engine->notebook.store();
    if (const auto made = store.keepBooks([](Database &db) { db.exec(table); }); !made)
        return passOn(made);
    return store.read([](Database &db) {
        std::vector<SyncRun> runs;
        Statement &row =
            db.use("SELECT began, ended, sentEdits, sentPictures, receivedEdits, receivedPictures, "
                   "sentBytes, receivedBytes, code, detail, subject FROM sync_run ORDER BY no DESC");
        while (row.step()) {
            SyncRun run{fromMs(row.number(0)),
                        fromMs(row.number(1)),
                        static_cast<int>(row.number(2)),
                        static_cast<int>(row.number(3)),
                        static_cast<int>(row.number(4)),
                        static_cast<int>(row.number(5)),
                        row.number(6),
                        row.number(7),
                        {}};
            if (!row.isNull(8))
                run.problem = Error{static_cast<ErrorCode>(row.number(8)), row.text(9), row.text(10)};
            runs.push_back(std::move(run));
        }
        row.reset();
        return runs;
    });
}

} // namespace inkstep
