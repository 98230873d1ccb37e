#include "base/filesystem.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QUuid>
#include <cerrno>
#include <optional>
#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace inkstep {

namespace {

Error fileError(const QFileDevice &file, const QString &doing) {
    const int number = errno;
    switch (file.error()) {
    case QFileDevice::PermissionsError:
        return {ErrorCode::NoPermission, doing + file.errorString(), file.fileName()};
    case QFileDevice::ResourceError:
    case QFileDevice::WriteError:
    case QFileDevice::OpenError:
        return systemError(number, doing + file.errorString(), file.fileName());
    case QFileDevice::ReadError:
        return {ErrorCode::ReadFailed, doing + file.errorString(), file.fileName()};
    default:
        return {ErrorCode::Failed, doing + file.errorString(), file.fileName()};
    }
}

// fsync, checked. QSaveFile ignores a failed sync and leaves the folder unsynced, so it is not used.
Status syncFile(QFile &file) {
#ifdef Q_OS_WIN
    if (!FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()))))
        return failure(ErrorCode::WriteFailed, QStringLiteral("FlushFileBuffers"), file.fileName());
#else
    if (::fsync(file.handle()) != 0)
        return tl::unexpected(systemError(errno, QStringLiteral("fsync"), file.fileName()));
#endif
    return {};
}

Status syncFolder([[maybe_unused]] const QString &folder) {
#ifndef Q_OS_WIN
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return tl::unexpected(systemError(errno, QStringLiteral("open folder"), folder));
    const int failed = ::fsync(handle) == 0 ? 0 : errno;
    ::close(handle);
    // Some network and removable file systems cannot sync a folder and say so; the rename is all they offer.
    if (failed != 0 && failed != EINVAL && failed != ENOTSUP)
        return tl::unexpected(systemError(failed, QStringLiteral("fsync folder"), folder));
#endif
    return {};
}

class SystemStagedFile final : public StagedFile {
public:
    explicit SystemStagedFile(const QString &path) : m_file(path) {}
    ~SystemStagedFile() override {
        if (!m_committed) {
            m_file.close();
            m_file.remove();
        }
    }

    Status open() {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
            return tl::unexpected(fileError(m_file, QStringLiteral("create: ")));
        return {};
    }

    Status write(QByteArrayView bytes) override {
        if (m_sync && *m_sync)
            m_sync.reset();
        // A disk that fills up takes a part, and says why only when it is asked to take the rest.
        for (qint64 taken = 0; taken < bytes.size();) {
            const qint64 more = m_file.write(bytes.data() + taken, bytes.size() - taken);
            if (more <= 0)
                return tl::unexpected(fileError(m_file, QStringLiteral("write: ")));
            taken += more;
        }
        return {};
    }

    Status sync() override {
        if (!m_sync)
            m_sync = syncFile(m_file);
        return *m_sync;
    }

    Status commit(const QString &finalPath) override {
        if (const auto synced = sync(); !synced)
            return synced;
        m_file.close();
#ifdef Q_OS_WIN
        if (!MoveFileExW(reinterpret_cast<LPCWSTR>(QDir::toNativeSeparators(m_file.fileName()).utf16()),
                         reinterpret_cast<LPCWSTR>(QDir::toNativeSeparators(finalPath).utf16()),
                         MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
            return failure(ErrorCode::WriteFailed, QStringLiteral("rename"), finalPath);
#else
        if (::rename(QFile::encodeName(m_file.fileName()).constData(),
                     QFile::encodeName(finalPath).constData()) != 0)
            return tl::unexpected(systemError(errno, QStringLiteral("rename"), finalPath));
#endif
        m_committed = true;
        return syncFolder(QFileInfo(finalPath).path());
    }

private:
    QFile m_file;
    std::optional<Status>
        m_sync; // of all that is written; once failed it stays so: a second one hides the loss
    bool m_committed = false;
};

} // namespace

Status FileSystem::save(const QString &path, QByteArrayView bytes) {
    auto staged = stage(QFileInfo(path).path());
    if (!staged)
        return passOn(staged);
    if (const auto written = (*staged)->write(bytes); !written)
        return written;
    return (*staged)->commit(path);
}

Result<QByteArray> SystemFiles::read(const QString &path, qint64 limit) {
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return failure(ErrorCode::NotFound, QStringLiteral("read"), path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(fileError(file, QStringLiteral("open: ")));
    if (file.size() > limit)
        return failure(ErrorCode::TooLarge,
                       QCoreApplication::translate("Error", "At most %1 fit.")
                           .arg(QLocale().formattedDataSize(limit, 0, QLocale::DataSizeTraditionalFormat)),
                       path);
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError || bytes.size() != file.size())
        return failure(ErrorCode::ReadFailed, file.errorString(), path);
    return bytes;
}

Result<std::unique_ptr<StagedFile>> SystemFiles::stage(const QString &folder) {
    auto staged = std::make_unique<SystemStagedFile>(folder + QLatin1Char('/') + stagedPrefix +
                                                     QUuid::createUuid().toString(QUuid::Id128));
    if (const auto opened = staged->open(); !opened)
        return passOn(opened);
    return staged;
}

Result<std::vector<FileEntry>> SystemFiles::list(const QString &folder) {
    const QDir dir(folder);
    if (!dir.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("list"), folder);
    if (!dir.isReadable())
        return failure(ErrorCode::NoPermission, QStringLiteral("list"), folder);
    std::vector<FileEntry> entries;
    for (const QFileInfo &info :
         dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name))
        entries.push_back({info.fileName(), info.size(), info.isDir()});
    return entries;
}

Status SystemFiles::makeFolder(const QString &path) {
    const QFileInfo info(path);
    if (info.isDir())
        return {};
    errno = 0;
    if (!QDir().mkpath(path)) {
        Error error = systemError(errno, QStringLiteral("mkdir"), path);
        // A file in the way, or a place that takes no folders: what is missing is leave to be there.
        if (error.code == ErrorCode::NotFound || error.code == ErrorCode::Failed)
            error.code = ErrorCode::NoPermission;
        return tl::unexpected(error);
    }
    return syncFolder(info.path());
}

Status SystemFiles::remove(const QString &path) {
    errno = 0;
    QFile file(path);
    if (!file.exists() || file.remove())
        return {};
    return tl::unexpected(systemError(errno, QStringLiteral("remove"), path));
}

Status SystemFiles::settle(const QString &folder) {
    const auto settled = syncFolder(folder);
    return settled || settled.error().code == ErrorCode::NotFound ? Status() : settled;
}

bool SystemFiles::exists(const QString &path) {
    return QFileInfo::exists(path);
}

qint64 SystemFiles::size(const QString &path) {
    const QFileInfo info(path);
    return info.isFile() ? info.size() : -1;
}

} // namespace inkstep
