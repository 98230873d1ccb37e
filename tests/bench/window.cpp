// One run of the window, as a process: inkstep_bench_window start|flick PROFILE [real|decoded] STARTED
// STARTED is the steady clock of whoever started it, in nanoseconds. Prints one JSON object.
#include "interface.h"

#include "bench/bench.h"
#include "photoprovider.h"

#include <QGuiApplication>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlContext>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <optional>
#include <utility>

using namespace inkstep;

namespace {

double sinceNs(qint64 started) {
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    return static_cast<double>(now - started) / 1e6;
}

QString backendOf(QQuickWindow *window) {
    switch (window->rendererInterface()->graphicsApi()) {
    case QSGRendererInterface::Software:
        return QStringLiteral("software renderer, %1").arg(QGuiApplication::platformName());
    case QSGRendererInterface::OpenGL:
        return QStringLiteral("OpenGL (Mesa llvmpipe), %1").arg(QGuiApplication::platformName());
    default:
        return QStringLiteral("graphics API %1")
            .arg(static_cast<int>(window->rendererInterface()->graphicsApi()));
    }
}

int finish(QJsonObject result, QQuickWindow *window) {
    result.insert(QStringLiteral("backend"), backendOf(window));
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}

bool anyVisible(const QQuickItem *item, const QByteArray &type) {
    if (!item->isVisible())
        return false;
    if (QByteArray(item->metaObject()->className()).startsWith(type) && item->height() > 0)
        return true;
    const auto children = item->childItems();
    return std::any_of(children.begin(), children.end(),
                       [&](const QQuickItem *child) { return anyVisible(child, type); });
}

int start(QGuiApplication &application, const QString &profile, qint64 started) {
    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;
    const double begun = sinceNs(started);
    Interface interface(profile, {files, clock, random});
    double opened = 0;
    QObject::connect(&interface.workspace(), &Workspace::notebookChanged, &application,
                     [&] { opened = sinceNs(started); });
    interface.open();
    const double loaded = sinceNs(started);
    QQuickWindow *window = interface.window();
    int frames = 0;
    bool usable = false;
    // Usable: the class, or the page that says how to begin it, is in the frame that was swapped in. Looked
    // at while the interface waits for the renderer, and no frame is asked for that the interface would not
    // draw by itself.
    QObject::connect(
        window, &QQuickWindow::afterSynchronizing, window,
        [&] {
            usable = anyVisible(window->contentItem(), "TodayTile") ||
                     anyVisible(window->contentItem(), "TodayEmpty");
        },
        Qt::DirectConnection);
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [&] {
            ++frames;
            if (!usable)
                return;
            finish({{QStringLiteral("ms"), sinceNs(started)},
                    {QStringLiteral("begun"), begun},
                    {QStringLiteral("opened"), opened},
                    {QStringLiteral("loaded"), loaded},
                    {QStringLiteral("frames"), frames}},
                   window);
            std::_Exit(0);
        },
        Qt::DirectConnection);
    return QGuiApplication::exec();
}

// Pictures that are decoded already: what a gallery costs without its pictures' work.
class DecodedProvider final : public QQuickImageProvider {
public:
    DecodedProvider() : QQuickImageProvider(QQuickImageProvider::Image) {
        for (int i = 0; i < 64; ++i) {
            QImage image(320, 240, QImage::Format_RGB32);
            image.fill(QColor::fromHsv(i * 5 % 360, 40, 230));
            m_images << image;
        }
    }
    QImage requestImage(const QString &id, QSize *size, const QSize &) override {
        const QImage &image = m_images.at(static_cast<int>(qHash(id) % 64));
        *size = image.size();
        return image;
    }

private:
    QList<QImage> m_images;
};

const char *const galleryQml = R"qml(
import QtQuick
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Ui
GridView {
    id: grid
    width: 1280; height: 800
    cellWidth: 212; cellHeight: 250
    reuseItems: true
    cacheBuffer: 500
    model: SampleList { workspace: Workspace }
    delegate: SampleTile { width: 200; height: 238 }
}
)qml";

int flick(const QString &profile, bool decoded) {
    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;
    Workspace workspace(profile, {files, clock, random});
    QQuickView view;
    view.engine()->setProperty(Workspace::engineProperty, QVariant::fromValue(&workspace));
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    if (decoded)
        view.engine()->addImageProvider(QStringLiteral("photo"), new DecodedProvider);
    else
        view.engine()->addImageProvider(QStringLiteral("photo"), new PhotoProvider(workspace));
    workspace.open();
    QQmlComponent component(view.engine());
    component.setData(galleryQml, QUrl(QStringLiteral("qrc:/bench/gallery.qml")));
    auto *grid = qobject_cast<QQuickItem *>(component.create());
    if (!grid) {
        std::fputs(qPrintable(component.errorString()), stderr);
        return 1;
    }
    grid->setParentItem(view.contentItem());
    view.resize(1280, 800);
    view.show();

    constexpr int warmUp = 60;
    constexpr int frames = 400;
    int frame = 0;
    double cpuBefore = 0;
    std::vector<double> times;
    using Time = std::chrono::steady_clock::time_point;
    std::optional<Time> moved;   // and not yet in a frame
    std::optional<Time> inFrame; // the move that the frame being drawn shows
    const auto cpu = [] {
        timespec spent{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
        return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
    };
    const auto move = [&] {
        moved = std::chrono::steady_clock::now();
        grid->setProperty("contentY", grid->property("contentY").toDouble() + 40);
    };
    // Pictures that came make frames of their own: which one shows the move is known while the interface
    // waits for the renderer.
    QObject::connect(
        &view, &QQuickWindow::beforeSynchronizing, &view, [&] { inFrame = std::exchange(moved, {}); },
        Qt::DirectConnection);
    const auto shown = [&](double took) {
        ++frame;
        if (frame == warmUp)
            cpuBefore = cpu();
        else if (frame > warmUp)
            times.push_back(took);
        if (frame >= warmUp + frames) {
            finish({{QStringLiteral("cpu"), (cpu() - cpuBefore) / frames},
                    {QStringLiteral("p95"), bench::percentile(times, 0.95)},
                    {QStringLiteral("megabytes"), bench::peakMegabytes()}},
                   &view);
            std::_Exit(0);
        }
        // Sixty frames a second, as a screen would ask for them: pictures have that long to come.
        QTimer::singleShot(std::max(0, 16 - static_cast<int>(took)), grid, move);
    };
    QObject::connect(
        &view, &QQuickWindow::frameSwapped, &view,
        [&] {
            if (!inFrame)
                return;
            const double took =
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - *inFrame)
                    .count();
            inFrame.reset();
            QMetaObject::invokeMethod(
                grid, [&, took] { shown(took); }, Qt::QueuedConnection);
        },
        Qt::DirectConnection);
    QTimer begin;
    begin.setInterval(10);
    QObject::connect(&begin, &QTimer::timeout, grid, [&] {
        if (grid->property("count").toInt() > 0) {
            begin.stop();
            move();
        }
    });
    begin.start();
    return QGuiApplication::exec();
}

} // namespace

int main(int argc, char **argv) {
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.value(1) == QLatin1StringView("start"))
        return start(application, arguments.value(2), arguments.value(3).toLongLong());
    return flick(arguments.value(2), arguments.value(3) == QLatin1StringView("decoded"));
}
