#pragma once

#include "sync/remote/remote.h"

#include <mutex>

namespace inkstep {

// A folder: on a USB stick, a network share, the local side of a cloud drive. The folder itself is never
// made: when it is gone the stick is out or the share is away, and making it would write the notebook onto
// the wrong disk.
class FolderRemote final : public Remote {
public:
    FolderRemote(QString root, FileSystem &files) : m_root(std::move(root)), m_files(files) {}

    Result<std::vector<RemoteEntry>> list(const QString &folder) override;
    Result<QByteArray> read(const QString &path, qint64 limit) override;
    Status write(const QString &path, QByteArrayView bytes) override;
    Status replace(const QString &path, QByteArrayView bytes) override;
    Status remove(const QString &path) override;
    Result<bool> has(const QString &path, qint64 size) override;
    QString place() const override { return m_root; }
    int atOnce() const override { return m_files.atOnce(); }

private:
    QString full(const QString &path) const { return m_root + QLatin1Char('/') + path; }
    Status there() const;
    Status put(const QString &path, QByteArrayView bytes);
    // An error below the root while the root is gone is the root's: Unreachable.
    Error explained(Error error) const;

    QString m_root;
    FileSystem &m_files;
    std::mutex m_making;
};

} // namespace inkstep
