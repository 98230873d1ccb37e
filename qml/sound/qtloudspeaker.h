#pragma once

#include "soundio.h"

#include <memory>

class QAudioSink;

namespace inkstep {

class QtLoudspeaker final : public Loudspeaker {
    Q_OBJECT

public:
    QtLoudspeaker();
    ~QtLoudspeaker() override;

    bool isThere() override;
    void play(SoundReader &reader) override;
    void stop() override;
    std::chrono::milliseconds played() const override;

private:
    class Source;
    std::unique_ptr<Source> m_samples;
    std::unique_ptr<QAudioSink> m_sink;
};

} // namespace inkstep
