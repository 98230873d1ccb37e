// Today and "Who and when" under a finger: how many taps, what is said, what shows at every size.
#include "planlist.h"
#include "planstage.h"

#include <QAccessible>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class PlanPageTest : public QObject {
    Q_OBJECT

    static constexpr auto day = 24h;

    // 25 children with steps, some seen today, some long ago, some in the round.
    static void fill(PlanStage &stage) {
        const QStringList names{"Maya", "Leo",   "Ana",   "Omar",  "Wren",  "Anneliese-Charlotte",
                                "Kofi", "Yusuf", "Zoë",   "Priya", "Tomás", "Ines",
                                "Hana", "Mateo", "Aisha", "Björn", "Chidi", "Dalia",
                                "Elif", "Farah", "Gus",   "Ivy",   "Jun",   "Kaya",
                                "Lukas"};
        stage.clock.advance(-12 * day);
        stage.startClass(names);
        const Id leads = stage.skill(QStringLiteral("A lead that hooks"), 1);
        const Id spaces = stage.skill(QStringLiteral("A finger of space between words"), 2);
        const Id endings = stage.skill(QStringLiteral("Ends with a feeling"), 30);
        const QList<Id> skills{leads, spaces, {}, endings};
        for (int i = 0; i < names.size(); ++i) {
            if (i % 3 != 2)
                stage.step(names[i], skills[i % 4],
                           i % 4 == 2 ? QStringLiteral("Say the ending aloud first") : QString());
            stage.sample(names[i], i % 3 ? SampleKind::Independent : SampleKind::InProgress);
            if (i % 4 == 3)
                stage.clock.advance(2 * day);
        }
    }
    static bool inWindow(const Stage &stage, QQuickItem *item) {
        return item && QRectF(0, 0, stage.view->width(), stage.view->height())
                           .contains(item->mapRectToScene(QRectF(0, 0, item->width(), item->height())));
    }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void oneTapSaysWhoAndWhoTogether_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("way");
        QTest::newRow("expanded") << QSize(1280, 800) << QStringLiteral("tomorrow");
        QTest::newRow("medium") << QSize(800, 1280) << QStringLiteral("tomorrow");
        QTest::newRow("compact") << QSize(390, 844) << QStringLiteral("chip-plan");
    }
    void oneTapSaysWhoAndWhoTogether() {
        QFETCH(QSize, size);
        QFETCH(QString, way);
        PlanStage stage(size);
        fill(stage);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        QTRY_VERIFY(inWindow(stage, stage.item(way)));
        QVERIFY(stage.tap(way));
        QTRY_COMPARE(stage.place(), QStringLiteral("plan"));
        QCOMPARE(stage.taps, 1);
        // Both show without scrolling.
        QTRY_VERIFY(inWindow(stage, stage.item(QStringLiteral("see-Maya"))));
        QTRY_VERIFY(inWindow(stage, stage.item(QStringLiteral("group-0"))));
        QVERIFY(stage.named(QStringLiteral("Maya, last seen 12 days ago, A lead that hooks")));
    }

    void theSampleIsOneTapAway_data() { oneTapSaysWhoAndWhoTogether_data(); }
    void theSampleIsOneTapAway() {
        QFETCH(QSize, size);
        PlanStage stage(size);
        fill(stage);
        stage.show();
        const QString way = size.width() < 600 ? QStringLiteral("chip-samples") : QStringLiteral("collect");
        QTRY_VERIFY(stage.item(way));
        QVERIFY(stage.tap(way));
        QCOMPARE(stage.taps, 1); // the camera itself is tried with the pile
    }

    void keepChangeAndTakeBack() {
        PlanStage stage;
        fill(stage);
        stage.show();
        stage.go(QStringLiteral("plan"));
        QTRY_VERIFY(stage.item(QStringLiteral("keepPlan")));
        QVERIFY(stage.tap(QStringLiteral("keepPlan")));
        QTRY_VERIFY(!stage.planItems().empty());
        const auto kept = stage.planItems().size();
        QTRY_VERIFY(stage.item(QStringLiteral("startOver")));
        QQuickItem *part = nullptr;
        for (QQuickItem *item : stage.visibleItems()) {
            if (item->objectName().startsWith(QLatin1StringView("part-")))
                part = part ? part : item;
        }
        QVERIFY(part);
        QVERIFY(stage.tap(part));
        QTRY_VERIFY(stage.item(QStringLiteral("takeOut")));
        const int minutes = static_cast<int>(stage.planItems().front().minutes);
        QVERIFY(stage.tap(QStringLiteral("partMinutes-more")));
        QTRY_COMPARE(static_cast<int>(stage.planItems().front().minutes), minutes + 5);
        QTRY_VERIFY(stage.item(QStringLiteral("over"))); // the quiet line
        QVERIFY(stage.tap(QStringLiteral("takeOut")));
        QTRY_COMPARE(stage.planItems().size(), kept - 1);
        stage.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stage.planItems().size(), kept);
    }

    void theKeyboardReachesThePlan() {
        PlanStage stage;
        fill(stage);
        stage.show();
        stage.go(QStringLiteral("plan"));
        QTRY_VERIFY(stage.item(QStringLiteral("keepPlan")));
        QQuickItem *keep = stage.item(QStringLiteral("keepPlan"));
        for (int i = 0; i < 80 && !keep->hasActiveFocus(); ++i)
            stage.key(Qt::Key_Tab);
        QVERIFY(keep->hasActiveFocus());
        stage.key(Qt::Key_Return);
        QTRY_VERIFY(!stage.planItems().empty());
    }

    void todaysPlanStartsAndIsMarked() {
        PlanStage stage;
        fill(stage);
        PlanItem item;
        item.day = QDateTime::fromMSecsSinceEpoch(toMs(stage.clock.now())).date().toString(Qt::ISODate);
        item.minutes = 5;
        item.students = {stage.student(QStringLiteral("Maya"))};
        stage.add(item);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("begin-Maya")));
        QVERIFY(stage.named(QStringLiteral("Conference: Maya")));
        QVERIFY(stage.tap(QStringLiteral("done-Maya")));
        QTRY_VERIFY(stage.planItems().front().done);
        QTRY_VERIFY(stage.named(QStringLiteral("Today’s plan is done")));
    }

    void anEmptyClassLeadsToNames() {
        PlanStage stage({390, 844});
        stage.startClass({});
        stage.show();
        stage.go(QStringLiteral("plan"));
        QTRY_VERIFY(stage.named(QStringLiteral("Add students")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Add students"))));
        QTRY_COMPARE(stage.place(), QStringLiteral("addStudents"));
    }

    void aLargeClassOpens() {
        PlanStage stage({390, 844});
        QStringList many = someNames(399);
        many.prepend(QString(300, QLatin1Char('x')));
        stage.startClass(many);
        stage.show();
        stage.go(QStringLiteral("plan"));
        QTRY_VERIFY(stage.item(QStringLiteral("all-unseen")));
        stage.settle();
        const QStringList cut = cutOff(stage);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
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
        QTest::newRow("large-upright") << QSize(800, 1280) << 2.0 << false;
        QTest::newRow("large-phone") << QSize(360, 640) << 2.0 << false;
    }
    void everySize() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        PlanStage stage(size);
        fill(stage);
        const auto today =
            QDateTime::fromMSecsSinceEpoch(toMs(stage.clock.now())).date().toString(Qt::ISODate);
        PlanItem item;
        item.day = today;
        item.minutes = 5;
        item.students = {stage.student(QStringLiteral("Wren"))};
        item.done = true;
        stage.add(item);
        item.done = false;
        item.position = 1;
        item.minutes = 10;
        item.students = {stage.student(QStringLiteral("Maya")), stage.student(QStringLiteral("Zoë"))};
        stage.add(item);
        WorkBlock block;
        block.from = stage.clock.now() - 12min;
        block.plannedMinutes = 40;
        stage.add(block);
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
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        QTRY_VERIFY(stage.item(QStringLiteral("blockBar")));
        QTRY_VERIFY(stage.item(QStringLiteral("tomorrow")) || stage.item(QStringLiteral("chip-plan")));
        look(QStringLiteral("today"));
        stage.go(QStringLiteral("plan"));
        QTRY_VERIFY(stage.item(QStringLiteral("keepPlan")));
        QTRY_VERIFY(stage.item(QStringLiteral("group-0")));
        look(QStringLiteral("plan"));
        for (QQuickItem *one : stage.visibleItems()) {
            if (one->inherits("QQuickFlickable") && one->property("contentHeight").toDouble() > one->height())
                one->setProperty("contentY", one->property("contentHeight").toDouble() - one->height());
        }
        look(QStringLiteral("plan-end"));
    }
};

QTEST_MAIN(PlanPageTest)
#include "tst_plan_page.moc"
