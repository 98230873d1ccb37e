#pragma once

#include "crypto/notebookkeys.h"
#include "model/operation.h"
#include "sync/format/names.h"

namespace inkstep {

// An invite as its maker's head tells of it: open while nobody answered.
struct InviteRecord {
    Id id;
    QByteArray answerKey; // 32 bytes, public
    Member answered;      // null device: nobody yet
    bool operator==(const InviteRecord &) const = default;
};

// A device's newest snapshot, as its head tells of it: what it is named, and what it holds, so that nobody
// need read it to know whether it holds enough.
struct SnapshotRecord {
    syncnames::BundleName name; // hash empty: there is none
    EpochName epoch;
    VersionVector positions; // after which operation of each device to go on reading
    bool operator==(const SnapshotRecord &) const = default;
};

// What several wrote under one name, unseen of each other, as whoever saw it tells the others: each branch is
// a device of its own from there on, named by its first bundle's hash.
struct ForkRecord {
    Id device;
    quint64 end = 0;    // last operation that is in all of them
    QByteArray endHash; // of the bundle that held it; empty before the first
    struct Start {
        QByteArray hash; // of its first bundle
        // BLAKE2b-256 of its last edit alone (the first may be in several); empty: not known.
        QByteArray print;
        bool operator==(const Start &) const = default;
    };
    std::vector<Start> starts; // by hash
    bool operator==(const ForkRecord &) const = default;
};
inline Id branchId(const QByteArray &hash) {
    return idFromBytes(hash.first(16));
}

// The one file that is replaced: what a device has written and what it has seen. Signed.
struct Head {
    Id notebook;
    Id device;
    quint64 number = 0; // grows with every head; a smaller one is old and ignored
    quint64 lastSequence = 0;
    QByteArray lastHash;                       // of the last bundle; empty before the first
    std::vector<syncnames::BundleName> recent; // newest last
    VersionVector seen;                        // acknowledgement; only grows
    QByteArray lacks;                          // see lacksOf()
    std::vector<InviteRecord> invites;
    QByteArray boxKey; // 32 bytes, public
    EpochName epoch;
    std::vector<syncnames::BundleName> epochFiles; // that it wrote
    std::vector<EpochName> wants;                  // epochs it knows of and has no key for
    VersionVector retired; // devices a person said not to wait for, and the number of their head then
    // Devices whose head in the store is older than one heard of before, and the number of that: whoever was
    // put back to an older copy, or was copied, goes on beyond it. Until then nobody believes its heads.
    VersionVector heardBeyond;
    SnapshotRecord snapshot;
    std::vector<ForkRecord> forks; // all that are known
    quint64 time = 0;              // by the device's own clock, ms since 1970
    QString deviceName;            // travels sealed under the epoch key; empty if that key is not held
    QCborMap unknown;
};

namespace head {
inline constexpr qsizetype limit = 8 << 20;
inline constexpr std::size_t recentNames = 32;

QByteArray write(const Head &head, const NotebookKeys &keys, Random &random);
// Damaged unless it is of this notebook and device and signed with `signingKey`; NewerVersion.
Result<Head> read(QByteArrayView bytes, const Id &notebook, const Member &member, const NotebookKeys &keys);

// Blobs named within the version vector and not held: the first 8 bytes of each name, sorted. Eight bytes:
// mixing two of a notebook's up to 100,000 files up has a chance of 1 in 10^9, and would only hold "safe"
// back.
QByteArray lacksOf(std::vector<QByteArray> names);
bool lacks(const Head &head, const QByteArray &blobName);
} // namespace head

} // namespace inkstep
