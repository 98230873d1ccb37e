#pragma once

#include "sync/format/names.h"
#include "sync/remote/remote.h"

namespace inkstep::storedpicture {

// A picture of more than this lies in the store in pieces, so that a link that is cut sends at most one
// again. Pieces together, in order, are the file; its name is still their hash.
inline constexpr qint64 pieceBytes = 4 << 20;

// Writes it as it lies there; pieces that are there from a run that was cut are not sent again.
Status write(Remote &store, const Id &device, const QByteArray &name, QByteArrayView sealed);

// Its bytes, unchecked: whoever keeps them checks the hash. `size`: about what is expected, tells which way
// to look first. NotFound unless all of it is there; TooLarge.
Result<QByteArray> read(Remote &store, const Id &device, const QByteArray &name, qint64 size);

// Takes it out of the store, whole or in pieces, and copies of it that a cloud drive made. Success if nothing
// of it is there.
Status remove(Remote &store, const Id &device, const QByteArray &name);

} // namespace inkstep::storedpicture
