// A camera that does as told, for tests of what stands on CameraBackend.
#pragma once

#include "camerabackend.h"
#include "camerapermission.h"

#include <QPointer>

namespace inkstep {

class FakeCamera final : public CameraBackend {
    Q_OBJECT

public:
    QList<CameraInfo> cameras() override { return listed; }
    void open(const QByteArray &id, QVideoSink *sink) override {
        openId = id;
        openSink = sink;
        ++opened;
        if (streams)
            QMetaObject::invokeMethod(this, &FakeCamera::sendFrame, Qt::QueuedConnection);
    }
    void close() override { openId.clear(); }
    void requestStill() override {
        ++stillsAsked;
        if (givesStills)
            QMetaObject::invokeMethod(
                this, [this] { emit stillTaken(still); }, Qt::QueuedConnection);
    }
    std::function<QImage()> holdFrame() override {
        return [frame = frame] { return frame; };
    }

    void sendFrame() {
        if (!openId.isEmpty())
            emit frameArrived();
    }
    void list(const QList<CameraInfo> &cameras) {
        listed = cameras;
        emit camerasChanged();
    }

    QList<CameraInfo> listed;
    QByteArray openId;
    QVideoSink *openSink = nullptr;
    int opened = 0;
    int stillsAsked = 0;
    bool streams = true;     // every opening brings a frame
    bool givesStills = true; // every request brings `still`
    CameraStill still{QByteArrayLiteral("the camera's bytes"), {}};
    QImage frame; // what holdFrame() gives
};

class FakePermission final : public CameraPermission {
public:
    Answer answer() const override { return given; }
    void ask(QObject *context, std::function<void(Answer)> then) override {
        ++asked;
        m_context = context;
        m_then = std::move(then);
    }
    void reply(Answer answer) {
        given = answer;
        if (m_context)
            m_then(answer);
    }

    Answer given = Answer::Granted;
    int asked = 0;

private:
    QPointer<QObject> m_context;
    std::function<void(Answer)> m_then;
};

} // namespace inkstep
