#include "base/executor.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <algorithm>
#include <future>

namespace inkstep {

Executor::Executor() : m_thread([this] { loop(); }) {}

Executor::~Executor() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_queues[Bulk].clear();
    }
    m_wake.notify_all();
    m_thread.join();
}

void Executor::post(Priority priority, Task task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending && priority == Bulk)
            return;
        m_queues[priority].push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Executor::finish(Priority priority, Task task) {
    auto whole = std::make_shared<std::packaged_task<void()>>(std::move(task));
    auto end = whole->get_future();
    post(priority, [whole = std::move(whole)] { (*whole)(); });
    end.get();
}

bool Executor::shouldYield(Priority priority) const {
    const std::lock_guard lock(m_mutex);
    for (int above = 0; above < priority; ++above) {
        if (!m_queues[above].empty())
            return true;
    }
    return priority == Bulk && (m_ending || (m_holds > 0 && !m_bulkIsDue));
}

Executor::Hold::Hold(Executor &executor) : m_executor(executor) {
    const std::lock_guard lock(executor.m_mutex);
    ++executor.m_holds;
}

Executor::Hold::~Hold() {
    {
        const std::lock_guard lock(m_executor.m_mutex);
        --m_executor.m_holds;
        m_executor.m_holdEnded = std::chrono::steady_clock::now();
    }
    m_executor.m_wake.notify_one();
}

bool Executor::heldWithin(std::chrono::milliseconds span) const {
    const std::lock_guard lock(m_mutex);
    const bool ever = m_holdEnded != std::chrono::steady_clock::time_point();
    return m_holds > 0 || (ever && std::chrono::steady_clock::now() - m_holdEnded < span);
}

std::chrono::steady_clock::time_point Executor::heldUntil() const {
    using Time = std::chrono::steady_clock::time_point;
    constexpr std::chrono::milliseconds moment{50};
    if (m_ending)
        return Time::min();
    const Time quiet = m_holds > 0 ? Time::max() : m_holdEnded == Time() ? Time::min() : m_holdEnded + moment;
    return m_bulkWaits ? std::min(quiet, *m_bulkWaits + longestHeld) : quiet;
}

void Executor::loop() {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            for (;;) {
                const auto queue = std::find_if(m_queues.begin(), m_queues.end(),
                                                [](const auto &one) { return !one.empty(); });
                const bool bulk = queue == m_queues.begin() + Bulk;
                if (queue == m_queues.end()) {
                    if (m_ending)
                        return;
                    m_wake.wait(lock);
                } else if (bulk && held()) {
                    if (!m_bulkWaits)
                        m_bulkWaits = std::chrono::steady_clock::now();
                    m_wake.wait_until(lock, heldUntil());
                } else {
                    if (bulk) {
                        m_bulkIsDue = m_bulkWaits && m_holds > 0;
                        m_bulkWaits.reset();
                    }
                    task = std::move(queue->front());
                    queue->pop_front();
                    break;
                }
            }
        }
        task();
    }
}

void Executor::deliver(const QPointer<QObject> &receiver, Task what) {
    // Posting to the application and looking at the pointer there keeps the check on the receiver's own
    // thread: receivers live on the interface thread, and may go at any moment between here and there.
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [receiver, what = std::move(what)] {
            if (receiver)
                what();
        },
        Qt::QueuedConnection);
}

} // namespace inkstep
