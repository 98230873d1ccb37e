#pragma once

#include <chrono>
#include <cstddef>

namespace inkstep {

// For good: this thread runs only while no other wants the processor, on systems that know such threads.
// For long work that nobody waits for beside somebody who uses the app.
void giveWay();

// Of `threads` that work side by side each has one: together they keep one processor busy for a quarter of
// the time. The caches and the memory, which no priority shares out, are others' for the rest of it.
class Rests {
public:
    explicit Rests(std::size_t threads);
    // Sleeps in proportion to what this thread computed since it last rested, 250 ms at most. What it waited
    // for a disk or a line does not count. Where a thread's time is not known it does not sleep.
    void rest();

private:
    int m_perComputed; // how much longer it rests than it computes
    std::chrono::nanoseconds m_computed;
};

} // namespace inkstep
