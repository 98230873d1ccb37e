#include "sync/remote/folderremote.h"

#include <QFileInfo>

namespace inkstep {

Status FolderRemote::there() const {
    if (!m_files.exists(m_root))
        return failure(ErrorCode::Unreachable, QStringLiteral("no such folder"), m_root);
    return {};
}

Error FolderRemote::explained(Error error) const {
    if (!m_files.exists(m_root))
        return {ErrorCode::Unreachable, error.detail, m_root};
    error.subject = m_root; // a person knows the folder they chose, not the files in it
    return error;
}

Result<std::vector<RemoteEntry>> FolderRemote::list(const QString &folder) {
    if (const auto present = there(); !present)
        return passOn(present);
    const auto found = m_files.list(full(folder));
    std::vector<RemoteEntry> entries;
    if (!found) {
        const Error error = explained(found.error());
        if (error.code == ErrorCode::NotFound)
            return entries;
        return tl::unexpected(error);
    }
    for (const FileEntry &entry : *found) {
        if (!entry.name.startsWith(stagedPrefix))
            entries.push_back({entry.name, entry.size, entry.folder});
    }
    return entries;
}

Result<QByteArray> FolderRemote::read(const QString &path, qint64 limit) {
    if (const auto present = there(); !present)
        return passOn(present);
    auto bytes = m_files.read(full(path), limit);
    if (!bytes)
        return tl::unexpected(explained(bytes.error()));
    return bytes;
}

Status FolderRemote::put(const QString &path, QByteArrayView bytes) {
    if (const auto present = there(); !present)
        return present;
    const QString file = full(path);
    {
        // Who finds a folder that another is just making must not count it as lasting before that one has.
        const std::lock_guard lock(m_making);
        if (const auto made = m_files.makeFolder(QFileInfo(file).path()); !made)
            return tl::unexpected(explained(made.error()));
    }
    if (const auto saved = m_files.save(file, bytes); !saved)
        return tl::unexpected(explained(saved.error()));
    return {};
}

Status FolderRemote::write(const QString &path, QByteArrayView bytes) {
    // A file of the right length under an immutable name is the one that is wanted; a torn one is written
    // anew.
    if (there() && m_files.size(full(path)) == bytes.size()) {
        const auto present = m_files.read(full(path), bytes.size());
        if (present && QByteArrayView(*present) == bytes)
            return {};
    }
    return put(path, bytes);
}

Status FolderRemote::replace(const QString &path, QByteArrayView bytes) {
    return put(path, bytes);
}

Result<bool> FolderRemote::has(const QString &path, qint64 size) {
    if (const auto present = there(); !present)
        return passOn(present);
    return m_files.size(full(path)) == size;
}

Status FolderRemote::remove(const QString &path) {
    if (const auto present = there(); !present)
        return present;
    const QString file = full(path);
    if (const auto removed = m_files.remove(file); !removed)
        return tl::unexpected(explained(removed.error()));
    // What was erased must not lie there again after a power cut: nobody would look for it any more.
    if (const auto settled = m_files.settle(QFileInfo(file).path()); !settled)
        return tl::unexpected(explained(settled.error()));
    return {};
}

} // namespace inkstep
