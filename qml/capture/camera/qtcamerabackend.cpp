#include "qtcamerabackend.h"

#include <QCamera>
#include <QCameraDevice>
#include <QElapsedTimer>
#include <QFile>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QTemporaryDir>
#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>
#include <chrono>

namespace inkstep {
namespace {

#if defined(Q_OS_ANDROID) || defined(Q_OS_IOS)
constexpr bool stillsComeAsFiles = true;
#else
constexpr bool stillsComeAsFiles = false;
#endif

// Below this a preview cannot be aimed with, however large its frames are.
constexpr float slowestUsableRate = 5.0f;

// setResolution and setQuality of QImageCapture do nothing here, so the stream itself has to be large.
QCameraFormat largestFormat(const QCameraDevice &device) {
    const auto area = [](const QCameraFormat &format) {
        return qint64(format.resolution().width()) * format.resolution().height();
    };
    const auto rank = [&area](const QCameraFormat &format) {
        const bool usable = format.maxFrameRate() >= slowestUsableRate;
        return std::tuple(usable, area(format), format.maxFrameRate());
    };
    QCameraFormat best;
    for (const QCameraFormat &format : device.videoFormats()) {
        if (format.pixelFormat() == QVideoFrameFormat::Format_Invalid)
            continue;
        if (best.isNull() || rank(format) > rank(best))
            best = format;
    }
    return best;
}

// A still comes with one of the next frames and takes a moment to become a picture; after this long a session
// that says it is ready for the next one has lost it.
constexpr std::chrono::milliseconds stillIsLost{400};

CameraInfo infoOf(const QCameraDevice &device) {
    return {device.id(), device.description(), device.position() == QCameraDevice::BackFace};
}

} // namespace

// Everything one opening of a camera needs. Gone as a whole when it is closed: a session that has seen a
// failure is never used again, and what its threads still send then has no receiver.
struct QtCameraBackend::Session {
    QByteArray id;
    QCameraFormat largest;    // null: whatever comes is right
    bool formatAsked = false; // and not yet seen
    QObject receiver;
    QMediaCaptureSession session;
    QImageCapture stills;
    std::unique_ptr<QCamera> camera;
    std::unique_ptr<QTemporaryDir> folder; // only where stills come as files
    QElapsedTimer asked;                   // valid while a still is under way
};

QtCameraBackend::QtCameraBackend() = default;
QtCameraBackend::~QtCameraBackend() {
    close();
}

QList<CameraInfo> QtCameraBackend::cameras() {
    QList<CameraInfo> listed;
    for (const QCameraDevice &device : QMediaDevices::videoInputs())
        listed.append(infoOf(device));
    if (!m_devices) {
        // Only now: connected before the first list was asked for, 6.4 locks up.
        m_devices = std::make_unique<QMediaDevices>();
        connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, &CameraBackend::camerasChanged);
    }
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    return m_ledger.update(listed);
#else
    return listed;
#endif
}

void QtCameraBackend::open(const QByteArray &id, QVideoSink *sink) {
    close();
    const QList<QCameraDevice> devices = QMediaDevices::videoInputs();
    const auto device = std::find_if(devices.begin(), devices.end(),
                                     [&id](const QCameraDevice &candidate) { return candidate.id() == id; });
    if (device == devices.end()) {
        QMetaObject::invokeMethod(
            this, [this] { emit broke(QStringLiteral("no such camera")); }, Qt::QueuedConnection);
        return;
    }

    m_session = std::make_unique<Session>();
    if (!sink && !m_noPreview)
        m_noPreview = std::make_unique<QVideoSink>();
    m_sink = sink ? sink : m_noPreview.get();
    Session &session = *m_session;
    session.camera = std::make_unique<QCamera>(*device);
    session.id = id;
    if (!m_formatFixed.contains(id))
        session.largest = largestFormat(*device);
    listen(session);

    // Sink and stills first, the camera last: the other way round some starts never bring a frame.
    session.session.setVideoSink(m_sink);
    session.session.setImageCapture(&session.stills);
    session.session.setCamera(session.camera.get());
    session.camera->start();
}

void QtCameraBackend::listen(Session &session) {
    QObject *receiver = &session.receiver;
    connect(m_sink, &QVideoSink::videoFrameChanged, receiver, [this](const QVideoFrame &frame) {
        if (frame.isValid())
            onFrame(frame.size());
    });
    // Queued, all of what follows: the answer may be to close the session that is speaking.
    const auto queued = Qt::QueuedConnection;
    connect(
        session.camera.get(), &QCamera::errorOccurred, receiver,
        [this](QCamera::Error, const QString &detail) { emit broke(detail); }, queued);
    connect(
        &session.stills, &QImageCapture::errorOccurred, receiver,
        [this](int, QImageCapture::Error, const QString &detail) {
            m_session->asked.invalidate();
            emit stillFailed(detail);
        },
        queued);
    if constexpr (stillsComeAsFiles) {
        connect(
            &session.stills, &QImageCapture::imageSaved, receiver,
            [this](int, const QString &path) {
                m_session->asked.invalidate();
                QFile file(path);
                const QByteArray jpeg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                file.remove();
                if (jpeg.isEmpty())
                    emit stillFailed(QStringLiteral("the camera's file is empty"));
                else
                    emit stillTaken({jpeg, {}});
            },
            queued);
    } else {
        connect(
            &session.stills, &QImageCapture::imageCaptured, receiver,
            [this](int, const QImage &picture) {
                m_session->asked.invalidate();
                emit stillTaken({{}, picture});
            },
            queued);
    }
}

// The format is changed once the first frame is here, and that frame not passed on. Asked for earlier, 6.4
// hangs for good when the system could make no source of the camera; a frame is the proof that it could.
void QtCameraBackend::onFrame(QSize size) {
    Session &session = *m_session;
    const QSize wanted = session.largest.resolution();
    if (session.largest.isNull() || size == wanted || size == wanted.transposed()) {
        session.formatAsked = false;
        askAgainIfLost();
        emit frameArrived();
    } else if (!session.formatAsked) {
        session.formatAsked = true;
        session.camera->setCameraFormat(session.largest);
    }
}

// 6.4 takes the request back when the still before it is only now through its encoder: two shots in quick
// succession.
void QtCameraBackend::askAgainIfLost() {
    Session &session = *m_session;
    const bool lost = !stillsComeAsFiles && session.asked.isValid() &&
                      session.asked.hasExpired(stillIsLost.count()) && session.stills.isReadyForCapture();
    if (lost)
        requestStill();
}

void QtCameraBackend::close() {
    if (!m_session)
        return;
    // A camera that did not come through the change is used as it is from now on.
    if (m_session->formatAsked)
        m_formatFixed.insert(m_session->id);
    m_session->camera->stop();
    m_session.reset();
}

void QtCameraBackend::requestStill() {
    if (!m_session)
        return;
    m_session->asked.start();
    if constexpr (stillsComeAsFiles) {
        m_session->folder = std::make_unique<QTemporaryDir>();
        m_session->stills.captureToFile(m_session->folder->filePath(QStringLiteral("still.jpg")));
    } else {
        m_session->stills.capture();
    }
}

std::function<QImage()> QtCameraBackend::holdFrame() {
    return [frame = m_sink ? m_sink->videoFrame() : QVideoFrame()] { return frame.toImage(); };
}

} // namespace inkstep
