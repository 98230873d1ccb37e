#include "crypto/sodiumready.h"

#include <QtGlobal>
#include <sodium.h>

namespace inkstep {

void sodiumReady() {
    static const int ready = sodium_init();
    if (ready < 0)
        qFatal("libsodium could not be started");
}

} // namespace inkstep
