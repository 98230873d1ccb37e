#include "sound/sound.h"

#include <QCoreApplication>
#include <algorithm>
#include <opusfile.h>
#include <vector>

namespace inkstep {

struct SoundReader::Decoder {
    QByteArray file;
    OggOpusFile *opened = nullptr;
    // At most 120 ms come at a time (RFC 6716, 3.2.5), of up to 8 channels.
    std::vector<opus_int16> held;
    std::size_t from = 0;
    bool over = false; // moved to the very end, where the library refuses to go

    explicit Decoder(const QByteArray &bytes) : file(bytes) {
        opened = op_open_memory(reinterpret_cast<const unsigned char *>(file.constData()),
                                std::size_t(file.size()), nullptr);
    }
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;
    ~Decoder() {
        if (opened)
            op_free(opened);
    }
    bool fill() {
        if (over)
            return false;
        held.resize(5760 * 8);
        from = 0;
        int channels = 1;
        int count = OP_HOLE;
        for (int tries = 0; count == OP_HOLE && tries < 100; ++tries) {
            int link = 0;
            count = op_read(opened, held.data(), int(held.size()), &link);
            channels = std::max(1, op_channel_count(opened, link));
        }
        const auto samples = std::size_t(std::max(0, count));
        for (std::size_t i = 0; i < samples; ++i) {
            int sum = 0;
            for (int channel = 0; channel < channels; ++channel)
                sum += held[i * std::size_t(channels) + std::size_t(channel)];
            held[i] = opus_int16(sum / channels);
        }
        held.resize(samples);
        return samples > 0;
    }
};

Result<std::unique_ptr<SoundReader>> SoundReader::open(const QByteArray &file) {
    auto decoder = std::make_unique<Decoder>(file);
    if (!decoder->opened)
        return failure(ErrorCode::BadInput,
                       QCoreApplication::translate("Sound", "It is no recording, or it was cut short."));
    const qint64 samples = op_pcm_total(decoder->opened, -1);
    constexpr qint64 most = soundRate * std::chrono::seconds(longestSound + std::chrono::minutes(1)).count();
    if (samples <= 0 || samples > most)
        return failure(ErrorCode::BadInput,
                       samples <= 0 ? QCoreApplication::translate("Sound", "It is empty.")
                                    : QCoreApplication::translate("Sound", "It is longer than ten minutes."));
    return std::unique_ptr<SoundReader>(new SoundReader(std::move(decoder)));
}

SoundReader::SoundReader(std::unique_ptr<Decoder> decoder) : m_decoder(std::move(decoder)) {}
SoundReader::~SoundReader() = default;

std::chrono::milliseconds SoundReader::length() const {
    return std::chrono::milliseconds(op_pcm_total(m_decoder->opened, -1) * 1000 / soundRate);
}

std::chrono::milliseconds SoundReader::position() const {
    if (m_decoder->over)
        return length();
    const auto ahead = qint64(m_decoder->held.size() - m_decoder->from);
    return std::chrono::milliseconds(std::max<qint64>(0, op_pcm_tell(m_decoder->opened) - ahead) * 1000 /
                                     soundRate);
}

void SoundReader::seek(std::chrono::milliseconds to) {
    const qint64 total = op_pcm_total(m_decoder->opened, -1);
    m_decoder->held.clear();
    m_decoder->from = 0;
    const qint64 sample = std::max<qint64>(0, to.count() * soundRate / 1000);
    m_decoder->over = sample >= total || op_pcm_seek(m_decoder->opened, sample) != 0;
}

std::size_t SoundReader::read(std::span<qint16> into) {
    std::size_t done = 0;
    while (done < into.size()) {
        if (m_decoder->from == m_decoder->held.size() && !m_decoder->fill())
            break;
        const std::size_t here = std::min(into.size() - done, m_decoder->held.size() - m_decoder->from);
        std::copy_n(m_decoder->held.begin() + std::ptrdiff_t(m_decoder->from), here,
                    into.begin() + std::ptrdiff_t(done));
        m_decoder->from += here;
        done += here;
    }
    return done;
}

} // namespace inkstep
