// The real pipeline, from Qt's device list to the bytes, with the in-process test camera at its end.
// INKSTEP_CAMERA_ROUNDS sets how often it starts cold (10 unless told); it is plugged in half as often, and
// at least 10 times. The target camera_proof runs 200 and 100.
#include "cameracontroller.h"
#include "qtcamerabackend.h"
#include "testcamera.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>

using namespace inkstep;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 15'000; // ms; what the controller promises is asserted apart

int rounds() {
    bool told = false;
    const int number = qEnvironmentVariableIntValue("INKSTEP_CAMERA_ROUNDS", &told);
    return told ? number : 10;
}

// Four corners of different colors and a row of dots that counts, so a stale or mirrored picture shows.
QImage pageNumber(int number) {
    QImage page(1024, 768, QImage::Format_RGB32);
    page.fill(QColor(250, 247, 239));
    QPainter painter(&page);
    painter.fillRect(0, 0, 200, 200, QColor(200, 40, 40));
    painter.fillRect(824, 0, 200, 200, QColor(40, 160, 40));
    painter.fillRect(0, 568, 200, 200, QColor(40, 40, 200));
    for (int bit = 0; bit < 10; ++bit)
        painter.fillRect(260 + 50 * bit, 350, 40, 60, (number >> bit) & 1 ? Qt::black : Qt::white);
    return page;
}

// The largest mean difference of any color channel over 64 x 48 tiles; 255 for no picture.
int distance(const QImage &taken, const QImage &shown) {
    if (taken.isNull())
        return 255;
    const QImage a = taken.scaled(64, 48, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                         .convertToFormat(QImage::Format_RGB32);
    const QImage b = shown.scaled(64, 48, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                         .convertToFormat(QImage::Format_RGB32);
    int sum[3] = {0, 0, 0};
    int worst = 0;
    for (int y = 0; y < 48; ++y) {
        for (int x = 0; x < 64; ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int apart[3] = {qAbs(qRed(p) - qRed(q)), qAbs(qGreen(p) - qGreen(q)),
                                  qAbs(qBlue(p) - qBlue(q))};
            for (int channel = 0; channel < 3; ++channel)
                sum[channel] += apart[channel];
        }
    }
    for (const int channel : sum)
        worst = std::max(worst, channel / (64 * 48));
    return worst;
}

QString spread(QList<qint64> ms) {
    if (ms.isEmpty())
        return QStringLiteral("none");
    std::sort(ms.begin(), ms.end());
    return QStringLiteral("median %1, p95 %2, max %3 ms")
        .arg(ms[ms.size() / 2])
        .arg(ms[ms.size() * 95 / 100])
        .arg(ms.last());
}

// One opening of the camera page.
struct Page {
    explicit Page(CameraTimes times = {})
        : controller(std::make_unique<QtCameraBackend>(), systemCameraPermission(),
                     std::make_shared<SystemClock>(), times) {
        controller.setVideoOutput(&sink);
    }
    bool reach(CameraController::State state, int within = patience) {
        return QTest::qWaitFor([&] { return controller.state() == state; }, within);
    }
    // The next picture; null when none came.
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

} // namespace

class TestCameraPipeline : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_camera.install());
        m_camera.show(pageNumber(0));
    }

    void init() {
        m_camera.failNext(TestCamera::Trouble::Busy, 0);
        m_camera.setFrozen(false);
    }

    void withoutACameraNothingIsShown() {
        m_camera.unplug();
        Page page;
        QSignalSpy frames(&page.sink, &QVideoSink::videoFrameChanged);
        page.controller.start();
        QVERIFY(page.reach(CameraController::NoCamera));
        QVERIFY(!page.controller.canCapture());
        QVERIFY(!page.controller.errorWords().isEmpty());
        QVERIFY(!frames.wait(300)); // never GStreamer's test picture
    }

    void hotPlug() {
        QList<qint64> plugged, unplugged;
        const int plugs = std::max(10, rounds() / 2);
        for (int i = 0; i < plugs; ++i) {
            m_camera.unplug();
            Page page;
            page.controller.start();
            QVERIFY2(page.reach(CameraController::NoCamera), qPrintable(QString::number(i)));
            m_camera.show(pageNumber(i));
            QElapsedTimer timer;
            timer.start();
            m_camera.plug();
            QVERIFY2(page.reach(CameraController::Ready), qPrintable(QString::number(i)));
            plugged.append(timer.elapsed());
            QCOMPARE(page.controller.cameras(), QStringList{TestCamera::name()});
            const QImage taken = page.take();
            QVERIFY2(distance(taken, pageNumber(i)) <= 4, qPrintable(QString::number(i)));
            timer.restart();
            m_camera.unplug();
            QVERIFY2(page.reach(CameraController::NoCamera, 2000), qPrintable(QString::number(i)));
            unplugged.append(timer.elapsed());
        }
        qInfo().noquote() << plugs << "hot plugs; to ready:" << spread(plugged)
                          << "; unplugged said:" << spread(unplugged);
    }

    void coldStart() {
        m_camera.plug();
        QList<qint64> ready, taken;
        for (int i = 0; i < rounds(); ++i) {
            m_camera.show(pageNumber(i));
            QElapsedTimer timer;
            timer.start();
            Page page;
            page.controller.start();
            QVERIFY2(page.reach(CameraController::Ready), qPrintable(QString::number(i)));
            ready.append(timer.elapsed());
            const QImage picture = page.take();
            taken.append(page.controller.lastCaptureMs());
            QCOMPARE(picture.size(), TestCamera::largestFrame());
            const int apart = distance(picture, pageNumber(i));
            QVERIFY2(apart <= 4, qPrintable(QStringLiteral("%1: %2 apart").arg(i).arg(apart)));
            page.controller.stop();
            QTRY_COMPARE(m_camera.openSources(), 0);
        }
        qInfo().noquote() << rounds() << "cold starts; to ready:" << spread(ready)
                          << "; shutter:" << spread(taken);
    }

    void shotsInARowFollowWhatIsSeen() {
        m_camera.plug();
        Page page;
        page.controller.start();
        QVERIFY(page.reach(CameraController::Ready));
        for (int i = 0; i < 10; ++i) {
            m_camera.show(pageNumber(100 + i));
            const int sent = m_camera.framesSent();
            QTRY_VERIFY(m_camera.framesSent() >= sent + 4); // the old picture has left the queues
            QVERIFY(distance(page.take(), pageNumber(100 + i)) <= 4);
            QVERIFY(page.reach(CameraController::Ready));
        }
    }

    // The next shot is asked for while the one before is still being made into a picture.
    void aBurstIsQuick() {
        m_camera.plug();
        m_camera.show(pageNumber(5));
        Page page;
        page.controller.start();
        QVERIFY(page.reach(CameraController::Ready));
        QList<qint64> taken;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!page.take().isNull());
            taken.append(page.controller.lastCaptureMs());
            QVERIFY2(taken.last() < CameraTimes().capture.count(), qPrintable(QString::number(i)));
            QTRY_VERIFY(page.controller.canCapture());
        }
        qInfo().noquote() << "a burst of" << taken.size() << "; shutter:" << spread(taken);
    }

    void aBusyCameraIsSaid_data() {
        QTest::addColumn<int>("trouble");
        QTest::newRow("opening fails") << int(TestCamera::Trouble::Busy);
        QTest::newRow("opens and is silent") << int(TestCamera::Trouble::NoFrames);
        QTest::newRow("no element") << int(TestCamera::Trouble::NoElement);
    }
    void aBusyCameraIsSaid() {
        QFETCH(int, trouble);
        m_camera.plug();
        CameraTimes times;
        times.firstFrame = 1s; // three openings in a row are waited for
        Page page(times);
        m_camera.failNext(TestCamera::Trouble(trouble), 100);
        page.controller.start();
        QVERIFY(page.reach(CameraController::Busy));
        QVERIFY(!page.controller.errorWords().isEmpty());
        m_camera.failNext(TestCamera::Trouble(trouble), 0);
        page.controller.start();
        QVERIFY(page.reach(CameraController::Ready));
        QVERIFY(!page.take().isNull());
    }

    void oneFailureHealsItself() {
        m_camera.plug();
        Page page;
        m_camera.failNext(TestCamera::Trouble::NoFrames, 1);
        page.controller.start();
        QVERIFY(page.reach(CameraController::Ready));
        QVERIFY(!page.take().isNull());
    }

    void aFrozenStreamIsSaidAndComesBack() {
        m_camera.plug();
        Page page;
        page.controller.start();
        QVERIFY(page.reach(CameraController::Ready));
        m_camera.setFrozen(true);
        QVERIFY(page.reach(CameraController::Starting, 2000));
        QVERIFY(!page.controller.errorWords().isEmpty());
        m_camera.setFrozen(false);
        QVERIFY(page.reach(CameraController::Ready));
    }

    void stoppedWithAPictureUnderWay() {
        m_camera.plug();
        m_camera.show(pageNumber(7));
        Page page;
        page.controller.start();
        QVERIFY(page.reach(CameraController::Ready));
        page.controller.capture();
        page.controller.stop();
        QVERIFY(page.captured.wait(patience));
        const QImage taken = QImage::fromData(page.captured.takeFirst().at(0).toByteArray(), "jpeg");
        QVERIFY(distance(taken, pageNumber(7)) <= 4);
        QTRY_COMPARE(m_camera.openSources(), 0);
    }

private:
    TestCamera m_camera;
};

QTEST_MAIN(TestCameraPipeline)
#include "tst_camera_pipeline.moc"
