#pragma once

#include "crypto/notebookkeys.h"
#include "sync/remote/remote.h"

#include <functional>
#include <map>
#include <set>

namespace inkstep {

// What is wrong with a file of a store.
enum class FileFault {
    Damaged, // not what its writer wrote: a hash, a seal or a signature does not fit
    Missing, // its writer's own words name it, and it is not there
    Forged,  // of a device that is not in the notebook, or signed with a key that is not its device's
    Refused, // of a device that was taken out, from after that
};

struct FileTrouble {
    QString path; // in the notebook's store
    FileFault fault = FileFault::Damaged;
    bool standsIn = false; // another device has laid the same file beside it: nothing is lost
    bool repaired = false;
    std::vector<QString> could; // where it cannot be repaired here: tablets that may, as they call themselves
};

struct StoreCheck {
    qint64 files = 0; // that were looked at and are whole
    qint64 bundles = 0;
    qint64 pictures = 0;
    qint64 unfinished = 0; // of large pictures, pieces that are still on their way
    std::vector<FileTrouble> wrong;
    std::set<QByteArray> pictureNames; // of those that are whole
};

// What is known of a device before its store is looked at.
struct KnownDevice {
    QByteArray signingKey;
    quint64 limit = ~quint64(0); // last operation that counts: it was taken out after that
};

// Reads every file of one notebook's store. Without keys: hashes, chains and signatures, each by the key that
// its device's card names. `known` is what a member knows (a device that is not in it, and that no member has
// let in since, is forged), null without a profile; `keys` opens what can be opened, null without. `at` is
// told each path before it is read. Unreachable, ReadFailed; NewerVersion without `known` only: a store never
// changes its version, so a member knows better.
Result<StoreCheck> checkStore(Remote &remote, const Id &notebook,
                              const std::map<Id, KnownDevice> *known = nullptr,
                              const NotebookKeys *keys = nullptr,
                              const std::function<void(const QString &)> &at = {});

} // namespace inkstep
