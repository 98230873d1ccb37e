#pragma once

#include "base/error.h"
#include "base/random.h"
#include "crypto/secret.h"

namespace inkstep {

inline constexpr qsizetype keyBytes = 32;       // every key in a file, and every seed
inline constexpr qsizetype signatureBytes = 64; // Ed25519

// Ed25519: says who wrote a file.
class SigningKey {
public:
    SigningKey() = default;
    static SigningKey generate(Random &random);
    static SigningKey fromSeed(const Secret &seed); // 32 bytes

    bool isNull() const { return m_seed.isEmpty(); }
    const QByteArray &publicKey() const { return m_public; } // 32 bytes
    const Secret &seed() const { return m_seed; }            // what a key file keeps
    QByteArray sign(QByteArrayView message) const;           // 64 bytes

private:
    Secret m_seed;
    Secret m_secret;
    QByteArray m_public;
};

// False as well for keys and signatures of a wrong length.
bool signatureFits(QByteArrayView message, QByteArrayView signature, QByteArrayView publicKey);

// X25519: lets others seal something for one device (crypto_box_seal). Used for handing on epoch keys.
class BoxKey {
public:
    BoxKey() = default;
    static BoxKey generate(Random &random);
    static BoxKey fromSecret(const Secret &secret); // 32 bytes

    bool isNull() const { return m_secret.isEmpty(); }
    const QByteArray &publicKey() const { return m_public; } // 32 bytes
    const Secret &secret() const { return m_secret; }
    Result<Secret> open(QByteArrayView sealed) const; // WrongKey if it was not sealed for this key or changed

private:
    Secret m_secret;
    QByteArray m_public;
};

// 48 bytes longer than `plain`. BadInput if `publicKey` is not a key.
Result<QByteArray> sealFor(QByteArrayView publicKey, const Secret &plain);

} // namespace inkstep
