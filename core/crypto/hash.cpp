#include "crypto/hash.h"

#include "crypto/sodiumready.h"

#include <sodium.h>

namespace inkstep {

namespace {

constexpr std::size_t hashBytes = 32;

static_assert(sizeof(crypto_generichash_state) <= 384);
static_assert(alignof(crypto_generichash_state) <= 64);

crypto_generichash_state *stateIn(std::array<unsigned char, 384> &room) {
    return reinterpret_cast<crypto_generichash_state *>(room.data());
}

const unsigned char *raw(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

Hasher::Hasher() {
    sodiumReady();
    crypto_generichash_init(stateIn(m_state), nullptr, 0, hashBytes);
}

void Hasher::add(QByteArrayView bytes) {
    crypto_generichash_update(stateIn(m_state), raw(bytes), static_cast<unsigned long long>(bytes.size()));
}

QByteArray Hasher::result() {
    QByteArray out(hashBytes, Qt::Uninitialized);
    crypto_generichash_final(stateIn(m_state), reinterpret_cast<unsigned char *>(out.data()), hashBytes);
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
    crypto_generichash(reinterpret_cast<unsigned char *>(out.data()), hashBytes, raw(context),
                       static_cast<unsigned long long>(context.size()), raw(key),
                       static_cast<std::size_t>(key.size()));
    return out;
}

} // namespace inkstep
