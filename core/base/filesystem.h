#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

namespace inkstep {

// A file being written that nobody sees until commit(). Dropped without commit, it leaves nothing behind.
class StagedFile {
public:
    virtual ~StagedFile() = default;
    virtual Status write(QByteArrayView bytes) = 0;
    // Brings to the disk what was written so far, for who has other work before the name is known. commit()
    // makes sure of it in any case.
    virtual Status sync() { return {}; }
    // Durably under its name when this returns success: bytes synced, renamed, folder synced, each checked.
    virtual Status commit(const QString &finalPath) = 0;
};

struct FileEntry {
    QString name;
    qint64 size = 0;
    bool folder = false;
};

// The file system as Inkstep uses it. Tests replace it to fail, tear or crash at any step.
class FileSystem {
public:
    virtual ~FileSystem() = default;

    virtual Result<QByteArray> read(const QString &path,
                                    qint64 limit = 512ll << 20) = 0; // TooLarge over the limit
    virtual Result<std::unique_ptr<StagedFile>> stage(const QString &folder) = 0;
    virtual Result<std::vector<FileEntry>> list(const QString &folder) = 0; // NotFound if it is not there
    virtual Status makeFolder(const QString &path) = 0; // with parents, durably; exists is success
    // Absent is success. A power cut may bring it back, until its folder has been settled.
    virtual Status remove(const QString &path) = 0;
    virtual Status settle(const QString &folder) = 0; // absent is success
    virtual bool exists(const QString &path) = 0;
    virtual qint64 size(const QString &path) = 0; // -1 if it is not there

    // How many calls may be under way at the same time, each from a thread of its own.
    virtual int atOnce() const { return 1; }

    // Durable save of a small file in one call.
    Status save(const QString &path, QByteArrayView bytes);
};

class SystemFiles final : public FileSystem {
public:
    Result<QByteArray> read(const QString &path, qint64 limit) override;
    Result<std::unique_ptr<StagedFile>> stage(const QString &folder) override;
    Result<std::vector<FileEntry>> list(const QString &folder) override;
    Status makeFolder(const QString &path) override;
    Status remove(const QString &path) override;
    Status settle(const QString &folder) override;
    bool exists(const QString &path) override;
    qint64 size(const QString &path) override;
    int atOnce() const override { return 4; }
};

// Prefix of files that are being written; whoever lists a folder passes them over, whoever opens it may sweep
// them.
inline constexpr QLatin1StringView stagedPrefix{".part-"};

} // namespace inkstep
