#pragma once

#include "base/blobref.h"
#include "base/error.h"
#include "base/random.h"
#include "crypto/hash.h"

#include <functional>

namespace inkstep {

// A sealed file: 8 bytes "INKS", 'b', format version, log2 of the piece size, 0; the 24-byte header of
// libsodium's XChaCha20-Poly1305 secretstream; then pieces, each 17 bytes longer than what it seals, the last
// one tagged final. The first 8 bytes are authenticated with the first piece. An empty file is one empty
// final piece.
namespace sealedblob {
// 64 KiB: a piece is hashed while it is in the processor's cache, and its overhead does not show. Readers
// take pieces of 4 KiB to 4 MiB.
inline constexpr int pieceBits = 16;
inline constexpr int minPieceBits = 12;
inline constexpr int maxPieceBits = 22;
inline constexpr int version = 1;
} // namespace sealedblob

using Keep = std::function<Status(QByteArrayView)>;

// Seals `plain` with a fresh key and hands the sealed bytes to `keep`, all of them, on the caller's thread;
// the view is valid during the call only. Fails only with what `keep` returned. Large files are hashed on a
// second thread while they are sealed and kept, because a child waits at the shutter and the hash takes the
// longest.
Result<BlobRef> sealBlob(QByteArrayView plain, Random &random, const Keep &keep);

// The bytes that `sealBlob` was given. Damaged: not the bytes named by `ref`, cut, or longer; WrongKey: the
// right bytes, but not with this key; NewerVersion: a format this Inkstep does not know.
Result<QByteArray> openBlob(QByteArrayView sealed, const BlobRef &ref);

// Size of the sealed file, in bytes, for a plain size as sealBlob writes it.
qint64 sealedSize(qint64 plainSize);

} // namespace inkstep
