#pragma once

#include <QByteArray>
#include <array>
#include <cstddef>

namespace inkstep {

inline constexpr qsizetype hashBytes = 32;

// BLAKE2b-256 without a key, the same as `b2sum -l 256` prints.
class Hasher {
public:
    Hasher();
    void add(QByteArrayView bytes);
    QByteArray result(); // 32 bytes; once, then the hasher is spent

private:
    // Room for libsodium's state, checked in hash.cpp; it keeps sodium.h out of this header.
    alignas(64) std::array<unsigned char, 384> m_state;
};

QByteArray blobHash(QByteArrayView bytes); // 32 bytes

// 32 bytes that depend on all of `key` (16 to 64 bytes) and `context`, from which neither can be found:
// BLAKE2b-256 keyed with `key` over `context`. Different contexts give unrelated keys.
QByteArray deriveKey(const QByteArray &key, QByteArrayView context);

} // namespace inkstep
