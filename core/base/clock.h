#pragma once

#include <chrono>

namespace inkstep {

// A moment, in milliseconds since 1970-01-01 UTC.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
public:
    virtual ~Clock() = default;
    virtual Moment now() const = 0; // the wall clock; it may jump either way
};

class SystemClock final : public Clock {
public:
    Moment now() const override {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

inline std::int64_t toMs(Moment moment) {
    return moment.time_since_epoch().count();
}
inline Moment fromMs(std::int64_t ms) {
    return Moment(std::chrono::milliseconds(ms));
}

} // namespace inkstep
