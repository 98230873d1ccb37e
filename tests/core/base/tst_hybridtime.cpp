#include "base/hybridtime.h"

#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

// Any moment a tablet may show: from a flat battery's 1970 to far ahead.
rc::Gen<Moment> anyMoment() {
    return rc::gen::map(rc::gen::inRange<std::int64_t>(-1'000, 1ll << 44), fromMs);
}

constexpr std::int64_t day = 24ll * 3600 * 1000;

} // namespace

class TestHybridTime : public QObject {
    Q_OBJECT

private slots:
    void onlyGrowsWhateverTheClockDoes() {
        QVERIFY(rc::check("each tick is later than all before it", [] {
            HybridTime time;
            std::uint64_t last = 0;
            const auto moments = *rc::gen::container<std::vector<Moment>>(anyMoment());
            for (const Moment moment : moments) {
                if (*rc::gen::arbitrary<bool>())
                    time.observe(*rc::gen::arbitrary<std::uint64_t>(), moment);
                const std::uint64_t now = time.tick(moment);
                RC_ASSERT(now > last);
                RC_ASSERT(HybridTime::wall(now) >= std::max(moment, fromMs(0)));
                last = now;
            }
        }));
    }

    void comesAfterWhatWasSeen() {
        QVERIFY(rc::check("an event after one seen is later, if its clock is within a day", [] {
            const Moment now = *anyMoment();
            const Moment theirs = now + std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(-day, day));
            const std::uint64_t other =
                HybridTime::fromWall(theirs) + *rc::gen::inRange<std::uint64_t>(0, 0xffff);
            HybridTime time(HybridTime::fromWall(now));
            time.observe(other, now);
            RC_ASSERT(time.tick(now) > other);
        }));
    }

    void aClockFarAheadDoesNotBecomeOurs() {
        QVERIFY(rc::check("more than a day ahead leaves us alone", [] {
            const Moment now = std::max(*anyMoment(), fromMs(0));
            const Moment theirs =
                now + std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(day + 1, 100 * 365 * day));
            HybridTime time(HybridTime::fromWall(now));
            time.observe(HybridTime::fromWall(theirs), now);
            RC_ASSERT(time.last() == HybridTime::fromWall(now));
        }));
    }

    void aFullCounterCarriesIntoTheMilliseconds() {
        const Moment now = fromMs(1'790'000'000'000);
        HybridTime time(HybridTime::fromWall(now) + 0xffff);
        const std::uint64_t next = time.tick(now);
        QCOMPARE(HybridTime::wall(next), now + std::chrono::milliseconds(1));
        QCOMPARE(next & 0xffff, std::uint64_t(0));
    }

    void aMomentBefore1970IsZero() {
        QCOMPARE(HybridTime::fromWall(fromMs(-5)), std::uint64_t(0));
        QCOMPARE(HybridTime::wall(HybridTime::fromWall(fromMs(123'456))), fromMs(123'456));
    }
};

QTEST_APPLESS_MAIN(TestHybridTime)
#include "tst_hybridtime.moc"
