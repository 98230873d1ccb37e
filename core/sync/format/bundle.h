#pragma once

#include "crypto/notebookkeys.h"
#include "model/operation.h"

#include <span>

namespace inkstep {

// What a bundle must be read as. Wrong in any of it, the bundle does not open.
struct BundlePlace {
    Id notebook;
    Id device;
    quint64 sequence = 0; // of its first operation
    QByteArray previous;  // BLAKE2b-256 of the device's bundle before, empty for the first
};

// A bundle: 8 bytes "INKS", 'o', version, 0, 0; the epoch's number (4 bytes, big endian) and device (16); the
// edits as CBOR in a secretstream under the epoch key, bound to the place and the epoch; 64 bytes of
// signature over place, epoch and all bytes before. The CBOR: {0: [edit...]}; an edit: {0: first sequence, 1:
// time, 2: label, 3: what it undoes (24 bytes), 4: [operation...]}; an operation: [kind, entity, field,
// value, versions it replaced (24 bytes each)], numbered by its place. What is not known is passed over.
namespace bundle {
inline constexpr qsizetype limit = 64 << 20; // bytes; longer ones are not opened

QByteArray seal(const BundlePlace &place, std::span<const EditRecord> edits, const EpochKey &epoch,
                const SigningKey &signing);

// The edits, numbered without gaps from place.sequence. Damaged: not what the device wrote here, or cut;
// WrongKey: an epoch whose key is not held; NewerVersion.
Result<std::vector<EditRecord>> open(QByteArrayView bytes, const BundlePlace &place, const NotebookKeys &keys,
                                     QByteArrayView signingKey);

// Whether the device wrote it there, for who holds no epoch's key.
bool signedBy(QByteArrayView bytes, const BundlePlace &place, QByteArrayView signingKey);

// CBOR of edits, as it is inside a bundle; for measuring how much fits into one.
QByteArray encode(std::span<const EditRecord> edits);
Result<std::vector<EditRecord>> decode(const QByteArray &cbor, const Id &device, quint64 sequence);

// The same with every edit's device (key 5) and every operation's number (sixth element) said: for snapshots,
// where what was erased leaves gaps.
QByteArray encodeNumbered(std::span<const EditRecord> edits);
Result<std::vector<EditRecord>> decodeNumbered(const QByteArray &cbor);
} // namespace bundle

} // namespace inkstep
