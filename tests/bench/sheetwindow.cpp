// One run of the sheet in a window, as a process: inkstep_bench_sheet PROFILE flick|plain|tap
// Prints one JSON object.
#include "bench/bench.h"
#include "preferences.h"
#include "sheetgrid.h"
#include "workspace.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QTimer>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace inkstep;

namespace {

constexpr int warmUp = 60;
constexpr int frames = 400;
constexpr double step = 24; // pixels a frame
constexpr int taps = 200;

double cpuMs() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double nowMs() {
    using namespace std::chrono;
    return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void finish(QJsonObject result, QQuickWindow *window) {
    const bool software = window->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
    result.insert(QStringLiteral("backend"),
                  QStringLiteral("%1, %2").arg(software ? QStringLiteral("software renderer")
                                                        : QStringLiteral("OpenGL (Mesa llvmpipe)"),
                                               QGuiApplication::platformName()));
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    std::_Exit(0);
}

// The same window full of circles that mean nothing, in the simplest way to have 40 by 12 of them.
const char *const plainQml = R"qml(
import QtQuick
Flickable {
    objectName: "flick"
    width: 1280; height: 800
    contentWidth: 1280; contentHeight: 40 * 52
    Grid {
        columns: 12
        Repeater {
            model: 480
            Item {
                width: 90; height: 52
                Rectangle {
                    anchors.centerIn: parent
                    width: 24; height: 24; radius: 12
                    color: index % 3 ? "#22303C" : "transparent"
                    border { width: 2; color: "#22303C" }
                }
            }
        }
    }
}
)qml";

const char *const sheetQml = R"qml(
import QtQuick
import Inkstep.Sheet
SheetPage { width: 1280; height: 800; widthClass: 2 }
)qml";

class Run : public QObject {
public:
    Run(QQuickView &view, const QString &mode) : m_view(view), m_mode(mode) {
        connect(&view, &QQuickWindow::frameSwapped, this, &Run::frame);
    }
    void watch(Workspace &workspace) {
        connect(&workspace, &Workspace::performed, this, [this] { m_durable.push_back(nowMs() - m_tapped); });
    }

private:
    void frame() {
        auto *flick = m_view.contentItem()->findChild<QQuickItem *>(QStringLiteral("flick"));
        auto *grid = m_view.contentItem()->findChild<SheetGrid *>();
        if (!flick || (grid && (grid->sheet()->rows() == 0 || grid->sheet()->columns() == 0))) {
            m_view.update();
            return;
        }
        if (m_mode == QLatin1StringView("tap"))
            tapped(grid);
        else
            flicked(flick);
    }

    void flicked(QQuickItem *flick) {
        const double now = nowMs();
        if (++m_frame == warmUp)
            m_cpu = cpuMs();
        else if (m_frame > warmUp)
            m_times.push_back(now - m_last);
        m_last = now;
        if (m_frame >= warmUp + frames)
            finish({{QStringLiteral("cpu"), (cpuMs() - m_cpu) / frames},
                    {QStringLiteral("p95"), bench::percentile(m_times, 0.95)}},
                   &m_view);
        // Down to the end and up again, at sixty frames a second.
        QTimer::singleShot(16, flick, [this, flick] {
            const double most =
                flick->property("contentHeight").toDouble() - flick->property("height").toDouble();
            double next = flick->property("contentY").toDouble() + m_way * step;
            if (next <= 0 || next >= most)
                m_way = -m_way;
            flick->setProperty("contentY", std::clamp(next, 0.0, most));
        });
    }

    // A finger every 60 ms, and the frame that follows.
    void tapped(SheetGrid *grid) {
        if (m_waits) {
            m_shown.push_back(nowMs() - m_tapped);
            m_waits = false;
        }
        if (m_next)
            return;
        m_next = true;
        QTimer::singleShot(60, grid, [this, grid] {
            m_next = false;
            if (static_cast<int>(m_shown.size()) >= taps)
                finish({{QStringLiteral("shown"), bench::percentile(m_shown, 0.95)},
                        {QStringLiteral("durable"), bench::percentile(m_durable, 0.95)},
                        {QStringLiteral("missed"), m_missed}},
                       &m_view);
            const int at = m_tap++;
            const int row = at % 8;
            const int column = at / 8 % 10;
            const QPointF point = grid->mapToScene(grid->place(row, column).center());
            const SheetMark *before = grid->sheet()->data().cell(row, column).ownToday();
            const auto send = [&](QEvent::Type type, Qt::MouseButtons buttons) {
                QMouseEvent event(type, point, point, m_view.mapToGlobal(point), Qt::LeftButton, buttons, {});
                QCoreApplication::sendEvent(&m_view, &event);
            };
            send(QEvent::MouseButtonPress, Qt::LeftButton);
            m_tapped = nowMs();
            send(QEvent::MouseButtonRelease, {});
            // It is in what the next frame is drawn from.
            m_missed +=
                (grid->sheet()->data().cell(row, column).ownToday() == nullptr) == (before == nullptr);
            m_waits = true;
            m_view.update();
        });
    }

    QQuickView &m_view;
    QString m_mode;
    int m_frame = 0;
    int m_way = 1;
    double m_cpu = 0;
    double m_last = 0;
    std::vector<double> m_times;
    int m_tap = 0;
    int m_missed = 0;
    bool m_waits = false;
    bool m_next = false;
    double m_tapped = 0;
    std::vector<double> m_shown;
    std::vector<double> m_durable;
};

} // namespace

int main(int argc, char **argv) {
    QGuiApplication application(argc, argv);
    const QString profile = QGuiApplication::arguments().value(1);
    const QString mode = QGuiApplication::arguments().value(2);
    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;
    Workspace workspace(profile, {files, clock, random});
    Preferences preferences({}, nullptr);
    QQuickView view;
    view.engine()->setProperty(Workspace::engineProperty, QVariant::fromValue(&workspace));
    view.engine()->setProperty(Preferences::engineProperty, QVariant::fromValue(&preferences));
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    workspace.open();
    QQmlComponent component(view.engine());
    component.setData(mode == QLatin1StringView("plain") ? plainQml : sheetQml,
                      QUrl(QStringLiteral("qrc:/bench/sheet.qml")));
    auto *page = qobject_cast<QQuickItem *>(component.create());
    if (!page) {
        std::fputs(qPrintable(component.errorString()), stderr);
        return 1;
    }
    page->setParentItem(view.contentItem());
    page->setParent(view.contentItem());
    view.resize(1280, 800);
    Run run(view, mode);
    run.watch(workspace);
    view.show();
    return QGuiApplication::exec();
}
