#include "steadytime.h"

#ifdef __linux__
#include <ctime>
#endif

namespace inkstep {

std::chrono::milliseconds steadyNow() {
#ifdef __linux__
    // std::chrono::steady_clock stands still while the tablet sleeps.
    timespec since{};
    if (clock_gettime(CLOCK_BOOTTIME, &since) == 0)
        return std::chrono::milliseconds(since.tv_sec * 1000LL + since.tv_nsec / 1'000'000);
#endif
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace inkstep
