#include "systemsecrets.h"

namespace inkstep {

std::unique_ptr<Secrets> keychainSecrets() {
    return nullptr;
}

} // namespace inkstep
