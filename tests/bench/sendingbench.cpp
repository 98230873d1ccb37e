// Whether a person notices that a day is being sent: frames of the gallery and the camera's start, beside the
// same while nothing is sent. Each run is a process of its own and sends to a folder that has nothing yet.
#include "bench/bench.h"
#include "support/largeclass.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <unistd.h>

namespace inkstep::bench {

namespace {

constexpr int pages = 600; // ten days: a day is sent before a camera is up
constexpr qsizetype pictureBytes = 2'500'000;

struct Runs {
    QTemporaryDir profile;
    bool whole = true; // every sending lasted as long as what was measured beside it

    Runs() {
        makeLargeClass(profile.path(), pages, 25, pictureBytes);
        ::sync();
    }
    QJsonObject run(const QString &what, bool sending) {
        const QTemporaryDir place;
        QStringList arguments{profile.path(), what};
        if (sending)
            arguments << place.path();
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/inkstep_bench_sending"),
                      arguments);
        process.waitForFinished(300'000);
        const QJsonObject result = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        whole = whole && result.value(QLatin1StringView("whole")).toBool();
        return result;
    }
    double frames(bool sending) {
        std::vector<double> times;
        for (const QJsonValue &time :
             run(QStringLiteral("flick"), sending)[QLatin1StringView("times")].toArray())
            times.push_back(time.toDouble());
        return times.empty() ? 1e9 : percentile(times, 0.95);
    }
    double camera(bool sending) {
        return run(QStringLiteral("camera"), sending)[QLatin1StringView("ms")].toDouble(1e9);
    }
};

std::vector<Figure> figures() {
    Runs runs;
    const Pair frames = inTurn([&] { return runs.frames(true); }, [&] { return runs.frames(false); });
    const Pair camera = inTurn([&] { return runs.camera(true); }, [&] { return runs.camera(false); });
    const QString how = runs.whole
                            ? QStringLiteral("to a folder; median of 5")
                            : QStringLiteral("to a folder, which was done before the end; median of 5");
    return {{QStringLiteral("frame p95 of the gallery while pages are sent / while none are"), how,
             frames.measured, frames.baseline, 1.25},
            {QStringLiteral("camera asked for to its shutter, while pages are sent / while none are"), how,
             camera.measured, camera.baseline, 1.25}};
}

const Registered sending("sending", figures);

} // namespace

} // namespace inkstep::bench
