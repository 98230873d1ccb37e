#include "crypto/hash.h"

#include "crypto/rawbytes.h"
#include "crypto/sodiumready.h"

#include <sodium.h>

namespace inkstep {

namespace {

static_assert(sizeof(crypto_generichash_state) <= 384);
static_assert(alignof(crypto_generichash_state) <= 64);

crypto_generichash_state *stateIn(std::array<unsigned char, 384> &room) {
    return reinterpret_cast<crypto_generichash_state *>(room.data());
}

} // namespace

Hasher::Hasher() {
    sodiumReady();
    crypto_generichash_init(stateIn(m_state), nullptr, 0, hashBytes);
}

void Hasher::add(QByteArrayView bytes) {
    crypto_generichash_update(stateIn(m_state), raw(bytes), length(bytes));
}

QByteArray Hasher::result() {
    QByteArray out(hashBytes, Qt::Uninitialized);
    crypto_generichash_final(stateIn(m_state), raw(out), hashBytes);
    return out;
}

QByteArray blobHash(QByteArrayView bytes) {
    Hasher hasher;
    hasher.add(bytes);
    return hasher.result();
}

QByteArray deriveKey(const QByteArray &key, QByteArrayView context) {
    sodiumReady();
    Q_ASSERT(key.size() >= crypto_generichash_KEYBYTES_MIN && key.size() <= crypto_generichash_KEYBYTES_MAX);
    QByteArray out(hashBytes, Qt::Uninitialized);
    crypto_generichash(raw(out), hashBytes, raw(context), length(context), raw(key),
                       static_cast<std::size_t>(key.size()));
    return out;
}

} // namespace inkstep
