#include "sound/sound.h"

#include <opusenc.h>

namespace inkstep {

namespace {

int append(void *to, const unsigned char *bytes, opus_int32 size) {
    static_cast<QByteArray *>(to)->append(reinterpret_cast<const char *>(bytes), size);
    return 0;
}
int close(void *) {
    return 0;
}
constexpr OpusEncCallbacks intoMemory{append, close};

} // namespace

struct SoundWriter::Encoder {
    QByteArray file;
    OggOpusComments *comments = ope_comments_create(); // none: no device, no program, no time
    OggOpusEnc *encoder = nullptr;
    int error = OPE_OK;
    bool finished = false;

    Encoder() {
        encoder = ope_encoder_create_callbacks(&intoMemory, &file, comments, soundRate, 1, 0, &error);
        if (encoder) {
            ope_encoder_ctl(encoder, OPUS_SET_BITRATE(soundBitRate));
            ope_encoder_ctl(encoder, OPUS_SET_SIGNAL(OPUS_SIGNAL_VOICE));
            // Two seconds unless told, to tell speech from music: it is speech. What is held back is what a
            // crash takes.
            ope_encoder_ctl(encoder, OPE_SET_DECISION_DELAY(soundRate / 10));
            ope_encoder_ctl(encoder, OPE_SET_MUXING_DELAY(soundRate / 2));
        }
    }
    Encoder(const Encoder &) = delete;
    Encoder &operator=(const Encoder &) = delete;
    ~Encoder() {
        if (encoder)
            ope_encoder_destroy(encoder);
        ope_comments_destroy(comments);
    }
    Status status() const {
        return encoder && error == OPE_OK
                   ? Status()
                   : failure(ErrorCode::Failed,
                             QStringLiteral("opus: ") + QString::fromUtf8(ope_strerror(error)));
    }
};

SoundWriter::SoundWriter() : m_encoder(std::make_unique<Encoder>()) {}
SoundWriter::~SoundWriter() = default;

Status SoundWriter::add(std::span<const qint16> samples) {
    if (const Status good = m_encoder->status(); !good)
        return good;
    m_encoder->error = ope_encoder_write(m_encoder->encoder, samples.data(), int(samples.size()));
    m_samples += qint64(samples.size());
    return m_encoder->status();
}

QByteArray SoundWriter::since(qsizetype from) const {
    return m_encoder->file.mid(from);
}

Result<QByteArray> SoundWriter::finish() {
    if (const Status good = m_encoder->status(); !good)
        return passOn(good);
    if (!std::exchange(m_encoder->finished, true))
        m_encoder->error = ope_encoder_drain(m_encoder->encoder);
    if (const Status good = m_encoder->status(); !good)
        return passOn(good);
    return m_encoder->file;
}

std::chrono::milliseconds SoundWriter::length() const {
    return std::chrono::milliseconds(m_samples * 1000 / soundRate);
}

} // namespace inkstep
