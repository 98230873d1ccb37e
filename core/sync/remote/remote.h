// Places a notebook syncs to, as the dumb stores they are: list, read, write a new file, replace the head,
// delete. In: relative paths with forward slashes, and bytes. Out: the same, or an Error. No locks, no
// modification times, nothing conditional is relied on; whoever reads checks hashes and signatures.
#pragma once

#include "base/error.h"
#include "base/filesystem.h"

#include <QByteArray>
#include <QString>
#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace inkstep {

struct RemoteEntry {
    QString name; // without its folder
    qint64 size = 0;
    bool folder = false;
    bool operator==(const RemoteEntry &) const = default;
};

// Long transfers, watched: told of bytes as they really go or come, asked whether to stop. Both are called
// from any thread, often, and never at the same time as themselves for one file.
struct TransferWatch {
    // So far, of the file at `path`; begins at 0 again when it is tried again.
    std::function<void(const QString &path, qint64 bytes)> moved;
    std::function<bool()> cancelled;
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
    // Whether a file of this size is there; a cheap look, for not sending again what a cut run had sent.
    virtual Result<bool> has(const QString &path, qint64 size) = 0;
    // How a person knows the place: a folder's path, a server's address.
    virtual QString place() const = 0;

    // Makes the place itself where it can be made: on a person's word only, who has just named it. A folder
    // is never made (the stick may be out); a server's is.
    virtual Status makePlace() { return {}; }
    // From the next call on; then a call may also end with Cancelled. A remote that moves a file in one step
    // need not tell of parts of it.
    virtual void watch(TransferWatch) {}
    // Whether each call takes a way there and back, so that many small ones are slow.
    virtual bool distant() const { return false; }
    // How many calls may be under way at the same time, each from a thread of its own.
    virtual int atOnce() const { return 1; }
    // This device's clock less the place's, where the place has told its own.
    virtual std::optional<std::chrono::seconds> clockAhead() const { return std::nullopt; }
};

// What an error asks for: try again by itself, ask a person for access, go on with small things and say the
// place is full, or stop and ask.
enum class Trouble { Passing, Permission, Full, WrongStore };
Trouble troubleOf(const Error &error);

} // namespace inkstep
