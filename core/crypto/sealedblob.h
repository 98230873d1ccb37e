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
// 64 KiB: a piece is sealed, hashed and written while it is in the processor's cache, its overhead does not
// show, and at the end little is left to be hashed (256 KiB is a fifth slower). Readers take pieces of 4 KiB
// to 4 MiB.
inline constexpr int pieceBits = 16;
inline constexpr int minPieceBits = 12;
inline constexpr int maxPieceBits = 22;
inline constexpr int version = 1;
} // namespace sealedblob

using Sink = std::function<Status(QByteArrayView)>;

// Seals `plain` with a fresh key and hands the sealed bytes to `sink` piece by piece, in order, on the
// caller's thread; a view is valid during its call only. Fails only with what `sink` returned. Holds eight
// pieces in memory. Large files are hashed on a second thread while they are sealed, because a child waits at
// the shutter.
Result<BlobRef> sealBlob(QByteArrayView plain, Random &random, const Sink &sink);

// The bytes that `sealBlob` was given. Damaged: not the bytes named by `ref`, cut, or longer; WrongKey: the
// right bytes, but not with this key; NewerVersion: a format this Inkstep does not know.
Result<QByteArray> openBlob(QByteArrayView sealed, const BlobRef &ref);

// Size of the sealed file, in bytes, for a plain size as sealBlob writes it.
qint64 sealedSize(qint64 plainSize);

} // namespace inkstep
