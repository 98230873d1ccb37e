// Threads that give way to all others, and rest between what they compute.
#include "base/givingway.h"

#include <QTest>
#include <atomic>
#include <ctime>
#include <sched.h>
#include <thread>

using namespace inkstep;
using namespace std::chrono;

namespace {

nanoseconds computed() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

} // namespace

class TestGivingWay : public QObject {
    Q_OBJECT

private slots:
    void onlyTheThreadThatAsksGivesWay() {
#ifndef Q_OS_LINUX
        QSKIP("the system's own names for it are known here for Linux only");
#else
        int there = -1;
        std::thread([&] {
            giveWay();
            there = sched_getscheduler(0);
        }).join();
        QCOMPARE(there, SCHED_IDLE);
        QCOMPARE(sched_getscheduler(0), SCHED_OTHER);
#endif
    }

    // Of two, each computes for an eighth of the time: together they are a quarter of one processor.
    void restsInProportionToWhatWasComputed() {
        Rests rests(2);
        const auto begin = computed();
        std::atomic<int> sum = 0;
        while (computed() - begin < milliseconds(10))
            ++sum;
        const auto before = steady_clock::now();
        const auto busy = computed();
        rests.rest();
        QVERIFY(steady_clock::now() - before >= milliseconds(70));
        QVERIFY(computed() - busy < milliseconds(10)); // it slept
    }
};

QTEST_GUILESS_MAIN(TestGivingWay)
#include "tst_givingway.moc"
