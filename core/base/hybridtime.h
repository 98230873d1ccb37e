#pragma once

#include "base/clock.h"

#include <algorithm>
#include <cstdint>

namespace inkstep {

// Hybrid logical time (Kulkarni et al., 2014): 48 bits of milliseconds, 16 bits of counter, in one integer
// that only grows. A full counter carries into the milliseconds, which is what adding one to the integer
// does.
class HybridTime {
public:
    explicit HybridTime(std::uint64_t last = 0) : m_last(last) {}

    std::uint64_t last() const { return m_last; }
    // The time of a new event here: after everything seen, and not before the wall clock.
    std::uint64_t tick(Moment now) {
        m_last = std::max(m_last + 1, fromWall(now));
        return m_last;
    }
    // An event of another device was seen. Times further than a day ahead of the wall clock do not drag our
    // clock along: a wrong clock elsewhere must not become ours.
    void observe(std::uint64_t other, Moment now) {
        const std::uint64_t bound = fromWall(now + std::chrono::hours(24));
        if (other > m_last && other <= bound)
            m_last = other;
    }
    static std::uint64_t fromWall(Moment moment) {
        const std::int64_t ms = std::max<std::int64_t>(0, toMs(moment));
        return static_cast<std::uint64_t>(ms) << 16;
    }
    static Moment wall(std::uint64_t time) { return fromMs(static_cast<std::int64_t>(time >> 16)); }

private:
    std::uint64_t m_last;
};

} // namespace inkstep
