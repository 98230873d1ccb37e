#include "stage.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

// Every page of these rooms in every size: names and roles for the screen reader, no word cut off.
class LookTest : public QObject {
    Q_OBJECT

    static void fill(Stage &stage) {
        const QStringList names{"Maya", "Leo",   "Ana",   "Omar",  "Wren",  "Anneliese-Charlotte",
                                "Kofi", "Yusuf", "Zoë",   "Priya", "Tomás", "Ines",
                                "Hana", "Mateo", "Aisha", "Björn", "Chidi", "Dalia",
                                "Elif", "Farah", "Gus",   "Ivy",   "Jun",   "Kaya",
                                "Lukas"};
        stage.startClass(names);
        const QStringList steps{QStringLiteral("Leave a finger of space between words"),
                                QStringLiteral("Say the ending aloud first"),
                                QStringLiteral("Show it, don’t tell it")};
        int turn = 0;
        for (const QString &name : names) {
            ++turn;
            const Id student = stage.student(name);
            if (turn % 6 == 0)
                continue;
            Note note;
            note.id = newId(stage.clock, stage.random);
            note.about = student;
            note.kind = turn % 4 ? NoteKind::NextStep : NoteKind::Noticed;
            note.words = steps[turn % 3];
            QVERIFY(stage.commit(Edit(QStringLiteral("Add note for %1").arg(name)).create(note)));
            if (turn % 3) {
                Answer answer;
                answer.id = newId(stage.clock, stage.random);
                answer.note = note.id;
                answer.at = stage.clock.now();
                answer.level = static_cast<SupportLevel>(turn % 5);
                QVERIFY(stage.commit(Edit(QStringLiteral("Answer of %1").arg(name)).create(answer)));
            }
            if (turn % 2) {
                Sample sample;
                sample.id = newId(stage.clock, stage.random);
                sample.student = student;
                sample.kind = SampleKind::Independent;
                sample.date = stage.clock.now();
                QVERIFY(stage.commit(Edit(QStringLiteral("Sample of %1").arg(name)).create(sample)));
            }
            stage.clock.advance(std::chrono::hours(13));
        }
        QVERIFY(stage.commit(Edit(QStringLiteral("Archive Kofi"))
                                 .set(stage.student(QStringLiteral("Kofi")), &Student::archived, true)));
    }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void everyPage_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("tablet") << QSize(1280, 800) << 1.0 << false;
        QTest::newRow("upright") << QSize(800, 1280) << 1.0 << false;
        QTest::newRow("phone") << QSize(390, 844) << 1.0 << false;
        QTest::newRow("dark") << QSize(1280, 800) << 1.0 << true;
        QTest::newRow("large-tablet") << QSize(1280, 800) << 2.0 << false;
        QTest::newRow("large-phone") << QSize(390, 844) << 2.0 << false;
        QTest::newRow("large-small") << QSize(360, 640) << 2.0 << false;
    }

    void everyPage() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        Stage stage(size);
        fill(stage);
        stage.preferences->setTextScale(scale);
        stage.preferences->setAppearance(dark ? Theme::Dark : Theme::Light);
        stage.show();
        const auto look = [&](const QString &page) {
            stage.settle();
            stage.picture(name + QLatin1Char('-') + page);
            for (QQuickItem *item : stage.visibleItems()) {
                // A list opens at its top, whatever came late.
                if (item->inherits("QQuickListView"))
                    QVERIFY2(item->property("contentY").toDouble() <=
                                 item->property("originY").toDouble() + 1,
                             qPrintable(page));
            }
            const QStringList silent = unnamed(stage);
            QVERIFY2(silent.isEmpty(),
                     qPrintable(page + QStringLiteral(": ") + silent.join(QLatin1Char('\n'))));
            const QStringList cut = cutOff(stage);
            QVERIFY2(cut.isEmpty(), qPrintable(page + QStringLiteral(": ") + cut.join(QLatin1Char('\n'))));
        };
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        look(QStringLiteral("today"));
        stage.go(QStringLiteral("class"));
        QTRY_VERIFY(stage.item(QStringLiteral("student-Maya")));
        look(QStringLiteral("class"));
        stage.go(QStringLiteral("addStudents"));
        QQuickItem *names = nullptr;
        QTRY_VERIFY((names = stage.item(QStringLiteral("names"))) != nullptr);
        names->setProperty("text",
                           QStringLiteral("Name;Grade;Phone\nNoor Haddad;3;1\nMaya;3;2\nNoor Haddad;4;3"));
        QTRY_VERIFY(stage.item(QStringLiteral("name-Maya")));
        look(QStringLiteral("add"));
        stage.go(QStringLiteral("editStudent"),
                 {{QStringLiteral("studentId"), idText(stage.student(QStringLiteral("Maya")))}});
        QTRY_VERIFY(stage.item(QStringLiteral("save")));
        look(QStringLiteral("edit"));
        stage.go(QStringLiteral("settings"));
        QTRY_VERIFY(stage.item(QStringLiteral("textSize")));
        look(QStringLiteral("settings"));
        stage.go(QStringLiteral("history"));
        QTRY_VERIFY(stage.item(QStringLiteral("undo-0")));
        look(QStringLiteral("history"));
        QVERIFY(stage.tap(QStringLiteral("undo-0")));
        QTRY_VERIFY(stage.named(QStringLiteral("Undo: Undo")) || stage.named(QStringLiteral("Redo what")));
        look(QStringLiteral("undone"));
    }

    void firstStart_data() { everyPage_data(); }

    void firstStart() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        Stage stage(size);
        stage.preferences->setTextScale(scale);
        stage.preferences->setAppearance(dark ? Theme::Dark : Theme::Light);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("startMyClass")));
        stage.picture(name + QStringLiteral("-welcome"));
        QCOMPARE(unnamed(stage), QStringList());
        QCOMPARE(cutOff(stage), QStringList());
        stage.item(QStringLiteral("startMyClass"))->forceActiveFocus(Qt::TabFocusReason);
        stage.key(Qt::Key_Return);
        QTRY_VERIFY(stage.item(QStringLiteral("start")));
        stage.picture(name + QStringLiteral("-start"));
        QCOMPARE(unnamed(stage), QStringList());
        QCOMPARE(cutOff(stage), QStringList());
    }
};

QTEST_MAIN(LookTest)
#include "tst_pages_look.moc"
