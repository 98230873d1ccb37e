// The gallery: looks at every control. Grabs pictures of itself when asked to, for a person to look at.
#include "theme.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTextStream>

namespace {

struct Shot {
    const char *name;
    QSize size;
    double textScale;
};

// What the page of places opens over itself.
constexpr const char *overlays[] = {"question", "menu"};

constexpr Shot shots[] = {{"tablet", {1280, 800}, 1}, {"phone", {390, 844}, 1}, {"large", {390, 844}, 2}};

bool save(QQuickView &view, const QDir &out, const QString &name) {
    // Layouts settle over several passes; a grab runs them.
    for (int pass = 0; pass < 3; ++pass) {
        QCoreApplication::processEvents();
        view.grabWindow();
    }
    return view.grabWindow().save(out.filePath(name + QStringLiteral(".png")));
}

bool saveOverlays(QQuickView &view, const QDir &out, const QString &stem) {
    auto *page = view.rootObject()->property("page").value<QQuickItem *>();
    for (const char *overlay : overlays) {
        auto *popup = page->property(overlay).value<QObject *>();
        if (!popup || !QMetaObject::invokeMethod(popup, "open"))
            return false;
        if (!save(view, out, stem + QLatin1StringView(overlay)))
            return false;
        QMetaObject::invokeMethod(popup, "close");
    }
    return true;
}

bool grab(QQuickView &view, inkstep::Theme &theme, const QDir &out) {
    theme.setReducedMotion(true);
    const QStringList sections = view.rootObject()->property("sections").toStringList();
    for (const bool dark : {false, true}) {
        theme.setDark(dark);
        for (const Shot &shot : shots) {
            theme.setTextScale(shot.textScale);
            view.resize(shot.size);
            const QString stem = QStringLiteral("%1-%2-").arg(
                QLatin1StringView(shot.name), dark ? QStringLiteral("dark") : QStringLiteral("light"));
            for (qsizetype section = 0; section < sections.size(); ++section) {
                view.rootObject()->setProperty("section", section);
                if (!save(view, out, stem + sections.at(section).toLower()))
                    return false;
            }
            if (!saveOverlays(view, out, stem))
                return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char **argv) {
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption grabOption(QStringLiteral("grab"), QStringLiteral("Write pictures and leave."),
                                        QStringLiteral("folder"));
    parser.addOption(grabOption);
    parser.addHelpOption();
    parser.process(app);

    // The raster back end needs no graphics card, so the pictures come out the same everywhere.
    if (parser.isSet(grabOption))
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);

    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Inkstep/Gallery/Gallery.qml")));
    auto *theme = view.engine()->singletonInstance<inkstep::Theme *>(qmlTypeId("Inkstep.Ui", 1, 0, "Theme"));
    if (view.status() != QQuickView::Ready || !theme)
        return 1;
    view.resize(shots[0].size);
    view.show();
    if (!parser.isSet(grabOption))
        return QGuiApplication::exec();
    const QDir out(parser.value(grabOption));
    if (!out.mkpath(QStringLiteral(".")) || !grab(view, *theme, out)) {
        QTextStream(stderr) << "cannot write to " << out.path() << '\n';
        return 1;
    }
    return 0;
}
