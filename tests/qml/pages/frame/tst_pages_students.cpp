#include "stage.h"

#include "store/layout.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

class StudentsTest : public QObject {
    Q_OBJECT

    static QStringList namesIn(Stage &stage, bool archived = false) {
        return stage.read<QStringList>([archived](Database &db) {
            QStringList names;
            Statement &row =
                db.use("SELECT name FROM student WHERE deleted = 0 AND coalesce(archived, 0) = ? "
                       "ORDER BY position")
                    .with(archived);
            while (row.step())
                names << row.text(0);
            row.reset();
            return names;
        });
    }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void pastedNamesAreAddedAsOneEdit() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana Silva")});
        stage.show();
        stage.go(QStringLiteral("addStudents"));
        QQuickItem *names = nullptr;
        QTRY_VERIFY((names = stage.item(QStringLiteral("names"))) != nullptr);
        names->setProperty("text", QStringLiteral("Leo Park\nMaya Okafor\nLeo Park\nana silva"));
        // Two of a name are two children; who is in the class already is not added again.
        QTRY_VERIFY(stage.named(QStringLiteral("Add 3 students")));
        QVERIFY(stage.tap(QStringLiteral("add")));
        QTRY_COMPARE(namesIn(stage),
                     QStringList({QStringLiteral("Ana Silva"), QStringLiteral("Leo Park"),
                                  QStringLiteral("Maya Okafor"), QStringLiteral("Leo Park")}));
        QTRY_COMPARE(stage.place(), QStringLiteral("today"));
        QTRY_VERIFY(stage.named(QStringLiteral("Undo")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Undo"))));
        QTRY_COMPARE(namesIn(stage), QStringList({QStringLiteral("Ana Silva")}));
    }

    // Nothing typed: a key is enough. What was typed goes by the arrow only, which says so.
    void escapeLeavesTheFormOfANewClass() {
        Stage stage;
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("startMyClass")));
        QVERIFY(stage.tap(QStringLiteral("startMyClass")));
        QTRY_VERIFY(stage.item(QStringLiteral("className")));
        stage.type(QStringLiteral("R"));
        stage.key(Qt::Key_Escape);
        QVERIFY(stage.item(QStringLiteral("className")));
        stage.key(Qt::Key_Backspace);
        stage.key(Qt::Key_Escape);
        QTRY_VERIFY(stage.item(QStringLiteral("startMyClass")));
    }

    void knownNamesCanBeAddedAllTheSame() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        stage.go(QStringLiteral("addStudents"));
        QQuickItem *names = nullptr;
        QTRY_VERIFY((names = stage.item(QStringLiteral("names"))) != nullptr);
        names->setProperty("text", QStringLiteral("Ana\nLeo"));
        QTRY_VERIFY(stage.named(QStringLiteral("Add 1 student")));
        QVERIFY(stage.tap(QStringLiteral("name-Ana")));
        QTRY_VERIFY(stage.named(QStringLiteral("Add 2 students")));
    }

    void aFileIsReadAndABadOneSaysSo() {
        Stage stage;
        stage.startClass({});
        stage.show();
        stage.go(QStringLiteral("addStudents"));
        QTRY_VERIFY(stage.item(QStringLiteral("names")));
        QFile file(stage.folder.filePath(QStringLiteral("class.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Name;Grade\nZo\xc3\xab Lind;4\nTariq Aziz;5\n");
        file.close();
        QObject *page =
            stage.root()->property("host").value<QObject *>()->property("page").value<QObject *>();
        QObject *reader = page->findChild<QObject *>(QStringLiteral("reader"));
        QVERIFY(reader);
        QVERIFY(
            QMetaObject::invokeMethod(reader, "readFile", Q_ARG(QUrl, QUrl::fromLocalFile(file.fileName()))));
        QTRY_VERIFY(stage.named(QStringLiteral("Add 2 students")));
        QVERIFY(stage.item(QStringLiteral("name-Zoë Lind")));
        // A name put right by hand, letter by letter, is still the child the file told of; a new line is
        // nobody's.
        const auto details = [&] {
            QStringList all;
            auto *list = qobject_cast<QAbstractItemModel *>(reader);
            for (int row = 0; row < list->rowCount(); ++row)
                all << list->data(list->index(row, 0), list->roleNames().key("details")).toString();
            return all;
        };
        QQuickItem *names = stage.item(QStringLiteral("names"));
        for (const char *text : {"Zoë Lin\nTariq Aziz", "Zoë Li\nTariq Aziz", "Zoë Linde\nTariq Aziz",
                                 "Zoë Linde\nA\nTariq Aziz", "Zoë Linde\nAn\nTariq Aziz"})
            names->setProperty("text", QString::fromUtf8(text));
        QCOMPARE(details(), QStringList({QStringLiteral("4"), QString(), QStringLiteral("5")}));
        names->setProperty("text", QStringLiteral("Somebody Else\nTariq Aziz"));
        QCOMPARE(details(), QStringList({QString(), QStringLiteral("5")}));
        QVERIFY(QMetaObject::invokeMethod(
            reader, "readFile",
            Q_ARG(QUrl, QUrl::fromLocalFile(stage.folder.filePath(QStringLiteral("none.csv"))))));
        QTRY_VERIFY(!reader->property("problem").toString().isEmpty());
        QVERIFY(!stage.item(QStringLiteral("add"))->isEnabled());
    }

    void aBareFigureIsCalledAGrade() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        for (const auto &[name, grade] : {std::pair("Ana", "4"), std::pair("Leo", "P3")})
            QVERIFY(stage.commit(Edit(QStringLiteral("Change"))
                                     .set(stage.student(QString::fromLatin1(name)), &Student::grade,
                                          QString::fromLatin1(grade))));
        stage.show();
        stage.go(QStringLiteral("class"));
        const auto below = [&](const char *student) {
            const QQuickItem *row = stage.item(QLatin1StringView("student-") + QString::fromLatin1(student));
            return row ? row->property("subtitle").toString() : QString();
        };
        QTRY_COMPARE(below("Ana"), QStringLiteral("Grade 4 · no samples yet"));
        QCOMPARE(below("Leo"), QStringLiteral("P3 · no samples yet"));
    }

    void archiveAndUndoIsOneTap() {
        Stage stage({390, 844});
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        stage.show();
        stage.go(QStringLiteral("class"));
        QVERIFY(stage.tap(QStringLiteral("more-Leo")));
        QVERIFY(stage.tap(QStringLiteral("archive-Leo")));
        QTRY_COMPARE(namesIn(stage, true), QStringList({QStringLiteral("Leo")}));
        QTRY_VERIFY(stage.named(QStringLiteral("Undo")));
        stage.taps = 0;
        QVERIFY(stage.tap(stage.named(QStringLiteral("Undo"))));
        QCOMPARE(stage.taps, 1);
        QTRY_COMPARE(namesIn(stage), QStringList({QStringLiteral("Ana"), QStringLiteral("Leo")}));
    }

    void whatAnArchivedStudentLeavesOpenIsSaidAndKept() {
        Stage stage({390, 844});
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        CheckBack open;
        open.id = newId(stage.clock, stage.random);
        open.student = stage.student(QStringLiteral("Leo"));
        open.expect = QStringLiteral("First words");
        open.due = stage.clock.now() + std::chrono::minutes(10);
        QVERIFY(stage.commit(Edit(QStringLiteral("Come back")).create(open)));
        stage.show();
        stage.go(QStringLiteral("editStudent"), {{QStringLiteral("studentId"), idText(open.student)}});
        QTRY_VERIFY(stage.named(QStringLiteral(
            "Out of the class list; samples and notes are kept. An open check-back waits until")));
        stage.go(QStringLiteral("class"));
        QVERIFY(stage.tap(QStringLiteral("more-Leo")));
        QVERIFY(stage.tap(QStringLiteral("archive-Leo")));
        QTRY_VERIFY(stage.named(QStringLiteral("Archive Leo; an open check-back is kept")));
        QTRY_COMPARE(namesIn(stage, true), QStringList({QStringLiteral("Leo")}));
        // Back in the class, it is as open as before.
        stage.workspace->undo();
        QTRY_COMPARE(namesIn(stage).size(), 2);
        QCOMPARE(stage.read<qint64>([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM checkBack WHERE deleted = 0 AND "
                                    "coalesce(outcome, 'waiting') = 'waiting'");
            row.step();
            const qint64 count = row.number(0);
            row.reset();
            return count;
        }),
                 1);
    }

    void searchLeavesAccentsAside() {
        Stage stage;
        stage.startClass({QStringLiteral("Zoë"), QStringLiteral("Leo"), QStringLiteral("Ana")});
        stage.show();
        stage.go(QStringLiteral("class"), {{QStringLiteral("searching"), true}});
        QTRY_VERIFY(stage.item(QStringLiteral("student-Leo")));
        QTRY_VERIFY(stage.view->activeFocusItem() &&
                    stage.view->activeFocusItem()->inherits("QQuickTextInput"));
        stage.type(QStringLiteral("zoe"));
        QTRY_VERIFY(!stage.item(QStringLiteral("student-Leo")));
        QVERIFY(stage.item(QStringLiteral("student-Zoë")));
        stage.key(Qt::Key_Escape);
        QTRY_VERIFY(stage.item(QStringLiteral("student-Leo")));
        QCOMPARE(stage.place(), QStringLiteral("class"));
    }

    void fieldsAreSavedAndNonsenseIsSaid() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id ana = stage.student(QStringLiteral("Ana"));
        stage.show();
        stage.go(QStringLiteral("editStudent"), {{QStringLiteral("studentId"), idText(ana)}});
        QQuickItem *name = nullptr;
        QTRY_VERIFY((name = stage.item(QStringLiteral("name"))) != nullptr);
        QTRY_COMPARE(name->property("text").toString(), QStringLiteral("Ana"));
        QVERIFY(!stage.item(QStringLiteral("save"))->isEnabled());
        name->forceActiveFocus();
        QMetaObject::invokeMethod(name, "selectAll");
        stage.type(QStringLiteral("Ana Maria"));
        QTRY_VERIFY(stage.item(QStringLiteral("save"))->isEnabled());
        stage.item(QStringLiteral("from"))->forceActiveFocus();
        stage.type(QStringLiteral("soon"));
        QTRY_VERIFY(!stage.item(QStringLiteral("from"))->property("error").toString().isEmpty());
        QVERIFY(!stage.item(QStringLiteral("save"))->isEnabled());
        QMetaObject::invokeMethod(stage.item(QStringLiteral("from")), "selectAll");
        stage.type(QStringLiteral("2026-09-01"));
        QTRY_VERIFY(stage.item(QStringLiteral("save"))->isEnabled());
        // As the page itself writes a day: 3/4 would be one day here and another there.
        QMetaObject::invokeMethod(stage.item(QStringLiteral("from")), "selectAll");
        stage.type(QStringLiteral("3 Apr 2026"));
        QTRY_VERIFY(stage.item(QStringLiteral("save"))->isEnabled());
        stage.item(QStringLiteral("save"))->forceActiveFocus(Qt::TabFocusReason);
        stage.key(Qt::Key_Return);
        const auto student = [&] {
            return stage.read<Student>(
                [ana](Database &db) { return find<Student>(db, ana).value_or(Student{}); });
        };
        QTRY_COMPARE(student().name, QStringLiteral("Ana Maria"));
        QVERIFY(student().from.has_value());
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(toMs(*student().from)).date(), QDate(2026, 4, 3));
    }

    void deletingAsksAndCanBeUndone() {
        Stage stage({390, 844});
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        const Id leo = stage.student(QStringLiteral("Leo"));
        Sample sample;
        sample.id = newId(stage.clock, stage.random);
        sample.student = leo;
        QVERIFY(stage.commit(Edit(QStringLiteral("Start sample")).create(sample)));
        stage.show();
        stage.go(QStringLiteral("editStudent"), {{QStringLiteral("studentId"), idText(leo)}});
        QQuickItem *remove = nullptr;
        QTRY_VERIFY((remove = stage.item(QStringLiteral("delete"))) != nullptr);
        QTRY_VERIFY(stage.item(QStringLiteral("save")));
        remove->forceActiveFocus(Qt::TabFocusReason);
        stage.key(Qt::Key_Return);
        QTRY_VERIFY(stage.named(QStringLiteral("This goes along: 1 sample, 0 pages, 0 notes.")));
        QCOMPARE(namesIn(stage).size(), 2); // asking alone takes nothing
        QQuickItem *yes = nullptr;
        for (QQuickItem *item : stage.visibleItems()) {
            if (item->inherits("QQuickAbstractButton") &&
                item->property("text").toString() == QLatin1StringView("Delete") && item != remove)
                yes = item;
        }
        QVERIFY(stage.tap(yes));
        QTRY_COMPARE(namesIn(stage), QStringList({QStringLiteral("Ana")}));
        QTRY_VERIFY(stage.named(QStringLiteral("Undo")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Undo"))));
        QTRY_COMPARE(namesIn(stage).size(), 2);
    }
};

QTEST_MAIN(StudentsTest)
#include "tst_pages_students.moc"
