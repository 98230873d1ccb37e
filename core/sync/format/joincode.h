#pragma once

#include "sync/format/invite.h"

namespace inkstep {

// What a person carries from one tablet to the other, as text or as a QR code.
struct JoinCode {
    Id notebook;
    InviteSecret secret;
    QString place; // may be empty: then who joins chooses it
};

namespace joincode {
// Version, notebook, secret, place and a checksum of 4 bytes as base32 with Crockford's alphabet (no I, L, O
// or U), upper case, in groups of five with hyphens: only characters of a QR code's compact alphanumeric
// mode.
QString write(const JoinCode &code);

// Reads either case, any spaces and hyphens, O for 0, I and L for 1. BadCode for anything else; NewerVersion.
Result<JoinCode> read(const QString &text);
} // namespace joincode

} // namespace inkstep
