// What the lists say, by a clock that is told the time: turns, groups, the suggestion, what is kept, the
// round.
#include "grouplist.h"
#include "planlist.h"
#include "planstage.h"
#include "roundlist.h"
#include "steplist.h"
#include "unseenlist.h"
#include "ways.h"

#include <QElapsedTimer>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class PlanListsTest : public QObject {
    Q_OBJECT

    static constexpr auto day = 24h;

    template<class List>
    static QStringList names(const List &list) {
        QStringList all;
        for (const auto &row : list.rows())
            all << row.name;
        return all;
    }
    static QStringList plan(const PlanList &list) {
        QStringList all;
        for (const PlanRow &row : list.rows())
            all << row.names.join(QLatin1Char('+'));
        return all;
    }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void everythingLookedAtIsSeeing() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo"), QStringLiteral("Maya"),
                          QStringLiteral("Omar"), QStringLiteral("Wren"), QStringLiteral("Zoe")});
        const Id skill = stage.skill(QStringLiteral("Leads"));
        const Id offered = stage.step(QStringLiteral("Ana"), skill, QStringLiteral("hook them"));
        stage.clock.advance(9 * day);
        UnseenList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.count(), 6); // Ana nine days ago, nobody else yet
        QCOMPARE(names(list).last(), QStringLiteral("Ana"));
        QCOMPARE(list.rows().back().days, 9);
        QCOMPARE(list.rows().back().step, QStringLiteral("hook them"));
        Answer answer;
        answer.note = offered;
        answer.at = stage.clock.now();
        stage.add(answer);
        QTRY_COMPARE(list.count(), 5);
        Conference conference;
        conference.student = stage.student(QStringLiteral("Leo"));
        conference.from = stage.clock.now();
        stage.add(conference);
        QTRY_COMPARE(list.count(), 4);
        Check check;
        check.student = stage.student(QStringLiteral("Maya"));
        check.skill = skill;
        check.at = stage.clock.now();
        stage.add(check);
        QTRY_COMPARE(list.count(), 3);
        stage.sample(QStringLiteral("Omar"));
        QTRY_COMPARE(list.count(), 2);
        QCOMPARE(names(list), (QStringList{QStringLiteral("Wren"), QStringLiteral("Zoe")}));
        stage.clock.advance(5 * day); // all of them again, those never seen first
        list.lookAtClock();
        QTRY_COMPARE(list.count(), 6);
        QCOMPARE(names(list).front(), QStringLiteral("Wren"));
    }

    void theAwayAndTheArchived() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo"), QStringLiteral("Maya")});
        stage.absent(QStringLiteral("Ana"));
        UnseenList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.count(), 3);
        QCOMPARE(names(list).last(), QStringLiteral("Ana")); // her turn stays, but not today
        QVERIFY(list.rows().back().away);
        QVERIFY(stage.commit(Edit(QStringLiteral("Archive"))
                                 .set(stage.student(QStringLiteral("Leo")), &Student::archived, true)));
        QTRY_COMPARE(names(list), (QStringList{QStringLiteral("Maya"), QStringLiteral("Ana")}));
        stage.clock.advance(day); // nobody is away tomorrow
        list.lookAtClock();
        QTRY_COMPARE(names(list).front(), QStringLiteral("Ana"));
    }

    void stepsAndChecksMakeGroups() {
        PlanStage stage;
        stage.startClass(someNames(6));
        const Id taught = stage.skill(QStringLiteral("Spaces"), 1, true);
        const Id other = stage.skill(QStringLiteral("Endings"), 9);
        for (const int i : {1, 2})
            stage.step(QStringLiteral("Student %1").arg(i), other);
        const auto check = [&](int i, SupportLevel level) {
            Check made;
            made.student = stage.student(QStringLiteral("Student %1").arg(i));
            made.skill = taught;
            made.at = stage.clock.now();
            made.level = level;
            stage.add(made);
        };
        check(3, SupportLevel::NotYet);
        check(4, SupportLevel::Together);
        check(5, SupportLevel::Model);
        check(6, SupportLevel::Alone); // needs no group
        GroupList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.count(), 2);
        QCOMPARE(list.rows()[0].skillName, QStringLiteral("Spaces"));
        QCOMPARE(list.rows()[0].names, (QStringList{QStringLiteral("Student 3"), QStringLiteral("Student 4"),
                                                    QStringLiteral("Student 5")}));
        QCOMPARE(list.rows()[1].names, someNames(2));
        // What was let go, or checked to go alone, needs no group any more.
        stage.clock.advance(1h);
        check(3, SupportLevel::Alone);
        check(4, SupportLevel::Alone);
        QTRY_COMPARE(list.count(), 1);
    }

    void whatGoesAloneIsLookedForFirst() {
        PlanStage stage;
        stage.startClass(someNames(3));
        stage.step(QStringLiteral("Student 1"), {}, QStringLiteral("older"));
        stage.clock.advance(1h);
        stage.step(QStringLiteral("Student 1"), {}, QStringLiteral("newer"));
        Answer answer;
        answer.note = stage.step(QStringLiteral("Student 3"), {}, QStringLiteral("spaces"));
        answer.level = SupportLevel::Alone;
        answer.at = stage.clock.now();
        stage.add(answer);
        StepList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(names(list), (QStringList{QStringLiteral("Student 3"), QStringLiteral("Student 1")}));
        QCOMPARE(list.rows()[1].words, QStringLiteral("newer"));
        answer.letGo = true;
        stage.clock.advance(1h);
        answer.at = stage.clock.now();
        stage.add(answer);
        QTRY_COMPARE(list.count(), 1);
    }

    void theSuggestionFitsAndIsNotWritten() {
        PlanStage stage;
        stage.startClass(someNames(25));
        const Id skill = stage.skill(QStringLiteral("Leads"));
        for (int i = 1; i <= 5; ++i)
            stage.step(QStringLiteral("Student %1").arg(i), skill);
        PlanList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_VERIFY(list.count() > 0);
        QCOMPARE(list.groups(), 1);
        QCOMPARE(list.conferences(), 6); // 10 and 6 × 5 are 40
        QCOMPARE(list.minutes(), 40);
        QCOMPARE(list.over(), 0);
        QVERIFY(!list.kept());
        QVERIFY(stage.planItems().empty());
        Ways ways;
        ways.setWorkspace(stage.workspace.get());
        QTRY_VERIFY(ways.ready());
        ways.setBlockMinutes(20);
        QTRY_COMPARE(list.minutes(), 20);
        QCOMPARE(list.groups(), 1); // half of the minutes
        QCOMPARE(list.allMinutes(), 20);
    }

    void theDayAfterFridayIsMonday() {
        PlanStage stage;
        stage.startClass(someNames(2));
        PlanList list;
        list.setWorkspace(stage.workspace.get()); // a Wednesday
        QCOMPARE(list.dayName(), QStringLiteral("Tomorrow"));
        QCOMPARE(list.date(), QDate(2026, 10, 15));
        stage.clock.set(PlanStage::at(2026, 10, 16, 23, 59));
        list.lookAtClock();
        QCOMPARE(list.date(), QDate(2026, 10, 19));
        QCOMPARE(list.dayName(), QStringLiteral("Monday"));
        stage.clock.advance(2min); // Saturday
        list.lookAtClock();
        QCOMPARE(list.date(), QDate(2026, 10, 19));
        stage.clock.set(PlanStage::at(2026, 10, 18));
        list.lookAtClock();
        QCOMPARE(list.dayName(), QStringLiteral("Tomorrow"));
    }

    void aChangeKeepsTheWholePlan() {
        PlanStage stage;
        stage.startClass(someNames(10));
        PlanList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.count(), 8);
        const QStringList suggested = plan(list);
        list.takeOut(2);
        QCOMPARE(list.count(), 7); // at once
        list.setMinutes(0, 10);    // and another before the first is durable
        list.move(0, 2);
        QTRY_COMPARE(stage.planItems().size(), std::size_t(7));
        QTRY_COMPARE(stage.planItems()[2].minutes, 10);
        QStringList expected = suggested;
        expected.removeAt(2);
        expected.move(0, 2);
        QTRY_COMPARE(plan(list), expected);
        QVERIFY(list.kept());
        QCOMPARE(list.minutes(), 40);
        list.takeIn({idText(stage.student(QStringLiteral("Student 9")))}, {});
        QCOMPARE(list.over(), 5); // said, not prevented
        QTRY_COMPARE(stage.planItems().size(), std::size_t(8));
        QTRY_COMPARE(stage.workspace->undoLabel(), QStringLiteral("Take into the plan"));
        stage.workspace->undo();
        QTRY_COMPARE(stage.workspace->redoLabel(), QStringLiteral("Take into the plan"));
        QTRY_COMPARE(list.over(), 0);
        // The other way round: all of it back to the suggestion.
        for (int i = 0; i < 3; ++i) {
            const QString label = stage.workspace->undoLabel();
            QVERIFY(!label.isEmpty());
            QSignalSpy undone(stage.workspace.get(), &Workspace::undoChanged);
            stage.workspace->undo();
            QTRY_COMPARE(undone.count(), 2); // taken off, and there to be done again
        }
        QTRY_VERIFY(!list.kept());
        QTRY_COMPARE(plan(list), suggested);
    }

    void takingOutTheLastSuggestsAnew() {
        PlanStage stage;
        stage.startClass(someNames(1));
        PlanList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.count(), 1);
        list.keep();
        QVERIFY(list.kept());
        QTRY_COMPARE(stage.planItems().size(), std::size_t(1));
        list.startOver();
        QTRY_VERIFY(stage.planItems().empty());
        QTRY_VERIFY(list.count() == 1 && !list.kept());
    }

    // Two tablets keep the same suggestion without contact.
    void whatTwoDevicesKeptShowsOnce() {
        PlanStage stage;
        stage.startClass(someNames(3));
        const QList<Id> pair{stage.student(QStringLiteral("Student 1")),
                             stage.student(QStringLiteral("Student 2"))};
        PlanItem item;
        item.day = QStringLiteral("2026-10-15");
        item.students = pair;
        item.minutes = 10;
        const Id mine = stage.add(item);
        std::reverse(item.students.begin(), item.students.end());
        item.minutes = 15;
        stage.add(item);
        item.students = {stage.student(QStringLiteral("Student 3"))};
        item.position = 1;
        stage.add(item);
        PlanList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.count(), 2);
        QCOMPARE(list.rows()[0].items.size(), 2);
        QVERIFY(list.rows()[0].items.contains(mine));
        list.setDone(0, true); // holds for both
        QTRY_COMPARE(static_cast<int>(std::ranges::count(stage.planItems(), true, &PlanItem::done)), 2);
        QTRY_COMPARE(list.left(), 1);
        list.takeOut(0);
        QTRY_COMPARE(stage.planItems().size(), std::size_t(1));
        QTRY_COMPARE(list.count(), 1);
    }

    void whoLeftIsNotPlanned() {
        PlanStage stage;
        stage.startClass(someNames(3));
        PlanItem item;
        item.day = QStringLiteral("2026-10-15");
        item.minutes = 5;
        item.students = {stage.student(QStringLiteral("Student 1"))};
        stage.add(item);
        item.students << stage.student(QStringLiteral("Student 2"));
        stage.add(item);
        PlanList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.count(), 2);
        const Id first = stage.student(QStringLiteral("Student 1"));
        QVERIFY(stage.commit(Edit(QStringLiteral("Archive")).set(first, &Student::archived, true)));
        QTRY_COMPARE(plan(list), QStringList{QStringLiteral("Student 2")});
        QCOMPARE(stage.planItems().size(), std::size_t(2)); // nothing is lost
        QVERIFY(stage.commit(Edit(QStringLiteral("Bring back")).set(first, &Student::archived, false)));
        QTRY_COMPARE(list.count(), 2);
    }

    void todaysPlanIsTheOneKeptForToday() {
        PlanStage stage;
        stage.startClass(someNames(4));
        PlanList tomorrow;
        tomorrow.setWorkspace(stage.workspace.get());
        PlanList today;
        today.setOfToday(true);
        today.setSuggests(false);
        today.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(tomorrow.count(), 4);
        QTRY_VERIFY(today.ready());
        QCOMPARE(today.count(), 0);
        tomorrow.keep();
        QTRY_COMPARE(stage.planItems().size(), std::size_t(4));
        stage.clock.advance(day);
        today.lookAtClock();
        QTRY_COMPARE(today.count(), 4);
        today.setDone(1, true);
        QCOMPARE(today.left(), 3);
        stage.absent(QStringLiteral("Student 3"));
        QTRY_COMPARE(today.rows()[2].away, QStringList{QStringLiteral("Student 3")});
    }

    void theRoundCountsIndependentPieces() {
        PlanStage stage;
        stage.startClass(someNames(3));
        RoundList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.missing(), 3);
        stage.sample(QStringLiteral("Student 1"), SampleKind::Independent);
        stage.sample(QStringLiteral("Student 2")); // in progress: another thing
        QTRY_COMPARE(list.inside(), 1);
        QCOMPARE(list.missingNames(),
                 (QStringList{QStringLiteral("Student 2"), QStringLiteral("Student 3")}));
        const Round round = roundAt(QDate(2026, 10, 14), 14);
        QCOMPARE(list.daysLeft(), static_cast<int>(QDate(2026, 10, 14).daysTo(round.last)));
        // Its last minute still counts; a minute later a new round has begun.
        stage.clock.set(fromMs(QDateTime(round.last, QTime(23, 59)).toMSecsSinceEpoch()));
        list.lookAtClock();
        stage.sample(QStringLiteral("Student 2"), SampleKind::Independent);
        QTRY_COMPARE(list.inside(), 2);
        QCOMPARE(list.daysLeft(), 0);
        stage.clock.advance(1min);
        list.lookAtClock();
        QTRY_COMPARE(list.inside(), 0);
    }

    void fourHundredStudents() {
        PlanStage stage;
        QStringList many = someNames(399);
        many << QString(300, QLatin1Char('x'));
        stage.startClass(many);
        const Id skill = stage.skill(QStringLiteral("Leads"));
        for (int i = 1; i <= 60; ++i)
            stage.step(QStringLiteral("Student %1").arg(i), skill);
        UnseenList unseen;
        GroupList groups;
        PlanList list;
        QElapsedTimer timer;
        timer.start();
        unseen.setWorkspace(stage.workspace.get());
        groups.setWorkspace(stage.workspace.get());
        list.setWorkspace(stage.workspace.get());
        QTRY_VERIFY(unseen.ready() && groups.ready() && list.ready());
        QCOMPARE(unseen.count(), 340);
        QCOMPARE(groups.count(), 10);
        QCOMPARE(list.minutes(), 40);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_MAIN(PlanListsTest)
#include "tst_plan_lists.moc"
