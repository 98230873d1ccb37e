// The two-thirds decision, as laws over every class.
#include "practice/decision.h"

#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

std::vector<Share> someShares() {
    return {{1, 2}, {3, 5}, {2, 3}, {3, 4}, {4, 5}, {9, 10}, {1, 1}, {1, 3}, {0, 1}};
}

Thresholds anyThresholds() {
    const auto shares = someShares();
    Teaching teaching;
    teaching.moveOnAt = (*rc::gen::elementOf(shares)).text();
    teaching.teachAgainBelow = (*rc::gen::elementOf(shares)).text();
    return thresholdsOf(teaching);
}

struct Class {
    int alone, notAlone, unchecked;
};
Class anyClass(int most) {
    return {*rc::gen::inRange(0, most / 3 + 1), *rc::gen::inRange(0, most / 3 + 1),
            *rc::gen::inRange(0, most / 3 + 1)};
}

std::vector<Check> anyChecks() {
    std::vector<Check> checks(*rc::gen::inRange<std::size_t>(0, 8));
    for (Check &check : checks) {
        check.id = QUuid::createUuid();
        check.at = fromMs(*rc::gen::inRange<qint64>(0, 6));
        check.level = static_cast<SupportLevel>(*rc::gen::inRange(0, 5));
        check.trying = *rc::gen::arbitrary<bool>();
    }
    return checks;
}

// The fewest checks after which some answers leave nothing open, by trying all answers one by one.
int bruteForce(int alone, int notAlone, int unchecked, const Thresholds &thresholds) {
    for (int more = 1; more <= unchecked; ++more) {
        for (unsigned answers = 0; answers < (1u << more); ++answers) {
            const int going = std::popcount(answers);
            const Decision then =
                decide(alone + going, notAlone + more - going, unchecked - more, thresholds);
            if (then.verdict != Verdict::Open)
                return more;
        }
    }
    return 0;
}

} // namespace

class TestDecision : public QObject {
    Q_OBJECT

private slots:
    void theFewestThatReachAShare() {
        QVERIFY(rc::check("one fewer does not reach it", [] {
            const Share share = *rc::gen::elementOf(someShares());
            const int all = *rc::gen::inRange(0, 60);
            const int fewest = share.fewestOf(all);
            RC_ASSERT(share.reachedBy(fewest, all));
            RC_ASSERT(fewest == 0 || !share.reachedBy(fewest - 1, all));
        }));
    }
    void aClassOf24() {
        const Thresholds usual;
        QCOMPARE(decide(16, 8, 0, usual).verdict, Verdict::MoveOn);
        QCOMPARE(decide(15, 9, 0, usual).verdict, Verdict::SmallGroup);
        QCOMPARE(decide(12, 12, 0, usual).verdict, Verdict::SmallGroup);
        QCOMPARE(decide(11, 13, 0, usual).verdict, Verdict::TeachAgain);
        const Decision open = decide(14, 7, 4, usual); // 17 of 25 would be two thirds
        QCOMPARE(open.verdict, Verdict::Open);
        QCOMPARE(open.checked(), 21);
        QCOMPARE(open.atLeastMore, 2); // two more who do not: never two thirds, and half is there
        QCOMPARE(decide(0, 0, 0, usual).verdict, Verdict::Open);
        QCOMPARE(decide(0, 0, 0, usual).atLeastMore, 0);
    }

    void seenOneByOneIsTheSame() {
        QVERIFY(rc::check("latest checks stand for all", [] {
            const std::vector<Check> checks = anyChecks();
            LatestChecks latest;
            for (const Check &check : checks) {
                const LatestChecks before = latest;
                const bool knew = latest.knowsLaterThan(*check.at, check.level);
                latest.see(*check.at, check.id, check.level);
                if (knew)
                    RC_ASSERT(latest == before);
            }
            RC_ASSERT(latest.standing() == standingOf(checks));
            const Check *deciding = decidingCheck(checks);
            RC_ASSERT((deciding != nullptr) == latest.deciding().has_value());
            if (deciding)
                RC_ASSERT(deciding->id == latest.deciding()->id);
        }));
    }

    void noAnswersOfTheUncheckedReverseIt() {
        QVERIFY(rc::check("settled stays settled", [] {
            const Thresholds thresholds = anyThresholds();
            const Class some = anyClass(60);
            const Decision now = decide(some.alone, some.notAlone, some.unchecked, thresholds);
            const int more = *rc::gen::inRange(0, some.unchecked + 1);
            const int going = *rc::gen::inRange(0, more + 1);
            const Decision later =
                decide(some.alone + going, some.notAlone + more - going, some.unchecked - more, thresholds);
            if (now.verdict != Verdict::Open)
                RC_ASSERT(later.verdict == now.verdict);
            // And it is not held back: with everyone checked there is always a verdict.
            const Decision end =
                decide(some.alone + going, some.notAlone + some.unchecked - going, 0, thresholds);
            RC_ASSERT((end.verdict == Verdict::Open) == (end.expected == 0));
        }));
    }

    void atLeastSoManyMoreIsExact() {
        for (const Share &up : someShares()) {
            for (const Share &down : someShares()) {
                Teaching teaching;
                teaching.moveOnAt = up.text();
                teaching.teachAgainBelow = down.text();
                const Thresholds thresholds = thresholdsOf(teaching);
                for (int all = 0; all <= 12; ++all) {
                    for (int alone = 0; alone <= all; ++alone) {
                        for (int notAlone = 0; alone + notAlone <= all; ++notAlone) {
                            const int unchecked = all - alone - notAlone;
                            const Decision now = decide(alone, notAlone, unchecked, thresholds);
                            if (now.verdict == Verdict::Open && all > 0)
                                QCOMPARE(now.atLeastMore, bruteForce(alone, notAlone, unchecked, thresholds));
                            else
                                QCOMPARE(now.atLeastMore, 0);
                        }
                    }
                }
            }
        }
    }

    void unseenNeverCountsAsFailing() {
        QVERIFY(rc::check("one more unseen never brings teaching again", [] {
            const Thresholds thresholds = anyThresholds();
            const Class some = anyClass(40);
            const Decision fewer = decide(some.alone, some.notAlone, some.unchecked, thresholds);
            const Decision more = decide(some.alone, some.notAlone, some.unchecked + 1, thresholds);
            RC_ASSERT(more.notAlone == fewer.notAlone);
            if (more.verdict == Verdict::TeachAgain)
                RC_ASSERT(fewer.verdict == Verdict::TeachAgain);
        }));
        QCOMPARE(standingOf({}), Standing::NotChecked);
    }

    void helpedNeverCountsAsAlone() {
        QVERIFY(rc::check("only the latest check without help can say alone", [] {
            std::vector<Check> checks = anyChecks();
            const Standing standing = standingOf(checks);
            const bool everAlone = std::any_of(checks.begin(), checks.end(),
                                               [](const Check &c) { return c.level == SupportLevel::Alone; });
            if (!everAlone)
                RC_ASSERT(standing != Standing::Alone);
            if (standing == Standing::Alone)
                RC_ASSERT(decidingCheck(checks)->level == SupportLevel::Alone);
            // Help given at any time changes nothing where there is a check without help, and never makes it
            // alone.
            Check helped;
            helped.id = QUuid::createUuid();
            helped.at = fromMs(*rc::gen::inRange<qint64>(0, 10));
            helped.level =
                *rc::gen::element(SupportLevel::Prompt, SupportLevel::Model, SupportLevel::Together);
            checks.push_back(helped);
            const Standing after = standingOf(checks);
            RC_ASSERT(after == (standing == Standing::NotChecked ? Standing::NotAlone : standing));
        }));
    }

    void theOrderOfChecksDoesNotMatter() {
        QVERIFY(rc::check("two tablets that have the same checks agree", [] {
            std::vector<Check> checks = anyChecks();
            const Standing standing = standingOf(checks);
            std::reverse(checks.begin(), checks.end());
            RC_ASSERT(standingOf(checks) == standing);
        }));
    }

    void sharesFromText() {
        QCOMPARE(Share::fromText(QStringLiteral("3/4"), {}), (Share{3, 4}));
        for (const char *text : {"", "2", "2/0", "-1/2", "3/2", "a/b", "1/2/3"})
            QCOMPARE(Share::fromText(QString::fromLatin1(text), {2, 3}), (Share{2, 3}));
        Teaching crossed;
        crossed.moveOnAt = QStringLiteral("1/2");
        crossed.teachAgainBelow = QStringLiteral("3/4");
        QCOMPARE(thresholdsOf(crossed).teachAgainBelow, (Share{1, 2}));
    }
};

QTEST_GUILESS_MAIN(TestDecision)
#include "tst_decision.moc"
