#pragma once

#include <chrono>
#include <functional>

namespace inkstep {

// How long this device has been up, sleep included where the system can tell: it never jumps, whatever is
// done to the wall clock. Only differences mean something.
std::chrono::milliseconds steadyNow();

using SteadyTime = std::function<std::chrono::milliseconds()>;

} // namespace inkstep
