// The window against an empty one, and a flick through a large gallery against the same tiles with their
// pictures at hand. Every run is a process of its own; a Qt window starts cold only once in a process.
#include "bench/bench.h"

#include "imaging/imaging.h"
#include "support/fakes.h"
#include "support/largeclass.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <chrono>
#include <unistd.h>

namespace inkstep::bench {

namespace {

constexpr int manySamples = 12'000;

QJsonObject runWindow(const QString &program, const QStringList &arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationDirPath() + QLatin1Char('/') + program,
                  QStringList(arguments)
                      << QString::number(std::chrono::steady_clock::now().time_since_epoch().count()));
    process.waitForFinished(180'000);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

// The classes are made without waiting for the disk: what is still to be written is not the window's time.
void settle() {
    ::sync();
}

double startTime(const QString &profile) {
    return runWindow(QStringLiteral("inkstep_bench_window"), {QStringLiteral("start"), profile})
        .value(QLatin1StringView("ms"))
        .toDouble();
}

std::vector<Figure> startFigures() {
    const QTemporaryDir empty;
    const QTemporaryDir names;
    const QTemporaryDir large;
    makeLargeClass(empty.path(), 0, 0);
    makeLargeClass(names.path(), 0);
    makeLargeClass(large.path(), manySamples);
    settle();
    const auto blank = [] {
        return runWindow(QStringLiteral("inkstep_bench_blank"), {}).value(QLatin1StringView("ms")).toDouble();
    };
    (void)blank();
    (void)startTime(empty.path());
    (void)startTime(large.path());
    const Pair small = inTurn([&] { return startTime(empty.path()); }, blank);
    const Pair grown =
        inTurn([&] { return startTime(large.path()); }, [&] { return startTime(empty.path()); });
    // What the samples cost without what 25 tiles cost beside a page that says how to begin.
    const Pair filled =
        inTurn([&] { return startTime(large.path()); }, [&] { return startTime(names.path()); });
    const QString backend =
        runWindow(QStringLiteral("inkstep_bench_window"), {QStringLiteral("start"), empty.path()})
            .value(QLatin1StringView("backend"))
            .toString();
    return {{QStringLiteral("cold start, empty notebook / empty window"),
             QStringLiteral("process start to first usable frame; %1; median of 5").arg(backend),
             small.measured, small.baseline, 1.6},
            {QStringLiteral("cold start, 12,000 samples / empty notebook"),
             QStringLiteral("the same; %1; median of 5").arg(backend), grown.measured, grown.baseline, 1.1},
            {QStringLiteral("cold start, 12,000 samples / the same class without one"),
             QStringLiteral("the same; %1; median of 5").arg(backend), filled.measured, filled.baseline,
             1.1}};
}

std::vector<Figure> flickFigures() {
    const QTemporaryDir large;
    makeLargeClass(large.path(), manySamples);
    settle();
    std::vector<double> p95s;
    std::vector<double> memory;
    QString backend;
    const auto flick = [&](const QString &mode) {
        const QJsonObject result =
            runWindow(QStringLiteral("inkstep_bench_window"), {QStringLiteral("flick"), large.path(), mode});
        if (mode == QLatin1StringView("real")) {
            p95s.push_back(result.value(QLatin1StringView("p95")).toDouble());
            memory.push_back(result.value(QLatin1StringView("megabytes")).toDouble());
        }
        backend = result.value(QLatin1StringView("backend")).toString();
        return result.value(QLatin1StringView("cpu")).toDouble();
    };
    const Pair pair = inTurn([&] { return flick(QStringLiteral("real")); },
                             [&] { return flick(QStringLiteral("decoded")); });
    return {{QStringLiteral("flick through 12,000 samples, CPU a frame / decoded"),
             QStringLiteral("400 frames of 40 px, all threads; %1; median of 5").arg(backend), pair.measured,
             pair.baseline, 1.3},
            {QStringLiteral("flick, frame time p95"),
             QStringLiteral("from the list moved to the frame shown; %1").arg(backend), median(p95s), 0, 20},
            {QStringLiteral("flick, peak memory"), QStringLiteral("resident, 12,000 samples"), median(memory),
             0, 250, QStringLiteral("MB")}};
}

const Registered start("start", startFigures);
const Registered flick("flick", flickFigures);

} // namespace

} // namespace inkstep::bench
