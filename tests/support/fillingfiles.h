#pragma once

#include "base/filesystem.h"

#include <atomic>

namespace inkstep::test {

// The disk, with room for so many pictures and no more.
class FillingFiles final : public FileSystem {
public:
    Result<QByteArray> read(const QString &path, qint64 limit) override { return m_disk.read(path, limit); }
    Result<std::unique_ptr<StagedFile>> stage(const QString &folder) override {
        if (folder.contains(QLatin1StringView("/blobs")) && room-- <= 0)
            return failure(ErrorCode::DiskFull, QStringLiteral("full"), folder);
        return m_disk.stage(folder);
    }
    Result<std::vector<FileEntry>> list(const QString &folder) override { return m_disk.list(folder); }
    Status makeFolder(const QString &path) override { return m_disk.makeFolder(path); }
    Status remove(const QString &path) override { return m_disk.remove(path); }
    Status settle(const QString &folder) override { return m_disk.settle(folder); }
    bool exists(const QString &path) override { return m_disk.exists(path); }
    qint64 size(const QString &path) override { return m_disk.size(path); }

    std::atomic<int> room = 1000;

private:
    SystemFiles m_disk;
};

} // namespace inkstep::test
