// The work block: start, stop, midnight, clocks that jump, what ended it, what is shared, how it looks.
#include "../plan/planstage.h"
#include "blocknow.h"
#include "practice/stamina.h"
#include "sharenotes.h"
#include "staminaweeks.h"
#include "store/devicenames.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class BlockTest : public QObject {
    Q_OBJECT

    static constexpr auto day = 24h;

    // Both clocks in one hand: the wall clock that may jump, and the steady one.
    struct Time {
        PlanStage &stage;
        std::shared_ptr<std::chrono::milliseconds> steady = std::make_shared<std::chrono::milliseconds>(5h);
        void pass(std::chrono::milliseconds by) {
            stage.clock.advance(by);
            *steady += by;
        }
        void follow(BlockNow &block) {
            block.setSteadyTime([steady = steady] { return *steady; });
            block.setWorkspace(stage.workspace.get());
        }
    };
    static std::vector<WorkBlock> blocks(PlanStage &stage) {
        return stage.read<std::vector<WorkBlock>>([](Database &db) {
            static const std::string sql = "SELECT " + columnsOf<WorkBlock>("b") +
                                           " FROM workBlock b WHERE b.deleted = 0 ORDER BY b.\"from\", b.id";
            std::vector<WorkBlock> all;
            Statement &row = db.use(sql);
            while (row.step())
                all.push_back(readRow<WorkBlock>(row));
            row.reset();
            return all;
        });
    }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void minutesGoBy() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        Time time{stage};
        BlockNow block;
        time.follow(block);
        QTRY_VERIFY(block.ready());
        QCOMPARE(block.planned(), 40);
        block.start(30);
        QTRY_VERIFY(block.running());
        QCOMPARE(block.passed(), 0);
        time.pass(12min);
        block.look();
        QCOMPARE(block.passed(), 12);
        block.setPlanned(25);
        QTRY_COMPARE(block.planned(), 25);
        time.pass(20min);
        block.stop();
        QTRY_VERIFY(block.ended());
        QCOMPARE(block.held(), 32);
        QCOMPARE(block.heldOf(), 25);
        block.setEndedBy(static_cast<int>(BlockEnd::WantedMore));
        block.setReflection(QStringLiteral("  pencils sharpened\nbefore "));
        QTRY_COMPARE(blocks(stage).front().reflection, QStringLiteral("pencils sharpened before"));
        QCOMPARE(blocks(stage).front().endedBy, BlockEnd::WantedMore);
        block.setHeld(28);
        QTRY_COMPARE(block.held(), 28);
        stage.workspace->undo();
        QTRY_COMPARE(block.held(), 32);
    }

    void theWallClockMayJump_data() {
        QTest::addColumn<qint64>("jump");
        QTest::newRow("an hour ahead") << qint64(60);
        QTest::newRow("an hour back") << qint64(-60);
        QTest::newRow("a year back") << qint64(-60 * 24 * 365);
    }
    void theWallClockMayJump() {
        QFETCH(qint64, jump);
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        Time time{stage};
        BlockNow block;
        time.follow(block);
        QTRY_VERIFY(block.ready());
        block.start(40);
        QTRY_VERIFY(block.running());
        time.pass(10min);
        stage.clock.advance(std::chrono::minutes(jump));
        time.pass(5min);
        block.look();
        QCOMPARE(block.passed(), 15);
        QVERIFY(!block.leftRunning());
        block.stop();
        QTRY_VERIFY(!block.running());
        QCOMPARE(heldMinutes(blocks(stage).front()), std::optional<int>(15));
    }

    void aBlockFromBeforeTheClockWasSetBack() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        WorkBlock ahead;
        ahead.from = stage.clock.now() + 3h;
        ahead.plannedMinutes = 40;
        stage.add(ahead);
        Time time{stage};
        BlockNow block;
        time.follow(block);
        QTRY_VERIFY(block.running());
        QCOMPARE(block.passed(), 0);
        time.pass(7min);
        block.look();
        QCOMPARE(block.passed(), 7);
    }

    void midnightInABlock() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.clock.set(PlanStage::at(2026, 10, 14, 23, 50));
        Time time{stage};
        BlockNow block;
        time.follow(block);
        QTRY_VERIFY(block.ready());
        block.start(40);
        QTRY_VERIFY(block.running());
        time.pass(25min);
        block.look();
        QCOMPARE(block.passed(), 25);
        QVERIFY(!block.leftRunning());
        block.stop();
        QTRY_VERIFY(!block.running());
        QCOMPARE(heldMinutes(blocks(stage).front()), std::optional<int>(25));
    }

    void aBlockLeftRunningIsAskedAbout() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        WorkBlock left;
        left.from = stage.clock.now(); // Wednesday noon
        left.plannedMinutes = 35;
        stage.add(left);
        stage.clock.advance(2 * day);
        Time time{stage};
        BlockNow block;
        time.follow(block);
        QTRY_VERIFY(block.leftRunning());
        QCOMPARE(block.startedOn(), QStringLiteral("Wednesday"));
        QCOMPARE(block.planned(), 35); // what is suggested
        block.stopAfter(35);
        QTRY_VERIFY(!block.running());
        QCOMPARE(heldMinutes(blocks(stage).front()), std::optional<int>(35));
        QVERIFY(!block.ended()); // not a block of today
    }

    void theNextDayComesWhileTheAppStaysOpen() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        Time time{stage};
        BlockNow block;
        time.follow(block);
        QTRY_VERIFY(block.ready());
        block.start(40);
        QTRY_VERIFY(block.running());
        time.pass(20h);
        block.look();
        QVERIFY(block.leftRunning());
        QCOMPARE(block.passed(), 720); // never more than half a day
    }

    void twoDevicesStartedOne() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        WorkBlock one;
        one.from = stage.clock.now();
        one.plannedMinutes = 40;
        const Id first = stage.add(one);
        one.from = *one.from + 1min;
        stage.add(one);
        Time time{stage};
        BlockNow block;
        time.follow(block);
        QTRY_VERIFY(block.running());
        QCOMPARE(block.blockId(), idText(first));
        time.pass(20min);
        block.stop();
        QTRY_VERIFY(!block.running());
        const auto all = blocks(stage);
        QCOMPARE(all.size(), std::size_t(2)); // nothing is lost
        StaminaWeeks weeks;
        weeks.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(weeks.blocks(), 1); // and it was one work time
    }

    void staminaIsSaid() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        StaminaWeeks weeks;
        weeks.setWorkspace(stage.workspace.get());
        QTRY_VERIFY(weeks.ready());
        QCOMPARE(weeks.words(), QStringLiteral("No blocks yet"));
        for (const int week : {0, 2}) {
            WorkBlock block;
            block.from = stage.clock.now() - std::chrono::days(7 * week);
            block.until = *block.from + std::chrono::minutes(30 - 10 * week);
            block.plannedMinutes = 40;
            stage.add(block);
        }
        QTRY_COMPARE(weeks.words(),
                     QStringLiteral("Minutes held a block, week of 28 Sep: 10 of 40 minutes; week of "
                                    "12 Oct: 30 of 40 minutes"));
        QCOMPARE(weeks.count(), StaminaWeeks::weeks);
    }

    void whatTheClassShares() {
        PlanStage stage;
        stage.startClass({QStringLiteral("Ana")});
        WorkBlock block;
        block.from = stage.clock.now();
        const Id id = stage.add(block);
        ShareNotes notes;
        notes.setWorkspace(stage.workspace.get());
        notes.setBlockId(idText(id));
        QTRY_VERIFY(notes.ready());
        notes.add(static_cast<int>(NoteKind::Noticed), QStringLiteral("Ana: reread before asking"));
        QTRY_COMPARE(notes.count(), 1);
        notes.add(static_cast<int>(NoteKind::Wonder), QStringLiteral(" "));
        notes.add(static_cast<int>(NoteKind::Wonder), QStringLiteral("what helps us start?"));
        QTRY_COMPARE(notes.count(), 2);
        QCOMPARE(notes.rows()[1].kind, NoteKind::Wonder);
        notes.change(idText(notes.rows()[0].id), QStringLiteral("Ana reread first"));
        QTRY_COMPARE(notes.rows()[0].words, QStringLiteral("Ana reread first"));
        notes.change(idText(notes.rows()[0].id), {});
        QTRY_COMPARE(notes.count(), 1);
        stage.workspace->undo();
        QTRY_COMPARE(notes.count(), 2);
    }

    void startAndStopUnderAFinger_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("way");
        QTest::newRow("expanded") << QSize(1280, 800) << QStringLiteral("startBlock");
        QTest::newRow("compact") << QSize(390, 844) << QStringLiteral("chip-block");
    }
    void startAndStopUnderAFinger() {
        QFETCH(QSize, size);
        QFETCH(QString, way);
        PlanStage stage(size);
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        stage.show();
        QVERIFY(stage.tap(way));
        QTRY_COMPARE(stage.place(), QStringLiteral("block"));
        QVERIFY(stage.tap(QStringLiteral("startBlock")));
        QTRY_COMPARE(blocks(stage).size(), std::size_t(1));
        QCOMPARE(stage.taps, 2);
        QTRY_VERIFY(stage.item(QStringLiteral("stopBlock")));
        stage.key(Qt::Key_Escape); // back to Today, where it runs at the top
        QTRY_VERIFY(stage.named(QStringLiteral("Writing block, 0 of 40 minutes")));
        stage.taps = 0;
        QVERIFY(stage.tap(QStringLiteral("stop")));
        QTRY_COMPARE(stage.place(), QStringLiteral("block"));
        QVERIFY(stage.tap(QStringLiteral("end-1")));
        QTRY_COMPARE(blocks(stage).front().endedBy, BlockEnd::AsPlanned);
        QCOMPARE(stage.taps, 2);
    }

    void aLineWrittenOnTwoTabletsIsChosenByAPerson() {
        PlanStage stage({800, 1280});
        stage.startClass({QStringLiteral("Ana")});
        WorkBlock block;
        block.from = stage.clock.now();
        block.until = stage.clock.now() + 30min;
        const Id id = stage.add(block);
        Store &here = stage.workspace->notebook()->store();
        const QTemporaryDir elsewhere;
        SystemFiles files;
        const auto there = Store::open(elsewhere.path(), {files, stage.clock, stage.random});
        const auto write = [&](Store &store, const char *words) {
            return store
                .commit(Edit(QStringLiteral("Write about the block"))
                            .set(id, &WorkBlock::reflection, QString::fromLatin1(words)))
                .has_value();
        };
        QVERIFY(passEdits(here, **there));
        QVERIFY(write(here, "start with the plan on the board") && write(**there, "pencils first"));
        QVERIFY(passEdits(**there, here));
        QVERIFY(here.keepBooks(
            [&](Database &db) { keepDeviceName(db, (*there)->device(), QStringLiteral("Tom’s tablet")); }));
        stage.show();
        stage.go(QStringLiteral("block"));
        QTRY_VERIFY(stage.named(QStringLiteral("Take: pencils first. Tom’s tablet")));
        QVERIFY(stage.named(QStringLiteral("Take: start with the plan on the board. On this tablet")));
        stage.settle();
        QCOMPARE(cutOff(stage), QStringList());
        stage.picture(QStringLiteral("block-line-versions"));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Take both"))));
        QTRY_VERIFY(blocks(stage).front().reflection.contains(QStringLiteral("pencils first")));
        QVERIFY(blocks(stage).front().reflection.contains(QStringLiteral("the board")));
        QTRY_VERIFY(!stage.named(QStringLiteral("Take both")));
    }

    void leftRunningIsAnsweredInOneTap() {
        PlanStage stage({390, 844});
        stage.startClass({QStringLiteral("Ana")});
        WorkBlock left;
        left.from = stage.clock.now();
        left.plannedMinutes = 30;
        stage.add(left);
        stage.clock.advance(day);
        stage.show();
        QTRY_VERIFY(stage.named(QStringLiteral("The block of Wednesday was not stopped")));
        QVERIFY(stage.tap(QStringLiteral("stop")));
        QTRY_COMPARE(heldMinutes(blocks(stage).front()), std::optional<int>(30));
        QTRY_COMPARE(stage.place(), QStringLiteral("today"));
    }

    // A class of 400 and a name without an end: nothing is made before it is looked at, letters find a name.
    void aLargeClassIsNamedByLetters() {
        PlanStage stage({390, 844});
        QStringList many = someNames(398);
        many << QString(300, QLatin1Char('W')) << QStringLiteral("Zoë");
        stage.startClass(many);
        WorkBlock block;
        block.from = stage.clock.now();
        stage.add(block);
        stage.show();
        stage.go(QStringLiteral("block"));
        QTRY_VERIFY(stage.item(QStringLiteral("nameStudent")));
        QVERIFY(stage.tap(QStringLiteral("nameStudent")));
        QTRY_VERIFY(stage.item(QStringLiteral("choose-Student 1")));
        QVERIFY(!stage.item(QStringLiteral("choose-Zoë")));
        QVERIFY(stage.named(QStringLiteral("and 360 more")));
        QVERIFY(stage.tap(QStringLiteral("findStudent")));
        stage.type(QStringLiteral("zoe"));
        QTRY_VERIFY(stage.item(QStringLiteral("choose-Zoë")));
        QVERIFY(!stage.item(QStringLiteral("choose-Student 1")));
        QVERIFY(stage.tap(QStringLiteral("choose-Zoë")));
        QTRY_COMPARE(stage.item(QStringLiteral("shareWords"))->property("text").toString(),
                     QStringLiteral("Zoë: "));
        QVERIFY(stage.tap(QStringLiteral("nameStudent")));
        QVERIFY(stage.tap(QStringLiteral("findStudent")));
        stage.type(QStringLiteral("wwww"));
        QTRY_VERIFY(!stage.item(QStringLiteral("choose-Zoë")));
        stage.settle();
        QCOMPARE(cutOff(stage), QStringList());
    }

    void everySize_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("tablet") << QSize(1280, 800) << 1.0 << false;
        QTest::newRow("upright") << QSize(800, 1280) << 1.0 << false;
        QTest::newRow("phone") << QSize(390, 844) << 1.0 << false;
        QTest::newRow("dark") << QSize(1280, 800) << 1.0 << true;
        QTest::newRow("large-tablet") << QSize(1280, 800) << 2.0 << false;
        QTest::newRow("large-phone") << QSize(360, 640) << 2.0 << false;
    }
    void everySize() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        PlanStage stage(size);
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        const int held[] = {18, 21, 22, 0, 27, 26, 31};
        for (int week = 0; week < 7; ++week) {
            WorkBlock past;
            past.from = stage.clock.now() - std::chrono::days(7 * (7 - week));
            past.until = *past.from + std::chrono::minutes(held[week]);
            past.plannedMinutes = week < 3 ? 25 : 35;
            if (held[week] > 0)
                stage.add(past);
        }
        stage.preferences->setTextScale(scale);
        stage.preferences->setAppearance(dark ? Theme::Dark : Theme::Light);
        stage.show();
        const auto look = [&](const QString &page) {
            stage.settle();
            stage.picture(name + QLatin1Char('-') + page);
            const QStringList silent = unnamed(stage);
            QVERIFY2(silent.isEmpty(),
                     qPrintable(page + QStringLiteral(": ") + silent.join(QLatin1Char('\n'))));
            const QStringList cut = cutOff(stage);
            QVERIFY2(cut.isEmpty(), qPrintable(page + QStringLiteral(": ") + cut.join(QLatin1Char('\n'))));
        };
        stage.go(QStringLiteral("block"));
        QTRY_VERIFY(stage.item(QStringLiteral("startBlock")));
        QTRY_VERIFY(stage.item(QStringLiteral("stamina")));
        look(QStringLiteral("block-start"));
        WorkBlock block;
        block.from = stage.clock.now() - 12min;
        block.plannedMinutes = 40;
        const Id id = stage.add(block);
        Note note;
        note.about = id;
        note.words = QStringLiteral("Ana: reread her page before she came to ask");
        stage.add(note);
        note.kind = NoteKind::Wonder;
        note.words = QStringLiteral("What can we do when a word will not come?");
        stage.add(note);
        QTRY_VERIFY(stage.item(QStringLiteral("stopBlock")));
        QTRY_VERIFY(stage.named(QStringLiteral("I wonder")) || stage.item(QStringLiteral("shareWords")));
        look(QStringLiteral("block-running"));
        QVERIFY(stage.commit(Edit(QStringLiteral("Stop"))
                                 .set(id, &WorkBlock::until, std::optional<Moment>(*block.from + 34min))
                                 .set(id, &WorkBlock::endedBy, BlockEnd::WantedMore)));
        QTRY_VERIFY(stage.item(QStringLiteral("end-1")));
        look(QStringLiteral("block-ended"));
        block.from = stage.clock.now() - 3 * day;
        stage.add(block);
        QTRY_VERIFY(stage.item(QStringLiteral("keepForgotten")));
        look(QStringLiteral("block-forgotten"));
    }
};

QTEST_MAIN(BlockTest)
#include "tst_block.moc"
