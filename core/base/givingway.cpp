#include "base/givingway.h"

#include <QThread>
#include <algorithm>
#include <ctime>
#include <thread>

namespace inkstep {

namespace {

std::chrono::nanoseconds computed() {
#ifdef CLOCK_THREAD_CPUTIME_ID
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#endif
    return {};
}

} // namespace

void giveWay() {
    QThread::currentThread()->setPriority(QThread::IdlePriority);
}

Rests::Rests(std::size_t threads)
    : m_perComputed(4 * static_cast<int>(threads) - 1), m_computed(computed()) {}

void Rests::rest() {
    constexpr std::chrono::nanoseconds longest = std::chrono::milliseconds(250);
    std::this_thread::sleep_for(std::min(longest, (computed() - m_computed) * m_perComputed));
    m_computed = computed();
}

} // namespace inkstep
