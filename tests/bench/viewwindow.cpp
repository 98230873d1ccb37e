// One page of writing in a window of its own: how soon it shows, how soon what was pinched is sharp, how
// evenly frames come while another large picture is brought in. In: a profile with one class, the path of a
// picture. Out: a line of JSON.
#include "bench/bench.h"
#include "bench/windowitems.h"

#include "ingest/ingest.h"
#include "intake.h"
#include "photoprovider.h"
#include "store/layout.h"
#include "theme.h"
#include "workspace.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QSignalSpy>
#include <cstdio>

using namespace inkstep;
using bench::find;
using bench::patient;
using bench::peakMegabytes;

int main(int argc, char **argv) {
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;
    Workspace workspace(arguments.at(1), {files, clock, random});
    workspace.open();
    if (!patient([&] { return workspace.notebook() != nullptr; }))
        return 1;

    const QByteArray picture = *files.read(arguments.at(2), 512ll << 20);
    Ingest ingest(*workspace.notebook());
    const Id student = *workspace.notebook()->store().read([](Database &db) {
        Statement &row = db.use("SELECT id FROM student LIMIT 1");
        const Id id = row.step() ? row.id(0) : Id();
        row.reset();
        return id;
    });
    QElapsedTimer timer;
    timer.start();
    const auto kept = ingest.keep(picture, {student, {}, {}, {}});
    if (!kept || !ingest.derivePage(kept->page))
        return 1;
    const double imported = double(timer.nsecsElapsed()) / 1e6;

    QQuickView view;
    QQmlEngine *engine = view.engine();
    engine->setProperty(Workspace::engineProperty, QVariant::fromValue(&workspace));
    engine->addImageProvider(QStringLiteral("photo"), new PhotoProvider(workspace));
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view.resize(1280, 800);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return 1;
    // The page's types are known, as they are by the time a person opens one.
    QQmlComponent component(engine, QUrl(QStringLiteral("qrc:/qt/qml/Inkstep/Sample/PagePage.qml")));
    const auto showPage = [&](const QString &id) {
        auto *page = qobject_cast<QQuickItem *>(
            component.createWithInitialProperties({{QStringLiteral("pageId"), id},
                                                   {QStringLiteral("width"), 1280},
                                                   {QStringLiteral("height"), 800}}));
        if (page) {
            page->setParentItem(view.contentItem());
            page->setParent(&view);
        }
        return page;
    };

    const auto shownFrame = [&] {
        QSignalSpy swapped(&view, &QQuickWindow::frameSwapped);
        view.update();
        return patient([&] { return !swapped.isEmpty(); });
    };
    timer.restart();
    QQuickItem *page = showPage(idText(kept->page));
    if (!page)
        return 1;
    QQuickItem *preview = nullptr;
    if (!patient([&] {
            preview = preview ? preview : find(page, [](QQuickItem *item) {
                return item->property("source").toUrl().toString().contains(QLatin1StringView("/preview/"));
            });
            return preview && preview->property("status").toInt() == 1;
        }) ||
        !shownFrame())
        return 1;
    const double first = double(timer.nsecsElapsed()) / 1e6;

    QQuickItem *canvas = find(page, [](QQuickItem *item) {
        return item->property("sharp").isValid() && item->property("zoom").isValid();
    });
    std::vector<double> sharp;
    for (const double zoom : {3.0, 4.5, 3.2, 6.0, 3.5}) {
        // The last step of a pinch, past what the preview can show; the timer runs from the moment the
        // fingers rest.
        QMetaObject::invokeMethod(canvas, "zoomTo", Q_ARG(double, zoom), Q_ARG(QPointF, QPointF(300, 300)));
        timer.restart();
        QTest::qWait(0);
        if (!patient([&] { return canvas->property("sharp").toBool(); }) || !shownFrame())
            return 1;
        sharp.push_back(double(timer.nsecsElapsed()) / 1e6);
    }

    // Panning back and forth while the same picture comes in again.
    std::vector<double> frames;
    bool in = false;
    QObject::connect(workspace.intake(), &Intake::kept, &view, [&] { in = true; });
    workspace.intake()->keepFiles({QUrl::fromLocalFile(arguments.at(2))}, {student, {}, {}, {}});
    QElapsedTimer frame;
    frame.start();
    QObject::connect(&view, &QQuickWindow::frameSwapped, &view, [&] {
        frames.push_back(double(frame.nsecsElapsed()) / 1e6);
        frame.restart();
    });
    int steps = 0;
    while ((!in || steps < 60) && steps < 2000) {
        const auto before = frames.size();
        QMetaObject::invokeMethod(canvas, "pan", Q_ARG(double, ++steps % 40 < 20 ? 8 : -8), Q_ARG(double, 0));
        view.update();
        patient([&] { return frames.size() > before; });
    }
    const QJsonObject figures{{QStringLiteral("import"), imported},
                              {QStringLiteral("first"), first},
                              {QStringLiteral("sharp"), bench::percentile(sharp, 1)},
                              {QStringLiteral("frame"), bench::percentile(frames, 0.95)},
                              {QStringLiteral("megabytes"), peakMegabytes()}};
    std::fputs(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData(), stdout);
    delete page;
    return 0;
}
