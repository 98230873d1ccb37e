#pragma once

#include "base/error.h"
#include "base/id.h"
#include "crypto/keypairs.h"

#include <QCborMap>

namespace inkstep {

// The outer form of every signed file but bundles: 8 bytes "INKS", the kind's letter, format version, 0, 0; a
// CBOR map; 64 bytes of Ed25519 signature over all before. The letter keeps one kind from passing for
// another.
namespace signedfile {
inline constexpr int version = 1;
inline constexpr qsizetype markBytes = 8;

QByteArray mark(char kind);
// Damaged unless the bytes start as this kind does; NewerVersion.
Status checkMark(QByteArrayView bytes, char kind);

QByteArray write(char kind, const QCborMap &map, const SigningKey &key);
// The map, unverified: what a card says of itself before it can be checked with the key it names.
Result<QCborMap> readUnverified(QByteArrayView bytes, char kind, qsizetype limit);
// Damaged if the signature is not by `publicKey`, or bytes are cut or longer than `limit`.
Result<QCborMap> read(QByteArrayView bytes, char kind, QByteArrayView publicKey, qsizetype limit);

// Takes a value out of a map, so that what remains is what this version does not know.
QByteArray takeBytes(QCborMap &map, qint64 key);
Id takeId(QCborMap &map, qint64 key);
quint64 takeNumber(QCborMap &map, qint64 key); // 0 for anything but a number from 0
} // namespace signedfile

} // namespace inkstep
