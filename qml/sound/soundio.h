// The microphone and the loudspeaker of this machine, as little of them as voice notes need.
// In: orders to listen, and recordings to play. Out: samples as they are heard, how far playing is, and when
// a device is gone. Decisions and words are the caller's.
#pragma once

#include "sound/sound.h"

#include <QObject>

namespace inkstep {

class Microphone : public QObject {
    Q_OBJECT

public:
    virtual bool isThere() = 0; // any at all
    virtual void start() = 0;   // then heard(), or broke(), or nothing at all
    virtual void stop() = 0;    // hands over what it still holds first

signals:
    void heard(const QByteArray &samples); // as SoundWriter takes them, native byte order
    // It is of no use any more: refused, taken away.
    void broke(const QString &detail);
};

class Loudspeaker : public QObject {
    Q_OBJECT

public:
    virtual bool isThere() = 0;
    // From where the reader stands; what played before ends.
    virtual void play(SoundReader &reader) = 0; // outlives the playing
    virtual void stop() = 0;
    virtual std::chrono::milliseconds played() const = 0; // since play()

signals:
    void ended(); // to the recording's end
    void broke(const QString &detail);
};

} // namespace inkstep
