#pragma once

#include "store/profile.h"

#include <functional>

namespace inkstep {

// A notebook in one file, for who has connected nothing and for a drawer: everything of it, sealed, opened by
// words that are made for this one file. It is what a profile's folder holds: put back, the notebook goes on
// as the same device, or takes a new name when it finds that this one went on elsewhere. What is erased later
// is in an older file still: say so where one is made.
//
// 8 bytes "INKS", 'B', version, 0, 0; 24 bytes of the words' parameters; 80 bytes: the file's key, sealed to
// the words' box key; then records: a kind's letter, 8 bytes of length (big endian), 32 bytes BLAKE2b-256 of
// the content, the content. 'i': CBOR {0: notebook, 1: its name}; 'k': the key file; 'd': the database; each
// a secretstream under the file's key, bound to its letter. 'p': a picture as it lies sealed in the vault,
// its name the hash. 'z', last: the hash of everything before it, as a secretstream, so that nothing can be
// left out.
struct Backup {
    QString words;
    int pictures = 0;
    int missing = 0; // pictures that are not on this device, or damaged here
};

// Called with bytes done and all there are.
using BackupProgress = std::function<void(qint64 done, qint64 total)>;

// Durable when it returns success, and under its name only then; what was there before stays until then.
// DiskFull, NoPermission, WriteFailed, Cancelled.
Result<Backup> writeBackup(Notebook &notebook, Store::Parts parts, const QString &file,
                           const BackupProgress &progress = {}, const std::function<bool()> &cancelled = {});

// Puts a notebook back into a profile that does not hold it. Nothing of it shows before all of it is there,
// and nothing is left after a failure. BadWords: mistyped words; WrongKey: words of another file; Damaged:
// cut or changed; BadInput: not such a file; NewerVersion; InUse: the notebook is in the profile already;
// NotFound, DiskFull, Cancelled.
Result<Notebook *> restoreBackup(Profile &profile, Store::Parts parts, const QString &file,
                                 const QString &words, const BackupProgress &progress = {},
                                 const std::function<bool()> &cancelled = {});

} // namespace inkstep
