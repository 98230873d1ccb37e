#pragma once

#include "imaging/outline/outline.h"

namespace inkstep {

// Makes one calm outline of those found frame by frame: it shows what three frames agree on, follows a moving
// page smoothly, and lets go after three frames without one.
class OutlineTracker {
public:
    // What to show after a frame in which this was found.
    std::optional<Outline> saw(const std::optional<Outline> &found);
    void reset() { *this = OutlineTracker(); }

private:
    static constexpr int framesToAgree = 3;
    static constexpr int framesToForget = 3;
    std::optional<Outline> m_steady; // smoothed
    int m_agreed = 0;
    int m_missed = 0;
};

} // namespace inkstep
