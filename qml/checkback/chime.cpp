#include "chime.h"

#include <QDataStream>
#include <QSoundEffect>
#include <QUrl>
#include <cmath>
#include <numbers>

namespace inkstep {

namespace {

constexpr int rate = 22050; // samples a second
constexpr double seconds = 0.9;
constexpr double loudest = 0.25;
constexpr double fade = 5.5;   // how fast it dies away, 1/s
constexpr double attack = 150; // how fast it comes, 1/s: slow enough not to click

// A fundamental (C5) and a fainter fifth above it.
double toneAt(double second) {
    const double turn = 2 * std::numbers::pi * second;
    const double tone = 0.7 * std::sin(523.25 * turn) + 0.3 * std::sin(783.99 * turn);
    return tone * std::exp(-fade * second) * (1 - std::exp(-attack * second));
}

} // namespace

QByteArray chimeWav() {
    constexpr auto count = static_cast<quint32>(rate * seconds);
    constexpr quint32 bytes = count * 2;
    QByteArray wav;
    QDataStream out(&wav, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("RIFF", 4);
    out << quint32(36 + bytes);
    out.writeRawData("WAVEfmt ", 8);
    out << quint32(16) << quint16(1) << quint16(1) << quint32(rate) << quint32(rate * 2) << quint16(2)
        << quint16(16);
    out.writeRawData("data", 4);
    out << bytes;
    for (quint32 i = 0; i < count; ++i)
        out << static_cast<qint16>(std::lround(32767 * loudest * toneAt(double(i) / rate)));
    return wav;
}

Chime::Chime() = default;
Chime::~Chime() = default;

void Chime::ring() {
    if (!m_sound) {
        m_file = std::make_unique<QTemporaryFile>();
        m_file->setFileTemplate(m_file->fileTemplate() + QStringLiteral(".wav"));
        if (!m_file->open() || m_file->write(chimeWav()) < 0 || !m_file->flush())
            return; // no sound; the banner shows all the same
        m_sound = std::make_unique<QSoundEffect>();
        m_sound->setSource(QUrl::fromLocalFile(m_file->fileName()));
    }
    m_sound->play();
}

} // namespace inkstep
