// Conferences and check-backs over a real notebook: clocks that jump, midnight, a restart, a student who
// left.
#include "checkbackbell.h"
#include "checkbacklist.h"
#include "checkbackmaker.h"
#include "chime.h"
#include "conference.h"
#include "conferenceender.h"
#include "skillchips.h"
#include "stephint.h"
#include "storylist.h"
#include "talks.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

namespace {

class FakeNotifier final : public Notifier {
public:
    void tell(const QString &title, const QString &text) override { told << title + QLatin1Char('|') + text; }
    void withdraw() override { ++withdrawn; }
    QStringList told;
    int withdrawn = 0;
};

struct Talk {
    explicit Talk(Stage &stage, const QString &name) {
        keeper.setSteady([this] { return passed; });
        keeper.setWorkspace(stage.workspace.get());
        keeper.setStudentId(idText(stage.student(name)));
    }
    qint64 passed = 0;
    ConferenceKeeper keeper;
};

QStringList namesIn(const SkillChips &chips) {
    QStringList names;
    for (const SkillRow &row : chips.rows())
        names << row.name;
    return names;
}

} // namespace

class CheckbackTimes : public QObject {
    Q_OBJECT

    static constexpr auto ana = "Ana";

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void aStepPutOnTheFullPageBelongsToTheConference() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id student = stage.student(QStringLiteral("Ana"));
        const Id step = addStep(stage, student, QStringLiteral("Leave a space."));
        const Id page = addPage(stage, student);
        stage.clock.advance(-48h); // what is older stays older
        Talk talk(stage, QStringLiteral("Ana"));
        talk.keeper.answer(idText(step), 2);
        QTRY_VERIFY(talk.keeper.running());
        stage.clock.advance(1min);
        const Id note = addStep(stage, page, QStringLiteral("Say what you smelled."));
        QTRY_VERIFY(talk.keeper.value().made.contains(note));
        talk.keeper.leave();
        QTRY_VERIFY(allOf<Conference>(stage).at(0).until.has_value());
        QCOMPARE(allOf<Conference>(stage).at(0).notes, QList<Id>{note});
    }

    void lookingIsNoConference() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        {
            Talk talk(stage, QStringLiteral("Ana"));
            QVERIFY(!talk.keeper.running());
        }
        QCOMPARE(allOf<Conference>(stage).size(), 0);
    }

    void itBeginsWithTheFirstActAndEndsByLeaving() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id page = addPage(stage, stage.student(QStringLiteral("Ana")));
        const Id step = addStep(stage, page, QStringLiteral("Leave a space"));
        const Moment began = stage.clock.now();
        {
            Talk talk(stage, QStringLiteral("Ana"));
            talk.keeper.setPageId(idText(page));
            talk.keeper.answer(idText(step), 1);
            QVERIFY(talk.keeper.running());
            talk.passed = 3 * 60'000;
            QCOMPARE(talk.keeper.minutes(), 3);
            talk.keeper.addNote(2, {}, QStringLiteral("Say it first"), 0.3);
            talk.keeper.addNote(0, {}, QStringLiteral("A strong start"), 0.4);
            talk.keeper.support(2);
            QTRY_COMPARE(allOf<Conference>(stage).size(), 1);
            QTRY_COMPARE(allOf<Conference>(stage).front().notes.size(), 2);
            QTRY_VERIFY(allOf<Conference>(stage).front().supported);
            QCOMPARE(allOf<Conference>(stage).front().until, std::nullopt);
            talk.passed = 4 * 60'000;
        }
        QTRY_VERIFY(allOf<Conference>(stage).front().until);
        const Conference kept = allOf<Conference>(stage).front();
        QCOMPARE(kept.from, std::optional(began));
        QCOMPARE(*kept.until - *kept.from, 4min);
        QCOMPARE(kept.page, page);
        QCOMPARE(kept.level, SupportLevel::Model);
        QCOMPARE(allOf<Note>(stage).size(), 3);
        QCOMPARE(allOf<Answer>(stage).size(), 1);
    }

    void aClockThatJumpsChangesNothing() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        Talk talk(stage, QStringLiteral("Ana"));
        talk.keeper.addNote(0, {}, QStringLiteral("A strong start"), 0.4);
        stage.clock.advance(-48h);
        talk.passed = 2 * 60'000;
        QCOMPARE(talk.keeper.minutes(), 2);
        talk.passed = 100'000 * 60'000LL; // it slept for weeks
        QCOMPARE(talk.keeper.minutes(), 180);
        talk.passed = -5;
        QCOMPARE(talk.keeper.minutes(), 0);
        talk.passed = 2 * 60'000;
        talk.keeper.leave();
        QTRY_VERIFY(!allOf<Conference>(stage).empty() && allOf<Conference>(stage).front().until);
        const Conference kept = allOf<Conference>(stage).front();
        QCOMPARE(*kept.until - *kept.from, 2min);
    }

    void oneUndoTakesActAndConferenceBack() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        Talk talk(stage, QStringLiteral("Ana"));
        talk.keeper.addNote(0, {}, QStringLiteral("A strong start"), 0.4);
        QTRY_COMPARE(allOf<Conference>(stage).size(), 1);
        QTRY_COMPARE(stage.workspace->undoLabel(), QStringLiteral("Add note"));
        stage.workspace->undo();
        QTRY_COMPARE(allOf<Conference>(stage).size(), 0);
        QCOMPARE(allOf<Note>(stage).size(), 0);
        QTRY_VERIFY(!talk.keeper.running());
        stage.workspace->redo();
        QTRY_VERIFY(talk.keeper.running());
        QTRY_COMPARE(allOf<Conference>(stage).size(), 1);
    }

    void closedInTheMiddleItEndsAtItsLastAct() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        const Id step = addStep(stage, stage.student(QStringLiteral("Ana")), QStringLiteral("Try"));
        stage.clock.advance(1h);
        Conference cut;
        cut.id = newId(stage.clock, stage.random);
        cut.student = stage.student(QStringLiteral("Ana"));
        cut.from = stage.clock.now();
        QVERIFY(stage.commit(Edit(QString()).create(cut)));
        stage.clock.advance(6min);
        Answer answer;
        answer.id = newId(stage.clock, stage.random);
        answer.note = step;
        answer.at = stage.clock.now();
        QVERIFY(stage.commit(Edit(QString()).create(answer)));
        stage.clock.advance(20h);
        ConferenceEnder ender;
        QSignalSpy ended(&ender, &ConferenceEnder::ended);
        ender.setWorkspace(stage.workspace.get());
        QVERIFY(ended.wait());
        const Conference kept = allOf<Conference>(stage).front();
        QVERIFY(kept.until);
        QVERIFY2(*kept.until - *kept.from >= 6min && *kept.until - *kept.from < 7min,
                 qPrintable(QString::number((*kept.until - *kept.from).count())));
    }

    void theClockWasSetBackBeforeTheRestart() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        Conference cut;
        cut.id = newId(stage.clock, stage.random);
        cut.student = stage.student(QStringLiteral("Ana"));
        cut.from = stage.clock.now() + 10h; // begun while the clock was wrong
        QVERIFY(stage.commit(Edit(QString()).create(cut)));
        ConferenceEnder ender;
        QSignalSpy ended(&ender, &ConferenceEnder::ended);
        ender.setWorkspace(stage.workspace.get());
        QVERIFY(ended.wait());
        QCOMPARE(allOf<Conference>(stage).front().until, cut.from);
    }

    void checkBacksFallDueOneAfterTheOther() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        addCheckBack(stage, QStringLiteral("Ana"), QStringLiteral("first words"), 10);
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("still writing"), 5);
        CheckBackRows rows;
        rows.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(rows.laterCount(), 2);
        QCOMPARE(rows.summary(), QStringLiteral("Leo 5 min, Ana 10 min"));
        stage.clock.advance(5min);
        rows.lookAtClock();
        QTRY_COMPARE(rows.dueCount(), 1);
        QCOMPARE(rows.dueName(), QStringLiteral("Leo"));
        rows.later(rows.dueId(), 5);
        QTRY_COMPARE(rows.dueCount(), 0);
        stage.clock.advance(5min);
        rows.lookAtClock();
        QTRY_COMPARE(rows.dueCount(), 2);
        QCOMPARE(rows.dueName(), QStringLiteral("Ana")); // both now; in the order they were made
        rows.answer(rows.dueId(), CheckBackRows::Started);
        QTRY_COMPARE(rows.dueCount(), 1);
        QCOMPARE(rows.dueName(), QStringLiteral("Leo"));
        const std::vector<CheckBack> kept = allOf<CheckBack>(stage);
        QCOMPARE(kept.front().outcome, Outcome::Started);
        QCOMPARE(kept.front().answered, std::optional(stage.clock.now()));
        stage.workspace->undo();
        QTRY_COMPARE(rows.dueCount(), 2);
    }

    void theySurviveARestartAndAWeekend() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        addCheckBack(stage, QStringLiteral("Ana"), QStringLiteral("first words"), 10);
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("still writing"), 5);
        {
            CheckBackRows before;
            before.setWorkspace(stage.workspace.get());
            QTRY_COMPARE(before.count(), 2);
        }
        stage.clock.advance(72h);
        CheckBackRows rows;
        rows.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(rows.leftOverCount(), 2);
        QCOMPARE(rows.dueCount(), 0);
        QVERIFY(rows.dueName().isEmpty());
        rows.dropLeftOver();
        QTRY_COMPARE(rows.count(), 0);
        for (const CheckBack &one : allOf<CheckBack>(stage))
            QCOMPARE(one.outcome, Outcome::Dropped);
        stage.workspace->undo(); // one undo for all
        QTRY_COMPARE(rows.leftOverCount(), 2);
    }

    void aStudentWhoLeftIsNotDue() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        addCheckBack(stage, QStringLiteral("Ana"), QStringLiteral("first words"), 5);
        CheckBackRows rows;
        rows.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(rows.count(), 1);
        QVERIFY(stage.commit(Edit(QStringLiteral("Archive"))
                                 .set(stage.student(QStringLiteral("Ana")), &Student::archived, true)));
        QTRY_COMPARE(rows.count(), 0);
        QCOMPARE(allOf<CheckBack>(stage).size(), 1);
        QCOMPARE(allOf<CheckBack>(stage).front().outcome, Outcome::Waiting);
    }

    void theSystemIsToldOnceAndWithoutWords() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        addCheckBack(stage, QStringLiteral("Ana"), QStringLiteral("secret words"), 5);
        CheckBackRows rows;
        rows.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(rows.count(), 1);
        FakeNotifier notifier;
        CheckBackBell bell;
        bell.setNotifier(&notifier);
        bell.setInFront(false);
        bell.setRows(&rows);
        QSignalSpy rang(&bell, &CheckBackBell::rang);
        stage.clock.advance(5min);
        rows.lookAtClock();
        QTRY_COMPARE(notifier.told, QStringList{QStringLiteral("A check-back is due|")});
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("other"), 60);
        QTRY_COMPARE(rows.count(), 2);
        QCOMPARE(notifier.told.size(), 1);
        bell.setInFront(true);
        QCOMPARE(notifier.withdrawn, 1);
        rows.later(rows.dueId(), 5);
        QTRY_COMPARE(rows.dueCount(), 0);
        stage.clock.advance(5min);
        rows.lookAtClock();
        QTRY_COMPARE(rang.count(), 2);
        QCOMPARE(notifier.told.size(), 1); // in front: the banner is enough
        bell.setInFront(false);
        bell.setProperty("namesAllowed", true);
        rows.later(rows.dueId(), 5);
        QTRY_COMPARE(rows.dueCount(), 0);
        stage.clock.advance(5min);
        rows.lookAtClock();
        QTRY_COMPARE(notifier.told.size(), 2);
        QCOMPARE(notifier.told.last(), QStringLiteral("A check-back is due|Ana"));
    }

    void severalStudentsAreOneEdit() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        const Id skill = addSkill(stage, QStringLiteral("hooks the reader"), {}, 1, {}, true);
        addStep(stage, stage.student(QStringLiteral("Ana")), QStringLiteral("Say the sounds"));
        WorkBlock block;
        block.id = newId(stage.clock, stage.random);
        block.from = stage.clock.now();
        block.plannedMinutes = 40;
        QVERIFY(stage.commit(Edit(QString()).create(block)));
        CheckBackMaker maker;
        maker.setWorkspace(stage.workspace.get());
        maker.setStudentId(idText(stage.student(QStringLiteral("Ana"))));
        QTRY_VERIFY(maker.ready());
        const QVariantList words = maker.expectations();
        QCOMPARE(words.size(), 5);
        QCOMPARE(words[0].toMap().value(QStringLiteral("words")).toString(),
                 QStringLiteral("Say the sounds"));
        QCOMPARE(words[1].toMap().value(QStringLiteral("words")).toString(),
                 QStringLiteral("hooks the reader"));
        QCOMPARE(maker.minutesToEnd(), 40);
        stage.clock.advance(25min);
        QCOMPARE(maker.minutesToEnd(), 15);
        maker.set({maker.studentId(), idText(stage.student(QStringLiteral("Leo")))},
                  QStringLiteral("  x  y "), 10);
        maker.set({maker.studentId()}, QStringLiteral("   "), 10);
        QTRY_COMPARE(allOf<CheckBack>(stage).size(), 2);
        QCOMPARE(allOf<CheckBack>(stage).front().expect, QStringLiteral("x y"));
        QCOMPARE(allOf<CheckBack>(stage).front().block, block.id);
        QCOMPARE(*allOf<CheckBack>(stage).back().due - stage.clock.now(), 10min);
        QTRY_COMPARE(stage.workspace->undoLabel(), QStringLiteral("Come back in 10 min"));
        stage.workspace->undo();
        QTRY_COMPARE(allOf<CheckBack>(stage).size(), 0);
        Q_UNUSED(skill)
    }

    void chipsFollowWhatTheSheetAndTheStepsShow() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id student = stage.student(QStringLiteral("Ana"));
        const Id first = addSkill(stage, QStringLiteral("first"), {}, 1);
        const Id second = addSkill(stage, QStringLiteral("second"), {}, 2, {first});
        const Id third = addSkill(stage, QStringLiteral("third"), {}, 3, {second});
        const Id far = addSkill(stage, QStringLiteral("far"), {}, 9);
        SkillChips chips;
        chips.setWorkspace(stage.workspace.get());
        chips.setStudentId(idText(student));
        chips.setOnlyNext(true);
        QTRY_COMPARE(namesIn(chips), QStringList({QStringLiteral("first"), QStringLiteral("far")}));
        StepHint hint;
        hint.setWorkspace(stage.workspace.get());
        hint.setStudentId(idText(student));
        hint.setSkillId(idText(second));
        QTRY_COMPARE(hint.text(), QStringLiteral("“first” usually comes before this."));
        const auto check = [&](const Id &skill, SupportLevel level) {
            Check one;
            one.id = newId(stage.clock, stage.random);
            one.student = student;
            one.skill = skill;
            one.at = stage.clock.now();
            one.level = level;
            stage.clock.advance(1min);
            return stage.commit(Edit(QString()).create(one));
        };
        QVERIFY(check(first, SupportLevel::Prompt)); // helped is not alone
        QVERIFY(check(first, SupportLevel::Alone));
        QTRY_COMPARE(namesIn(chips), QStringList({QStringLiteral("second"), QStringLiteral("far")}));
        QTRY_VERIFY(hint.text().isEmpty());
        QVERIFY(check(first, SupportLevel::Together)); // help later says nothing of what goes alone
        const Id step = addStep(stage, student, QStringLiteral("Try"), second);
        QTRY_COMPARE(namesIn(chips), QStringList({QStringLiteral("far")}));
        Answer answer;
        answer.id = newId(stage.clock, stage.random);
        answer.note = step;
        answer.at = stage.clock.now();
        answer.level = SupportLevel::Alone;
        QVERIFY(stage.commit(Edit(QString()).create(answer)));
        QTRY_COMPARE(namesIn(chips), QStringList({QStringLiteral("third"), QStringLiteral("far")}));
        chips.setNamedSkill(idText(far));
        QTRY_COMPARE(namesIn(chips), QStringList({QStringLiteral("far"), QStringLiteral("third")}));
        QVERIFY(chips.rows().front().named);
        QVERIFY(check(first, SupportLevel::NotYet)); // seen without help, and it was not there
        QTRY_VERIFY(hint.text().contains(QStringLiteral("first")));
        Q_UNUSED(third)
    }

    void longAndDoubleStepsAreHinted() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        StepHint hint;
        hint.setWorkspace(stage.workspace.get());
        QVERIFY(hint.text().isEmpty());
        hint.setWords(QStringLiteral("Leave a space and then read it aloud."));
        QCOMPARE(hint.text(), QStringLiteral("This may be two steps. Which one first?"));
        hint.setWords(QStringLiteral("a b c d e f g h i j k l m n o p"));
        QVERIFY(hint.text().startsWith(QStringLiteral("This is a lot")));
        hint.setWords(QStringLiteral("Leave a space."));
        QVERIFY(hint.text().isEmpty());
    }

    void theStoryIsToldByConferencesAndDays() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id student = stage.student(QStringLiteral("Ana"));
        const Id skill = addSkill(stage, QStringLiteral("first"), {}, 1);
        const Id step = addStep(stage, student, QStringLiteral("Leave a space"), skill);
        stage.clock.advance(24h);
        {
            Talk talk(stage, QStringLiteral("Ana"));
            talk.keeper.answer(idText(step), 1);
            stage.clock.advance(1min);
            talk.keeper.addNote(0, {}, QStringLiteral("A strong start"), 0.4);
            stage.clock.advance(1min);
            talk.keeper.letGo(idText(step));
            talk.keeper.support(1);
            QTRY_VERIFY(!allOf<Conference>(stage).empty() && allOf<Conference>(stage).front().supported);
            talk.passed = 4 * 60'000;
        }
        stage.clock.advance(1h);
        Check check;
        check.id = newId(stage.clock, stage.random);
        check.student = student;
        check.skill = skill;
        check.at = stage.clock.now();
        check.trying = true;
        QVERIFY(stage.commit(Edit(QString()).create(check)));
        CheckBack came = addCheckBack(stage, QStringLiteral("Ana"), QStringLiteral("first words"), 5);
        stage.clock.advance(6min);
        QVERIFY(stage.commit(Edit(QString())
                                 .set(came.id, &CheckBack::outcome, Outcome::Seen)
                                 .set(came.id, &CheckBack::answered, std::optional(stage.clock.now()))));
        StoryList story;
        story.setWorkspace(stage.workspace.get());
        story.setStudentId(idText(student));
        QTRY_COMPARE(story.count(), 9);
        const auto &rows = story.rows();
        const auto kindOf = [&](std::size_t at) { return rows[at].kind; };
        QCOMPARE(rows[0].heading, QStringLiteral("Today"));
        QCOMPARE(kindOf(1), static_cast<int>(StoryList::Checked));
        QVERIFY(rows[1].trying);
        QCOMPARE(kindOf(2), static_cast<int>(StoryList::CameBack));
        QCOMPARE(rows[2].outcome, static_cast<int>(Outcome::Seen));
        QCOMPARE(rows[3].heading, QStringLiteral("Conference, today, 4 min"));
        QVERIFY(rows[3].talk);
        QCOMPARE(rows[3].level, 1);
        QCOMPARE(kindOf(4), static_cast<int>(StoryList::Answered));
        QCOMPARE(kindOf(5), static_cast<int>(StoryList::Noticed));
        QCOMPARE(kindOf(6), static_cast<int>(StoryList::LetGo));
        QCOMPARE(rows[7].heading, QStringLiteral("Yesterday"));
        QCOMPARE(kindOf(8), static_cast<int>(StoryList::Nudged));
        QVERIFY(!story.more());
        story.setAtMost(3);
        QTRY_VERIFY(story.more());
    }

    void theChimeIsSoft() {
        const QByteArray wav = chimeWav();
        QVERIFY(wav.startsWith("RIFF") && wav.mid(8, 4) == "WAVE");
        int loudest = 0;
        for (qsizetype at = 44; at + 1 < wav.size(); at += 2) {
            const auto low = static_cast<unsigned char>(wav[at]);
            loudest = std::max(loudest, std::abs(static_cast<qint16>(low | (wav[at + 1] << 8))));
        }
        QVERIFY(loudest > 1000 && loudest <= 32767 / 4);
    }
};

QTEST_MAIN(CheckbackTimes)
#include "tst_checkback_times.moc"
