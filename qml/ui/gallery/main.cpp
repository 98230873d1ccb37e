#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickView>

int main(int argc, char **argv) {
    QGuiApplication app(argc, argv);
    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Inkstep/Gallery/Gallery.qml")));
    view.resize(390, 844);
    view.show();
    if (argc > 1) {
        QImage i = view.grabWindow();
        i.save(QString::fromLocal8Bit(argv[1]));
        return i.isNull();
    }
    return app.exec();
}
