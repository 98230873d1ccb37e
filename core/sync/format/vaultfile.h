#pragma once

#include "base/error.h"
#include "base/id.h"

#include <QJsonObject>

namespace inkstep {

// vault.json: says what a folder is, to a person and to Inkstep. Written once. Nothing about people.
struct VaultFile {
    Id notebook;
    QJsonObject unknown;
};

namespace vaultfile {
inline constexpr int format = 1;
inline constexpr qsizetype limit = 64 << 10;

QByteArray write(const VaultFile &vault);
// NotAStore: it is something else; NewerVersion.
Result<VaultFile> read(const QByteArray &bytes);
} // namespace vaultfile

} // namespace inkstep
