#pragma once

#include "soundio.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QPointer>
#include <memory>

class QAudioSource;
class QIODevice;

namespace inkstep {

// The system's first microphone, through QAudioSource and not QMediaRecorder: samples stay in memory, so that
// a child's voice never lies unsealed on the disk; the level needs no second reading of the stream; and the
// length is counted, where 6.4's recorder leaves an empty file behind a missing device.
class QtMicrophone final : public Microphone {
    Q_OBJECT

public:
    QtMicrophone();
    ~QtMicrophone() override;

    bool isThere() override;
    void start() override;
    void stop() override;

private:
    void handOver();
    void lookAtDevices();

    std::unique_ptr<QMediaDevices> m_devices; // made with the first question: it calls the sound server
    QAudioDevice m_open;
    std::unique_ptr<QAudioSource> m_source;
    QPointer<QIODevice> m_stream;
};

} // namespace inkstep
