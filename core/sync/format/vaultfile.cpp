#include "sync/format/vaultfile.h"

#include <QJsonDocument>

namespace inkstep::vaultfile {

namespace {
const QString formatField = QStringLiteral("inkstep");
const QString notebookField = QStringLiteral("notebook");
} // namespace

QByteArray write(const VaultFile &vault) {
    QJsonObject object = vault.unknown;
    object[formatField] = format;
    object[notebookField] = idText(vault.notebook);
    return QJsonDocument(object).toJson();
}

Result<VaultFile> read(const QByteArray &bytes) {
    QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const int version = object.take(formatField).toInt();
    VaultFile vault{idFromText(object.take(notebookField).toString()), object};
    if (bytes.size() > limit || version < 1)
        return failure(ErrorCode::NotAStore, QStringLiteral("vault.json"));
    if (version > format)
        return failure(ErrorCode::NewerVersion, QStringLiteral("vault.json: %1").arg(version));
    if (vault.notebook.isNull())
        return failure(ErrorCode::NotAStore, QStringLiteral("vault.json: notebook"));
    return vault;
}

} // namespace inkstep::vaultfile
