#pragma once

#include "camerabackend.h"
#include "cameraledger.h"

#include <QPointer>
#include <QSet>
#include <QSize>
#include <memory>

class QCameraDevice;
class QMediaDevices;

namespace inkstep {

// The cameras of this machine through Qt Multimedia, in the order of calls that was measured to work
// with 6.4's GStreamer backend.
//
// Stills: on desktops (GStreamer, and ffmpeg from Qt 6.5 on) the still is a frame of the stream, whatever way
// it is asked for. Asked for in memory it comes untouched by a codec and is compressed once, at our quality.
// Asked for as a file it comes through jpegenc, at its fixed quality of 85 and with limited-range colors
// stored as full range (paper turns grey: every channel 17 levels off on average), and a child's page would
// lie unsealed on the disk for a moment. On Android and iOS the file is the camera's real still, with its
// orientation, and the picture in memory only a preview of it: there the file goes to a private folder, is
// read and removed at once.
class QtCameraBackend final : public CameraBackend {
    Q_OBJECT

public:
    QtCameraBackend();
    ~QtCameraBackend() override;

    QList<CameraInfo> cameras() override; // the first call starts the system's device monitor
    void open(const QByteArray &id, QVideoSink *sink) override;
    void close() override;
    void requestStill() override;
    std::function<QImage()> holdFrame() override;

private:
    struct Session;

    void listen(Session &session);
    void onFrame(QSize size);
    void askAgainIfLost();

    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QVideoSink> m_noPreview; // where frames go, and are counted, when nobody looks
    QPointer<QVideoSink> m_sink;
    std::unique_ptr<Session> m_session;
    QSet<QByteArray> m_formatFixed; // cameras whose format is not to be changed
    CameraLedger m_ledger;
};

} // namespace inkstep
