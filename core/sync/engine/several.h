#pragma once

#include "base/givingway.h"
#include "sync/engine/session.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace inkstep {

template<class T>
Status Session::several(std::size_t count, const std::function<T(std::size_t)> &work,
                        const std::function<Status(std::size_t, const T &)> &done, const bool &full) {
    const auto threads =
        std::min<std::size_t>(count, static_cast<std::size_t>(std::max(1, m.remote.atOnce())));
    if (threads <= 1 && !m.manner.givesWay) {
        for (std::size_t i = 0; i < count && !full; ++i) {
            if (const auto on = goOn(); !on)
                return on;
            if (const auto ended = done(i, work(i)); !ended)
                return ended;
        }
        return {};
    }
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t next = 0;
    std::size_t working = threads;
    bool stop = false;
    std::deque<std::pair<std::size_t, T>> results;
    std::vector<std::jthread> workers;
    for (std::size_t t = 0; t < threads; ++t) {
        workers.emplace_back([&] {
            if (m.manner.givesWay)
                giveWay();
            Rests rests(threads);
            for (;;) {
                std::size_t i = 0;
                {
                    const std::lock_guard lock(mutex);
                    if (stop || next >= count || !goOn()) {
                        --working;
                        changed.notify_all();
                        return;
                    }
                    i = next++;
                }
                T result = work(i);
                {
                    const std::lock_guard lock(mutex);
                    results.emplace_back(i, std::move(result));
                    changed.notify_all();
                }
                if (m.manner.givesWay)
                    rests.rest();
            }
        });
    }
    Status outcome;
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [&] { return !results.empty() || working == 0; });
        if (results.empty())
            break;
        auto [i, result] = std::move(results.front());
        results.pop_front();
        lock.unlock();
        // What has gone is booked even after an error: it need not go again.
        const Status ended = done(i, result);
        lock.lock();
        if (!ended && outcome)
            outcome = ended;
        stop = stop || !outcome || full;
    }
    lock.unlock();
    workers.clear();
    return outcome ? goOn() : outcome;
}

} // namespace inkstep
