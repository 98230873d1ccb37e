#pragma once

#include <QtGlobal>
#include <array>

namespace inkstep {

// Repeatable chance: the same seed gives the same numbers on every machine, which the standard library's
// distributions do not promise. SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
// generators, 2014).
class Chance {
public:
    explicit Chance(quint64 seed) : m_state(seed) {}

    quint64 next() {
        quint64 z = (m_state += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    double unit() { return double(next() >> 11) * 0x1.0p-53; } // 0 ≤ x < 1
    double between(double low, double high) { return low + (high - low) * unit(); }
    int below(int bound) { return int(next() % quint64(bound)); }
    bool is(double probability) { return unit() < probability; }
    // About normal, mean 0, standard deviation 1, never beyond ±3.5: the sum of four uniform numbers.
    double normal() { return (unit() + unit() + unit() + unit() - 2) * 1.7320508; }
    // An independent stream, so that drawing more in one place changes nothing in another.
    Chance fork(quint64 purpose) const {
        return Chance(Chance(m_state ^ (purpose * 0xD6E8FEB86659FD93ull)).next());
    }

    template<class T, std::size_t N>
    const T &pick(const std::array<T, N> &from) {
        return from[std::size_t(below(int(N)))];
    }

private:
    quint64 m_state;
};

} // namespace inkstep
