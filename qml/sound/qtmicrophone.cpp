#include "qtmicrophone.h"

#include <QAudioFormat>
#include <QAudioSource>
#include <QIODevice>

namespace inkstep {

namespace {

// What is heard comes after this long at most, and no more than this is lost when a device is pulled out.
constexpr std::chrono::milliseconds holds{100};

QAudioFormat soundFormat() {
    QAudioFormat format;
    format.setSampleRate(soundRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

} // namespace

QtMicrophone::QtMicrophone() = default;

QtMicrophone::~QtMicrophone() {
    stop();
}

bool QtMicrophone::isThere() {
    if (!m_devices) {
        m_devices = std::make_unique<QMediaDevices>();
        connect(m_devices.get(), &QMediaDevices::audioInputsChanged, this, &QtMicrophone::lookAtDevices);
    }
    return !QMediaDevices::audioInputs().isEmpty();
}

void QtMicrophone::start() {
    m_open = QMediaDevices::defaultAudioInput();
    const QAudioFormat format = soundFormat();
    m_source = std::make_unique<QAudioSource>(m_open, format);
    m_source->setBufferSize(format.bytesForDuration(std::chrono::microseconds(holds).count()));
    connect(m_source.get(), &QAudioSource::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::StoppedState && m_source && m_source->error() != QAudio::NoError)
            emit broke(QStringLiteral("audio source error %1").arg(int(m_source->error())));
    });
    m_stream = m_source->start();
    if (!m_stream || m_source->error() != QAudio::NoError) {
        QMetaObject::invokeMethod(
            this, [this] { emit broke(QStringLiteral("the microphone cannot be opened")); },
            Qt::QueuedConnection);
        return;
    }
    connect(m_stream, &QIODevice::readyRead, this, &QtMicrophone::handOver);
}

void QtMicrophone::handOver() {
    if (!m_stream)
        return;
    QByteArray samples = m_stream->readAll();
    samples.chop(samples.size() % qsizetype(sizeof(qint16)));
    if (!samples.isEmpty())
        emit heard(samples);
}

void QtMicrophone::stop() {
    if (!m_source)
        return;
    handOver();
    m_source->disconnect(this);
    const auto source = std::move(m_source);
    m_stream = nullptr;
    source->stop();
}

void QtMicrophone::lookAtDevices() {
    if (m_source && !QMediaDevices::audioInputs().contains(m_open))
        emit broke(QStringLiteral("the microphone is not listed any more"));
}

} // namespace inkstep
