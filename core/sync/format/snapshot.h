#pragma once

#include "sync/format/bundle.h"

namespace inkstep {

// All a device knows, as one file: every operation it holds with its number, how far each device's operations
// are known, and after which bundle of each device to go on reading. Of what was erased it has
// only the numbers, and what lay in what.
struct Snapshot {
    struct Position {
        Id device;
        quint64 last = 0;    // sequence of the last operation of that bundle
        QByteArray lastHash; // of the bundle
    };
    VersionVector seen;
    std::vector<Position> positions;
    std::vector<EditRecord> edits; // by device and sequence
};

// 8 bytes "INKS", 's', version, 0, 0; the epoch (20 bytes); CBOR {0: seen, 1: [device, last, hash, ...], 2:
// edits as a numbered bundle's} in a secretstream under the epoch key, bound to notebook, device, number and
// epoch; 64 bytes of signature over what it is bound to and all bytes before.
namespace snapshot {
inline constexpr qsizetype limit = 512 << 20;

QByteArray seal(const Snapshot &snapshot, const Id &notebook, const Id &device, quint64 number,
                const EpochKey &epoch, const SigningKey &signing);
// Damaged, WrongKey: an epoch whose key is not held, NewerVersion.
Result<Snapshot> open(QByteArrayView bytes, const Id &notebook, const Member &writer, quint64 number,
                      const NotebookKeys &keys);
// Whether the device wrote it, for who holds no epoch's key.
bool signedBy(QByteArrayView bytes, const Id &notebook, const Member &writer, quint64 number);
} // namespace snapshot

// The epoch a bundle or snapshot is sealed under, from its first bytes; null device if they are no such file.
EpochName epochOf(QByteArrayView sealed);

} // namespace inkstep
