#pragma once

#include <QObject>
#include <QPointer>
#include <array>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace inkstep {

// One thread with a queue by priority. Long work posts itself again in slices, so what matters more gets
// between.
class Executor {
public:
    enum Priority {
        Shutter,
        Screen,
        Bulk
    }; // a shutter's commit first, what is on screen next, bulk work last
    using Task = std::function<void()>;

    Executor();
    ~Executor(); // finishes the task at hand, drops what is queued at Bulk, does the rest
    Executor(const Executor &) = delete;
    Executor &operator=(const Executor &) = delete;

    static constexpr std::chrono::milliseconds longestHeld{200};

    void post(Priority priority, Task task);
    bool onThread() const { return std::this_thread::get_id() == m_thread.get_id(); }
    // True when something more important than `priority` waits: a slice should end.
    bool shouldYield(Priority priority) const;

    // While one lives, and a moment longer because a shutter seldom comes alone, work at Bulk does not begin
    // and what has begun should yield: the processor and the disk are the shutter's. After `longestHeld`
    // work that waits is done in any case.
    class Hold {
    public:
        explicit Hold(Executor &executor);
        ~Hold();
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;

    private:
        Executor &m_executor;
    };
    bool heldWithin(std::chrono::milliseconds span) const; // there is a hold, or was

    // Runs `work` on the thread and waits for what it returns. Never from the interface thread. Called on the
    // executor's own thread it runs at once.
    template<class Work>
    auto run(Priority priority, Work work) -> decltype(work()) {
        if (onThread())
            return work();
        if constexpr (std::is_void_v<decltype(work())>) {
            finish(priority, [&] { work(); });
        } else {
            std::optional<decltype(work())> result;
            finish(priority, [&] { result.emplace(work()); });
            return *std::move(result);
        }
    }

    // Runs `work` on the thread and hands what it returns to `then` on the receiver's thread, if it still
    // lives.
    template<class Work, class Then>
    void call(Priority priority, Work work, QObject *receiver, Then then) {
        post(priority,
             [work = std::move(work), then = std::move(then), alive = QPointer<QObject>(receiver)]() mutable {
                 if constexpr (std::is_void_v<decltype(work())>) {
                     work();
                     deliver(alive, std::move(then));
                 } else {
                     deliver(alive,
                             [then = std::move(then), value = work()]() mutable { then(std::move(value)); });
                 }
             });
    }

    // Calls `what` on the receiver's thread, if the receiver still lives.
    static void deliver(const QPointer<QObject> &receiver, Task what);

private:
    // Runs `task` on the thread and waits for its end; throws what it threw.
    void finish(Priority priority, Task task);
    void loop();
    // With m_mutex locked, as the next.
    bool held() const { return std::chrono::steady_clock::now() < heldUntil(); }
    std::chrono::steady_clock::time_point heldUntil() const;

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::array<std::deque<Task>, 3> m_queues;
    int m_holds = 0;
    std::chrono::steady_clock::time_point m_holdEnded;
    std::optional<std::chrono::steady_clock::time_point> m_bulkWaits; // since
    bool m_bulkIsDue = false; // what runs has waited long enough not to yield to a hold
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace inkstep
