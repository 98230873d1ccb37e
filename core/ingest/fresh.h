#pragma once

#include "store/vault.h"

#include <vector>

namespace inkstep {

// What is kept for an edit to name. A picture is durably there before anything names it; if the edit then
// cannot be, the picture goes again, or a full disk would stay full of what nobody can see.
class Fresh {
public:
    explicit Fresh(Vault &vault) : m_vault(vault) {}

    // As Vault::put(). When it fails, what was kept before is gone too.
    Result<BlobRef> put(QByteArrayView plain);
    // The edit that was to name them failed. Only a full disk says for sure that it was not saved; in doubt
    // all stays, since what may be named is never removed.
    void notNamed(const Error &why);

private:
    void drop();

    Vault &m_vault;
    std::vector<QByteArray> m_names;
};

} // namespace inkstep
