#pragma once

#include "sync/format/invite.h"

namespace inkstep {

// A device's card: its signing key, the invite it answers, and the proof that it knew that invite's secret.
// Written once, signed with the key it names. It counts when a member's head says this device answered this
// invite.
struct Card {
    Id notebook;
    Member member;
    Id invite;        // null for the founder
    QByteArray proof; // 64 bytes: the invite's answer key over notebook, invite, device and signing key
    // Another way in: a signature over notebook, device and signing key by a member whose copy this device
    // is, or, `vouchedBy` null, by the recovery words' key.
    Id vouchedBy;
    QByteArray vouch; // 64 bytes; empty: none
    QCborMap unknown;
};

namespace card {
inline constexpr qsizetype limit = 16 << 10;

QByteArray write(const Card &card, const SigningKey &key);
// Damaged unless it is of this notebook and device and signed with the key it names.
Result<Card> read(QByteArrayView bytes, const Id &notebook, const Id &device);

QByteArray proof(const Id &notebook, const Member &member, const InviteSecret &secret);
QByteArray vouchFor(const Id &notebook, const Member &member, const SigningKey &by);
bool vouchFits(const Card &card, QByteArrayView by);
bool proofFits(const Card &card, QByteArrayView answerKey);
} // namespace card

} // namespace inkstep
