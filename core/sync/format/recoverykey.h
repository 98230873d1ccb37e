#pragma once

#include "crypto/notebookkeys.h"
#include "crypto/recoverywords.h"

namespace inkstep {

// The public side of recovery words, in every epoch file that is also sealed to them. Signed by the words'
// own key, so that who has nothing but the words knows whom to believe first.
struct RecoveryKey {
    QByteArray box;     // 32 bytes, public
    QByteArray signing; // 32 bytes, public
    RecoveryParameters parameters;
    Member founder;
    Member maker; // who made the words
};

namespace recoverykey {
QByteArray write(const RecoveryKey &key, const Id &notebook, const SigningKey &words);
// Damaged unless it is whole and signed by the key it names.
Result<RecoveryKey> read(const QByteArray &bytes, const Id &notebook);
} // namespace recoverykey

} // namespace inkstep
