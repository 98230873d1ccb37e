// Several cameras, large ones and those that go at the wrong moment, through the real pipeline.
#include "cameracontroller.h"
#include "qtcamerabackend.h"
#include "testcamera.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QVideoSink>
#include <algorithm>

using namespace inkstep;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;  // ms; what is promised is asserted apart
constexpr int saidWithin = 2'000; // ms, of a camera that was unplugged

// INKSTEP_CAMERA_ROUNDS is of cold starts; a camera is pulled out a quarter as often, and at least 5 times.
int rounds() {
    return std::max(5, qEnvironmentVariableIntValue("INKSTEP_CAMERA_ROUNDS") / 4);
}

QImage sheet(Qt::GlobalColor color) {
    QImage page(1024, 768, QImage::Format_RGB32);
    page.fill(color);
    return page;
}

struct Page {
    Page()
        : controller(std::make_unique<QtCameraBackend>(), systemCameraPermission(),
                     std::make_shared<SystemClock>(), CameraTimes{}) {
        controller.setVideoOutput(&sink);
    }
    bool reach(CameraController::State state, int within = patience) {
        return QTest::qWaitFor([&] { return controller.state() == state; }, within);
    }
    QImage take() {
        controller.capture();
        if (captured.isEmpty() && !captured.wait(patience))
            return {};
        return QImage::fromData(captured.takeFirst().at(0).toByteArray(), "jpeg");
    }
    QVideoSink sink;
    CameraController controller;
    QSignalSpy captured{&controller, &CameraController::captured};
};

bool looksLike(const QImage &taken, Qt::GlobalColor color) {
    if (taken.isNull())
        return false;
    const QColor got = taken.pixelColor(taken.width() / 2, taken.height() / 2);
    const QColor want(color);
    return qAbs(got.red() - want.red()) + qAbs(got.green() - want.green()) + qAbs(got.blue() - want.blue()) <
           60;
}

} // namespace

class TestSeveralCameras : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_first.install());
        m_first.show(sheet(Qt::red));
        m_second.show(sheet(Qt::blue));
        m_large.show(sheet(Qt::green));
    }
    void cleanup() {
        m_first.unplug();
        m_second.unplug();
        m_large.unplug();
    }

    void twoAreListedAndChangedBetween() {
        Page page;
        page.controller.start();
        QVERIFY(page.reach(CameraController::NoCamera));
        m_first.plug();
        QVERIFY(page.reach(CameraController::Ready));
        m_second.plug();
        QTRY_COMPARE(page.controller.cameras(), (QStringList{m_first.model().name, m_second.model().name}));
        QCOMPARE(page.controller.state(), CameraController::Ready); // the one in use goes on
        QVERIFY(looksLike(page.take(), Qt::red));
        page.controller.chooseCamera(1);
        QVERIFY(page.reach(CameraController::Ready));
        QVERIFY(looksLike(page.take(), Qt::blue));
        QTRY_COMPARE(m_first.openSources(), 0);
        page.controller.chooseCamera(0);
        QVERIFY(page.reach(CameraController::Ready));
        QVERIFY(looksLike(page.take(), Qt::red));
    }

    void theOtherTakesOver() {
        Page page;
        page.controller.start();
        m_first.plug();
        QVERIFY(page.reach(CameraController::Ready));
        m_second.plug();
        QTRY_COMPARE(page.controller.cameras().size(), 2);
        m_first.unplug();
        QTRY_COMPARE(page.controller.cameras(), QStringList{m_second.model().name});
        QVERIFY(page.reach(CameraController::Ready));
        QVERIFY(looksLike(page.take(), Qt::blue));
    }

    void twelveMegapixelsAsJpegFrames() {
        Page page;
        page.controller.start();
        m_large.plug();
        QVERIFY(page.reach(CameraController::Ready));
        const QImage taken = page.take();
        QCOMPARE(taken.size(), m_large.model().largest);
        QVERIFY(looksLike(taken, Qt::green));
        qInfo("12 megapixels: %d ms from the shutter", page.controller.lastCaptureMs());
    }

    void unpluggedWhilePreviewing() {
        qint64 slowest = 0;
        for (int round = 0; round < rounds(); ++round) {
            Page page;
            page.controller.start();
            m_first.plug();
            QVERIFY2(page.reach(CameraController::Ready), qPrintable(QString::number(round)));
            QElapsedTimer since;
            since.start();
            m_first.unplug();
            QVERIFY2(page.reach(CameraController::NoCamera, saidWithin), qPrintable(QString::number(round)));
            QVERIFY(page.controller.errorWords().contains(QStringLiteral("unplugged")));
            slowest = std::max(slowest, since.elapsed());
        }
        qInfo("%d unplugged while previewing; said after at most %lld ms", rounds(),
              static_cast<long long>(slowest));
    }

    // What was in view when the shutter was pressed is the picture.
    void unpluggedWhileCapturing() {
        for (int round = 0; round < rounds(); ++round) {
            Page page;
            page.controller.start();
            m_first.plug();
            QVERIFY(page.reach(CameraController::Ready));
            page.controller.capture();
            m_first.unplug();
            QVERIFY(page.reach(CameraController::NoCamera, saidWithin) ||
                    page.controller.state() == CameraController::Capturing);
            QVERIFY(!page.captured.isEmpty() || page.captured.wait(patience));
            QVERIFY(
                looksLike(QImage::fromData(page.captured.takeFirst().at(0).toByteArray(), "jpeg"), Qt::red));
            QVERIFY(page.reach(CameraController::NoCamera, saidWithin));
        }
        qInfo("%d unplugged while capturing; each gave its picture", rounds());
    }

    void aBusyOneAmongTwo() {
        Page page;
        page.controller.start();
        m_first.failNext(TestCamera::Trouble::Busy, 100);
        m_first.plug();
        m_second.plug();
        QVERIFY(page.reach(CameraController::Busy, 2 * patience) || page.reach(CameraController::Failed));
        QVERIFY(!page.controller.errorWords().isEmpty());
        page.controller.chooseCamera(1);
        QVERIFY(page.reach(CameraController::Ready));
        QVERIFY(looksLike(page.take(), Qt::blue));
        m_first.failNext(TestCamera::Trouble::Busy, 0);
    }

private:
    TestCamera m_first;
    TestCamera m_second{TestCameraModel::webcam(QStringLiteral("Second test camera"))};
    TestCamera m_large{TestCameraModel::twelveMegapixels()};
};

QTEST_MAIN(TestSeveralCameras)
#include "tst_camera_several.moc"
