// The whole program while a day's pages are being sent, or while nothing is:
// inkstep_bench_sending PROFILE flick|camera [FOLDER]
// With a FOLDER the notebook is connected to it and sent there anew. Prints one JSON object: the times of the
// gallery's frames, or how long the camera took from being asked for to its shutter. "whole" says whether the
// sending lasted to the end of it.
#include "bench/bench.h"
#include "bench/windowitems.h"

#include "interface.h"
#include "syncservice.h"
#include "testcamera.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickWindow>
#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

using namespace inkstep;
using bench::find;
using bench::Fits;
using bench::patient;

namespace {

Fits isA(const char *component) {
    return [component](QQuickItem *item) {
        return QByteArrayView(item->metaObject()->className()).startsWith(component);
    };
}

struct Program {
    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    Interface interface;
    SyncService *sync = nullptr;
    QQuickItem *host = nullptr;

    explicit Program(const QString &profile) : interface(profile, {files, clock, random}) {}

    QQuickItem *window() { return interface.window()->contentItem(); }
    QQuickItem *await(const Fits &fits) {
        QQuickItem *found = nullptr;
        patient([&] {
            return (found = find(window(), [&](QQuickItem *item) {
                        return item->isVisible() && fits(item);
                    })) != nullptr;
        });
        return found;
    }
    bool open() {
        if (!interface.open() || !patient([&] { return interface.workspace().state() == Workspace::Open; }) ||
            !(host = await(isA("PageHost"))) || !await(isA("TodayTile")))
            return false;
        sync = interface.engine().singletonInstance<SyncService *>(
            qmlTypeId("Inkstep.Sync", 1, 0, "SyncService"));
        return sync != nullptr;
    }
    void go(const QString &place) {
        QMetaObject::invokeMethod(host, "go", Q_ARG(QString, place), Q_ARG(QVariant, QVariantMap()));
    }
    // Until pictures go: the words before them are a moment's work.
    bool send(const QString &folder) {
        sync->connectTo(QUrl::fromLocalFile(folder));
        return patient([&] { return sync->busy() && sync->progress() > 0.02; });
    }
};

int say(const QJsonObject &result) {
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}

int flick(Program &program, const QString &folder) {
    program.go(QStringLiteral("samples"));
    QQuickItem *grid = program.await([](QQuickItem *item) {
        return item->inherits("QQuickGridView") && item->property("count").toInt() > 100;
    });
    if (!grid || (!folder.isEmpty() && !program.send(folder)))
        return 1;
    QQuickWindow &window = *program.interface.window();
    QJsonArray times;
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> moved;   // and not yet in a frame
    std::optional<Clock::time_point> inFrame; // the move that the frame being drawn shows
    std::optional<double> shown;              // ms it took
    // Timed where it happens: waiting for it looks every 10 ms only. Which frame shows the move is known
    // while the interface waits for the renderer.
    QObject::connect(
        &window, &QQuickWindow::beforeSynchronizing, &window, [&] { inFrame = std::exchange(moved, {}); },
        Qt::DirectConnection);
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window,
        [&] {
            if (!inFrame)
                return;
            const double took =
                std::chrono::duration<double, std::milli>(Clock::now() - *std::exchange(inFrame, {})).count();
            QMetaObject::invokeMethod(
                &window, [&, took] { shown = took; }, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    const double far = grid->property("contentHeight").toDouble() - grid->height();
    double at = grid->property("contentY").toDouble();
    double step = 40;
    constexpr int warmUp = 30;
    constexpr int most = 200;
    for (int frame = 0; frame < warmUp + most; ++frame) {
        if (!folder.isEmpty() && !program.sync->busy())
            break;
        if (at + step > far || at + step < 0)
            step = -step;
        at += step;
        shown.reset();
        moved = Clock::now();
        grid->setProperty("contentY", at);
        window.update();
        if (!patient([&] { return shown.has_value(); }))
            return 1;
        if (frame >= warmUp)
            times << *shown;
        // Sixty a second, as a screen would ask for them.
        QTest::qWait(std::max(0, 16 - int(*shown)));
    }
    const bool whole = folder.isEmpty() || program.sync->busy();
    program.sync->cancel();
    return say({{QStringLiteral("times"), times}, {QStringLiteral("whole"), whole}});
}

int camera(Program &program, const QString &folder) {
    if (!folder.isEmpty() && !program.send(folder))
        return 1;
    QElapsedTimer timer;
    timer.start();
    program.go(QStringLiteral("camera"));
    const QQuickItem *shutter = program.await([](QQuickItem *item) {
        QAccessibleInterface *spoken =
            item->isEnabled() ? QAccessible::queryAccessibleInterface(item) : nullptr;
        return spoken && spoken->text(QAccessible::Name) == QLatin1StringView("Shutter");
    });
    const double took = double(timer.nsecsElapsed()) / 1e6;
    const bool whole = folder.isEmpty() || program.sync->busy();
    program.sync->cancel();
    return shutter ? say({{QStringLiteral("ms"), took}, {QStringLiteral("whole"), whole}}) : 1;
}

} // namespace

int main(int argc, char **argv) {
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    QAccessible::setActive(true);
    TestCamera testCamera;
    if (!testCamera.install())
        return 1;
    QImage paper(testCamera.model().largest, QImage::Format_RGB32);
    paper.fill(QColor(230, 228, 222));
    testCamera.show(paper);
    testCamera.plug();
    Program program(arguments.value(1));
    if (!program.open())
        return 1;
    const QString folder = arguments.value(3);
    return arguments.value(2) == QLatin1StringView("camera") ? camera(program, folder)
                                                             : flick(program, folder);
}
