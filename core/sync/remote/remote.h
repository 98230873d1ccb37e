// Places a notebook syncs to, as the dumb stores they are: list, read, write a new file, replace the head,
// delete. In: relative paths with forward slashes, and bytes. Out: the same, or an Error. No locks, no
// modification times, nothing conditional is relied on; whoever reads checks hashes and signatures.
#pragma once

#include "base/error.h"
#include "base/filesystem.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace inkstep {

struct RemoteEntry {
    QString name; // without its folder
    qint64 size = 0;
    bool folder = false;
    bool operator==(const RemoteEntry &) const = default;
};

class Remote {
public:
    virtual ~Remote() = default;

    // What lies in a folder, files that are still being written left out. A folder that is not there is
    // empty; a place that is not there is Unreachable.
    virtual Result<std::vector<RemoteEntry>> list(const QString &folder) = 0;
    // NotFound, TooLarge over `limit` bytes, Unreachable, NoPermission, ReadFailed.
    virtual Result<QByteArray> read(const QString &path, qint64 limit) = 0;
    // A file nobody else writes, under a name that is its own hash or number: whole or not there. Writing it
    // again is success. DiskFull, NoPermission, Unreachable, WriteFailed.
    virtual Status write(const QString &path, QByteArrayView bytes) = 0;
    // The same for the one file that is replaced.
    virtual Status replace(const QString &path, QByteArrayView bytes) = 0;
    virtual Status remove(const QString &path) = 0; // absent is success
    // How a person knows the place: a folder's path, a server's address.
    virtual QString place() const = 0;
};

// What an error asks for: try again by itself, ask a person for access, go on with small things and say the
// place is full, or stop and ask.
enum class Trouble { Passing, Permission, Full, WrongStore };
Trouble troubleOf(const Error &error);

} // namespace inkstep
