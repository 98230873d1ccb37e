// Every page of the writing block as main composes it, with a class in the middle of its work, in every size
// and light: names and roles, no word cut off, dark where it is to be dark, and under the curtain names only.
#include "blockclass.h"
#include "testcamera.h"

#include <QPainter>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

namespace {

enum class Mood { Light, Dark, Dim };

// Words that stand on the screen and are nobody's business: notes, expectations, what a next step says.
QStringList told(const Stage &stage, const QStringList &secrets) {
    QStringList found;
    for (QQuickItem *item : stage.visibleItems()) {
        const QString said = item->property("text").toString() + QLatin1Char('\n') + spoken(item);
        for (const QString &secret : secrets) {
            if (said.contains(secret))
                found << secret;
        }
    }
    return found;
}

// Headers that a tall page below has pressed together: what is in them lies on what follows.
QStringList pressed(const BlockClass &stage) {
    QStringList found;
    for (const QQuickItem *item : stage.visibleItems()) {
        if (QByteArray(item->metaObject()->className()).startsWith("PageHeader_") &&
            item->height() < item->implicitHeight() - 1)
            found << item->property("title").toString() + QStringLiteral(": pressed together");
    }
    return found;
}

double lightness(const QImage &image) {
    double light = 0;
    int count = 0;
    for (int y = 0; y < image.height(); y += 5) {
        for (int x = 0; x < image.width(); x += 5, ++count)
            light += qGray(image.pixel(x, y));
    }
    return light / count;
}

} // namespace

class WholeBlockTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_camera.install());
        m_camera.show(paperWithLines(9));
        m_camera.plug();
        watchWarnings();
    }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void everyPage_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("curtain");
        const std::pair<const char *, QSize> sizes[] = {
            {"expanded", {1280, 800}}, {"portrait", {800, 1280}}, {"compact", {390, 844}}};
        for (const auto &[name, size] : sizes) {
            const auto row = [&, name = name, size = size](const char *look) -> QTestData & {
                return QTest::newRow(qPrintable(
                           QStringLiteral("%1-%2").arg(QLatin1StringView(name), QLatin1StringView(look))))
                       << size;
            };
            row("light") << Mood::Light << 1.0 << false;
            row("dark") << Mood::Dark << 1.0 << false;
            row("dim") << Mood::Dim << 1.0 << false;
            row("large") << Mood::Light << 2.0 << false;
            row("curtain") << Mood::Light << 1.0 << true;
        }
    }

    void everyPage() {
        QFETCH(QSize, size);
        QFETCH(Mood, mood);
        QFETCH(double, scale);
        QFETCH(bool, curtain);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        BlockClass stage(size);
        stage.fill();
        stage.preferences->setTextScale(scale);
        stage.preferences->setAppearance(mood == Mood::Light ? Theme::Light : Theme::Dark);
        stage.preferences->setDim(mood == Mood::Dim);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        if (curtain)
            stage.preferences->setCovered(true);
        const auto look = [&](const char *page, bool forTheChild = false) {
            stage.settle();
            stage.picture(QStringLiteral("%1-%2").arg(name, QLatin1StringView(page)));
            const QStringList wrong = unnamed(stage) + cutButNotScrolled(stage) + pressed(stage);
            QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1StringView(page) + QStringLiteral(": ") +
                                                 wrong.join(QLatin1Char('\n'))));
            if (mood == Mood::Dim && !forTheChild) {
                const double light = lightness(stage.view->grabWindow());
                QVERIFY2(light < 60,
                         qPrintable(QStringLiteral("%1: %2").arg(QLatin1StringView(page)).arg(light)));
            }
            if (curtain && !forTheChild)
                QCOMPARE(told(stage, stage.secrets()), QStringList());
        };
        const QString maya = idText(stage.student(QStringLiteral("Maya")));
        // Behind the curtain there is nothing to wait for but the curtain.
        const auto shows = [&](const char *objectName) {
            return curtain ? stage.item(QStringLiteral("liftCurtain")) != nullptr
                           : stage.item(QString::fromLatin1(objectName)) != nullptr;
        };

        look("today");
        stage.go(QStringLiteral("block"));
        QTRY_VERIFY(stage.item(QStringLiteral("stopBlock")));
        look("block-running", true); // what is shared with the class may be seen by it
        QVERIFY(stage.tap(QStringLiteral("stopBlock")));
        QTRY_VERIFY(stage.item(QStringLiteral("end-1")));
        look("block-ended", true);

        stage.go(QStringLiteral("sheet"));
        QTRY_VERIFY(stage.item(curtain ? QStringLiteral("uncover") : QStringLiteral("grid")));
        look("sheet");

        stage.go(QStringLiteral("student"), {{QStringLiteral("studentId"), maya}});
        QTRY_VERIFY(shows("comeBack"));
        if (!curtain)
            QTRY_VERIFY(stage.named(QStringLiteral("alone")));
        look("conference");
        if (!curtain) {
            QVERIFY(stage.tap(QStringLiteral("comeBack")));
            QTRY_VERIFY(stage.item(QStringLiteral("expect-step")));
            look("come-back");
            stage.key(Qt::Key_Escape);
            QTRY_VERIFY(!stage.item(QStringLiteral("expect-step")));
            scrollToEnd(stage);
            look("story");
        }
        stage.go(QStringLiteral("checkBacks"));
        QTRY_VERIFY(curtain ? shows("") : stage.named(QStringLiteral("Check-back: Leo")) != nullptr);
        look("check-backs");
        stage.go(QStringLiteral("plan"));
        QTRY_VERIFY(shows("group-0"));
        look("plan");
        if (!curtain) {
            scrollToEnd(stage);
            look("plan-end");
        }
        stage.go(QStringLiteral("slip"), {{QStringLiteral("studentId"), maya}});
        QTRY_VERIFY(stage.named(QStringLiteral("Next step: ")));
        look("slip", true);
        stage.go(QStringLiteral("printSlips"));
        QTRY_VERIFY(shows("print"));
        if (!curtain)
            QTRY_VERIFY_WITH_TIMEOUT(stage.item(QStringLiteral("print"))->isEnabled(), 20'000);
        look("print-slips");
        if (stage.item(QStringLiteral("slipView"))) {
            QVERIFY(stage.tap(stage.named(QStringLiteral("Sheets"))));
            look("print-sheets");
        }
        stage.go(QStringLiteral("bank"));
        QTRY_VERIFY(stage.named(QStringLiteral("Tells it before writing it")));
        look("bank", true);
        QVERIFY(stage.tap(stage.named(QStringLiteral("Traits"))));
        QTRY_VERIFY(stage.item(QStringLiteral("trait-ideas")));
        look("traits", true);
        QVERIFY(stage.tap(stage.named(QStringLiteral("Support"))));
        QTRY_VERIFY(stage.item(QStringLiteral("rung-0")));
        look("ladder", true);
        stage.go(QStringLiteral("bankSkill"),
                 {{QStringLiteral("skillId"), idText(stage.bankSkill(QStringLiteral("spaces")))}});
        QTRY_VERIFY(stage.item(QStringLiteral("skillName")));
        look("bank-skill", true);
        if (mood != Mood::Light)
            return; // the camera is dark in any light
        stage.go(QStringLiteral("camera"),
                 {{QStringLiteral("pile"), true}, {QStringLiteral("kind"), QStringLiteral("independent")}});
        QTRY_VERIFY(stage.item(QStringLiteral("shutter")));
        QTRY_VERIFY_WITH_TIMEOUT(stage.item(QStringLiteral("shutter"))->isEnabled(), 20'000);
        look("pile", true);
    }

    // 400 students, the first of them with a name of 300 letters: every page opens, and cuts nothing off.
    void aVastClass_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("expanded") << QSize(1280, 800);
        QTest::newRow("compact") << QSize(390, 844);
    }
    void aVastClass() {
        QFETCH(QSize, size);
        BlockClass stage(size);
        QStringList many{QStringLiteral("Maya ") + QString(295, QLatin1Char('W'))};
        for (int i = 1; i < 400; ++i)
            many << QStringLiteral("Student %1 of a school with many").arg(i);
        stage.startClass(many);
        QVERIFY(stage.commit(takeInSkills(*builtInSkillPack(), stage.workspace->notebook()->id(), {})));
        const Id spaces = stage.bankSkill(QStringLiteral("spaces"));
        QVERIFY(stage.commit(
            Edit(QStringLiteral("Teach")).set(spaces, &Skill::taughtFrom, std::optional(stage.clock.now()))));
        stage.step(many[0], spaces, QStringLiteral("Leave a finger of space between words"));
        stage.step(many[1], spaces, QStringLiteral("Leave a finger of space between words"));
        CheckBack back;
        back.student = stage.student(many[0]);
        back.expect = QString(300, QLatin1Char('m'));
        back.set = stage.clock.now();
        back.due = stage.clock.now();
        stage.add(back);
        WorkBlock block;
        block.from = stage.clock.now();
        block.plannedMinutes = 40;
        stage.add(block);
        stage.show();
        const QVariantMap first{{QStringLiteral("studentId"), idText(stage.student(many[0]))}};
        const QVariantMap pile{{QStringLiteral("pile"), true},
                               {QStringLiteral("kind"), QStringLiteral("independent")}};
        const std::tuple<const char *, QVariantMap, const char *> pages[] = {
            {"today", {}, "tile-Student 1 of a school with many"},
            {"sheet", {}, "grid"},
            {"student", first, "comeBack"},
            {"checkBacks", {}, ""},
            {"plan", {}, "group-0"},
            {"block", {}, "stopBlock"},
            {"slip", first, "slipBack"},
            {"printSlips", {}, "print"},
            {"camera", pile, "shutter"},
        };
        for (const auto &[place, args, sign] : pages) {
            stage.go(QString::fromLatin1(place), args);
            QTRY_COMPARE(stage.place(), QString::fromLatin1(place));
            if (*sign)
                QTRY_VERIFY2(stage.item(QString::fromLatin1(sign)), place);
            stage.settle();
            stage.picture(QStringLiteral("vast-%1-%2")
                              .arg(QString::fromLatin1(QTest::currentDataTag()), QLatin1StringView(place)));
            const QStringList wrong = unnamed(stage) + cutButNotScrolled(stage);
            QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1StringView(place) + QStringLiteral(": ") +
                                                 wrong.join(QLatin1Char('\n'))));
        }
    }

    // One tap lifts the curtain, on the page one is at, and Today draws it again for all of them.
    void theCurtainLiftsWhereItHangs() {
        BlockClass stage({390, 844});
        stage.fill();
        stage.show();
        QVERIFY(stage.tap(QStringLiteral("curtain")));
        QVERIFY(stage.tap(QStringLiteral("tile-Maya")));
        QTRY_VERIFY(stage.item(QStringLiteral("liftCurtain")));
        QVERIFY(stage.named(QStringLiteral("Maya"))); // the name stays
        QVERIFY(!stage.item(QStringLiteral("comeBack")));
        QVERIFY(stage.item(QStringLiteral("liftCurtain"))->hasActiveFocus());
        QVERIFY(stage.tap(stage.named(QStringLiteral("Back"))));
        QTRY_COMPARE(stage.place(), QStringLiteral("today"));
        QVERIFY(stage.tap(QStringLiteral("tile-Maya")));
        stage.key(Qt::Key_Return);
        QTRY_VERIFY(stage.item(QStringLiteral("comeBack")));
        QVERIFY(!stage.preferences->covered());
        QVERIFY(!stage.item(QStringLiteral("liftCurtain")));
    }

    // Beside the class list only the child's page is behind it.
    void besideTheListOnlyTheChildIsCovered() {
        BlockClass stage({1280, 800});
        stage.fill();
        stage.show();
        stage.preferences->setCovered(true);
        stage.go(QStringLiteral("class"));
        QTRY_VERIFY(stage.item(QStringLiteral("student-Maya")));
        QVERIFY(stage.tap(QStringLiteral("student-Maya")));
        QTRY_VERIFY(stage.item(QStringLiteral("liftCurtain")));
        QVERIFY(stage.item(QStringLiteral("student-Leo")));
        QCOMPARE(told(stage, stage.secrets()), QStringList());
        QVERIFY(stage.tap(QStringLiteral("liftCurtain")));
        QTRY_VERIFY(stage.item(QStringLiteral("comeBack")));
        QVERIFY(stage.item(QStringLiteral("student-Leo")));
    }

private:
    TestCamera m_camera;
};

QTEST_MAIN(WholeBlockTest)
#include "tst_whole_block.moc"
