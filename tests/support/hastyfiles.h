#pragma once

#include "base/filesystem.h"

#include <QFile>

namespace inkstep::test {

// Writes without syncing; everything else as the system does.
class HastyFiles final : public FileSystem {
public:
    Result<QByteArray> read(const QString &path, qint64 limit) override { return m_system.read(path, limit); }
    Result<std::unique_ptr<StagedFile>> stage(const QString &folder) override {
        return std::make_unique<Hasty>(folder);
    }
    Result<std::vector<FileEntry>> list(const QString &folder) override { return m_system.list(folder); }
    Status makeFolder(const QString &path) override { return m_system.makeFolder(path); }
    Status remove(const QString &path) override { return m_system.remove(path); }
    Status settle(const QString &) override { return {}; }
    bool exists(const QString &path) override { return m_system.exists(path); }
    qint64 size(const QString &path) override { return m_system.size(path); }

private:
    struct Hasty final : StagedFile {
        explicit Hasty(const QString &) {}
        Status write(QByteArrayView bytes) override {
            held.append(bytes);
            return {};
        }
        Status commit(const QString &path) override {
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(held) != held.size())
                return failure(ErrorCode::WriteFailed, {}, path);
            return {};
        }
        QByteArray held;
    };
    SystemFiles m_system;
};

} // namespace inkstep::test
