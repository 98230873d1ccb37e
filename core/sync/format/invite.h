#pragma once

#include "crypto/notebookkeys.h"

namespace inkstep {

// The one-time secret of an invite; all else follows from it, so a join code need carry nothing more.
class InviteSecret {
public:
    static constexpr qsizetype bytes = 16;
    static InviteSecret generate(Random &random);
    explicit InviteSecret(Secret secret) : m_secret(std::move(secret)) {}

    const Secret &secret() const { return m_secret; }
    Id id() const;                // names the invite's file
    SigningKey answerKey() const; // who has it was invited: its public half is in the inviter's head
    Secret sealingKey() const;

private:
    Secret m_secret;
};

// What who joins learns. Sealed under the secret and signed by the inviter; deleted once answered.
struct Invite {
    Member inviter;
    Member founder;
    std::vector<EpochKey> epochs;
    QString notebookName; // to show before the first sync
    QCborMap unknown;
};

namespace invite {
inline constexpr qsizetype limit = 64 << 10;

QByteArray seal(const Invite &invite, const Id &notebook, const InviteSecret &secret,
                const SigningKey &inviter, Random &random);
// WrongKey: another secret; Damaged: changed, or not signed by the device whose folder it lay in;
// NewerVersion.
Result<Invite> open(QByteArrayView bytes, const Id &notebook, const Id &device, const InviteSecret &secret);
} // namespace invite

} // namespace inkstep
