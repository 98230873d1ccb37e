#pragma once

#include "store/vault.h"

#include <vector>

namespace inkstep {

// Pictures kept for one edit to name. They are durably there before it; if there is no room for all of them,
// those before go again, or a full disk would stay full of what nobody can see. Once the edit was tried
// nothing is removed any more, even if it failed: what a power cut then brings back may name them.
class Fresh {
public:
    explicit Fresh(Vault &vault) : m_vault(vault) {}

    // As Vault::put(). When it fails, what was kept before is gone too.
    Result<BlobRef> put(QByteArrayView plain);

private:
    Vault &m_vault;
    std::vector<QByteArray> m_names;
};

} // namespace inkstep
