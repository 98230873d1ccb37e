// The taps a conference and a check-back cost from Today, the banner, keyboard, names, large text.
#include "talks.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class CheckbackPages : public QObject {
    Q_OBJECT

    static void sizes() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("expanded") << QSize(1280, 800);
        QTest::newRow("compact") << QSize(390, 844);
    }

    // A class in which Maya was seen before: a page, a step on it, skills to choose the next from.
    struct Room {
        explicit Room(const QSize &size) : stage(size) {
            stage.startClass({QStringLiteral("Maya"), QStringLiteral("Leo"), QStringLiteral("Ana"),
                              QStringLiteral("Omar"), QStringLiteral("Wren")});
            maya = stage.student(QStringLiteral("Maya"));
            spaces = addSkill(stage, QStringLiteral("Spaces between words"),
                              QStringLiteral("Leave a finger's space after each word."), 1);
            addSkill(stage, QStringLiteral("Small details"), QStringLiteral("Add what you saw there."), 2,
                     {spaces});
            addSkill(stage, QStringLiteral("A lead that hooks"), QStringLiteral("Start with a sound."), 3, {},
                     true);
            page = addPage(stage, maya);
            step = addStep(stage, page, QStringLiteral("Leave a finger's space after each word."), spaces);
            stage.clock.advance(48h);
        }
        // The banner has come to rest and takes touches.
        bool bannerRests() {
            return QTest::qWaitFor([&] {
                QQuickItem *watch = stage.item(QStringLiteral("checkBackWatch"));
                return watch && stage.item(QStringLiteral("checkBackBanner")) &&
                       !watch->property("arriving").toBool();
            });
        }
        void letTimePass(std::chrono::milliseconds by) { stage.clock.advance(by); }

        Stage stage;
        Id maya, spaces, page, step;
    };

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void aConferenceIsThreeTaps_data() { sizes(); }
    void aConferenceIsThreeTaps() {
        QFETCH(QSize, size);
        Room room(size);
        Stage &stage = room.stage;
        stage.show();
        QVERIFY(stage.tap(QStringLiteral("tile-Maya"))); // 1
        QTRY_VERIFY(stage.named(QStringLiteral("alone")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("alone")))); // 2: how it went
        QTRY_COMPARE(allOf<Answer>(stage).size(), 1);
        QTRY_VERIFY(stage.named(QStringLiteral("Small details, likely next")));
        QQuickItem *undo = stage.item(QStringLiteral("undoBar")); // it lies over the page for a while
        QQuickItem *chip = stage.named(QStringLiteral("Small details"));
        QVERIFY(undo && chip->mapToScene({0, chip->height()}).y() <= undo->mapToScene({0, 0}).y());
        QVERIFY(stage.tap(chip)); // 3: one new step
        QTRY_COMPARE(allOf<Note>(stage).size(), 2);
        QCOMPARE(stage.taps, 3);
        QCOMPARE(allOf<Note>(stage).back().about, room.page);
        QTRY_COMPARE(allOf<Conference>(stage).front().notes, QList<Id>{allOf<Note>(stage).back().id});
        QCOMPARE(allOf<Conference>(stage).front().until, std::nullopt);
        stage.key(Qt::Key_Escape); // leaving saves
        QTRY_VERIFY(allOf<Conference>(stage).front().until);
    }

    void aCheckBackIsThreeTaps_data() { sizes(); }
    void aCheckBackIsThreeTaps() {
        QFETCH(QSize, size);
        Room room(size);
        Stage &stage = room.stage;
        stage.show();
        QVERIFY(stage.tap(QStringLiteral("tile-Maya")));   // 1
        QVERIFY(stage.tap(QStringLiteral("comeBack")));    // 2
        QVERIFY(stage.tap(QStringLiteral("expect-step"))); // 3
        QTRY_COMPARE(allOf<CheckBack>(stage).size(), 1);
        QCOMPARE(stage.taps, 3);
        const CheckBack kept = allOf<CheckBack>(stage).front();
        QCOMPARE(kept.student, room.maya);
        QCOMPARE(kept.expect, QStringLiteral("Leave a finger's space after each word."));
        QCOMPARE(*kept.due - stage.clock.now(), 10min);
        QCOMPARE(allOf<Conference>(stage).size(), 0); // nothing was done on the page
    }

    void theBannerIsAnsweredInOneTap_data() { sizes(); }
    void theBannerIsAnsweredInOneTap() {
        QFETCH(QSize, size);
        Room room(size);
        Stage &stage = room.stage;
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("First words are on the paper"), 5);
        addCheckBack(stage, QStringLiteral("Ana"), QStringLiteral("Pencil is still moving"), 5);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        QVERIFY(!stage.item(QStringLiteral("checkBackBanner")));
        room.letTimePass(5min);
        QVERIFY(room.bannerRests());
        QVERIFY(stage.named(QStringLiteral("Check-back: Leo. First words are on the paper")));
        stage.settle();
        stage.picture(QStringLiteral("checkback-banner-%1").arg(size.width()));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Leo: seen it"))));
        QTRY_VERIFY(stage.named(QStringLiteral("Check-back: Ana. Pencil is still moving")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Ana: look again in 5 minutes"))));
        QTRY_VERIFY(!stage.item(QStringLiteral("checkBackBanner")));
        QCOMPARE(stage.taps, 2);
        QCOMPARE(allOf<CheckBack>(stage).front().outcome, Outcome::Seen);
        QCOMPARE(*allOf<CheckBack>(stage).back().due - stage.clock.now(), 5min);
        QCOMPARE(unnamed(stage), QStringList());
    }

    void theBannerLiesOnNothing() {
        Room room({1280, 800});
        Stage &stage = room.stage;
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("First words"), 5);
        stage.show();
        room.letTimePass(5min);
        QVERIFY(room.bannerRests());
        stage.settle();
        QQuickItem *banner = stage.item(QStringLiteral("checkBackBanner"));
        QQuickItem *tile = stage.item(QStringLiteral("tile-Maya"));
        QVERIFY(tile->mapToScene({0, 0}).y() >= banner->mapToScene({0, banner->height()}).y());
        // Put away, it is a mark in the frame; asked for, it is back.
        QVERIFY(stage.tap(QStringLiteral("foldCheckBack")));
        QTRY_VERIFY(!stage.item(QStringLiteral("checkBackBanner")));
        QVERIFY(stage.named(QStringLiteral("A check-back is due: Leo")));
        QVERIFY(stage.tap(QStringLiteral("checkBackMark")));
        QVERIFY(room.bannerRests());
    }

    // Who points at words on a page finds them where they were; the frame has a mark, and one tap shows more.
    void overAPageItWaits_data() { sizes(); }
    void overAPageItWaits() {
        QFETCH(QSize, size);
        Room room(size);
        Stage &stage = room.stage;
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("First words"), 5);
        stage.show();
        stage.go(QStringLiteral("page"), {{QStringLiteral("pageId"), idText(room.page)}});
        QTRY_VERIFY(stage.named(QStringLiteral("Add note: ")));
        room.letTimePass(5min);
        QTRY_VERIFY(stage.item(QStringLiteral("checkBackMark")));
        QVERIFY(!stage.item(QStringLiteral("checkBackBanner")));
        QVERIFY(stage.tap(QStringLiteral("checkBackMark")));
        QVERIFY(room.bannerRests());
        QVERIFY(stage.tap(stage.named(QStringLiteral("Leo: seen it"))));
        QTRY_VERIFY(!stage.item(QStringLiteral("checkBackMark")));
        QCOMPARE(allOf<CheckBack>(stage).front().outcome, Outcome::Seen);
    }

    void byKeyboard() {
        Room room({1280, 800});
        Stage &stage = room.stage;
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("First words"), 5);
        stage.show();
        room.letTimePass(5min);
        QVERIFY(room.bannerRests());
        QQuickItem *seen = stage.named(QStringLiteral("Leo: seen it"));
        QVERIFY(seen);
        for (int i = 0; i < 80 && !seen->hasActiveFocus(); ++i)
            stage.key(Qt::Key_Tab);
        QVERIFY(seen->hasActiveFocus());
        stage.key(Qt::Key_Return);
        QTRY_COMPARE(allOf<CheckBack>(stage).front().outcome, Outcome::Seen);
        // A check-back by keyboard, in one's own words, for two.
        stage.go(QStringLiteral("student"), {{QStringLiteral("studentId"), idText(room.maya)}});
        QTRY_VERIFY(stage.item(QStringLiteral("comeBack")) &&
                    stage.item(QStringLiteral("comeBack"))->isEnabled());
        stage.item(QStringLiteral("comeBack"))->forceActiveFocus(Qt::TabFocusReason);
        stage.key(Qt::Key_Space);
        QTRY_VERIFY(stage.item(QStringLiteral("moreNames")));
        stage.item(QStringLiteral("moreNames"))->forceActiveFocus(Qt::TabFocusReason);
        stage.key(Qt::Key_Space);
        QTRY_VERIFY(stage.named(QStringLiteral("Wren")));
        stage.named(QStringLiteral("Wren"))->forceActiveFocus(Qt::TabFocusReason);
        stage.key(Qt::Key_Space);
        QQuickItem *own = stage.named(QStringLiteral("What you expect, in your own words"));
        QVERIFY(own);
        own->forceActiveFocus(Qt::TabFocusReason);
        stage.type(QStringLiteral("Two lines"));
        stage.key(Qt::Key_Return);
        QTRY_COMPARE(allOf<CheckBack>(stage).size(), 3);
        QCOMPARE(allOf<CheckBack>(stage).back().expect, QStringLiteral("Two lines"));
    }

    void theSkillOfTheSheetComesFirst() {
        Room room({1280, 800});
        Stage &stage = room.stage;
        stage.show();
        const Id skill =
            addSkill(stage, QStringLiteral("Ends with a feeling"), QStringLiteral("Say how it felt."), 20);
        stage.go(QStringLiteral("student"), {{QStringLiteral("studentId"), idText(room.maya)},
                                             {QStringLiteral("skillId"), idText(skill)}});
        QTRY_VERIFY(stage.named(QStringLiteral("Ends with a feeling, from the sheet")));
        const QPointF first = stage.named(QStringLiteral("Ends with a feeling"))->mapToScene({0, 0});
        const QPointF other = stage.named(QStringLiteral("A lead that hooks"))->mapToScene({0, 0});
        QVERIFY(first.y() < other.y() || first.x() < other.x());
    }

    void anEmptyPageTeaches() {
        Room room({390, 844});
        Stage &stage = room.stage;
        stage.show();
        stage.go(QStringLiteral("checkBacks"));
        QTRY_VERIFY(stage.named(QStringLiteral("Say what you expect to see, walk on")));
        QCOMPARE(unnamed(stage), QStringList());
        QVERIFY(stage.tap(stage.named(QStringLiteral("New check-back"))));
        QTRY_VERIFY(stage.named(QStringLiteral("Choose who, then tap")));
        QTRY_VERIFY(stage.named(QStringLiteral("Omar"))); // the class comes from the notebook
        QVERIFY(stage.tap(stage.named(QStringLiteral("Omar"))));
        QTRY_VERIFY(stage.named(QStringLiteral("Tap what you expect")));
        QVERIFY(stage.tap(QStringLiteral("expect-ready")));
        QTRY_COMPARE(allOf<CheckBack>(stage).size(), 1);
        QTRY_VERIFY(stage.named(QStringLiteral("Check-back: Omar, 10 min")));
    }

    void leftOverOnesGoAtOnce() {
        Room room({1280, 800});
        Stage &stage = room.stage;
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("First words"), 5);
        addCheckBack(stage, QStringLiteral("Ana"), QStringLiteral("Pencil"), 5);
        stage.clock.advance(24h);
        stage.show();
        QTRY_VERIFY(stage.named(QStringLiteral("All, and 2 from before")));
        QVERIFY(!stage.item(QStringLiteral("checkBackBanner")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("All, and 2 from before"))));
        QTRY_VERIFY(stage.named(QStringLiteral("Check-back: Leo, yesterday")));
        QVERIFY(stage.tap(QStringLiteral("dropLeftOver")));
        QTRY_VERIFY(stage.named(QStringLiteral("Say what you expect to see")));
    }

    void manyStudentsAndLongNames() {
        Stage stage({390, 844});
        QStringList names;
        for (int i = 0; i < 400; ++i)
            names << QStringLiteral("Student %1").arg(i);
        names[1] = QString(300, QLatin1Char('W'));
        stage.startClass(names);
        addCheckBack(stage, names[1], QString(300, QLatin1Char('m')), 5);
        stage.show();
        stage.clock.advance(5min);
        QTRY_VERIFY(stage.item(QStringLiteral("checkBackBanner")));
        stage.settle();
        QVERIFY(stage.item(QStringLiteral("checkBackBanner"))->height() < 844 * 0.6);
        stage.go(QStringLiteral("checkBacks"));
        QTRY_VERIFY(stage.named(QStringLiteral("New check-back")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("New check-back"))));
        QTRY_VERIFY(stage.named(QStringLiteral("Student 0")));
        stage.settle();
        stage.picture(QStringLiteral("checkback-many-390"));
        int shown = 0;
        for (QQuickItem *item : stage.visibleItems())
            shown += item->inherits("QQuickAbstractButton") ? 1 : 0;
        QVERIFY2(shown < 120, qPrintable(QString::number(shown)));
    }

    void theyLookRight_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("scale");
        QTest::newRow("1280") << QSize(1280, 800) << false << 1.0;
        QTest::newRow("1280-dark") << QSize(1280, 800) << true << 1.0;
        QTest::newRow("800") << QSize(800, 1280) << false << 1.0;
        QTest::newRow("390") << QSize(390, 844) << false << 1.0;
        QTest::newRow("390-200") << QSize(390, 844) << false << 2.0;
        QTest::newRow("1280-200") << QSize(1280, 800) << false << 2.0;
    }
    void theyLookRight() {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(double, scale);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        Room room(size);
        Stage &stage = room.stage;
        stage.preferences->setAppearance(dark ? Theme::Dark : Theme::Light);
        stage.preferences->setTextScale(scale);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        addCheckBack(stage, QStringLiteral("Leo"), QStringLiteral("First words are on the paper"), 4);
        addCheckBack(stage, QStringLiteral("Ana"), QStringLiteral("Pencil is still moving"), 4);
        addCheckBack(stage, QStringLiteral("Omar"), QStringLiteral("Read it over and found something to fix"),
                     12);
        QTRY_VERIFY(stage.named(QStringLiteral("Check-back")));
        stage.settle();
        stage.picture(QStringLiteral("checkback-today-") + tag);
        QCOMPARE(cutOff(stage).join(QLatin1Char('\n')), QString());
        stage.go(QStringLiteral("student"), {{QStringLiteral("studentId"), idText(room.maya)}});
        QTRY_VERIFY(stage.named(QStringLiteral("alone")));
        stage.named(QStringLiteral("with a prompt"))
            ->forceActiveFocus(Qt::TabFocusReason); // may lie further down
        stage.key(Qt::Key_Return);
        QTRY_VERIFY(stage.named(QStringLiteral("Conference, just begun")));
        stage.clock.advance(1min);
        stage.settle();
        stage.picture(QStringLiteral("checkback-child-") + tag);
        QCOMPARE(cutOff(stage).join(QLatin1Char('\n')), QString());
        QVERIFY(stage.tap(QStringLiteral("comeBack")));
        QTRY_VERIFY(stage.item(QStringLiteral("expect-step")));
        stage.settle();
        stage.picture(QStringLiteral("checkback-sheet-") + tag);
        QCOMPARE(cutOff(stage).join(QLatin1Char('\n')), QString());
        QCOMPARE(unnamed(stage), QStringList());
        stage.key(Qt::Key_Escape);
        QTRY_VERIFY(!stage.item(QStringLiteral("expect-step")));
        room.letTimePass(4min);
        QVERIFY(room.bannerRests());
        stage.settle();
        stage.picture(QStringLiteral("checkback-child-banner-") + tag);
        QCOMPARE(cutOff(stage).join(QLatin1Char('\n')), QString());
        stage.go(QStringLiteral("checkBacks"));
        QTRY_VERIFY(stage.named(QStringLiteral("New check-back")));
        stage.settle();
        stage.picture(QStringLiteral("checkback-page-") + tag);
        QCOMPARE(cutOff(stage).join(QLatin1Char('\n')), QString());
        QCOMPARE(unnamed(stage), QStringList());
    }
};

QTEST_MAIN(CheckbackPages)
#include "tst_checkback_pages.moc"
