#include "stage.h"

#include "historylist.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class HistoryTest : public QObject {
    Q_OBJECT

    static std::vector<HistoryRow> rows(Stage &stage) {
        const Id self = stage.workspace->notebook()->store().device();
        const Moment now = stage.clock.now();
        return stage.read<std::vector<HistoryRow>>(
            [self, now](Database &db) { return readHistory(db, self, 1000, now); });
    }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void newestFirstAndOwnEditsWithoutLabelHidden() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id ana = stage.student(QStringLiteral("Ana"));
        QVERIFY(stage.commit(Edit(QString()).set(ana, &Student::position, 7)));
        stage.clock.advance(24h);
        QVERIFY(
            stage.commit(Edit(QStringLiteral("Change Ana")).set(ana, &Student::grade, QStringLiteral("4"))));
        const auto list = rows(stage);
        QCOMPARE(list.front().label, QStringLiteral("Change Ana"));
        QCOMPARE(HistoryList::dayWords(list.front()), QStringLiteral("Today"));
        QCOMPARE(list[1].label, QStringLiteral("Add students"));
        QCOMPARE(HistoryList::dayWords(list[1]), QStringLiteral("Yesterday"));
        QVERIFY(list.front().own);
        QVERIFY(
            std::none_of(list.begin(), list.end(), [](const HistoryRow &r) { return r.label.isEmpty(); }));
    }

    void otherDevicesAreNamedAsSuch() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        ScratchStore other(99);
        QVERIFY(passEdits(stage.workspace->notebook()->store(), *other.store));
        const Id ana = stage.student(QStringLiteral("Ana"));
        other.clock.set(stage.clock.now() + 1h);
        QVERIFY(
            other->commit(Edit(QStringLiteral("Change Ana")).set(ana, &Student::grade, QStringLiteral("4"))));
        QVERIFY(passEdits(*other.store, stage.workspace->notebook()->store()));
        const auto list = rows(stage);
        QCOMPARE(list.front().label, QStringLiteral("Change Ana"));
        QVERIFY(!list.front().own);
        QVERIFY(HistoryList::whoWords(list.front()).startsWith(QStringLiteral("device ")));
    }

    void oneTapTakesBackAndAnotherDoesAgain() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id ana = stage.student(QStringLiteral("Ana"));
        QVERIFY(
            stage.commit(Edit(QStringLiteral("Change Ana")).set(ana, &Student::grade, QStringLiteral("4"))));
        stage.show();
        stage.go(QStringLiteral("history"));
        const auto grade = [&] {
            return stage.read<QString>([ana](Database &db) {
                Statement &row = db.use("SELECT grade FROM student WHERE id = ?").with(ana);
                row.step();
                const QString text = row.text(0);
                row.reset();
                return text;
            });
        };
        QTRY_VERIFY(stage.named(QStringLiteral("Undo: Change Ana")));
        QVERIFY(stage.tap(QStringLiteral("undo-0")));
        QTRY_COMPARE(grade(), QString());
        QTRY_VERIFY(stage.named(QStringLiteral("Redo what was taken back")));
        QVERIFY(rows(stage)[1].takenBack);
        QVERIFY(stage.tap(QStringLiteral("undo-0")));
        QTRY_COMPARE(grade(), QStringLiteral("4"));
        QTRY_VERIFY(!rows(stage)[2].takenBack);
        QCOMPARE(rows(stage).front().label, QStringLiteral("Change Ana"));
    }

    void whatWasChangedSinceStaysAndIsSaid() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id ana = stage.student(QStringLiteral("Ana"));
        QVERIFY(stage.commit(Edit(QStringLiteral("First")).set(ana, &Student::grade, QStringLiteral("4"))));
        QVERIFY(stage.commit(Edit(QStringLiteral("Second")).set(ana, &Student::grade, QStringLiteral("5"))));
        stage.show();
        stage.go(QStringLiteral("history"));
        QTRY_VERIFY(stage.named(QStringLiteral("Undo: First")));
        QVERIFY(stage.tap(QStringLiteral("undo-1")));
        QTRY_VERIFY(stage.named(QStringLiteral("Somebody has changed this since")));
    }

    void longHistoriesComeInParts() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id ana = stage.student(QStringLiteral("Ana"));
        for (int i = 0; i < 150; ++i)
            QVERIFY(stage.commit(
                Edit(QStringLiteral("Change %1").arg(i)).set(ana, &Student::grade, QString::number(i))));
        HistoryList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_VERIFY(list.more());
        QCOMPARE(list.count(), 101);
        list.showMore();
        QTRY_VERIFY(!list.more());
        QVERIFY(list.count() >= 151);
    }

    void anEmptyHistoryTeaches() {
        Stage stage({390, 844});
        stage.startClass({});
        QVERIFY(stage.commit(Edit(QString()).set(stage.workspace->notebook()->id(), &NotebookInfo::name,
                                                 QStringLiteral("Room 12"))));
        stage.show();
        stage.go(QStringLiteral("history"));
        QTRY_VERIFY(stage.named(QStringLiteral("History")));
    }
};

QTEST_MAIN(HistoryTest)
#include "tst_pages_history.moc"
