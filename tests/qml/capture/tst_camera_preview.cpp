// The camera in a window, as QML sees it. Runs without a screen; with one (or under Xvfb) it also looks at
// what the preview shows, which Qt Multimedia draws with OpenGL only.
#include "cameracontroller.h"
#include "testcamera.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QSGRendererInterface>
#include <QSignalSpy>
#include <QTest>
#include <QtPlugin>

using namespace inkstep;

namespace {

constexpr int patience = 15'000; // ms

const char *const pageSource = R"(
import QtQuick
import QtMultimedia
import Inkstep.Camera

Window {
    id: page
    property alias controller: controller
    property bool starting: controller.state === CameraController.Starting
    width: 640
    height: 480
    visible: true
    VideoOutput {
        id: preview
        anchors.fill: parent
    }
    CameraController {
        id: controller
        window: page
        videoOutput: preview
    }
    Component.onCompleted: controller.start()
}
)";

QImage sheet(const QColor &color) {
    QImage image(1024, 768, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

bool isNear(const QColor &a, const QColor &b) {
    return qAbs(a.red() - b.red()) < 24 && qAbs(a.green() - b.green()) < 24 && qAbs(a.blue() - b.blue()) < 24;
}

} // namespace

class TestCameraPreview : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_camera.install());
        m_camera.show(sheet(Qt::red));
        m_camera.plug();
    }

    void previewAndShutter() {
        const int rounds = std::max(1, qEnvironmentVariableIntValue("INKSTEP_CAMERA_ROUNDS"));
        for (int i = 0; i < rounds && !QTest::currentTestFailed(); ++i)
            oneOpening();
    }

private:
    void oneOpening() {
        QQmlApplicationEngine engine;
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QSignalSpy warnings(&engine, &QQmlApplicationEngine::warnings);
        engine.loadData(pageSource);
        QCOMPARE(engine.rootObjects().size(), 1);
        auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().at(0));
        QVERIFY(window);
        auto *controller = window->property("controller").value<CameraController *>();
        QVERIFY(controller);
        QVERIFY(window->property("starting").toBool());
        QVERIFY(!controller->sceneReady());
        QVERIFY(QTest::qWaitFor([&] { return controller->state() == CameraController::Ready; }, patience));

        QSignalSpy captured(controller, &CameraController::captured);
        for (const QColor &color : {QColor(Qt::blue), QColor(Qt::green)}) {
            m_camera.show(sheet(color));
            if (window->rendererInterface()->graphicsApi() != QSGRendererInterface::Software)
                QTRY_VERIFY(isNear(window->grabWindow().pixelColor(320, 240), color));
            const int sent = m_camera.framesSent();
            QTRY_VERIFY(m_camera.framesSent() >= sent + 4);
            controller->capture();
            QTRY_COMPARE(captured.size(), 1);
            const QImage taken = QImage::fromData(captured.takeFirst().at(0).toByteArray());
            QVERIFY(isNear(taken.pixelColor(1024, 768), color));
            QTRY_VERIFY(controller->canCapture());
        }
        controller->stop();
        QTRY_COMPARE(m_camera.openSources(), 0);
        QCOMPARE(warnings.size(), 0);
    }

    TestCamera m_camera;
};

QTEST_MAIN(TestCameraPreview)
#include "tst_camera_preview.moc"
