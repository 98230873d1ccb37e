// What the jobs of a writing block cost, counted from home with a finger, on the whole interface: never more
// than is promised, on a tablet and on a phone. The pile's 25 shutters are counted where the pile is tried.
#include "blockclass.h"
#include "sheetgrid.h"
#include "testcamera.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class WholeTapsTest : public QObject {
    Q_OBJECT

    struct Home : BlockClass {
        explicit Home(const QSize &size) : BlockClass(size) {
            fill();
            show();
            static_cast<void>(QTest::qWaitFor([&] { return item(QStringLiteral("tile-Maya")) != nullptr; }));
            settle();
            taps = 0;
        }
        bool compact() const { return view->width() < 600; }
        template<class Entity>
        qint64 count() {
            return read<qint64>([](Database &db) {
                const std::string sql = std::string("SELECT count(*) FROM \"") + Description<Entity>::kind +
                                        "\" WHERE deleted = 0";
                Statement &row = db.use(sql);
                row.step();
                const qint64 found = row.number(0);
                row.reset();
                return found;
            });
        }
        // A skill the bank offers as a chip, as it comes.
        QQuickItem *chip() const {
            for (QQuickItem *one : visibleItems()) {
                if (!one->property("skillId").toString().isEmpty() && one->inherits("QQuickAbstractButton"))
                    return one;
            }
            return nullptr;
        }
        bool tapCell(int row, int column) {
            auto *grid = qobject_cast<SheetGrid *>(item(QStringLiteral("grid")));
            if (!grid)
                return false;
            const QPoint at = grid->mapToScene(grid->place(row, column).center()).toPoint();
            static QPointingDevice *const finger = QTest::createTouchDevice();
            QTest::touchEvent(view.get(), finger).press(1, at);
            QTest::touchEvent(view.get(), finger).release(1, at);
            ++taps;
            return QRect(QPoint(), view->size()).contains(at);
        }
        bool openSheet() {
            return tap(named(QStringLiteral("Sheet"))) &&
                   QTest::qWaitFor([&] { return item(QStringLiteral("grid")) != nullptr; });
        }
    };

    static void sizes() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("expanded") << QSize(1280, 800);
        QTest::newRow("compact") << QSize(390, 844);
    }
    static void cost(const char *job, const Home &home, int most) {
        qInfo("%-9s %-56s %d of %d", QTest::currentDataTag(), job, home.taps, most);
        QVERIFY2(home.taps <= most, job);
    }

private slots:
    void initTestCase() {
        QVERIFY(m_camera.install());
        m_camera.show(paperWithLines(9));
        m_camera.plug();
        watchWarnings();
    }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void markAndUndo_data() { sizes(); }
    void markAndUndo() {
        QFETCH(QSize, size);
        Home home(size);
        const qint64 before = home.count<Check>();
        QVERIFY(home.openSheet());
        QVERIFY(home.tapCell(0, 0));
        QTRY_COMPARE(home.count<Check>(), before + 1);
        cost("mark one student on one skill", home, 2);
        home.taps = 0;
        QTRY_VERIFY(home.named(QStringLiteral("Undo")));
        QVERIFY(home.tap(home.named(QStringLiteral("Undo"))));
        QTRY_COMPARE(home.count<Check>(), before);
        cost("undo it", home, 1);
    }

    void confer_data() { sizes(); }
    void confer() {
        QFETCH(QSize, size);
        Home home(size);
        const qint64 answers = home.count<Answer>(), notes = home.count<Note>();
        QVERIFY(home.tap(QStringLiteral("tile-Maya")));
        QTRY_VERIFY(home.named(QStringLiteral("alone")));
        QVERIFY(home.tap(home.named(QStringLiteral("alone"))));
        QTRY_COMPARE(home.count<Answer>(), answers + 1);
        QTRY_VERIFY(home.chip());
        QVERIFY(home.tap(home.chip()));
        QTRY_COMPARE(home.count<Note>(), notes + 1);
        cost("a conference: how it went, one new step", home, 3);
        home.taps = 0;
        QTRY_VERIFY(home.named(QStringLiteral("Undo")));
        QVERIFY(home.tap(home.named(QStringLiteral("Undo"))));
        QTRY_COMPARE(home.count<Note>(), notes);
        cost("undo the step", home, 1);
    }

    void comeBack_data() { sizes(); }
    void comeBack() {
        QFETCH(QSize, size);
        Home home(size);
        const qint64 before = home.count<CheckBack>();
        QVERIFY(home.tap(QStringLiteral("tile-Maya")));
        QVERIFY(home.tap(QStringLiteral("comeBack")));
        QVERIFY(home.tap(QStringLiteral("expect-step")));
        QTRY_COMPARE(home.count<CheckBack>(), before + 1);
        cost("an expectation and a ten-minute check-back", home, 3);
    }

    void whatCameOfIt_data() { sizes(); }
    void whatCameOfIt() {
        QFETCH(QSize, size);
        Home home(size);
        home.clock.advance(4min);
        QTRY_VERIFY_WITH_TIMEOUT(home.named(QStringLiteral("Leo: seen it")), 30'000);
        QTRY_VERIFY(!home.item(QStringLiteral("checkBackWatch"))->property("arriving").toBool());
        QVERIFY(home.tap(home.named(QStringLiteral("Leo: seen it"))));
        QTRY_COMPARE(home.read<qint64>([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM checkBack WHERE outcome = 'seen'");
            row.step();
            const qint64 found = row.number(0);
            row.reset();
            return found;
        }),
                     1);
        cost("what came of a check-back", home, 1);
    }

    void whoAndWhen_data() { sizes(); }
    void whoAndWhen() {
        QFETCH(QSize, size);
        Home home(size);
        QVERIFY(home.tap(home.compact() ? QStringLiteral("chip-plan") : QStringLiteral("tomorrow")));
        QTRY_VERIFY(home.item(QStringLiteral("unseen")) && home.item(QStringLiteral("group-0")));
        cost("who needs to be seen, who could be a group", home, 1);
        if (home.compact())
            return; // there the plan comes after who and groups, a flick away
        QVERIFY(home.tap(QStringLiteral("keepPlan")));
        QTRY_VERIFY(home.planItems().size() > 2);
        cost("keep tomorrow's plan", home, 2);
    }

    void fromTheSheet_data() { sizes(); }
    void fromTheSheet() {
        QFETCH(QSize, size);
        const QString end = QStringLiteral("end-A lead that hooks");
        {
            Home home(size);
            const std::size_t before = home.planItems().size();
            QVERIFY(home.openSheet());
            QVERIFY(home.tap(end));
            QTRY_VERIFY(home.named(QStringLiteral("Group tomorrow")));
            QVERIFY(home.tap(home.named(QStringLiteral("Group tomorrow"))));
            QTRY_COMPARE(home.planItems().size(), before + 1);
            cost("who did not, as a group tomorrow", home, 3);
        }
        Home home(size);
        QVERIFY(home.openSheet());
        QVERIFY(home.tap(end));
        QQuickItem *who = nullptr;
        const auto first = [&] {
            for (QQuickItem *one : home.visibleItems()) {
                if (one->objectName().startsWith(QLatin1StringView("who-")))
                    return who = one;
            }
            return who;
        };
        QTRY_VERIFY(first());
        QVERIFY(home.tap(who));
        QTRY_COMPARE(home.place(), QStringLiteral("student"));
        cost("who did not, into a conference", home, 3);
    }

    void absent_data() { sizes(); }
    void absent() {
        QFETCH(QSize, size);
        Home home(size);
        const qint64 before = home.count<Absence>();
        QVERIFY(home.openSheet());
        QVERIFY(home.tap(QStringLiteral("name-Leo")));
        QVERIFY(home.tap(QStringLiteral("absent")));
        QTRY_COMPARE(home.count<Absence>(), before + 1);
        cost("a child is absent", home, 3);
    }

    void slip_data() { sizes(); }
    void slip() {
        QFETCH(QSize, size);
        Home home(size);
        QVERIFY(home.tap(QStringLiteral("tile-Maya")));
        QVERIFY(home.tap(QStringLiteral("childSlip")));
        QTRY_COMPARE(home.place(), QStringLiteral("slip"));
        QTRY_VERIFY(home.named(QStringLiteral("Next step: ")));
        cost("the slip, for the child to read", home, 2);
    }

    void theBlockEnds_data() { sizes(); }
    void theBlockEnds() {
        QFETCH(QSize, size);
        Home home(size);
        QVERIFY(home.tap(QStringLiteral("stop")));
        QTRY_COMPARE(home.place(), QStringLiteral("block"));
        QVERIFY(home.tap(QStringLiteral("end-2")));
        QTRY_COMPARE(home.read<QString>([](Database &db) {
            Statement &row = db.use("SELECT endedBy FROM workBlock ORDER BY \"from\" DESC LIMIT 1");
            const QString ended = row.step() ? row.text(0) : QString();
            row.reset();
            return ended;
        }),
                     QStringLiteral("restless"));
        cost("stop the block, and what ended it", home, 2);
    }

    void theSample_data() { sizes(); }
    void theSample() {
        QFETCH(QSize, size);
        Home home(size);
        QVERIFY(home.tap(home.compact() ? QStringLiteral("chip-samples") : QStringLiteral("collect")));
        QTRY_COMPARE(home.place(), QStringLiteral("camera"));
        cost("the pile begins", home, 1);
    }

private:
    TestCamera m_camera;
};

QTEST_MAIN(WholeTapsTest)
#include "tst_whole_taps.moc"
