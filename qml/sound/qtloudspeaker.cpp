#include "qtloudspeaker.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>

namespace inkstep {

// The recording as a stream of samples, decoded as it is asked for.
class QtLoudspeaker::Source final : public QIODevice {
public:
    explicit Source(SoundReader &reader) : m_reader(reader) { open(QIODevice::ReadOnly); }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_over ? 0 : soundRate; }
    bool atEnd() const override { return m_over; }

protected:
    qint64 readData(char *to, qint64 most) override {
        const auto count =
            m_reader.read({reinterpret_cast<qint16 *>(to), std::size_t(most) / sizeof(qint16)});
        m_over = count == 0;
        return m_over ? -1 : qint64(count * sizeof(qint16));
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    SoundReader &m_reader;
    bool m_over = false;
};

QtLoudspeaker::QtLoudspeaker() = default;
QtLoudspeaker::~QtLoudspeaker() {
    stop();
}

bool QtLoudspeaker::isThere() {
    return !QMediaDevices::audioOutputs().isEmpty();
}

void QtLoudspeaker::play(SoundReader &reader) {
    stop();
    QAudioFormat format;
    format.setSampleRate(soundRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    m_samples = std::make_unique<Source>(reader);
    m_sink = std::make_unique<QAudioSink>(QMediaDevices::defaultAudioOutput(), format);
    // Queued: the answer may be to let go of the sink that is speaking.
    connect(
        m_sink.get(), &QAudioSink::stateChanged, this,
        [this](QAudio::State state) {
            if (!m_sink)
                return;
            if (state == QAudio::IdleState && m_samples->atEnd())
                emit ended();
            else if (state == QAudio::StoppedState && m_sink->error() != QAudio::NoError)
                emit broke(QStringLiteral("audio sink error %1").arg(int(m_sink->error())));
        },
        Qt::QueuedConnection);
    m_sink->start(m_samples.get());
}

void QtLoudspeaker::stop() {
    if (!m_sink)
        return;
    m_sink->disconnect(this);
    m_sink->stop();
    m_sink.reset();
    m_samples.reset();
}

std::chrono::milliseconds QtLoudspeaker::played() const {
    return m_sink ? std::chrono::milliseconds(m_sink->processedUSecs() / 1000) : std::chrono::milliseconds(0);
}

} // namespace inkstep
