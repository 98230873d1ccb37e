#include "ingest/fresh.h"

namespace inkstep {

Result<BlobRef> Fresh::put(QByteArrayView plain) {
    auto kept = m_vault.put(plain);
    if (kept) {
        m_names.push_back(kept->name);
        return kept;
    }
    for (const QByteArray &name : m_names) {
        if (const auto gone = m_vault.erase(name); !gone)
            qWarning("a leftover could not be removed: %s", qPrintable(gone.error().detail));
    }
    m_names.clear();
    return kept;
}

} // namespace inkstep
