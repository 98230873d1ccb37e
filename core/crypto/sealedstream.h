#pragma once

#include "base/error.h"
#include "crypto/secret.h"

#include <QByteArray>

namespace inkstep {

// Seals a message under a key that seals others too (an epoch's): a secretstream in pieces of 1 MiB with a
// final tag. `bound` is authenticated with every piece and not contained: whoever opens must already know it.
// Layout: 24-byte header, then pieces, each 17 bytes longer than what it seals.
QByteArray sealStream(QByteArrayView plain, const Secret &key, QByteArrayView bound);

// WrongKey: another key, another `bound`, or changed bytes; Damaged: cut or lengthened.
Result<QByteArray> openStream(QByteArrayView sealed, const Secret &key, QByteArrayView bound);

} // namespace inkstep
