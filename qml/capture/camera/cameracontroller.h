// The camera, as the capture page sees it: one state to show, one sentence to say, one shutter.
// In: a preview to send frames to, leave to use the camera, a CameraBackend (Qt Multimedia's, or a test's).
// Out: the bytes of each picture, in memory. Nothing is written here; the ingest keeps pictures.
#pragma once

#include "base/clock.h"
#include "camerabackend.h"
#include "camerapermission.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <chrono>
#include <memory>

Q_MOC_INCLUDE(<QVideoSink>)

namespace inkstep {

// How long things may take. The values here are right for people; tests bring their own.
struct CameraTimes {
    std::chrono::milliseconds firstFrame{2000}; // open to first frame, then the session is built anew
    std::chrono::milliseconds betweenFrames{
        1500};                                // then the camera has stopped; unplugged is said within 2 s
    std::chrono::milliseconds capture{3000};  // shutter to still, then the session is built anew
    std::chrono::milliseconds afterPlug{200}; // a camera just plugged in is not ready before
    std::chrono::milliseconds sceneSettles{
        500};                             // a window's first frame to its video sink being the final one
    std::chrono::milliseconds grace{100}; // for frames that wait while the interface thread was busy
    int rebuilds = 2;                     // sessions built anew in a row before the camera is given up
};

class CameraController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    // What is wrong and what to do, for a person; empty while all is well.
    Q_PROPERTY(QString errorWords READ errorWords NOTIFY stateChanged FINAL)
    Q_PROPERTY(bool canCapture READ canCapture NOTIFY stateChanged FINAL)
    // The cameras there are, each once; names that occur twice are numbered.
    Q_PROPERTY(QStringList cameras READ cameras NOTIFY camerasChanged FINAL)
    Q_PROPERTY(int cameraIndex READ cameraIndex NOTIFY camerasChanged FINAL) // -1 without a camera
    Q_PROPERTY(QString cameraName READ cameraName NOTIFY camerasChanged FINAL)
    // A VideoOutput (then set `window` too) or a QVideoSink; without one the camera runs with no preview.
    Q_PROPERTY(QObject *videoOutput READ videoOutput WRITE setVideoOutput NOTIFY videoOutputChanged FINAL)
    // The window the VideoOutput is in: Window.window. No camera is attached before its scene graph is up:
    // attached earlier, the preview stands still for good.
    Q_PROPERTY(QObject *window READ window WRITE setWindow NOTIFY windowChanged FINAL)
    Q_PROPERTY(bool sceneReady READ sceneReady NOTIFY sceneReadyChanged FINAL)
    // The preview's sink, for whoever watches its frames too (the live outline); null without a preview.
    Q_PROPERTY(QVideoSink *videoSink READ videoSink NOTIFY videoOutputChanged FINAL)
    // From the last shutter press to its bytes; -1 before the first.
    Q_PROPERTY(int lastCaptureMs READ lastCaptureMs NOTIFY captured FINAL)

public:
    enum State {
        Off,          // not started, or stopped: no camera is held
        NoPermission, // the system refuses
        NoCamera,     // none is connected
        Starting,     // opening, or opening again after a failure
        Ready,        // frames arrive
        Capturing,    // the shutter was pressed, its bytes are on their way
        Busy,         // a camera is there but sends nothing: another program has it
        Failed,       // the camera breaks again and again
    };
    Q_ENUM(State)

    explicit CameraController(QObject *parent = nullptr); // this machine's cameras, the system's clock
    CameraController(std::unique_ptr<CameraBackend> backend, std::unique_ptr<CameraPermission> permission,
                     std::shared_ptr<const Clock> clock, CameraTimes times = {}, QObject *parent = nullptr);
    ~CameraController() override;

    State state() const;
    QString errorWords() const;
    bool canCapture() const { return state() == Ready; }
    QStringList cameras() const;
    int cameraIndex() const;
    QString cameraName() const { return cameras().value(cameraIndex()); }
    QObject *videoOutput() const { return m_videoOutput; }
    void setVideoOutput(QObject *output);
    QObject *window() const { return m_window; }
    void setWindow(QObject *window);
    bool sceneReady() const;
    QVideoSink *videoSink() const;
    int lastCaptureMs() const { return m_lastCaptureMs; }

    // Opens the camera and holds it until stop(). Called again it tries anew after NoPermission, Busy or
    // Failed.
    Q_INVOKABLE void start();
    // Gives the camera back: call it whenever the page is not visible. A picture under way is still
    // delivered.
    Q_INVOKABLE void stop();
    // The shutter. Exactly one captured() or captureFailed() follows; ignored unless canCapture.
    Q_INVOKABLE void capture();
    // Changes to another camera of the list; kept by name when it is unplugged and comes back.
    Q_INVOKABLE void chooseCamera(int index);

signals:
    void stateChanged();
    void camerasChanged();
    void videoOutputChanged();
    void windowChanged();
    void sceneReadyChanged();
    // A picture's bytes (JPEG), and when the shutter was pressed (milliseconds since 1970-01-01 UTC).
    void captured(const QByteArray &jpeg, qint64 takenAt);
    // Nothing was taken; `words` is a sentence for a person.
    void captureFailed(const QString &words);

private slots:
    void onFrameSwapped();

private:
    enum class Shutter { Idle, Waiting, Encoding };

    void connectBackend();
    void askPermission();
    bool updateList();
    void refreshCameras();
    void watchFrames(std::chrono::milliseconds limit);
    void begin();
    void rebuildOrGiveUp();
    void closeSession();
    void setLink(State link);
    void changeState(const std::function<void()> &change);
    void onFrame();
    void onNoFrame();
    void onBroke(const QString &detail);
    void requestStill();
    void onStill(const CameraStill &still);
    void onNoStill();
    void settleForFrame();
    void deliver(std::function<QByteArray()> makeJpeg);
    void finishCapture(const QByteArray &jpeg);
    void watchScene();
    bool needsScene() const;

    std::unique_ptr<CameraBackend> m_backend;
    std::unique_ptr<CameraPermission> m_permission;
    std::shared_ptr<const Clock> m_clock;
    CameraTimes m_times;

    QTimer m_frameWatch; // first frame, then the next
    QTimer m_captureWatch;
    QTimer m_plugWait;
    QTimer m_sceneWait;

    QPointer<QObject> m_videoOutput;
    QPointer<QObject> m_window;
    bool m_sceneUp = false;

    QList<CameraInfo> m_cameras;
    QString m_chosenName;
    QByteArray m_chosenId;
    QByteArray m_openId; // empty while no session is open

    State m_link = Off; // the state but for Capturing
    bool m_wanted = false;
    bool m_asking = false;
    bool m_unplugged = false;
    bool m_sawError = false;
    bool m_lastChance = false;
    int m_rebuilds = 0;

    Shutter m_shutter = Shutter::Idle;
    bool m_secondTry = false;
    std::function<QImage()> m_atShutter;
    Moment m_takenAt;
    QElapsedTimer m_pressed;
    int m_lastCaptureMs = -1;
};

} // namespace inkstep
