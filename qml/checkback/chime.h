#pragma once

#include <QByteArray>
#include <QTemporaryFile>
#include <memory>

class QSoundEffect;

namespace inkstep {

// A soft bell of under a second, as a WAV file: 22050 Hz, mono, 16 bits. At most a quarter as loud as it
// could be.
QByteArray chimeWav();

// Plays it. The device's sound is opened at the first ring, so nobody who wants none pays for it.
class Chime {
public:
    Chime();
    ~Chime();
    void ring();

private:
    std::unique_ptr<QTemporaryFile> m_file;
    std::unique_ptr<QSoundEffect> m_sound;
};

} // namespace inkstep
