#pragma once

#include "crypto/notebookkeys.h"
#include "model/operation.h"
#include "sync/format/names.h"

namespace inkstep {

// An epoch as a member hands it on: its key, sealed to the current box key of each device that shall have it;
// who is out, with the last operation that counts; what was erased. Signed. Its maker writes the first;
// whoever holds the epoch may write another for a device whose box key changed meanwhile, or to say that a
// device that is out was heard of further than the first one knew. Who is out and what is erased is what any
// of them says.
struct EpochFile {
    struct Seat {
        Member member;
        QByteArray boxKey; // the public key `sealed` was sealed to
        QByteArray sealed;
    };
    Id notebook;
    Id author;
    EpochName epoch;
    std::vector<Seat> seats;
    VersionVector removed; // device and its last operation that counts
    std::vector<Id> erased;
    QByteArray recoveryKey; // public box key of the recovery words; empty: none are set
    QByteArray recoverySealed;
    QCborMap unknown;
};

namespace epochfile {
inline constexpr qsizetype limit = 8 << 20;

QByteArray write(const EpochFile &epoch, const SigningKey &key);
// Whether it began its epoch, not handed it on: only there its author has a seat.
bool begins(const EpochFile &epoch);
// Damaged unless it is of this notebook and author and signed by it; NewerVersion.
Result<EpochFile> read(QByteArrayView bytes, const Id &notebook, const Member &author);
// For who has only the recovery words: the signature is not checked, so nothing but the sealed key is to be
// believed, and that only if it opens.
Result<EpochFile> readUnverified(QByteArrayView bytes, const Id &notebook, const Id &author);
} // namespace epochfile

} // namespace inkstep
