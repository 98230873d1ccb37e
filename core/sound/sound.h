// Spoken words as pure bytes: made, measured and read, safe on any thread. In: what a microphone heard, piece
// by piece; or the bytes of a file, in which nothing is trusted. Out: Opus in Ogg (RFC 6716, RFC 7845), its
// true length, how loud it is along the way, and the samples back.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>
#include <chrono>
#include <memory>
#include <span>
#include <vector>

namespace inkstep {

// What a recording is made of and played as: one channel of signed 16-bit samples.
inline constexpr int soundRate = 48'000; // samples a second, the rate Opus decodes to
// Speech is clear at this rate (RFC 6716, 2.1.1: 16 to 20 kb/s for fullband-capable speech); ten minutes
// take 1.8 MB.
inline constexpr int soundBitRate = 24'000;
inline constexpr std::chrono::minutes longestSound{10};
inline constexpr int waveSteps = 64;

// How loud a piece is, 0 (nothing) to 1 (as loud as can be), on a scale of decibels as ears have: 1 at full
// scale, 0 at 60 dB below it.
double loudnessOf(std::span<const qint16> samples);

// Loudness in waveSteps equal parts of the whole, '0' quiet to '9' loud; told piece by piece.
class WaveMaker {
public:
    void add(std::span<const qint16> samples);
    QString wave() const; // empty before anything was heard

private:
    static constexpr std::size_t atMost = 1024;
    std::vector<double> m_parts; // of m_each samples each; two become one when there are too many
    std::size_t m_each = 480;
    double m_sum = 0; // of squares, of the part at hand
    std::size_t m_count = 0;
};

// Makes a file in memory: what is said never lies open on a disk.
class SoundWriter {
public:
    SoundWriter();
    ~SoundWriter();
    Status add(std::span<const qint16> samples);
    // What of the file is made, from this byte on: whole pages, up to about a second ago.
    QByteArray since(qsizetype from) const;
    // The whole file; nothing can be added after. Failed when the encoder is.
    Result<QByteArray> finish();
    std::chrono::milliseconds length() const; // of what was added

private:
    struct Encoder;
    std::unique_ptr<Encoder> m_encoder;
    qint64 m_samples = 0;
};

// Reads a file whose bytes it keeps.
class SoundReader {
public:
    // BadInput with the rest of the sentence: not a recording, cut short, longer than longestSound.
    static Result<std::unique_ptr<SoundReader>> open(const QByteArray &file);
    ~SoundReader();
    std::chrono::milliseconds length() const; // true: from the last page's own count of samples
    std::chrono::milliseconds position() const;
    void seek(std::chrono::milliseconds to); // clamped
    // How many samples were read; 0 at the end. Damage in the middle is passed over.
    std::size_t read(std::span<qint16> into);

private:
    struct Decoder;
    explicit SoundReader(std::unique_ptr<Decoder> decoder);
    std::unique_ptr<Decoder> m_decoder;
};

} // namespace inkstep
