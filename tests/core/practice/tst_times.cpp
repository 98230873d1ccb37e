// Check-backs and conferences against clocks that jump, as laws.
#include "practice/checkbacks.h"
#include "practice/talks.h"

#include <QDateTime>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;
using namespace std::chrono_literals;

namespace {

Moment local(int day, int hour, int minute = 0) {
    return fromMs(QDateTime(QDate(2026, 11, day), QTime(hour, minute)).toMSecsSinceEpoch());
}

CheckBack setAt(Moment set, int minutes) {
    CheckBack checkBack;
    checkBack.set = set;
    checkBack.due = dueIn(minutes, set);
    return checkBack;
}

} // namespace

class TestTimes : public QObject {
    Q_OBJECT

private slots:
    void neverWaitsLongerThanWasMeant() {
        QVERIFY(rc::check([] {
            const Moment set = local(10, 9);
            const int minutes = *rc::gen::inRange(1, 241);
            const Moment now = set + std::chrono::minutes(*rc::gen::inRange(-5'000, 5'000));
            const CheckBackStanding standing = standingOf(setAt(set, minutes), now);
            RC_ASSERT(standing.minutes >= 0);
            RC_ASSERT(standing.minutes <= minutes);
            RC_ASSERT((standing.standby == Standby::Later) == (now < set + std::chrono::minutes(minutes)));
            RC_ASSERT((standing.minutes > 0) == (standing.standby == Standby::Later));
        }));
    }

    void roundsUpAndIsDueOnTheDot() {
        const CheckBack one = setAt(local(10, 9), 10);
        QCOMPARE(standingOf(one, local(10, 9)).minutes, 10);
        QCOMPARE(standingOf(one, local(10, 9, 9) + 1s).minutes, 1);
        QVERIFY(standingOf(one, local(10, 9, 10)) == (CheckBackStanding{Standby::Due, 0}));
        QVERIFY(standingOf(CheckBack{}, local(10, 9)) == (CheckBackStanding{Standby::Due, 0}));
    }

    void midnightTakesNothingAway() {
        const CheckBack late = setAt(local(10, 23, 55), 10);
        QCOMPARE(standingOf(late, local(11, 0, 1)).standby, Standby::Later);
        QCOMPARE(standingOf(late, local(11, 0, 6)).standby, Standby::Due);
        const CheckBack before = setAt(local(10, 23, 40), 10);
        QCOMPARE(standingOf(before, local(11, 0, 1)).standby, Standby::Due);
        QCOMPARE(standingOf(before, local(11, 8)).standby, Standby::LeftOver);
    }

    void yesterdaysIsLeftOver() {
        const CheckBack one = setAt(local(10, 9), 10);
        QCOMPARE(standingOf(one, local(10, 15)).standby, Standby::Due);
        QCOMPARE(standingOf(one, local(11, 8)).standby, Standby::LeftOver);
        QCOMPARE(standingOf(one, local(20, 8)).standby, Standby::LeftOver);
    }

    void theBlocksEnd() {
        WorkBlock block;
        block.from = local(10, 9);
        block.plannedMinutes = 40;
        QCOMPARE(minutesToBlockEnd(block, local(10, 9, 15)), 25);
        QCOMPARE(minutesToBlockEnd(block, local(10, 9, 45)), 1); // it runs over
        QCOMPARE(minutesToBlockEnd(block, local(10, 11)), std::nullopt);
        QCOMPARE(minutesToBlockEnd(block, local(10, 8)), std::nullopt); // the clock was set back
        block.until = local(10, 9, 10);
        QCOMPARE(minutesToBlockEnd(block, local(10, 9, 15)), std::nullopt);
    }

    void aConferenceIsNeverNegativeNorAbsurd() {
        QVERIFY(rc::check([] {
            Conference talk;
            talk.from = local(10, 9);
            talk.until = *talk.from + std::chrono::seconds(*rc::gen::inRange(-1'000'000, 1'000'000));
            const auto minutes = talkMinutes(talk);
            RC_ASSERT(!minutes || (*minutes >= 0 && *minutes <= 180));
            talk.until = endAfter(talk, std::chrono::seconds(*rc::gen::inRange(-1'000'000, 1'000'000)));
            RC_ASSERT(talkMinutes(talk).has_value());
            talk.until =
                endOf(talk, *talk.from + std::chrono::seconds(*rc::gen::inRange(-1'000'000, 1'000'000)));
            RC_ASSERT(talkMinutes(talk).has_value());
        }));
        Conference open;
        open.from = local(10, 9);
        QCOMPARE(talkMinutes(open), std::nullopt);
        open.until = local(10, 9, 4);
        QCOMPARE(talkMinutes(open), 4);
    }
};

QTEST_APPLESS_MAIN(TestTimes)
#include "tst_times.moc"
