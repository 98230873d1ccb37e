#pragma once

namespace inkstep {

// Picks libsodium's fastest code for this processor, once. Everything that calls libsodium calls this first;
// it is safe from any thread and costs a flag test afterwards. Ends the program if there is no random source
// at all: going on would mean guessable keys.
void sodiumReady();

} // namespace inkstep
