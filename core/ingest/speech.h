#pragma once

#include "ingest/voices.h"

#include <optional>

namespace inkstep {

// What is being said, kept while it is said: a recording whose program ends before it is stopped is lost by
// some seconds at most. In sealed pieces beside the pictures, under a key of its own that the database holds;
// nothing of it is in the notebook, nor synced, until it is recovered or stopped. One recording at a time.
// All of it for the thread that keeps pictures.

// Begins: what another recording left is given up. `note` is the voice note it is going to be.
Status beginSpeech(Notebook &notebook, const Id &note, const Id &about, Author author);
// The bytes of the file that came since the last piece. Durable when it returns success. NotFound when none
// was begun; DiskFull, NoPermission, WriteFailed.
Status addSpeech(Notebook &notebook, QByteArrayView bytes);
// Kept or not wanted: removes the pieces. Without any is success.
Status endSpeech(Notebook &notebook);

// At start: what a program that ended left, as a voice note; nothing when nothing was left, or too little to
// be one. Keeps as much as is whole: pieces after one that is missing or spoiled are passed over. Twice makes
// one note. Errors: as keepVoice(); the pieces stay then, for the next start.
Result<std::optional<KeptVoice>> recoverSpeech(Notebook &notebook);

inline constexpr std::chrono::seconds speechPiece{2}; // at most this much is waited for

} // namespace inkstep
