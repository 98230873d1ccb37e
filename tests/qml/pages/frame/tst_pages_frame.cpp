#include "stage.h"

#include "places.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

class FrameTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void railShowsOnlyWhatIsBuilt() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        QVERIFY(stage.item(QStringLiteral("rail-today")));
        QVERIFY(stage.item(QStringLiteral("rail-settings")));
        QVERIFY(!stage.item(QStringLiteral("rail-sheet")));
        QVERIFY(!stage.item(QStringLiteral("rail-coach")));
    }

    void touchGoesThereAndBack() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        QTRY_COMPARE(stage.place(), QStringLiteral("today"));
        QVERIFY(!stage.item(QStringLiteral("back")));
        QVERIFY(stage.tap(QStringLiteral("rail-class")));
        QTRY_COMPARE(stage.place(), QStringLiteral("class"));
        QVERIFY(stage.tap(QStringLiteral("addStudents")));
        QTRY_COMPARE(stage.place(), QStringLiteral("addStudents"));
        QVERIFY(stage.tap(QStringLiteral("back")));
        QTRY_COMPARE(stage.place(), QStringLiteral("class"));
        QVERIFY(stage.tap(QStringLiteral("back"))); // from a place of the rail, back leads home
        QTRY_COMPARE(stage.place(), QStringLiteral("today"));
    }

    void keysGoThereAndBack() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        stage.key(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(stage.place(), QStringLiteral("class"));
        stage.key(Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(stage.place(), QStringLiteral("samples"));
        stage.key(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(stage.place(), QStringLiteral("today"));
        stage.key(Qt::Key_F, Qt::ControlModifier); // where words can be looked for, from anywhere
        QTRY_COMPARE(stage.place(), QStringLiteral("samples"));
        stage.key(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(stage.place(), QStringLiteral("class"));
        stage.key(Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(stage.view->activeFocusItem() &&
                    stage.view->activeFocusItem()->inherits("QQuickTextInput"));
        stage.key(Qt::Key_Escape);
        QTRY_COMPARE(stage.place(), QStringLiteral("today"));
    }

    void barInsteadOfRailWhereItIsNarrow() {
        Stage stage({390, 844});
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        QVERIFY(stage.item(QStringLiteral("bar")));
        QVERIFY(!stage.item(QStringLiteral("rail-today")));
        QQuickItem *settings = stage.named(QStringLiteral("Settings"));
        QVERIFY(settings);
        QVERIFY(stage.tap(settings));
        QTRY_COMPARE(stage.place(), QStringLiteral("settings"));
        stage.resize({1280, 800});
        QTRY_VERIFY(stage.item(QStringLiteral("rail-today")));
        QCOMPARE(stage.place(), QStringLiteral("settings")); // turning the tablet loses nothing
    }

    void undoBarTakesBackWithOneTap() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        const Id ana = stage.student(QStringLiteral("Ana"));
        stage.workspace->perform(
            Edit(QStringLiteral("Change Ana")).set(ana, &Student::grade, QStringLiteral("4")));
        QTRY_VERIFY(stage.named(QStringLiteral("Undo")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Undo"))));
        QCOMPARE(stage.taps, 1);
        QTRY_COMPARE(stage.workspace->redoLabel(), QStringLiteral("Change Ana"));
        QTRY_VERIFY(stage.named(QStringLiteral("Redo")));
    }

    // What is done next is often the same again: the way back does not lie over the shutter.
    void undoBarLeavesTheShutterFree_data() {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1280, 800), QSize(800, 1280), QSize(800, 400), QSize(400, 800)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    void undoBarLeavesTheShutterFree() {
        QFETCH(QSize, size);
        Stage stage(size);
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        const Id ana = stage.student(QStringLiteral("Ana"));
        stage.workspace->perform(
            Edit(QStringLiteral("Change Ana")).set(ana, &Student::grade, QStringLiteral("4")));
        QTRY_VERIFY(stage.item(QStringLiteral("undoBar")) && stage.item(QStringLiteral("snap")));
        stage.settle();
        const auto onScreen = [](const QQuickItem *item) {
            return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        };
        const QRectF bar = onScreen(stage.item(QStringLiteral("undoBar")));
        QVERIFY(!bar.intersects(onScreen(stage.item(QStringLiteral("snap")))));
        QVERIFY(QRectF(QPointF(0, 0), size).contains(bar));
    }

    void undoByKeyAndRedo() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        const Id ana = stage.student(QStringLiteral("Ana"));
        stage.workspace->perform(
            Edit(QStringLiteral("Change Ana")).set(ana, &Student::grade, QStringLiteral("4")));
        QTRY_COMPARE(stage.workspace->undoLabel(), QStringLiteral("Change Ana"));
        stage.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stage.workspace->redoLabel(), QStringLiteral("Change Ana"));
        stage.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(stage.workspace->undoLabel(), QStringLiteral("Change Ana"));
    }

    void failureIsSaidAndCanBeClosed() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        stage.workspace->report({ErrorCode::DiskFull, QStringLiteral("test"), {}});
        QTRY_VERIFY(stage.named(QStringLiteral("There is no room left to save.")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Close"))));
        QTRY_VERIFY(!stage.named(QStringLiteral("There is no room left to save.")));
    }

    void firstStartByTouch() {
        Stage stage({390, 844});
        stage.show();
        QVERIFY(stage.tap(QStringLiteral("startMyClass")));
        QQuickItem *names = nullptr;
        QTRY_VERIFY((names = stage.item(QStringLiteral("names"))) != nullptr);
        names->setProperty("text", QStringLiteral("Ana Silva\nLeo Park\n\nMaya"));
        QVERIFY(stage.tap(QStringLiteral("start")));
        QTRY_COMPARE(stage.workspace->state(), Workspace::Open);
        QTRY_COMPARE(stage.place(), QStringLiteral("today"));
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        // The bank of skills came along, and is not a person's edit.
        QTRY_VERIFY(stage.read<qint64>([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM skill WHERE deleted = 0");
            row.step();
            const qint64 count = row.number(0);
            row.reset();
            return count;
        }) >= 60);
        QCOMPARE(stage.workspace->undoLabel(), QStringLiteral("Add 3 students"));
    }

    void unreadableListStartsNothing() {
        Stage stage({390, 844});
        stage.show();
        QVERIFY(stage.tap(QStringLiteral("startMyClass")));
        QQuickItem *names = nullptr;
        QTRY_VERIFY((names = stage.item(QStringLiteral("names"))) != nullptr);
        names->setProperty("text", QString(10000, QLatin1Char('a')));
        QTRY_VERIFY(!names->property("error").toString().isEmpty());
        QVERIFY(!stage.item(QStringLiteral("start"))->isEnabled());
        QCOMPARE(stage.workspace->state(), Workspace::NoNotebook);
    }

    void aLockedProfileSaysWhatToDo() {
        Stage first;
        first.startClass({QStringLiteral("Ana")});
        Stage second({390, 844});
        second.workspace = std::make_unique<Workspace>(
            first.folder.path(), Store::Parts{second.files, second.clock, second.random});
        second.view->engine()->setProperty(Workspace::engineProperty,
                                           QVariant::fromValue(second.workspace.get()));
        QSignalSpy state(second.workspace.get(), &Workspace::stateChanged);
        second.workspace->open();
        QVERIFY(state.wait());
        QCOMPARE(second.workspace->state(), Workspace::Failed);
        second.show();
        QVERIFY(second.named(QStringLiteral("Inkstep is already open with this profile.")));
        QVERIFY(second.named(QStringLiteral("Try again")));
    }

    void anotherNotebookWithOneTap() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const QString first = stage.workspace->notebookId();
        QSignalSpy shown(stage.workspace.get(), &Workspace::notebookChanged);
        stage.workspace->startClass(QStringLiteral("Room 14"));
        QVERIFY(shown.wait());
        stage.show();
        QVERIFY(stage.tap(QStringLiteral("notebook")));
        QVERIFY(stage.tap(QStringLiteral("notebook-") + first));
        QTRY_COMPARE(stage.workspace->notebookId(), first);
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Ana")));
    }

    void placesAreFoundByName() {
        Places places;
        QVERIFY(places.has(QStringLiteral("addStudents")));
        QVERIFY(!places.has(QStringLiteral("nowhere")));
        QCOMPARE(places.url(QStringLiteral("today")),
                 QUrl(QStringLiteral("qrc:/qt/qml/Inkstep/Today/TodayPage.qml")));
        QCOMPARE(places.url(QStringLiteral("nowhere")), QUrl());
    }
};

QTEST_MAIN(FrameTest)
#include "tst_pages_frame.moc"
