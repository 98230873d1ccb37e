// The baseline of a cold start: an empty Quick Controls window. inkstep_bench_blank STARTED
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <chrono>
#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv) {
    QGuiApplication application(argc, argv);
    const qint64 started = QGuiApplication::arguments().value(1).toLongLong();
    QQmlApplicationEngine engine;
    engine.loadData("import QtQuick.Controls\nApplicationWindow { width: 1280; height: 800; visible: true }");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().value(0));
    if (!window)
        return 1;
    QObject::connect(window, &QQuickWindow::frameSwapped, &application, [&] {
        const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
        std::printf("{\"ms\": %.3f}\n", static_cast<double>(now - started) / 1e6);
        std::fflush(stdout);
        std::_Exit(0);
    });
    return QGuiApplication::exec();
}
