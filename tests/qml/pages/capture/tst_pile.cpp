// The pile: every child in turn, and whose page is whose whatever was tapped in between.
#include "../plan/planstage.h"
#include "intake.h"
#include "pile.h"
#include "testcamera.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class PileTest : public QObject {
    Q_OBJECT

    static constexpr int patience = 20'000; // ms; the real pipeline

    static QByteArray picture(int shade) {
        QImage image(320, 240, QImage::Format_RGB32);
        image.fill(QColor(shade, 255 - shade, shade));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG");
        return bytes;
    }
    // "Ana 2": two pages of hers.
    static QStringList whose(PlanStage &stage, SampleKind kind = SampleKind::Independent) {
        return stage.read<QStringList>([kind](Database &db) {
            Statement &row =
                db.use("SELECT t.name, count(p.id) FROM sample s JOIN student t ON t.id = s.student "
                       "LEFT JOIN page p ON p.sample = s.id AND p.deleted = 0 "
                       "WHERE s.deleted = 0 AND coalesce(s.kind, 'inProgress') = ? GROUP BY s.id "
                       "ORDER BY t.position, s.row");
            row.with(wordOf(kind));
            QStringList all;
            while (row.step())
                all << row.text(0) + QLatin1Char(' ') + QString::number(row.number(1));
            row.reset();
            return all;
        });
    }
    static void begin(Pile &pile, PlanStage &stage, bool independent = true) {
        pile.setIndependent(independent);
        pile.setWorkspace(stage.workspace.get());
        pile.setActive(true);
        QTRY_VERIFY(pile.ready());
    }
    static QStringList three() {
        return {QStringLiteral("Ana"), QStringLiteral("Leo"), QStringLiteral("Maya")};
    }

private slots:
    void initTestCase() {
        watchWarnings();
        QVERIFY(m_camera.install());
    }
    void cleanup() {
        QStringList said = warnings();
        // A machine without sound or a graphics card says so; the pictures come all the same.
        said.removeIf([](const QString &line) {
            return line.startsWith(QLatin1StringView("PulseAudioService")) ||
                   line.startsWith(QLatin1StringView("QRhi*"));
        });
        QCOMPARE(said, QStringList());
    }

    void theNextChildAfterEachShutter() {
        PlanStage stage;
        stage.startClass(three());
        Pile pile;
        begin(pile, stage);
        QCOMPARE(pile.currentName(), QStringLiteral("Ana"));
        pile.shoot(picture(1));
        QCOMPARE(pile.currentName(), QStringLiteral("Leo")); // without waiting
        pile.shoot(picture(2));
        pile.shoot(picture(3));
        QVERIFY(pile.finished());
        QTRY_VERIFY(!pile.saving());
        QTRY_COMPARE(whose(stage), (QStringList{QStringLiteral("Ana 1"), QStringLiteral("Leo 1"),
                                                QStringLiteral("Maya 1")}));
        QCOMPARE(pile.inside(), 3);
        QCOMPARE(pile.lastName(), QStringLiteral("Maya"));
        QVERIFY(!pile.lastPageId().isEmpty());
    }

    void whoIsInOrAwayIsLeftOut() {
        PlanStage stage;
        stage.startClass(someNames(4));
        stage.sample(QStringLiteral("Student 1"), SampleKind::Independent);
        stage.absent(QStringLiteral("Student 2"));
        QVERIFY(stage.commit(Edit(QStringLiteral("Archive"))
                                 .set(stage.student(QStringLiteral("Student 3")), &Student::archived, true)));
        Pile pile;
        begin(pile, stage);
        QCOMPARE(pile.currentName(), QStringLiteral("Student 4"));
        QCOMPARE(pile.total(), 2);
        QCOMPARE(pile.awayNames(), QStringList{QStringLiteral("Student 2")});
        pile.goTo(idText(stage.student(QStringLiteral("Student 2")))); // late, but here
        pile.shoot(picture(1));
        pile.shoot(picture(2));
        QTRY_VERIFY(!pile.saving());
        QVERIFY(pile.finished());
        QCOMPARE(pile.inside(), 2);
    }

    void anyPileTakesEverybody() {
        PlanStage stage;
        stage.startClass(three());
        stage.sample(QStringLiteral("Ana"), SampleKind::Independent);
        Pile pile;
        begin(pile, stage, false);
        QCOMPARE(pile.currentName(), QStringLiteral("Ana"));
        pile.shoot(picture(1));
        QTRY_COMPARE(whose(stage, SampleKind::InProgress), QStringList{QStringLiteral("Ana 1")});
    }

    void skipAwayAndBack() {
        PlanStage stage;
        stage.startClass(three());
        Pile pile;
        begin(pile, stage);
        pile.skip();
        QCOMPARE(pile.currentName(), QStringLiteral("Leo"));
        pile.markAway();
        QCOMPARE(pile.currentName(), QStringLiteral("Maya"));
        pile.shoot(picture(1));
        QVERIFY(pile.finished());
        QCOMPARE(pile.skipped(), 1);
        QCOMPARE(pile.awayNames(), QStringList{QStringLiteral("Leo")});
        pile.goTo(idText(stage.student(QStringLiteral("Ana"))));
        QVERIFY(!pile.finished());
        pile.shoot(picture(2));
        QVERIFY(pile.finished());
        QTRY_VERIFY(!pile.saving());
        QTRY_COMPARE(whose(stage), (QStringList{QStringLiteral("Ana 1"), QStringLiteral("Maya 1")}));
        pile.goTo(idText(stage.student(QStringLiteral("Maya"))));
        pile.back(); // to Leo, who is away
        QCOMPARE(pile.currentName(), QStringLiteral("Leo"));
        pile.back();
        QTRY_COMPARE(pile.currentPages(), 1);
        pile.shoot(picture(3)); // one more page of Ana's
        QTRY_COMPARE(whose(stage).front(), QStringLiteral("Ana 2"));
    }

    void theLastShotWasAnothers_data() {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("before it is kept") << true;
        QTest::newRow("after it is kept") << false;
    }
    void theLastShotWasAnothers() {
        QFETCH(bool, atOnce);
        PlanStage stage;
        stage.startClass(three());
        Pile pile;
        begin(pile, stage);
        pile.shoot(picture(1));
        if (!atOnce)
            QTRY_COMPARE(whose(stage), QStringList{QStringLiteral("Ana 1")});
        QCOMPARE(pile.likelyOwners().size(), 2);
        pile.reassign(idText(stage.student(QStringLiteral("Maya"))));
        QCOMPARE(pile.currentName(), QStringLiteral("Ana")); // hers is still to come
        QTRY_VERIFY(!pile.saving());
        QTRY_COMPARE(whose(stage), QStringList{QStringLiteral("Maya 1")});
        pile.shoot(picture(2));
        QCOMPARE(pile.currentName(), QStringLiteral("Leo"));
        pile.shoot(picture(3));
        QVERIFY(pile.finished());
        QTRY_COMPARE(whose(stage), (QStringList{QStringLiteral("Ana 1"), QStringLiteral("Leo 1"),
                                                QStringLiteral("Maya 1")}));
    }

    void aShotTakenBackPutsTheChildOnThePile() {
        PlanStage stage;
        stage.startClass(three());
        Pile pile;
        begin(pile, stage);
        for (int i = 0; i < 3; ++i)
            pile.shoot(picture(i));
        QTRY_VERIFY(!pile.saving());
        QTRY_COMPARE(whose(stage).size(), 3);
        stage.workspace->undo();
        QTRY_VERIFY(!pile.finished());
        QCOMPARE(pile.currentName(), QStringLiteral("Maya"));
    }

    void whatWasNotKeptIsSaidAndComesAgain() {
        PlanStage stage;
        stage.startClass(three());
        Pile pile;
        begin(pile, stage);
        pile.shoot(QByteArray("no picture"));
        QTRY_VERIFY(pile.trouble().startsWith(QStringLiteral("Ana’s page was not kept.")));
        pile.shoot(picture(1));
        pile.shoot(picture(2));
        QCOMPARE(pile.currentName(), QStringLiteral("Ana"));
        QVERIFY(!pile.finished());
    }

    // From home: two taps and a shutter a child.
    void twentyFiveShuttersAndTwoTaps_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("way");
        QTest::newRow("expanded") << QSize(1280, 800) << QStringLiteral("collect");
        QTest::newRow("compact") << QSize(390, 844) << QStringLiteral("chip-samples");
    }
    void twentyFiveShuttersAndTwoTaps() {
        QFETCH(QSize, size);
        QFETCH(QString, way);
        QImage sheet(1024, 768, QImage::Format_RGB32);
        sheet.fill(Qt::white);
        m_camera.show(sheet);
        m_camera.plug();
        {
            PlanStage stage(size);
            stage.startClass(someNames(25));
            stage.show();
            QVERIFY(stage.tap(way));
            QTRY_COMPARE(stage.place(), QStringLiteral("camera"));
            QQuickItem *shutter = nullptr;
            for (int i = 1; i <= 25; ++i) {
                const QString name = QStringLiteral("Student %1").arg(i);
                QTRY_VERIFY2(stage.named(name + QStringLiteral(". Change the child")), qPrintable(name));
                QTRY_VERIFY_WITH_TIMEOUT(
                    (shutter = stage.item(QStringLiteral("shutter"))) && shutter->isEnabled(), patience);
                if (i == 1 || i == 8) { // before there is a last shot, and after

                    stage.settle();
                    stage.picture(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-pile"));
                    const QStringList silent = unnamed(stage);
                    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
                }
                QVERIFY(stage.tap(shutter));
                QTRY_VERIFY_WITH_TIMEOUT(!stage.named(name + QStringLiteral(". Change the child")), patience);
            }
            QTRY_VERIFY_WITH_TIMEOUT(stage.item(QStringLiteral("pileDone")), patience);
            QTRY_COMPARE_WITH_TIMEOUT(whose(stage).size(), 25, patience);
            stage.settle();
            stage.picture(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-pile-done"));
            QVERIFY(stage.tap(QStringLiteral("pileClose")));
            QTRY_COMPARE(stage.place(), QStringLiteral("today"));
            QCOMPARE(stage.taps, 25 + 2);
            for (const QString &one : whose(stage))
                QVERIFY(one.endsWith(QStringLiteral(" 1")));
        }
        m_camera.unplug();
    }

private:
    TestCamera m_camera;
};

QTEST_MAIN(PileTest)
#include "tst_pile.moc"
