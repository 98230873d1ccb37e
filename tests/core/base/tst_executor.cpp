#include "base/executor.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <latch>

using namespace inkstep;

class TestExecutor : public QObject {
    Q_OBJECT

private slots:
    void whatMattersMoreGoesFirst() {
        std::vector<int> order;
        {
            Executor executor;
            std::latch full(1);
            executor.post(Executor::Bulk, [&] { full.wait(); });
            for (const auto priority :
                 {Executor::Screen, Executor::Shutter, Executor::Screen, Executor::Shutter})
                executor.post(priority, [&order, priority] { order.push_back(priority); });
            full.count_down();
        }
        QCOMPARE(order, (std::vector<int>{Executor::Shutter, Executor::Shutter, Executor::Screen,
                                          Executor::Screen}));
    }

    void bulkWorkSeesThatItShouldMakeRoom() {
        Executor executor;
        QVERIFY(executor.run(Executor::Bulk, [&] {
            const bool before = executor.shouldYield(Executor::Bulk);
            executor.post(Executor::Shutter, [] {});
            return !before && executor.shouldYield(Executor::Bulk) &&
                   !executor.shouldYield(Executor::Shutter);
        }));
    }

    void bulkWorkMakesRoomForAHoldAndBeginsWhenItHasEnded() {
        Executor executor;
        std::atomic<int> bulk = 0;
        {
            QElapsedTimer held;
            held.start();
            std::optional<Executor::Hold> hold;
            QVERIFY(executor.run(Executor::Bulk, [&] {
                hold.emplace(executor);
                return executor.shouldYield(Executor::Bulk);
            }));
            executor.post(Executor::Bulk, [&] { ++bulk; });
            executor.run(Executor::Shutter, [] {});
            executor.run(Executor::Screen, [] {});
            // A machine that stood still for so long has let it through.
            QVERIFY(bulk.load() == 0 || held.hasExpired(Executor::longestHeld.count()));
        }
        QTRY_COMPARE(bulk.load(), 1);
    }

    void aHoldThatDoesNotEndKeepsNothingAwayForEver() {
        Executor executor;
        const Executor::Hold hold(executor);
        // What is done after all is not asked to stop at once again.
        QVERIFY(executor.run(Executor::Bulk, [&] { return !executor.shouldYield(Executor::Bulk); }));
    }

    void runGivesBackWhatTheWorkMadeAlsoFromItsOwnThread() {
        Executor executor;
        QVERIFY(!executor.onThread());
        const int value = executor.run(Executor::Screen, [&] {
            return executor.onThread() ? executor.run(Executor::Screen, [] { return 42; }) : 0;
        });
        QCOMPARE(value, 42);
    }

    void theEndDropsBulkAndDoesTheRest() {
        int screen = 0, bulk = 0;
        {
            Executor executor;
            executor.post(Executor::Shutter, [&] {
                while (!executor.shouldYield(Executor::Bulk)) // until the destructor has begun
                    std::this_thread::yield();
                executor.post(Executor::Screen, [&] { ++screen; });
            });
            executor.post(Executor::Bulk, [&] { ++bulk; });
        }
        QCOMPARE(screen, 1);
        QCOMPARE(bulk, 0);
    }

    void whatIsHandedOverArrivesOnTheReceiversThread() {
        Executor executor;
        QObject receiver;
        QThread *where = nullptr;
        executor.call(
            Executor::Screen, [] { return 7; }, &receiver,
            [&](int value) { where = value == 7 ? QThread::currentThread() : nullptr; });
        QTRY_COMPARE(where, QThread::currentThread());
    }

    void aReceiverThatIsGoneGetsNothing() {
        Executor executor;
        bool called = false;
        auto receiver = std::make_unique<QObject>();
        std::latch gone(1);
        executor.call(
            Executor::Screen, [&] { gone.wait(); }, receiver.get(), [&] { called = true; });
        receiver.reset();
        gone.count_down();
        executor.run(Executor::Screen, [] {});
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
