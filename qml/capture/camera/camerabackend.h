#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QObject>
#include <QString>
#include <functional>

class QVideoSink;

namespace inkstep {

// A camera as the system lists it.
struct CameraInfo {
    QByteArray id; // unlike every other id of this run
    QString name;
    bool facesAway = false; // the back camera of a tablet: the one paper is photographed with

    bool operator==(const CameraInfo &) const = default;
};

// What the shutter brought: the camera's own JPEG bytes where the system has them, else the picture itself.
struct CameraStill {
    QByteArray jpeg;
    QImage picture;

    bool isEmpty() const { return jpeg.isEmpty() && picture.isNull(); }
};

// The system's cameras, one open at a time. CameraController decides; a backend only does and reports, on the
// controller's thread.
class CameraBackend : public QObject {
    Q_OBJECT

public:
    // The cameras that are really there, each once, the system's first choice first.
    virtual QList<CameraInfo> cameras() = 0;
    // Opens a camera in a session of its own; its frames go to `sink`, which may be null. Closes what was
    // open before.
    virtual void open(const QByteArray &id, QVideoSink *sink) = 0;
    virtual void close() = 0;
    // Asks for one still; stillTaken or stillFailed answers, or nothing at all. Never called while one is
    // under way.
    virtual void requestStill() = 0;
    // Keeps the preview's newest frame at no cost; called later, on any thread, it gives the picture (null if
    // none).
    virtual std::function<QImage()> holdFrame() = 0;

signals:
    void camerasChanged();
    void frameArrived();
    void stillTaken(const inkstep::CameraStill &still);
    void stillFailed(const QString &detail);
    // The open camera is of no use any more.
    void broke(const QString &detail);
};

} // namespace inkstep
