#pragma once

#include "base/error.h"
#include "base/random.h"

#include <QByteArray>

namespace inkstep {

// Seals a few kilobytes in one go: thumbnails, keys, invites. XChaCha20-Poly1305 with a random nonce;
// `context` is authenticated and must be the same when opening. `key` is 32 bytes. The result is 48 bytes
// longer than `plain`.
QByteArray sealSmall(QByteArrayView plain, const QByteArray &key, Random &random,
                     QByteArrayView context = {});

// WrongKey: another key or context, or changed bytes (they cannot be told apart); Damaged: cut, or never
// sealed.
Result<QByteArray> openSmall(QByteArrayView sealed, const QByteArray &key, QByteArrayView context = {});

} // namespace inkstep
