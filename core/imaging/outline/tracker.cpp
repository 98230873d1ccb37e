#include "imaging/outline/tracker.h"

namespace inkstep {

namespace {
constexpr double same = 0.75;     // shared area at which two outlines are of one page, moved a little
constexpr double still = 0.97;    // ... of a page that did not move
constexpr double calm = 0.3;      // how much of a new outline is taken when nothing moved
constexpr double following = 0.7; // ... when the page moves
} // namespace

std::optional<Outline> OutlineTracker::saw(const std::optional<Outline> &found) {
    if (!found) {
        if (++m_missed >= framesToForget)
            reset();
        return m_agreed >= framesToAgree ? m_steady : std::nullopt;
    }
    const double shared = m_steady ? sharedArea(m_steady->corners, found->corners) : 0;
    if (shared < same) {
        // Another place: one frame may be wrong, so what was steady stays until three say otherwise.
        if (m_agreed >= framesToAgree && ++m_missed < framesToForget)
            return m_steady;
        m_steady = found;
        m_agreed = 1;
        m_missed = 0;
        return std::nullopt;
    }
    m_missed = 0;
    ++m_agreed;
    const double part = shared > still ? calm : following;
    for (std::size_t i = 0; i < 4; ++i)
        m_steady->corners[i] += (found->corners[i] - m_steady->corners[i]) * part;
    m_steady->certainty = found->certainty;
    return m_agreed >= framesToAgree ? m_steady : std::nullopt;
}

} // namespace inkstep
