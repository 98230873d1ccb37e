#pragma once

#include "base/filesystem.h"
#include "base/id.h"
#include "crypto/keypairs.h"

#include <QCborMap>
#include <vector>

namespace inkstep {

// Names an epoch. Two made unseen of each other differ in the device.
struct EpochName {
    quint32 number = 0; // from 1
    // Its maker's mark, new for each: two who make the same number unseen of each other, be they copies of
    // one profile, make two epochs.
    Id mark;
    bool operator==(const EpochName &) const = default;
};

// The key everything of one epoch is sealed under. Who has it can read; who has it not cannot.
struct EpochKey {
    EpochName name;
    Secret key; // 32 bytes
    bool operator==(const EpochKey &) const = default;
};

// A device, and the key its files are signed with.
struct Member {
    Id device;
    QByteArray signingKey; // 32 bytes, public
    bool operator==(const Member &) const = default;
};

// What one device keeps secret for one notebook, and whom it trusted first.
struct NotebookKeys {
    Id notebook;
    Id device;
    SigningKey signing;
    BoxKey box;
    std::vector<EpochKey> epochs; // the last one is current
    Member founder;               // where the chain of invites begins
    Id invite;                    // the invite this device joined by; null for the founder
    QCborMap unknown;             // of a newer Inkstep; kept

    const EpochKey *epoch(const EpochName &name) const; // null if it is not held
    const EpochKey &current() const { return epochs.back(); }
};

// Keys for a notebook begun on this device: its founder, in the first epoch.
NotebookKeys foundKeys(const Id &notebook, const Id &device, Random &random);

// The `keys` file. Written durably and readable by its owner only (where the file system knows owners).
Status saveKeys(FileSystem &files, const QString &path, const NotebookKeys &keys);
// NotFound; Damaged (its checksum does not fit); NewerVersion.
Result<NotebookKeys> loadKeys(FileSystem &files, const QString &path);

} // namespace inkstep
