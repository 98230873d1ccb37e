#include "crypto/keypairs.h"

#include "crypto/rawbytes.h"
#include "crypto/sodiumready.h"

#include <sodium.h>

namespace inkstep {

namespace {

static_assert(keyBytes == crypto_sign_SEEDBYTES && keyBytes == crypto_sign_PUBLICKEYBYTES);
static_assert(keyBytes == crypto_box_SECRETKEYBYTES && keyBytes == crypto_box_PUBLICKEYBYTES);
static_assert(signatureBytes == crypto_sign_BYTES);

} // namespace

SigningKey SigningKey::generate(Random &random) {
    QByteArray seed = random.bytes(keyBytes);
    return fromSeed(Secret::take(seed));
}

SigningKey SigningKey::fromSeed(const Secret &seed) {
    sodiumReady();
    Q_ASSERT(seed.size() == keyBytes);
    SigningKey key;
    key.m_seed = seed;
    QByteArray secret(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    key.m_public.resize(keyBytes);
    crypto_sign_seed_keypair(raw(key.m_public), raw(secret), raw(QByteArrayView(seed.bytes())));
    key.m_secret = Secret::take(secret);
    return key;
}

QByteArray SigningKey::sign(QByteArrayView message) const {
    Q_ASSERT(!isNull());
    QByteArray signature(signatureBytes, Qt::Uninitialized);
    crypto_sign_detached(raw(signature), nullptr, raw(message), length(message),
                         raw(QByteArrayView(m_secret.bytes())));
    return signature;
}

bool signatureFits(QByteArrayView message, QByteArrayView signature, QByteArrayView publicKey) {
    sodiumReady();
    return signature.size() == signatureBytes && publicKey.size() == keyBytes &&
           crypto_sign_verify_detached(raw(signature), raw(message), length(message), raw(publicKey)) == 0;
}

BoxKey BoxKey::generate(Random &random) {
    QByteArray secret = random.bytes(keyBytes);
    return fromSecret(Secret::take(secret));
}

BoxKey BoxKey::fromSecret(const Secret &secret) {
    sodiumReady();
    Q_ASSERT(secret.size() == keyBytes);
    BoxKey key;
    key.m_secret = secret;
    key.m_public.resize(keyBytes);
    crypto_scalarmult_base(raw(key.m_public), raw(QByteArrayView(secret.bytes())));
    return key;
}

Result<Secret> BoxKey::open(QByteArrayView sealed) const {
    if (isNull() || sealed.size() < static_cast<qsizetype>(crypto_box_SEALBYTES))
        return failure(ErrorCode::WrongKey, QStringLiteral("sealed box: too short"));
    QByteArray plain(sealed.size() - static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal_open(raw(plain), raw(sealed), length(sealed), raw(QByteArrayView(m_public)),
                             raw(QByteArrayView(m_secret.bytes()))) != 0)
        return failure(ErrorCode::WrongKey, QStringLiteral("sealed box: does not open"));
    return Secret::take(plain);
}

Result<QByteArray> sealFor(QByteArrayView publicKey, const Secret &plain) {
    sodiumReady();
    if (publicKey.size() != keyBytes)
        return failure(ErrorCode::BadInput, QStringLiteral("sealed box: no key"));
    QByteArray sealed(plain.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal(raw(sealed), raw(QByteArrayView(plain.bytes())), length(plain.bytes()),
                        raw(publicKey)) != 0)
        return failure(ErrorCode::BadInput, QStringLiteral("sealed box: key refused"));
    return sealed;
}

} // namespace inkstep
