#include "demo/classroom/murmur.h"

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace inkstep {

Recording murmur(quint64 seed, std::chrono::seconds length, const Id &about) {
    std::mt19937_64 chance(seed);
    std::uniform_real_distribution<double> even(0, 1);
    std::vector<qint16> samples(std::size_t(length.count()) * soundRate, 0);
    constexpr double perSample = 1.0 / soundRate;
    double pitch = 240; // hertz; children of seven to ten speak around there
    double phase = 0;
    for (std::size_t at = soundRate / 4; at < samples.size();) {
        // A syllable: a hum with two overtones that swells and fades, a little higher or lower than the last.
        const auto syllable = std::size_t(soundRate * (0.12 + 0.16 * even(chance)));
        const double loud = 0.15 + 0.35 * even(chance);
        const double bright = 0.2 + 0.6 * even(chance);
        pitch = std::clamp(pitch * (0.9 + 0.2 * even(chance)), 180.0, 340.0);
        for (std::size_t i = 0; i < syllable && at < samples.size(); ++i, ++at) {
            phase += 2 * std::numbers::pi * pitch * perSample;
            const double swell = std::sin(std::numbers::pi * double(i) / double(syllable));
            const double tone =
                std::sin(phase) + bright * std::sin(2 * phase) + 0.3 * bright * std::sin(3 * phase);
            samples[at] = qint16(32'000 * loud * swell * tone / 2);
        }
        // Between words a little, between sentences a breath.
        at += std::size_t(soundRate * (even(chance) < 0.15 ? 0.5 : 0.03 + 0.08 * even(chance)));
    }
    SoundWriter writer;
    WaveMaker wave;
    wave.add(samples);
    Recording recording{{}, wave.wave(), about, Author::Child};
    if (writer.add(samples))
        recording.file = writer.finish().value_or(QByteArray());
    return recording;
}

} // namespace inkstep
