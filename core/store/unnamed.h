#pragma once

#include "store/profile.h"

namespace inkstep {

// Removes pictures that nothing names and nothing can name any more: a picture is kept before the edit that
// names it, and a program that is killed in between leaves it behind. What this program kept itself stays, so
// that this may run beside a shutter. Does nothing where a newer version of Inkstep has written something
// this one cannot read, since that may name pictures. Returns how many were removed. Looks at every picture's
// name: for the start after a crash.
Result<int> removeUnnamed(Notebook &notebook);

} // namespace inkstep
