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
    return m_ending && priority == Bulk;
}

void Executor::loop() {
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            const auto ready = [this] {
                return std::find_if(m_queues.begin(), m_queues.end(),
                                    [](const auto &q) { return !q.empty(); });
            };
            m_wake.wait(lock, [&] { return m_ending || ready() != m_queues.end(); });
            const auto queue = ready();
            if (queue == m_queues.end())
                return;
            task = std::move(queue->front());
            queue->pop_front();
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
