#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace inkstep {

// What went wrong, as classes the program and a person can act on. Causes that call for the same
// action share a code; the detail is for the log and for support, never shown alone.
enum class ErrorCode {
    Failed,             // none of the others
    NotFound,           // a file, an entity or a folder that should be there is not
    NoPermission,       // the system refused
    DiskFull,           // no room left on the device named by path
    ReadFailed,         // the device reported an error while reading
    WriteFailed,        // the device reported an error while writing or syncing
    Damaged,            // bytes are not what was written: a hash, a seal or a signature does not fit
    WrongKey,           // sealed with another key
    TooLarge,           // over a stated bound
    NotAPicture,        // no picture in a format we read
    BadInput,           // text or a file a person gave cannot be used
    BadCode,            // a join code is mistyped, cut or already used
    BadWords,           // six words from paper are mistyped, or open nothing here
    Ambiguous,          // a name fits more than one
    WrongStore,         // a folder holds another notebook, or is not a store
    NotAStore,          // a folder holds something else
    Unreachable,        // the folder or server is not there now
    NewerVersion,       // written by a newer Inkstep
    InUse,              // another Inkstep has this profile open
    NotConnected,       // no folder or server set
    Cancelled,          // a person stopped it
    PasswordNeeded,     // a server wants a name and password it knows
    UnknownCertificate, // a server's certificate nobody vouches for; the detail is its fingerprint
    ServerTrouble,      // a server answers in a way that cannot be used; the detail says what it did
    Removed,            // the notebook's other devices have taken this one out
    Copied,             // a copy of this device writes too; this one goes on under a name of its own
    UsedTwice,          // another device's profile was used on two tablets; each counts as one now
    NoKeyYet,           // the others write under a newer key, which this device has not been given
    StoreMissing,       // the folder is there, but nothing of this notebook is in it: a stick that is out
    ServerBusy,         // a server says: not now
    CertificateChanged, // a server shows another certificate than the accepted one; the detail is its
                        // fingerprint
};

struct Error {
    ErrorCode code = ErrorCode::Failed;
    QString detail;  // for the log: what was tried, the system's own words
    QString subject; // what it is about, as a person would name it: a file's path, a student's name

    bool operator==(const Error &) const = default;
};

template<class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> failure(ErrorCode code, QString detail = {}, QString subject = {}) {
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(subject)});
}

// Hands an error of one Result on as the error of another.
template<class T>
tl::unexpected<Error> passOn(const Result<T> &failed) {
    return tl::unexpected<Error>(failed.error());
}

// The one place that turns an Error into words for a person: what happened, what is safe, what to do.
struct ErrorWords {
    QString happened;
    QString safe;
    QString todo;
    QString sentence() const; // the three, joined
};
ErrorWords wordsFor(const Error &error);

// The error a failed system call stands for. `errorNumber` is errno.
Error systemError(int errorNumber, const QString &detail, const QString &subject);

} // namespace inkstep
