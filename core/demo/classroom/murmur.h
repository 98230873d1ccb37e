#pragma once

#include "ingest/voices.h"

namespace inkstep {

// Nobody's voice: tones with the rise, fall and pauses of a child who tells a story, without a word in it.
// The same for the same seed.
Recording murmur(quint64 seed, std::chrono::seconds length, const Id &about);

} // namespace inkstep
