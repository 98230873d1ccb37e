#include "cameracontroller.h"
#include "qtcamerabackend.h"
#include "stillencoder.h"

#include <QFuture>
#include <QVideoSink>
#include <QtConcurrentRun>
#include <algorithm>

namespace inkstep {

CameraController::CameraController(QObject *parent)
    : CameraController(std::make_unique<QtCameraBackend>(), systemCameraPermission(),
                       std::make_shared<SystemClock>(), CameraTimes{}, parent) {}

CameraController::CameraController(std::unique_ptr<CameraBackend> backend,
                                   std::unique_ptr<CameraPermission> permission,
                                   std::shared_ptr<const Clock> clock, CameraTimes times, QObject *parent)
    : QObject(parent), m_backend(std::move(backend)), m_permission(std::move(permission)),
      m_clock(std::move(clock)), m_times(times) {
    for (QTimer *timer : {&m_frameWatch, &m_captureWatch, &m_plugWait, &m_sceneWait})
        timer->setSingleShot(true);
    m_captureWatch.setInterval(m_times.capture);
    m_plugWait.setInterval(m_times.afterPlug);
    m_sceneWait.setInterval(m_times.sceneSettles);
    connect(&m_frameWatch, &QTimer::timeout, this, &CameraController::onNoFrame);
    connect(&m_captureWatch, &QTimer::timeout, this, &CameraController::onNoStill);
    connect(&m_plugWait, &QTimer::timeout, this, &CameraController::begin);
    connect(&m_sceneWait, &QTimer::timeout, this, [this] {
        m_sceneUp = true;
        emit sceneReadyChanged();
        begin();
    });
    connectBackend();
}

CameraController::~CameraController() {
    m_backend->disconnect(this);
    m_backend->close();
}

void CameraController::connectBackend() {
    CameraBackend *backend = m_backend.get();
    connect(backend, &CameraBackend::camerasChanged, this, &CameraController::refreshCameras);
    connect(backend, &CameraBackend::frameArrived, this, &CameraController::onFrame);
    connect(backend, &CameraBackend::stillTaken, this, &CameraController::onStill);
    connect(backend, &CameraBackend::stillFailed, this, &CameraController::onNoStill);
    connect(backend, &CameraBackend::broke, this, &CameraController::onBroke);
}

// What is there

CameraController::State CameraController::state() const {
    return m_link == Ready && m_shutter != Shutter::Idle ? Capturing : m_link;
}

QString CameraController::errorWords() const {
    switch (m_link) {
    case NoPermission:
        return tr("Inkstep is not allowed to use the camera. Allow it in the system's settings, or import a "
                  "picture.");
    case NoCamera:
        return m_unplugged ? tr("The camera was unplugged. Plug it in again, or import a picture.")
                           : tr("No camera is connected. Plug one in, or import a picture.");
    case Busy:
        return tr(
            "The camera sends no picture. Another program may be using it: close that program and try again, "
            "or import a picture.");
    case Failed:
        return tr("The camera keeps failing. Unplug it and plug it in again, or import a picture.");
    case Starting:
        return m_rebuilds > 0 ? tr("The camera stopped. Starting it again.") : QString();
    case Off:
    case Ready:
    case Capturing:
        break;
    }
    return {};
}

QStringList CameraController::cameras() const {
    QStringList names;
    for (qsizetype i = 0; i < m_cameras.size(); ++i) {
        const QString &name = m_cameras[i].name;
        const auto before = std::count_if(m_cameras.begin(), m_cameras.begin() + i,
                                          [&name](const CameraInfo &camera) { return camera.name == name; });
        names.append(before == 0 ? name : tr("%1 (%2)").arg(name).arg(before + 1));
    }
    return names;
}

int CameraController::cameraIndex() const {
    const auto indexWhere = [this](auto fits) {
        const auto found = std::find_if(m_cameras.begin(), m_cameras.end(), fits);
        return found == m_cameras.end() ? -1 : int(found - m_cameras.begin());
    };
    if (const int i = indexWhere([this](const CameraInfo &camera) { return camera.id == m_chosenId; });
        i >= 0)
        return i;
    if (const int i = indexWhere([this](const CameraInfo &camera) { return camera.name == m_chosenName; });
        i >= 0)
        return i;
    if (const int i = indexWhere([](const CameraInfo &camera) { return camera.facesAway; }); i >= 0)
        return i;
    return m_cameras.isEmpty() ? -1 : 0;
}

// Opening and closing

void CameraController::start() {
    if (m_wanted && (m_link == Starting || m_link == Ready))
        return;
    m_wanted = true;
    m_rebuilds = 0;
    m_sawError = false;
    m_unplugged = false;
    setLink(Starting);
    updateList();
    begin();
}

void CameraController::stop() {
    if (!m_wanted)
        return;
    m_wanted = false;
    m_plugWait.stop();
    if (m_shutter == Shutter::Waiting)
        settleForFrame();
    closeSession();
    setLink(Off);
}

void CameraController::chooseCamera(int index) {
    if (index < 0 || index >= m_cameras.size())
        return;
    m_chosenId = m_cameras[index].id;
    m_chosenName = m_cameras[index].name;
    emit camerasChanged();
    if (!m_wanted || m_openId == m_chosenId)
        return;
    m_rebuilds = 0;
    m_sawError = false;
    closeSession();
    setLink(Starting);
    begin();
}

// Takes the next step towards an open camera, as far as it goes now; whatever is missing calls again when it
// is there.
void CameraController::begin() {
    if (!m_wanted || !m_openId.isEmpty() || m_asking)
        return;
    switch (m_permission->answer()) {
    case CameraPermission::Answer::Denied:
        setLink(NoPermission);
        return;
    case CameraPermission::Answer::NotAsked:
        askPermission();
        return;
    case CameraPermission::Answer::Granted:
        break;
    }
    const int index = cameraIndex();
    if (index < 0) {
        setLink(NoCamera);
        return;
    }
    setLink(Starting);
    if (!sceneReady())
        return;
    m_openId = m_cameras[index].id;
    watchFrames(m_times.firstFrame);
    m_backend->open(m_openId, videoSink());
}

void CameraController::askPermission() {
    m_asking = true;
    m_permission->ask(this, [this](CameraPermission::Answer answer) {
        m_asking = false;
        if (m_wanted && answer == CameraPermission::Answer::Granted) {
            updateList();
            begin();
        } else if (m_wanted) {
            setLink(NoPermission);
        }
    });
}

void CameraController::closeSession() {
    m_frameWatch.stop();
    m_captureWatch.stop();
    m_openId.clear();
    m_backend->close();
}

bool CameraController::updateList() {
    const QList<CameraInfo> cameras = m_backend->cameras();
    if (cameras == m_cameras)
        return false;
    m_cameras = cameras;
    emit camerasChanged();
    return true;
}

void CameraController::refreshCameras() {
    if (!updateList())
        return;

    const bool stillThere = std::any_of(m_cameras.begin(), m_cameras.end(),
                                        [this](const CameraInfo &camera) { return camera.id == m_openId; });
    if (!m_wanted || m_link == NoPermission || m_asking || stillThere)
        return;
    m_unplugged = !m_openId.isEmpty() || m_unplugged;
    m_rebuilds = 0;
    m_sawError = false;
    if (!m_openId.isEmpty())
        closeSession();
    if (m_cameras.isEmpty()) {
        m_plugWait.stop();
        setLink(NoCamera);
    } else {
        setLink(Starting);
        m_plugWait.start();
    }
}

void CameraController::rebuildOrGiveUp() {
    closeSession();
    if (m_rebuilds >= m_times.rebuilds) {
        setLink(m_sawError ? Failed : Busy);
        return;
    }
    ++m_rebuilds;
    // Said even where the state stays Starting: the words change.
    changeState([this] { m_link = Starting; });
    begin();
}

void CameraController::setLink(State link) {
    changeState([this, link] { m_link = link; });
    // Nothing more will come for a shutter that waits; the frame it was pressed on is what there is.
    if (m_shutter == Shutter::Waiting && link != Ready && link != Starting)
        settleForFrame();
}

void CameraController::changeState(const std::function<void()> &change) {
    const auto before = std::pair(state(), errorWords());
    change();
    if (before != std::pair(state(), errorWords()))
        emit stateChanged();
}

// What the backend says

void CameraController::onFrame() {
    if (m_openId.isEmpty())
        return;
    watchFrames(m_times.betweenFrames);
    if (m_link == Ready)
        return;
    m_rebuilds = 0;
    m_sawError = false;
    m_unplugged = false;
    setLink(Ready);
    if (m_shutter == Shutter::Waiting)
        requestStill();
}

void CameraController::watchFrames(std::chrono::milliseconds limit) {
    m_lastChance = false;
    m_frameWatch.start(limit);
}

void CameraController::onNoFrame() {
    if (!m_lastChance) {
        m_lastChance = true;
        m_frameWatch.start(m_times.grace);
        return;
    }
    // The list may know by now that the camera is gone.
    refreshCameras();
    if (!m_openId.isEmpty())
        rebuildOrGiveUp();
}

void CameraController::onBroke(const QString &) {
    if (m_openId.isEmpty())
        return;
    m_sawError = true;
    rebuildOrGiveUp();
}

// The shutter

void CameraController::capture() {
    if (!canCapture())
        return;
    m_takenAt = m_clock->now();
    m_pressed.start();
    m_secondTry = false;
    m_atShutter = m_backend->holdFrame();
    changeState([this] { m_shutter = Shutter::Waiting; });
    requestStill();
}

void CameraController::requestStill() {
    m_captureWatch.start();
    m_backend->requestStill();
}

void CameraController::onStill(const CameraStill &still) {
    if (m_shutter != Shutter::Waiting)
        return;
    if (still.isEmpty()) {
        onNoStill();
        return;
    }
    deliver([still] { return still.jpeg.isEmpty() ? encodedStill(still.picture) : still.jpeg; });
}

// The first time a new session gets a second try; then the frame the shutter was pressed on is the picture.
void CameraController::onNoStill() {
    if (m_shutter != Shutter::Waiting)
        return;
    if (m_secondTry)
        settleForFrame();
    m_secondTry = true;
    rebuildOrGiveUp();
}

void CameraController::settleForFrame() {
    deliver([frame = std::move(m_atShutter)] { return encodedStill(frame()); });
}

void CameraController::deliver(std::function<QByteArray()> makeJpeg) {
    m_captureWatch.stop();
    m_shutter = Shutter::Encoding;
    m_atShutter = nullptr;
    QtConcurrent::run(std::move(makeJpeg)).then(this, [this](const QByteArray &jpeg) {
        finishCapture(jpeg);
    });
}

void CameraController::finishCapture(const QByteArray &jpeg) {
    m_lastCaptureMs = int(m_pressed.elapsed());
    if (jpeg.isEmpty())
        emit captureFailed(
            tr("The camera gave no picture. Nothing was taken: press again, or import a picture."));
    else
        emit captured(jpeg, toMs(m_takenAt));
    changeState([this] { m_shutter = Shutter::Idle; });
}

// The preview

void CameraController::setVideoOutput(QObject *output) {
    if (m_videoOutput == output)
        return;
    const bool open = !m_openId.isEmpty();
    if (open)
        closeSession();
    if (m_videoOutput)
        m_videoOutput->disconnect(this);
    m_videoOutput = output;
    if (output) {
        connect(output, &QObject::destroyed, this, [this] {
            stop();
            emit videoOutputChanged();
        });
    }
    watchScene();
    emit videoOutputChanged();
    if (open) {
        setLink(Starting);
        begin();
    }
}

void CameraController::setWindow(QObject *window) {
    if (m_window == window)
        return;
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    watchScene();
    emit windowChanged();
}

bool CameraController::needsScene() const {
    return m_videoOutput && !qobject_cast<QVideoSink *>(m_videoOutput.data());
}

bool CameraController::sceneReady() const {
    return m_sceneUp || !needsScene();
}

// The window is known here by its signal and slot alone, so that this room needs no Qt Quick.
void CameraController::watchScene() {
    m_sceneWait.stop();
    m_sceneUp = false;
    emit sceneReadyChanged();
    if (!needsScene() || !m_window)
        return;
    connect(m_window, SIGNAL(frameSwapped()), this, SLOT(onFrameSwapped()),
            Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
    QMetaObject::invokeMethod(m_window, "update");
}

void CameraController::onFrameSwapped() {
    if (m_window)
        disconnect(m_window, SIGNAL(frameSwapped()), this, SLOT(onFrameSwapped()));
    if (!m_sceneUp && !m_sceneWait.isActive())
        m_sceneWait.start();
}

QVideoSink *CameraController::videoSink() const {
    if (!m_videoOutput)
        return nullptr;
    if (auto *sink = qobject_cast<QVideoSink *>(m_videoOutput.data()))
        return sink;
    QVideoSink *sink = nullptr;
    QMetaObject::invokeMethod(m_videoOutput, "videoSink", Q_RETURN_ARG(QVideoSink *, sink));
    return sink;
}

} // namespace inkstep
