// Whose turn it is, groups, plans, rounds and stamina, as laws.
#include "practice/plan.h"
#include "practice/rounds.h"
#include "practice/stamina.h"
#include "practice/visits.h"

#include <QDateTime>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

std::vector<Id> someIds(int count) {
    std::vector<Id> ids;
    for (int i = 0; i < count; ++i)
        ids.push_back(QUuid::createUuid());
    return ids;
}

std::vector<Skill> someSkills(int count) {
    std::vector<Skill> skills(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Skill &skill = skills[static_cast<std::size_t>(i)];
        skill.id = QUuid::createUuid();
        skill.trait = QStringLiteral("trait%1").arg(*rc::gen::inRange(0, 3));
        skill.position = *rc::gen::inRange(0, 20);
        if (i > 0 && *rc::gen::arbitrary<bool>())
            skill.prerequisites << skills[static_cast<std::size_t>(*rc::gen::inRange(0, i))].id;
    }
    return skills;
}

} // namespace

class TestWhoAndWhen : public QObject {
    Q_OBJECT

private slots:
    void fairOrderVisitsEveryone() {
        QVERIFY(rc::check("everyone within as many days as it takes", [] {
            const int all = *rc::gen::inRange(1, 41);
            const int aDay = *rc::gen::inRange(1, 8);
            std::vector<Visited> students;
            for (const Id &id : someIds(all))
                students.push_back({id,
                                    *rc::gen::arbitrary<bool>()
                                        ? std::optional<Moment>(fromMs(*rc::gen::inRange(0, 9)))
                                        : std::nullopt,
                                    *rc::gen::inRange(0, 9), false});
            QSet<Id> visited;
            const int days = (all + aDay - 1) / aDay;
            for (int day = 0; day < days; ++day) {
                const std::vector<Id> order = fairOrder(students);
                RC_ASSERT(static_cast<int>(order.size()) == all);
                for (int i = 0; i < std::min(aDay, all); ++i) {
                    visited.insert(order[static_cast<std::size_t>(i)]);
                    for (Visited &one : students) {
                        if (one.student == order[static_cast<std::size_t>(i)])
                            one.last = fromMs(1000 + 10 * day);
                    }
                }
            }
            RC_ASSERT(visited.size() == all);
        }));
    }

    void theAbsentKeepTheirTurn() {
        const std::vector<Id> ids = someIds(3);
        std::vector<Visited> students{
            {ids[0], fromMs(5), 0, false}, {ids[1], std::nullopt, 1, true}, {ids[2], fromMs(2), 2, false}};
        QCOMPARE(fairOrder(students), (std::vector<Id>{ids[2], ids[0]}));
        students[1].absent = false;
        QCOMPARE(fairOrder(students).front(), ids[1]);
        const Moment now = fromMs(5) + std::chrono::days(7);
        QCOMPARE(notSeenLately(students, now, 7), (std::vector<Id>{ids[1], ids[2], ids[0]}));
        QCOMPARE(notSeenLately(students, now - std::chrono::milliseconds(1), 7),
                 (std::vector<Id>{ids[1], ids[2]}));
    }

    void groupsTakeNobodyTwice() {
        QVERIFY(rc::check("no student in two groups, none too small or too large", [] {
            const std::vector<Skill> skills = someSkills(*rc::gen::inRange(1, 8));
            const std::vector<Id> students = someIds(*rc::gen::inRange(1, 30));
            std::vector<Need> needs(*rc::gen::inRange<std::size_t>(0, 60));
            for (Need &need : needs)
                need = {*rc::gen::elementOf(students), (*rc::gen::elementOf(skills)).id};
            const std::vector<Group> groups = groupsFor(needs, skills);
            QSet<Id> seen;
            for (const Group &group : groups) {
                RC_ASSERT(group.students.size() >= 2 && group.students.size() <= 6);
                for (const Id &student : group.students) {
                    RC_ASSERT(!seen.contains(student));
                    seen.insert(student);
                    const bool needsIt = std::any_of(needs.begin(), needs.end(), [&](const Need &need) {
                        if (need.student != student)
                            return false;
                        if (group.shared)
                            return need.skill == group.skill;
                        return true;
                    });
                    RC_ASSERT(needsIt);
                }
            }
            // Who shares a need with somebody else left over would be a group: none was missed.
            for (const Skill &skill : skills) {
                QSet<Id> left;
                for (const Need &need : needs) {
                    if (need.skill == skill.id && !seen.contains(need.student))
                        left.insert(need.student);
                }
                RC_ASSERT(left.size() < 2);
            }
        }));
    }

    void aPlanFits() {
        QVERIFY(rc::check("never longer than the minutes, nobody twice", [] {
            const std::vector<Skill> skills = someSkills(4);
            const std::vector<Id> students = someIds(*rc::gen::inRange(1, 30));
            std::vector<Need> needs(*rc::gen::inRange<std::size_t>(0, 40));
            for (Need &need : needs)
                need = {*rc::gen::elementOf(students), (*rc::gen::elementOf(skills)).id};
            const PlanMinutes minutes{*rc::gen::inRange(-5, 90), *rc::gen::inRange(0, 15),
                                      *rc::gen::inRange(0, 25)};
            const auto plan = planFor(groupsFor(needs, skills), students, {}, minutes);
            RC_ASSERT(minutesOf(plan) <= std::max(0, minutes.all));
            QSet<Id> seen;
            for (const Planned &item : plan) {
                for (const Id &student : item.students) {
                    RC_ASSERT(!seen.contains(student));
                    seen.insert(student);
                }
            }
        }));
        const std::vector<Id> ids = someIds(5);
        const std::vector<Group> group{{QUuid::createUuid(), {ids[0], ids[1], ids[2]}, true}};
        const auto plan = planFor(group, ids, {}, {20, 5, 10});
        QCOMPARE(plan.size(), std::size_t(3)); // the group, and the two who are in none
        QCOMPARE(minutesOf(plan), 20);
        QCOMPARE(plan[1].students, QList<Id>{ids[3]});
    }

    void groupsLeaveMinutesForTurns() {
        QVERIFY(rc::check("no more minutes in groups than given for them", [] {
            const std::vector<Skill> skills = someSkills(3);
            const std::vector<Id> students = someIds(*rc::gen::inRange(1, 30));
            std::vector<Need> needs(*rc::gen::inRange<std::size_t>(0, 60));
            for (Need &need : needs)
                need = {*rc::gen::elementOf(students), (*rc::gen::elementOf(skills)).id};
            const PlanMinutes minutes{*rc::gen::inRange(10, 90), 5, 10, *rc::gen::inRange(0, 60)};
            int inGroups = 0;
            for (const Planned &item : planFor(groupsFor(needs, skills), students, {}, minutes))
                inGroups += item.students.size() > 1 ? item.minutes : 0;
            RC_ASSERT(inGroups <= minutes.inGroups);
        }));
    }

    void theNextSchoolDay() {
        QVERIFY(rc::check("soon, and never at the weekend", [] {
            const QDate day = QDate(2026, 11, 22).addDays(*rc::gen::inRange(-900, 900));
            const QDate next = nextSchoolDay(day);
            RC_ASSERT(next > day && next.dayOfWeek() <= 5);
            RC_ASSERT(day.daysTo(next) <= (day.dayOfWeek() >= 5 ? 8 - day.dayOfWeek() : 1));
        }));
    }

    void whatWasLeftRunning() {
        const auto at = [](const char *text) {
            return fromMs(QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch());
        };
        using std::chrono::minutes;
        WorkBlock block{{}, at("2026-11-17T23:50:00"), std::nullopt, 40, {}, {}};
        QVERIFY(!wasLeftRunning(block, at("2026-11-18T00:20:00"), minutes(30))); // midnight in a block
        QVERIFY(wasLeftRunning(block, at("2026-11-18T00:31:00"), minutes(41)));
        QVERIFY(!wasLeftRunning(block, at("2026-11-19T00:00:00"), minutes(10))); // the wall clock jumped
        block.from = at("2026-11-17T09:00:00");
        QVERIFY(!wasLeftRunning(block, at("2026-11-17T10:30:00"), minutes(90))); // they wanted more
        QVERIFY(wasLeftRunning(block, at("2026-11-17T14:00:00"), minutes(300)));
        block.until = at("2026-11-17T09:30:00");
        QVERIFY(!wasLeftRunning(block, at("2026-11-18T09:00:00"), minutes(1440)));
    }

    void oneWorkTimeCountsOnce() {
        QVERIFY(rc::check("what is left does not overlap, and nothing that stood alone is lost", [] {
            std::vector<WorkBlock> blocks(*rc::gen::inRange<std::size_t>(0, 12));
            for (WorkBlock &block : blocks) {
                block.id = QUuid::createUuid();
                block.from = fromMs(*rc::gen::inRange(0, 600) * 60'000LL);
                block.until = *block.from + std::chrono::minutes(*rc::gen::inRange(1, 90));
            }
            const std::vector<WorkBlock> apart = withoutOverlaps(blocks);
            RC_ASSERT(apart.empty() == blocks.empty());
            for (std::size_t i = 1; i < apart.size(); ++i)
                RC_ASSERT(*apart[i].from >= *apart[i - 1].from);
            for (const WorkBlock &block : blocks) {
                const bool alone = std::none_of(blocks.begin(), blocks.end(), [&](const WorkBlock &other) {
                    return other.id != block.id && *other.from < *block.until && *block.from < *other.until;
                });
                RC_ASSERT(!alone || std::find(apart.begin(), apart.end(), block) != apart.end());
                const bool stoodFor = std::any_of(apart.begin(), apart.end(), [&](const WorkBlock &other) {
                    return other.id == block.id || *other.until - *other.from >= *block.until - *block.from ||
                           (*other.from < *block.until && *block.from < *other.until);
                });
                RC_ASSERT(stoodFor);
            }
        }));
    }

    void roundsFollowEachOther() {
        QVERIFY(rc::check("every day lies in exactly one round", [] {
            const int days = *rc::gen::inRange(1, 40);
            const QDate from = QDate(2026, 9, 1).addDays(*rc::gen::inRange(-500, 500));
            const QDate day = QDate(2026, 11, 22).addDays(*rc::gen::inRange(-900, 900));
            const Round round = roundAt(day, days, from);
            RC_ASSERT(round.first <= day && day <= round.last);
            RC_ASSERT(round.first.daysTo(round.last) == days - 1);
            RC_ASSERT(roundAt(round.last.addDays(1), days, from).first == round.last.addDays(1));
            RC_ASSERT(from.daysTo(round.first) % days == 0);
        }));
    }

    void staminaOverClockJumps() {
        const auto at = [](const char *text) {
            return std::optional<Moment>(
                fromMs(QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch()));
        };
        WorkBlock usual{{}, at("2026-11-16T09:00:00"), at("2026-11-16T09:30:00"), 40, {}, {}};
        WorkBlock overMidnight{{}, at("2026-11-17T23:50:00"), at("2026-11-18T00:10:00"), 30, {}, {}};
        WorkBlock clockSetBack{{}, at("2026-11-18T09:00:00"), at("2026-11-18T08:00:00"), 40, {}, {}};
        WorkBlock forgotten{{}, at("2026-11-19T09:00:00"), at("2026-11-20T09:00:00"), 25, {}, {}};
        WorkBlock going{{}, at("2026-11-20T09:00:00"), std::nullopt, 40, {}, {}};
        QCOMPARE(*heldMinutes(usual), 30);
        QCOMPARE(*heldMinutes(overMidnight), 20);
        QCOMPARE(*heldMinutes(clockSetBack), 0);
        QCOMPARE(*heldMinutes(forgotten), 25);
        QVERIFY(!heldMinutes(going));
        const std::vector<WorkBlock> blocks{usual, overMidnight, clockSetBack, going};
        const auto weeks = staminaByWeek(blocks, QDate(2026, 11, 22), 3);
        QCOMPARE(weeks.size(), std::size_t(3));
        QCOMPARE(weeks[2].monday, QDate(2026, 11, 16));
        QCOMPARE(weeks[2].blocks, 2);
        QCOMPARE(weeks[2].held, 25.0);
        QCOMPARE(weeks[2].planned, 35.0);
        QCOMPARE(weeks[2].longest, 30);
        QCOMPARE(weeks[0].blocks, 0);
    }
};

QTEST_GUILESS_MAIN(TestWhoAndWhen)
#include "tst_whoandwhen.moc"
