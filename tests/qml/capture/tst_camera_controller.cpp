#include "cameracontroller.h"
#include "fakecamera.h"
#include "stillencoder.h"

#include <QSignalSpy>
#include <QTest>

using namespace inkstep;
using namespace std::chrono_literals;

namespace {

class FixedClock final : public Clock {
public:
    Moment now() const override { return fromMs(1'700'000'000'123); }
};

const CameraInfo desk{"0", QStringLiteral("Desk camera"), false};
const CameraInfo front{"1", QStringLiteral("Front camera"), false};
const CameraInfo back{"2", QStringLiteral("Back camera"), true};

// Watchdogs that never bark, unless a test shortens one.
CameraTimes patient() {
    return {1h, 1h, 1h, 0ms, 0ms, 0ms, 2};
}

// A window, as far as the controller knows one.
class FakeWindow : public QObject {
    Q_OBJECT
public:
    int updates = 0;
public slots:
    void update() { ++updates; }
signals:
    void frameSwapped();
};

// A preview whose sink comes from a method, as a VideoOutput's does.
class FakePreview : public QObject {
    Q_OBJECT
public:
    Q_INVOKABLE QVideoSink *videoSink() const { return nullptr; }
};

struct Desk {
    explicit Desk(CameraTimes times = patient(), const QList<CameraInfo> &listed = {desk})
        : controller(std::unique_ptr<CameraBackend>(camera), std::unique_ptr<CameraPermission>(permission),
                     std::make_shared<FixedClock>(), times) {
        camera->listed = listed;
    }
    bool reach(CameraController::State state) {
        return QTest::qWaitFor([&] { return controller.state() == state; });
    }

    FakeCamera *camera = new FakeCamera;             // owned by the controller
    FakePermission *permission = new FakePermission; // owned by the controller
    CameraController controller;
    QSignalSpy captured{&controller, &CameraController::captured};
    QSignalSpy failed{&controller, &CameraController::captureFailed};
};

} // namespace

class TestCameraController : public QObject {
    Q_OBJECT

private slots:
    void nothingIsHeldBeforeStart() {
        Desk at;
        QCOMPARE(at.controller.state(), CameraController::Off);
        QCOMPARE(at.camera->opened, 0);
        at.controller.capture();
        QCOMPARE(at.camera->stillsAsked, 0);
    }

    void startsAndStops() {
        Desk at;
        at.controller.start();
        QCOMPARE(at.controller.state(), CameraController::Starting);
        QVERIFY(!at.controller.canCapture());
        QVERIFY(at.reach(CameraController::Ready));
        QVERIFY(at.controller.canCapture());
        QCOMPARE(at.controller.errorWords(), QString());
        QCOMPARE(at.controller.cameraName(), desk.name);
        at.controller.start(); // no harm
        QCOMPARE(at.camera->opened, 1);
        at.controller.stop();
        QCOMPARE(at.controller.state(), CameraController::Off);
        QCOMPARE(at.camera->openId, QByteArray());
    }

    void aPictureComesAsItsBytes() {
        Desk at;
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.controller.capture();
        QCOMPARE(at.controller.state(), CameraController::Capturing);
        at.controller.capture(); // one at a time
        QVERIFY(at.reach(CameraController::Ready));
        QCOMPARE(at.captured.size(), 1);
        QCOMPARE(at.captured[0][0].toByteArray(), QByteArray("the camera's bytes"));
        QCOMPARE(at.captured[0][1].toLongLong(), 1'700'000'000'123);
        QCOMPARE(at.camera->stillsAsked, 1);
        QVERIFY(at.controller.lastCaptureMs() >= 0);
    }

    void aPictureWithoutBytesIsEncoded() {
        Desk at;
        QImage page(64, 48, QImage::Format_RGB32);
        page.fill(Qt::white);
        at.camera->still = {{}, page};
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.controller.capture();
        QTRY_COMPARE(at.captured.size(), 1);
        const QImage taken = QImage::fromData(at.captured[0][0].toByteArray(), "jpeg");
        QCOMPARE(taken.size(), page.size());
    }

    void saysThatThereIsNoCamera() {
        Desk at(patient(), {});
        at.controller.start();
        QCOMPARE(at.controller.state(), CameraController::NoCamera);
        QVERIFY(at.controller.errorWords().contains(QStringLiteral("No camera")));
        QCOMPARE(at.controller.cameraIndex(), -1);
        QCOMPARE(at.camera->opened, 0); // frames of a test picture are never taken for a camera's
        at.camera->list({desk});
        QVERIFY(at.reach(CameraController::Ready));
    }

    void aPluggedCameraGetsItsMoment() {
        CameraTimes times = patient();
        times.afterPlug = 1h;
        Desk at(times, {});
        at.controller.start();
        at.camera->list({desk});
        QCOMPARE(at.controller.state(), CameraController::Starting);
        QCoreApplication::processEvents();
        QCOMPARE(at.camera->opened, 0);
    }

    void saysThatTheCameraWasUnplugged() {
        Desk at;
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.camera->list({});
        QCOMPARE(at.controller.state(), CameraController::NoCamera);
        QVERIFY(at.controller.errorWords().contains(QStringLiteral("unplugged")));
        QCOMPARE(at.camera->openId, QByteArray());
        at.camera->list({{"7", desk.name, false}});
        QVERIFY(at.reach(CameraController::Ready));
        QCOMPARE(at.camera->openId, QByteArray("7"));
    }

    void anotherCameraTakesOver() {
        Desk at(patient(), {desk, front});
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.camera->list({front});
        QVERIFY(at.reach(CameraController::Ready));
        QCOMPARE(at.camera->openId, front.id);
    }

    void aCameraPluggedInBesidesChangesNothing() {
        Desk at;
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.camera->list({desk, front});
        QCOMPARE(at.controller.state(), CameraController::Ready);
        QCOMPARE(at.camera->opened, 1);
        QCOMPARE(at.controller.cameras().size(), 2);
    }

    void theBackCameraIsFirstChoice() {
        Desk at(patient(), {front, back});
        at.controller.start();
        QCOMPARE(at.camera->openId, back.id);
        QCOMPARE(at.controller.cameraIndex(), 1);
    }

    void aChosenCameraIsRemembered() {
        Desk at(patient(), {desk, front});
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.controller.chooseCamera(5);
        at.controller.chooseCamera(1);
        QVERIFY(at.reach(CameraController::Ready));
        QCOMPARE(at.camera->openId, front.id);
        at.camera->list({desk});
        QVERIFY(at.reach(CameraController::Ready));
        at.controller.stop();
        at.camera->list({desk, {"9", front.name, false}});
        at.controller.start();
        QCOMPARE(at.camera->openId, QByteArray("9"));
    }

    void sameNamesAreNumbered() {
        Desk at(patient(), {desk, {"8", desk.name, false}});
        at.controller.start();
        QCOMPARE(at.controller.cameras(),
                 QStringList({QStringLiteral("Desk camera"), QStringLiteral("Desk camera (2)")}));
    }

    void asksForLeaveOnce() {
        Desk at;
        at.permission->given = CameraPermission::Answer::NotAsked;
        at.controller.start();
        at.controller.start();
        QCOMPARE(at.permission->asked, 1);
        QCOMPARE(at.camera->opened, 0);
        at.permission->reply(CameraPermission::Answer::Granted);
        QVERIFY(at.reach(CameraController::Ready));
    }

    void saysThatLeaveWasRefused() {
        Desk at;
        at.permission->given = CameraPermission::Answer::NotAsked;
        at.controller.start();
        at.permission->reply(CameraPermission::Answer::Denied);
        QCOMPARE(at.controller.state(), CameraController::NoPermission);
        QVERIFY(at.controller.errorWords().contains(QStringLiteral("not allowed")));
        at.camera->list({desk, front}); // a new camera is no leave
        QCOMPARE(at.controller.state(), CameraController::NoPermission);
        QCOMPARE(at.camera->opened, 0);
        at.permission->given = CameraPermission::Answer::Granted; // in the system's settings
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
    }

    void aSilentCameraIsBusyAfterBoundedRetries() {
        CameraTimes times = patient();
        times.firstFrame = 1ms;
        Desk at(times);
        at.camera->streams = false;
        at.controller.start();
        QVERIFY(at.reach(CameraController::Busy));
        QCOMPARE(at.camera->opened, 1 + times.rebuilds);
        QCOMPARE(at.camera->openId, QByteArray());
        QVERIFY(at.controller.errorWords().contains(QStringLiteral("Another program")));
        at.camera->streams = true;
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
    }

    void aBusyCameraIsTriedAgainWhenTheListChanges() {
        CameraTimes times = patient();
        times.firstFrame = 1ms;
        Desk at(times);
        at.camera->streams = false;
        at.controller.start();
        QVERIFY(at.reach(CameraController::Busy));
        at.camera->streams = true;
        at.camera->list({{"5", desk.name, false}});
        QVERIFY(at.reach(CameraController::Ready));
    }

    void aBreakingCameraFails() {
        Desk at;
        at.camera->streams = false;
        at.controller.start();
        for (int i = 0; i <= patient().rebuilds; ++i) {
            QCOMPARE(at.controller.state(), CameraController::Starting);
            emit at.camera->broke(QStringLiteral("as told"));
        }
        QCOMPARE(at.controller.state(), CameraController::Failed);
        QVERIFY(at.controller.errorWords().contains(QStringLiteral("failing")));
    }

    void aStoppedStreamIsStartedAgainAndSaid() {
        CameraTimes times = patient();
        times.betweenFrames = 1ms;
        Desk at(times);
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.camera->streams = false;
        QVERIFY(at.reach(CameraController::Starting));
        QVERIFY(at.controller.errorWords().contains(QStringLiteral("again")));
        QCOMPARE(at.camera->opened, 2);
        at.camera->sendFrame();
        QCOMPARE(at.controller.state(), CameraController::Ready);
    }

    void aLostStillIsTriedAgainInANewSession() {
        CameraTimes times = patient();
        times.capture = 1ms;
        Desk at(times);
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.camera->givesStills = false;
        at.camera->streams = false;
        at.controller.capture();
        QVERIFY(at.reach(CameraController::Starting));
        QCOMPARE(at.camera->opened, 2);
        at.camera->givesStills = true;
        at.camera->sendFrame();
        QTRY_COMPARE(at.captured.size(), 1);
        QCOMPARE(at.captured[0][0].toByteArray(), QByteArray("the camera's bytes"));
        QCOMPARE(at.failed.size(), 0);
    }

    void aStillLostTwiceIsTheFrameAtTheShutter() {
        CameraTimes times = patient();
        times.capture = 1ms;
        Desk at(times);
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.camera->givesStills = false;
        at.camera->frame = QImage(64, 48, QImage::Format_RGB32);
        at.camera->frame.fill(Qt::green);
        at.controller.capture();
        at.camera->frame.fill(Qt::red); // the hand has moved on by then
        QTRY_COMPARE(at.captured.size(), 1);
        const QColor taken = QImage::fromData(at.captured[0][0].toByteArray()).pixelColor(10, 10);
        QVERIFY2(taken.green() > 200 && taken.red() < 60, qPrintable(taken.name()));
        QCOMPARE(at.camera->stillsAsked, 2);
        QVERIFY(at.reach(CameraController::Ready));
        QCOMPARE(at.camera->opened, 3);
    }

    void noStillAndNoFrameIsSaid() {
        CameraTimes times = patient();
        times.capture = 1ms;
        Desk at(times);
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.camera->givesStills = false;
        at.controller.capture();
        QTRY_COMPARE(at.failed.size(), 1);
        QVERIFY(at.failed[0][0].toString().contains(QStringLiteral("Nothing was taken")));
        QCOMPARE(at.captured.size(), 0);
        QVERIFY(at.reach(CameraController::Ready));
    }

    // Whatever ends the session, one answer follows each press.
    void aPressIsAnsweredWhenTheSessionEnds_data() {
        QTest::addColumn<bool>("unplug");
        QTest::newRow("stopped") << false;
        QTest::newRow("unplugged") << true;
    }
    void aPressIsAnsweredWhenTheSessionEnds() {
        QFETCH(bool, unplug);
        Desk at;
        at.controller.start();
        QVERIFY(at.reach(CameraController::Ready));
        at.camera->givesStills = false;
        at.camera->frame = QImage(64, 48, QImage::Format_RGB32);
        at.camera->frame.fill(Qt::white);
        at.controller.capture();
        if (unplug)
            at.camera->list({});
        else
            at.controller.stop();
        QTRY_COMPARE(at.captured.size(), 1);
        QCOMPARE(at.failed.size(), 0);
        QCOMPARE(at.controller.state(), unplug ? CameraController::NoCamera : CameraController::Off);
        emit at.camera->stillTaken(at.camera->still); // too late
        QCoreApplication::processEvents();
        QCOMPARE(at.captured.size(), 1);
    }

    void waitsForTheSceneToSettle() {
        Desk at;
        FakeWindow window;
        FakePreview preview;
        at.controller.setVideoOutput(&preview);
        at.controller.start();
        QCoreApplication::processEvents();
        QVERIFY(!at.controller.sceneReady());
        at.controller.setWindow(&window);
        QCOMPARE(window.updates, 1); // an idle window would never draw
        QCoreApplication::processEvents();
        QCOMPARE(at.camera->opened, 0);
        QCOMPARE(at.controller.state(), CameraController::Starting);
        emit window.frameSwapped();
        QVERIFY(at.reach(CameraController::Ready));
        QVERIFY(at.controller.sceneReady());
    }

    void aLostPreviewGivesTheCameraBack() {
        Desk at;
        FakeWindow window;
        auto preview = std::make_unique<FakePreview>();
        at.controller.setVideoOutput(preview.get());
        at.controller.setWindow(&window);
        at.controller.start();
        emit window.frameSwapped();
        QVERIFY(at.reach(CameraController::Ready));
        preview.reset();
        QCOMPARE(at.controller.state(), CameraController::Off);
        QCOMPARE(at.camera->openId, QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestCameraController)
#include "tst_camera_controller.moc"
