#include "store/vault.h"

#include "crypto/crypto.h"

#include <QFileInfo>

namespace inkstep {

Vault::Vault(QString folder, FileSystem &files, Random &random)
    : m_folder(std::move(folder)), m_files(files), m_random(random) {}

// Sixteen folders: few enough to be there before the first shutter, enough for tens of thousands of pictures.
QString Vault::path(const QByteArray &name) const {
    const QString hex = QString::fromLatin1(name.toHex());
    return pictures() + QLatin1Char('/') + hex.first(1) + QLatin1Char('/') + hex;
}

QString Vault::derivedPath(const BlobRef &of, const QByteArray &role) const {
    const QString hex = QString::fromLatin1(of.name.toHex());
    return derivatives() + QLatin1Char('/') + hex.first(1) + QLatin1Char('/') + hex + QLatin1Char('.') +
           QString::fromLatin1(role);
}

Status Vault::prepare() {
    for (int i = 0; i < 16; ++i) {
        const QString folder = pictures() + QStringLiteral("/%1").arg(i, 1, 16);
        if (const auto made = m_files.makeFolder(folder); !made)
            return made;
    }
    return {};
}

void Vault::sweep() {
    for (const QString &root : {pictures(), derivatives(), m_folder + QStringLiteral("/spoken")}) {
        const auto entries = m_files.list(root);
        if (!entries)
            continue; // nothing was kept yet
        for (const FileEntry &entry : *entries) {
            if (entry.folder || !entry.name.startsWith(stagedPrefix))
                continue;
            if (const auto removed = m_files.remove(root + QLatin1Char('/') + entry.name); !removed)
                qWarning("a leftover could not be removed: %s", qPrintable(removed.error().detail));
        }
    }
}

// Files are staged beside the folders they go to, so there is one place to look for leftovers.
Result<std::unique_ptr<StagedFile>> Vault::stage(const QString &root) {
    if (const auto made = m_files.makeFolder(root); !made)
        return passOn(made);
    return m_files.stage(root);
}

Status Vault::keep(StagedFile &staged, const QString &final) {
    if (const auto made = m_files.makeFolder(QFileInfo(final).path()); !made)
        return made;
    return staged.commit(final);
}

Result<BlobRef> Vault::put(QByteArrayView plain) {
    auto staged = stage(pictures());
    if (!staged)
        return passOn(staged);
    const auto ref = sealBlob(plain, m_random, [&](QByteArrayView sealed) {
        const auto written = (*staged)->write(sealed);
        return written ? (*staged)->sync() : written; // the disk works while the name is worked out
    });
    if (!ref)
        return passOn(ref);
    if (const auto kept = keep(**staged, path(ref->name)); !kept)
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
    auto staged = stage(pictures());
    if (!staged)
        return passOn(staged);
    if (const auto written = (*staged)->write(sealedBytes); !written)
        return written;
    return keep(**staged, path(name));
}

Status Vault::erase(const QByteArray &name) {
    const QString hex = QString::fromLatin1(name.toHex());
    const QString folder = derivatives() + QLatin1Char('/') + hex.first(1);
    if (const auto derived = m_files.list(folder)) {
        for (const FileEntry &file : *derived) {
            if (!file.name.startsWith(hex))
                continue;
            if (const auto gone = m_files.remove(folder + QLatin1Char('/') + file.name); !gone)
                return gone;
        }
        if (const auto settled = m_files.settle(folder); !settled)
            return settled;
    }
    const QString file = path(name);
    if (const auto gone = m_files.remove(file); !gone)
        return gone;
    return m_files.settle(QFileInfo(file).path());
}

Result<std::vector<QByteArray>> Vault::names() const {
    std::vector<QByteArray> names;
    const QString blobs = pictures();
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
    auto staged = stage(derivatives());
    if (!staged)
        return passOn(staged);
    if (const auto written = (*staged)->write(sealSmall(plain, deriveKey(of.key, role), m_random)); !written)
        return written;
    return keep(**staged, derivedPath(of, role));
}

Result<QByteArray> Vault::derived(const BlobRef &of, const QByteArray &role) const {
    const auto bytes = m_files.read(derivedPath(of, role));
    if (!bytes)
        return passOn(bytes);
    return openSmall(*bytes, deriveKey(of.key, role));
}

QString Vault::piecePath(int number) const {
    return m_folder + QStringLiteral("/spoken/%1").arg(number);
}

Status Vault::keepPiece(int number, const QByteArray &key, QByteArrayView context, QByteArrayView plain) {
    const QString final = piecePath(number);
    if (const auto made = m_files.makeFolder(QFileInfo(final).path()); !made)
        return made;
    return m_files.save(final, sealSmall(plain, key, m_random, context));
}

Result<QByteArray> Vault::piece(int number, const QByteArray &key, QByteArrayView context) const {
    const auto bytes = m_files.read(piecePath(number));
    return bytes ? openSmall(*bytes, key, context) : passOn(bytes);
}

int Vault::pieces() const {
    int number = 0;
    while (m_files.exists(piecePath(number)))
        ++number;
    return number;
}

Status Vault::dropPieces() {
    for (int number = pieces() - 1; number >= 0; --number) {
        if (const auto removed = m_files.remove(piecePath(number)); !removed)
            return removed;
    }
    return {};
}

} // namespace inkstep
