// The sheet of a class of 40 with 12 skills and a year of marks: against plain circles, against the clock,
// against one scan of the same marks.
#include "bench/bench.h"

#include "sheetdata.h"
#include "store/profile.h"
#include "support/fakes.h"
#include "support/yearofmarks.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace inkstep::bench {

namespace {

QJsonObject runSheet(const QString &profile, const QString &mode) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/inkstep_bench_sheet"),
                  {profile, mode});
    process.waitForFinished(180'000);
    const QJsonObject result = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    if (result.isEmpty()) // no figure must not look like a very good one
        qFatal("the window of the sheet gave no figure (%s)", qPrintable(mode));
    return result;
}

double number(const QJsonObject &object, const char *name) {
    return object.value(QLatin1StringView(name)).toDouble();
}

// The same statement, its rows only counted.
int scan(Database &db, const SheetData &sheet) {
    int alone = 0;
    for (const SheetSkill &skill : sheet.skills) {
        Statement &row = db.use(marksOfSkill()).with(skill.id, qint64(toMs(skill.from)));
        while (row.step())
            alone += !row.id(0).isNull() && row.number(1) > 0 && row.number(2) == 0;
        row.reset();
    }
    return alone;
}

std::vector<Figure> sheetFigures() {
    const QTemporaryDir folder;
    makeYearOfMarks(folder.path());
    Pair decision{};
    {
        SystemFiles files;
        const SystemClock clock;
        SystemRandom random;
        const auto profile = std::move(*Profile::open(folder.path(), {files, clock, random}));
        Store &store = (*profile->find({}))->store();
        const Id notebook = (*profile->find({}))->id();
        constexpr int times = 10;
        decision = *store.read([&](Database &db) {
            const SheetData full = readSheet(db, notebook, store.device(), clock.now());
            SheetData blank = full;
            blank.cells.assign(full.cells.size(), {});
            int sum = 0;
            const auto decide = [&] {
                return timed([&] {
                           for (int i = 0; i < times; ++i) {
                               SheetData sheet = blank;
                               readMarks(db, store.device(), sheet);
                               for (int column = 0; column < sheet.columns(); ++column)
                                   sum += sheet.decision(column).alone;
                           }
                       }) /
                       times;
            };
            const auto plain = [&] {
                return timed([&] {
                           for (int i = 0; i < times; ++i)
                               sum += scan(db, blank);
                       }) /
                       times;
            };
            (void)plain();
            return inTurn(decide, plain);
        });
    }
    QString backend;
    std::vector<double> p95s, plainP95s;
    const auto flick = [&](const char *mode) {
        const QJsonObject result = runSheet(folder.path(), QLatin1StringView(mode));
        backend = result.value(QLatin1StringView("backend")).toString();
        (qstrcmp(mode, "flick") == 0 ? p95s : plainP95s).push_back(number(result, "p95"));
        return number(result, "cpu");
    };
    const Pair frame = inTurn([&] { return flick("flick"); }, [&] { return flick("plain"); });
    std::vector<double> shown, durable;
    double missed = 0;
    for (int i = 0; i < 3; ++i) {
        const QJsonObject result = runSheet(folder.path(), QStringLiteral("tap"));
        shown.push_back(number(result, "shown"));
        durable.push_back(number(result, "durable"));
        missed += number(result, "missed");
    }
    return {
        {QStringLiteral("sheet 40 x 12 flick, CPU a frame / plain circles"),
         QStringLiteral("400 frames of 24 px, all threads; %1; median of 5").arg(backend), frame.measured,
         frame.baseline, 1.5},
        {QStringLiteral("sheet flick, frame time p95 / plain circles"),
         QStringLiteral("a frame asked for 16 ms after the last; %1; median of 5").arg(backend), median(p95s),
         median(plainP95s), 1.5},
        {QStringLiteral("sheet tap to the frame that shows it / one frame"),
         QStringLiteral("p95 of finger up to frame swapped, 200 taps, median of 3 / frame time p95 of the "
                        "flick; %1")
             .arg(backend),
         median(shown), median(p95s), 1.0},
        {QStringLiteral("sheet taps the next frame did not show"), QStringLiteral("of 600"), missed, 0, 0,
         QString()},
        {QStringLiteral("sheet tap to durable, p95"),
         QStringLiteral("finger up to committed, synced to disk, 200 taps; median of 3"), median(durable), 0,
         150},
        {QStringLiteral("sheet decisions of 12 columns / one scan"),
         QStringLiteral("12,480 marks read and decided / the same statement stepped; median of 5"),
         decision.measured, decision.baseline, 2.0}};
}

const Registered sheet("sheet", sheetFigures);

} // namespace

} // namespace inkstep::bench
