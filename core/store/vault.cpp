#include "store/vault.h"

#include "crypto/crypto.h"

#include <QFileInfo>

namespace inkstep {

Vault::Vault(QString folder, FileSystem &files, Random &random)
    : m_folder(std::move(folder)), m_files(files), m_random(random) {}

// Sixteen folders: few enough to be there before the first shutter, enough for tens of thousands of pictures.
QString Vault::path(const QByteArray &name) const {
    const QString hex = QString::fromLatin1(name.toHex());
    return m_folder + QStringLiteral("/blobs/") + hex.first(1) + QLatin1Char('/') + hex;
}

QString Vault::derivedPath(const BlobRef &of, const QByteArray &role) const {
    const QString hex = QString::fromLatin1(of.name.toHex());
    return m_folder + QStringLiteral("/derived/") + hex.first(1) + QLatin1Char('/') + hex + QLatin1Char('.') +
           QString::fromLatin1(role);
}

Status Vault::prepare() {
    for (int i = 0; i < 16; ++i) {
        const QString folder = m_folder + QStringLiteral("/blobs/%1").arg(i, 1, 16);
        if (const auto made = m_files.makeFolder(folder); !made)
            return made;
    }
    return {};
}

Result<BlobRef> Vault::put(QByteArrayView plain) {
    // Staged beside the folders it may go to: its name is known only when the last byte is sealed.
    const QString blobs = m_folder + QStringLiteral("/blobs");
    if (const auto made = m_files.makeFolder(blobs); !made)
        return passOn(made);
    auto staged = m_files.stage(blobs);
    if (!staged)
        return passOn(staged);
    const auto ref = sealBlob(plain, m_random, [&](QByteArrayView piece) { return (*staged)->write(piece); });
    if (!ref)
        return passOn(ref);
    const QString final = path(ref->name);
    if (const auto made = m_files.makeFolder(QFileInfo(final).path()); !made)
        return passOn(made);
    if (const auto kept = (*staged)->commit(final); !kept)
        return passOn(kept);
    return *ref;
}

Result<QByteArray> Vault::get(const BlobRef &ref) const {
    if (ref.isNull())
        return failure(ErrorCode::NotFound, QStringLiteral("no picture is named"));
    const auto bytes = sealed(ref.name);
    if (!bytes)
        return passOn(bytes);
    return openBlob(*bytes, ref);
}

bool Vault::has(const QByteArray &name) const {
    return m_files.exists(path(name));
}

Result<QByteArray> Vault::sealed(const QByteArray &name) const {
    return m_files.read(path(name));
}

Status Vault::adopt(const QByteArray &name, QByteArrayView sealedBytes) {
    if (blobHash(sealedBytes) != name)
        return failure(ErrorCode::Damaged, QStringLiteral("a received picture"));
    const QString final = path(name);
    if (const auto made = m_files.makeFolder(QFileInfo(final).path()); !made)
        return made;
    return m_files.save(final, sealedBytes);
}

Result<std::vector<QByteArray>> Vault::names() const {
    std::vector<QByteArray> names;
    const QString blobs = m_folder + QStringLiteral("/blobs");
    const auto folders = m_files.list(blobs);
    if (!folders)
        return folders.error().code == ErrorCode::NotFound ? Result<std::vector<QByteArray>>(names)
                                                           : passOn(folders);
    for (const FileEntry &folder : *folders) {
        if (!folder.folder)
            continue;
        const auto files = m_files.list(blobs + QLatin1Char('/') + folder.name);
        if (!files)
            return passOn(files);
        for (const FileEntry &file : *files) {
            const QByteArray name = QByteArray::fromHex(file.name.toLatin1());
            if (name.size() == 32 && file.name.size() == 64)
                names.push_back(name);
        }
    }
    return names;
}

Status Vault::keepDerived(const BlobRef &of, const QByteArray &role, QByteArrayView plain) {
    const QString final = derivedPath(of, role);
    if (const auto made = m_files.makeFolder(QFileInfo(final).path()); !made)
        return made;
    return m_files.save(final, sealSmall(plain, deriveKey(of.key, role), m_random));
}

Result<QByteArray> Vault::derived(const BlobRef &of, const QByteArray &role) const {
    const auto bytes = m_files.read(derivedPath(of, role));
    if (!bytes)
        return passOn(bytes);
    return openSmall(*bytes, deriveKey(of.key, role));
}

} // namespace inkstep
