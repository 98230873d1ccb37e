#pragma once

#include "crypto/keypairs.h"

namespace inkstep {

// What the words on paper become: a box key that epochs are sealed to, and a signing key that says a device
// was set up by who has the words. Argon2id (RFC 9106) makes guessing them dear.
struct RecoveryParameters {
    QByteArray salt;           // 16 bytes
    quint32 passes = 3;        // Argon2id's time cost
    quint32 memory = 64 << 10; // KiB; a tablet of 1 GiB spares that for a second
    bool operator==(const RecoveryParameters &) const = default;
    QByteArray bytes() const; // 24
    static RecoveryParameters fromBytes(const QByteArray &bytes);
};

struct RecoveryKeys {
    BoxKey box;
    SigningKey signing;
};

// Words nobody has to spell in any one language: five letters, consonant and vowel by turns, 16 bits each
// (proquints, D. S. Wilkerson, arXiv:0901.4016). Five of them are chance, 80 bits; the sixth is a checksum,
// so that a slip of the pen is noticed before anything is tried.
class RecoveryWords {
public:
    static RecoveryWords generate(Random &random);
    // Reads capitals, any spaces, hyphens and commas. BadWords for anything else.
    static Result<RecoveryWords> read(const QString &text);

    QString text() const; // six words, spaces between
    // Failed when there is no memory for it. Takes a good part of a second.
    Result<RecoveryKeys> keys(const RecoveryParameters &parameters) const;

private:
    explicit RecoveryWords(Secret chance) : m_chance(std::move(chance)) {}
    Secret m_chance; // 10 bytes
};

} // namespace inkstep
