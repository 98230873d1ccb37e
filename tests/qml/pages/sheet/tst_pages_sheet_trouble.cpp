// The sheet when something is in the way: a full disk, eyes over a shoulder, a weekend.
#include "sheetstage.h"

using namespace inkstep;
using namespace inkstep::test;

class SheetTrouble : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void aFullDiskShowsNoMarkThatIsNotKept() {
        Sheet stage;
        stage.fill(8, 4);
        stage.open();
        QSignalSpy failed(stage.workspace.get(), &Workspace::failed);
        // As a disk that is full: the database may not grow by another page.
        stage.read<int>([](Database &db) {
            Statement &row = db.use("PRAGMA page_count");
            row.step();
            const qint64 pages = row.number(0);
            row.reset();
            db.exec(("PRAGMA max_page_count=" + std::to_string(pages)).c_str());
            return 0;
        });
        for (int cell = 0; cell < 32 && failed.isEmpty(); ++cell) {
            stage.model()->tap(cell / 4, cell % 4);
            stage.settle();
        }
        QTRY_VERIFY(!failed.isEmpty());
        const QString said = failed[0][0].toString();
        QVERIFY2(said.contains(QStringLiteral("no room left")), qPrintable(said));
        const auto shown = [&] {
            int count = 0;
            for (int cell = 0; cell < 32; ++cell)
                count += stage.model()->data().cell(cell / 4, cell % 4).today.empty() ? 0 : 1;
            return count;
        };
        const int kept = stage.stored();
        QTRY_COMPARE(shown(), kept);
        QVERIFY(kept < 32);
        // With room again the next tap is kept.
        stage.read<int>([](Database &db) {
            db.exec("PRAGMA max_page_count=1073741823");
            return 0;
        });
        stage.model()->tap(7, 3);
        QTRY_COMPARE(stage.stored(), kept + 1);
    }

    void theCurtainCoversTheMarks() {
        Sheet stage;
        stage.fill(4, 2);
        stage.check(stage.student(names[0]), stage.skills[0], SupportLevel::Alone, 1);
        stage.open();
        const QPoint cell = stage.middle(1, 0);
        QVERIFY(stage.tap(QStringLiteral("curtain")));
        stage.settle();
        stage.picture(QStringLiteral("sheet-curtain"));
        QVERIFY(!stage.grid()); // only what is visible is found
        QVERIFY(!stage.item(QStringLiteral("end-hooks the reader")));
        QVERIFY(stage.named(QStringLiteral("Maya")));
        // Neither a finger nor a digit marks what nobody sees.
        QTest::touchEvent(stage.view.get(), finger()).press(1, cell);
        QTest::touchEvent(stage.view.get(), finger()).release(1, cell);
        QTest::keyClick(stage.view.get(), Qt::Key_1);
        stage.settle();
        QCOMPARE(stage.stored(), 1);
        QVERIFY(stage.tap(QStringLiteral("uncover")));
        QTRY_VERIFY(stage.grid());
        QVERIFY(stage.grid()->hasActiveFocus());
    }

    void onAFridayTheGroupIsOnMonday() {
        Sheet stage;
        stage.fill(3, 1);
        stage.clock.advance(std::chrono::hours(24 * 2)); // Wednesday, 2026-10-14, before
        stage.check(stage.student(names[0]), stage.skills[0], SupportLevel::Model, 0);
        stage.open();
        QVERIFY(stage.tap(QStringLiteral("end-hooks the reader")));
        QTRY_VERIFY(stage.named(QStringLiteral("Group on Monday")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Group on Monday"))));
        QTRY_COMPARE(stage.read<QString>([](Database &db) {
            Statement &row = db.use("SELECT day FROM planItem");
            const QString day = row.step() ? row.text(0) : QString();
            row.reset();
            return day;
        }),
                     QStringLiteral("2026-10-19"));
    }
};

QTEST_MAIN(SheetTrouble)
#include "tst_pages_sheet_trouble.moc"
