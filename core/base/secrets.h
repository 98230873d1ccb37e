#pragma once

#include "base/error.h"

#include <QString>

namespace inkstep {

// Small secrets of a person (a server's password), kept by the system where it can. Every method may wait for
// the system and for a person who is asked to unlock it, so never from the interface thread; safe from any
// other.
class Secrets {
public:
    virtual ~Secrets() = default;
    virtual Result<QString> read(const QString &name) = 0; // NotFound
    virtual Status keep(const QString &name, const QString &secret) = 0;
    virtual Status forget(const QString &name) = 0; // absent is success
    // Whether what was kept last is locked by the system, or only in a file that nobody but its owner can
    // read.
    virtual bool lockedBySystem() const = 0;
};

} // namespace inkstep
