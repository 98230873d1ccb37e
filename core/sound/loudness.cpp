#include "sound/sound.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inkstep {

namespace {

constexpr double fullScale = 32'768;
constexpr double quietest = -60; // dB below full scale

double onEarsScale(double meanSquare) {
    if (meanSquare <= 0)
        return 0;
    const double decibels = 10 * std::log10(meanSquare / (fullScale * fullScale));
    return std::clamp(1 - decibels / quietest, 0.0, 1.0);
}

double squares(std::span<const qint16> samples) {
    double sum = 0;
    for (const qint16 sample : samples)
        sum += double(sample) * sample;
    return sum;
}

} // namespace

double loudnessOf(std::span<const qint16> samples) {
    return samples.empty() ? 0 : onEarsScale(squares(samples) / double(samples.size()));
}

void WaveMaker::add(std::span<const qint16> samples) {
    while (!samples.empty()) {
        const std::size_t here = std::min(samples.size(), m_each - m_count);
        m_sum += squares(samples.first(here));
        m_count += here;
        samples = samples.subspan(here);
        if (m_count < m_each)
            return;
        m_parts.push_back(m_sum / double(m_each));
        m_sum = 0;
        m_count = 0;
        if (m_parts.size() < atMost)
            continue;
        for (std::size_t i = 0; i < atMost / 2; ++i)
            m_parts[i] = (m_parts[2 * i] + m_parts[2 * i + 1]) / 2;
        m_parts.resize(atMost / 2);
        m_each *= 2;
    }
}

QString WaveMaker::wave() const {
    std::vector<double> parts = m_parts;
    if (m_count > 0)
        parts.push_back(m_sum / double(m_count));
    if (parts.empty())
        return {};
    QString wave;
    for (std::size_t step = 0; step < waveSteps; ++step) {
        const std::size_t from = step * parts.size() / waveSteps;
        const std::size_t to = std::max(from + 1, (step + 1) * parts.size() / waveSteps);
        const double loudest =
            *std::max_element(parts.begin() + std::ptrdiff_t(from), parts.begin() + std::ptrdiff_t(to));
        wave += QChar(u'0' + char16_t(std::lround(onEarsScale(loudest) * 9)));
    }
    return wave;
}

} // namespace inkstep
