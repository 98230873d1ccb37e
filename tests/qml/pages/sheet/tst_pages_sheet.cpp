// The sheet under a finger, under keys and under the screen reader.
#include "sheetstage.h"

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class SheetTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void oneTapMarks_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("expanded") << QSize(1280, 800);
        QTest::newRow("upright") << QSize(800, 1280);
        QTest::newRow("compact") << QSize(390, 844);
    }

    // Two taps from home; the second of them is the mark.
    void oneTapMarks() {
        QFETCH(QSize, size);
        Sheet stage(size);
        stage.fill();
        stage.open();
        stage.tapCell(1, 0);
        QCOMPARE(stage.taps, 2);
        // In the very next frame, before the store could say anything.
        QCOMPARE(stage.level(1, 0), 0);
        const QImage next = stage.view->grabWindow();
        QVERIFY(qGray(next.pixel(stage.middle(1, 0))) < 80);
        QVERIFY(qGray(next.pixel(stage.middle(2, 0))) > 200);
        QTRY_COMPARE(stage.stored(), 1);
        QCOMPARE(stage.said(1, 0), QStringLiteral("Leo, hooks the reader, alone, today"));
        QCOMPARE(stage.said(0, 0), QStringLiteral("Maya, hooks the reader, nothing recorded"));
        // One tap undoes.
        QTRY_VERIFY(stage.item(QStringLiteral("undoBar")));
        QQuickItem *undo = nullptr;
        QTRY_VERIFY((undo = stage.named(QStringLiteral("Undo"))) != nullptr);
        QVERIFY(stage.tap(undo));
        QCOMPARE(stage.taps, 3);
        QTRY_COMPARE(stage.stored(), 0);
        QTRY_COMPARE(stage.level(1, 0), -1);
    }

    void undoBarLeavesMarksAndSumsFree_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("expanded") << QSize(1280, 800);
        QTest::newRow("upright") << QSize(800, 1280);
    }
    void undoBarLeavesMarksAndSumsFree() {
        QFETCH(QSize, size);
        Sheet stage(size);
        stage.fill(25);
        stage.open();
        stage.tapCell(1, 0);
        QTRY_VERIFY(stage.item(QStringLiteral("undoBar")));
        stage.settle();
        const auto place = [&](const char *name) {
            const QQuickItem *item = stage.item(QString::fromLatin1(name));
            return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        };
        const QRectF bar = place("undoBar");
        QVERIFY(!bar.intersects(place("ends")));
        QVERIFY(!bar.intersects(place("sheet")));
        QVERIFY(QRectF(QPointF(0, 0), size).contains(bar));
    }

    void aSecondTapTakesBackOnlyTodays() {
        Sheet stage;
        stage.fill();
        stage.check(stage.student(names[0]), stage.skills[1], SupportLevel::Prompt, 3);
        stage.open();
        QTRY_COMPARE(stage.said(0, 1),
                     QStringLiteral("Maya, puts spaces between words, with a prompt, 3 days ago"));
        stage.tapCell(0, 1);
        QCOMPARE(stage.level(0, 1), 0);
        QTRY_COMPARE(stage.stored(), 2);
        stage.tapCell(0, 1);
        QCOMPARE(stage.level(0, 1), 1);
        QTRY_COMPARE(stage.stored(), 1);
        QCOMPARE(stage.said(0, 1),
                 QStringLiteral("Maya, puts spaces between words, with a prompt, 3 days ago"));
    }

    void tapsFasterThanTheStore() {
        Sheet stage;
        stage.fill();
        stage.open();
        for (int i = 0; i < 7; ++i)
            stage.tapCell(2, 2);
        QCOMPARE(stage.level(2, 2), 0);
        QTRY_COMPARE(stage.stored(), 1);
        for (int row = 3; row < 8; ++row)
            stage.tapCell(row, 2);
        for (int row = 3; row < 8; ++row)
            QCOMPARE(stage.level(row, 2), 0);
        QTRY_COMPARE(stage.stored(), 6);
        for (int row = 2; row < 8; ++row)
            QCOMPARE(stage.level(row, 2), 0);
    }

    void pressAndSlide() {
        Sheet stage;
        stage.fill();
        stage.open();
        const QPoint at = stage.middle(4, 1);
        QTest::touchEvent(stage.view.get(), finger()).press(1, at);
        QTRY_VERIFY(stage.item(QStringLiteral("rungStrip")));
        QQuickItem *strip = stage.item(QStringLiteral("rungStrip"));
        // The third of five, far enough from the first touch to be meant.
        const QPointF third = strip->mapToScene(QPointF(strip->width() * 0.5, strip->height() * 0.7));
        QTest::touchEvent(stage.view.get(), finger()).move(1, (third + QPointF(0, 30)).toPoint());
        QTest::touchEvent(stage.view.get(), finger()).move(1, third.toPoint());
        QTRY_COMPARE(stage.item(QStringLiteral("rungName"))->property("text").toString(),
                     QStringLiteral("with a model"));
        stage.picture(QStringLiteral("sheet-slide"));
        QTest::touchEvent(stage.view.get(), finger()).release(1, third.toPoint());
        QVERIFY(!stage.item(QStringLiteral("rungStrip")));
        QCOMPARE(stage.level(4, 1), 2);
        QTRY_COMPARE(stage.stored(), 1);
        // The next tap in the column gives the level used last; another column still begins alone.
        stage.tapCell(5, 1);
        QCOMPARE(stage.level(5, 1), 2);
        stage.tapCell(5, 2);
        QCOMPARE(stage.level(5, 2), 0);
        QTRY_COMPARE(stage.stored(), 3);
    }

    // Lifted without sliding, the menu opens; trying is in it.
    void restOpensTheMenu() {
        Sheet stage;
        stage.fill();
        stage.open();
        const QPoint at = stage.middle(0, 0);
        QTest::touchEvent(stage.view.get(), finger()).press(1, at);
        QTRY_VERIFY(stage.item(QStringLiteral("rungStrip")));
        QTest::touchEvent(stage.view.get(), finger()).release(1, at);
        QTRY_VERIFY(stage.item(QStringLiteral("trying")));
        stage.settle();
        stage.picture(QStringLiteral("sheet-menu"));
        QCOMPARE(unnamed(stage), QStringList());
        QVERIFY(stage.tap(QStringLiteral("trying")));
        QCOMPARE(stage.said(0, 0), QStringLiteral("Maya, hooks the reader, alone, trying, today"));
        QTRY_COMPARE(stage.stored(), 1);
        QTRY_VERIFY(!stage.item(QStringLiteral("trying")));
        // A right click opens it too.
        QTest::mouseClick(stage.view.get(), Qt::RightButton, {}, stage.middle(0, 0));
        QTRY_VERIFY(stage.item(QStringLiteral("takeBack")));
        QVERIFY(stage.tap(QStringLiteral("takeBack")));
        QTRY_COMPARE(stage.stored(), 0);
        QCOMPARE(stage.level(0, 0), -1);
    }

    void aFlickDoesNotMark() {
        Sheet stage(QSize(390, 844));
        stage.fill(25, 6);
        stage.open();
        QQuickItem *flick = stage.item(QStringLiteral("flick"));
        QPoint at = stage.middle(3, 1);
        QTest::touchEvent(stage.view.get(), finger()).press(1, at);
        for (int i = 0; i < 12; ++i) {
            at -= QPoint(15, 0);
            QTest::touchEvent(stage.view.get(), finger()).move(1, at);
        }
        QTest::touchEvent(stage.view.get(), finger()).release(1, at);
        QTRY_VERIFY(flick->property("contentX").toDouble() > 50);
        QVERIFY(!stage.model()->data().cell(3, 1).shown());
        // The names stay.
        QQuickItem *name = stage.item(QStringLiteral("name-Maya"));
        QVERIFY(name);
        QCOMPARE(name->mapToScene(QPointF(0, 0)).x(), 0.0);
        QVERIFY(name->height() >= 48);
        QTRY_VERIFY(!flick->property("moving").toBool());
        // A tap on a name must not fall through to a circle under it.
        QCOMPARE(stage.stored(), 0);
    }

    void keys() {
        Sheet stage;
        stage.fill();
        stage.open();
        QTRY_VERIFY(stage.grid()->hasActiveFocus());
        stage.key(Qt::Key_Down);
        stage.key(Qt::Key_Right);
        QCOMPARE(stage.grid()->currentRow(), 1);
        QCOMPARE(stage.grid()->currentColumn(), 1);
        QVERIFY(stage.grid()->keyboardUsed());
        stage.settle();
        stage.picture(QStringLiteral("sheet-focus"));
        stage.key(Qt::Key_2);
        QCOMPARE(stage.said(1, 1), QStringLiteral("Leo, puts spaces between words, with a prompt, today"));
        // At once after: a correction, not a second mark.
        stage.key(Qt::Key_5);
        QCOMPARE(stage.level(1, 1), 4);
        QTRY_COMPARE(stage.stored(), 1);
        // Later that day it is a moment of its own, and taking it back leaves the first.
        stage.clock.advance(40min);
        stage.key(Qt::Key_1);
        QCOMPARE(stage.level(1, 1), 0);
        QTRY_COMPARE(stage.stored(), 2);
        stage.key(Qt::Key_Delete);
        QCOMPARE(stage.level(1, 1), 4);
        QTRY_COMPARE(stage.stored(), 1);
        stage.key(Qt::Key_0);
        QTRY_COMPARE(stage.stored(), 0);
        stage.key(Qt::Key_3);
        QTRY_COMPARE(stage.stored(), 1);
        stage.key(Qt::Key_Up);
        stage.key(Qt::Key_Space);
        QCOMPARE(stage.level(0, 1), 2);
        QTRY_COMPARE(stage.stored(), 2);
        stage.key(Qt::Key_Menu);
        QTRY_VERIFY(stage.item(QStringLiteral("rung-0")));
        stage.key(Qt::Key_Escape);
        QTRY_VERIFY(!stage.item(QStringLiteral("rung-0")));
        stage.key(Qt::Key_End);
        QCOMPARE(stage.grid()->currentColumn(), 3);
    }

    void theScreenReaderCanMark() {
        Sheet stage;
        stage.fill();
        stage.open();
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(stage.grid());
        QVERIFY(table && table->parent());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->tableInterface()->rowCount(), 8);
        QCOMPARE(table->tableInterface()->columnCount(), 4);
        QCOMPARE(table->tableInterface()->columnDescription(1), taught[1]);
        QAccessibleInterface *cell = table->tableInterface()->cellAt(2, 3);
        QVERIFY(cell->rect().width() >= 48 && cell->rect().height() >= 48);
        QCOMPARE(cell->parent(), table);
        QVERIFY(!cell->state().checked);
        cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Ana, uses talking words, alone, today"));
        QVERIFY(cell->state().checked);
        QTRY_COMPARE(stage.stored(), 1);
        const QPoint inside = cell->rect().center();
        QCOMPARE(table->childAt(inside.x(), inside.y()), cell);
        QCOMPARE(table->indexOfChild(cell), 2 * 4 + 3);
    }

    void absentTodayIsNotCounted() {
        Sheet stage;
        stage.fill(3, 1);
        stage.check(stage.student(names[0]), stage.skills[0], SupportLevel::Alone, 1);
        stage.check(stage.student(names[1]), stage.skills[0], SupportLevel::Alone, 1);
        stage.open();
        const QString end = QStringLiteral("end-hooks the reader");
        QTRY_COMPARE(stage.item(end)->property("sentence").toString(),
                     QStringLiteral("2 of 2 checked do this alone; 1 not checked. Move on."));
        QVERIFY(stage.tap(QStringLiteral("name-Maya")));
        QVERIFY(stage.tap(QStringLiteral("absent")));
        QTRY_COMPARE(
            stage.item(end)->property("sentence").toString(),
            QStringLiteral("1 of 1 checked do this alone; 1 not checked. At least 1 more check settles it."));
        QTRY_VERIFY(!stage.item(QStringLiteral("absent")));
        QVERIFY(stage.said(0, 0).endsWith(QStringLiteral("absent today")));
        // No mark for who is not here; the menu says so instead.
        stage.tapCell(0, 0);
        QTRY_VERIFY(stage.item(QStringLiteral("absence")));
        QVERIFY(!stage.item(QStringLiteral("rung-0")));
        QVERIFY(stage.tap(QStringLiteral("absence")));
        QTRY_COMPARE(stage.item(end)->property("alone").toInt(), 2);
        QTRY_COMPARE(stage.read<int>([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM absence WHERE deleted = 0");
            row.step();
            const int count = static_cast<int>(row.number(0));
            row.reset();
            return count;
        }),
                     0);
    }

    void whoDidNotAndAGroupOfThem() {
        Sheet stage;
        stage.fill(6, 2);
        const SupportLevel levels[] = {SupportLevel::Alone, SupportLevel::Model, SupportLevel::NotYet,
                                       SupportLevel::Prompt};
        for (int i = 0; i < 4; ++i)
            stage.check(stage.student(names[i]), stage.skills[0], levels[i], 1);
        stage.open();
        QVERIFY(stage.tap(QStringLiteral("end-hooks the reader")));
        QTRY_VERIFY(stage.item(QStringLiteral("who-Leo")));
        stage.settle();
        stage.picture(QStringLiteral("sheet-who"));
        QVERIFY(stage.named(QStringLiteral("Leo, with a model")));
        QVERIFY(stage.named(QStringLiteral("Ana, not yet")));
        QVERIFY(stage.named(QStringLiteral("Wren, Anneliese-Charlotte")));
        QVERIFY(!stage.item(QStringLiteral("who-Maya")));
        QCOMPARE(cut(stage), QString());
        // One tap from here.
        QVERIFY(stage.tap(stage.named(QStringLiteral("Group tomorrow"))));
        const auto plan = [&] {
            return stage.read<std::vector<PlanItem>>([](Database &db) {
                std::vector<PlanItem> items;
                static const std::string sql =
                    "SELECT " + columnsOf<PlanItem>("p") + " FROM planItem p WHERE p.deleted = 0";
                Statement &row = db.use(sql);
                while (row.step())
                    items.push_back(readRow<PlanItem>(row));
                row.reset();
                return items;
            });
        };
        QTRY_COMPARE(plan().size(), std::size_t(1));
        QCOMPARE(plan()[0].students.size(), 3);
        QCOMPARE(plan()[0].skill, stage.skills[0]);
        QCOMPARE(plan()[0].day, QStringLiteral("2026-10-15"));
        QCOMPARE(plan()[0].minutes, 10);
        // Or a conference: the child's page gets the skill to look at.
        QTRY_VERIFY(!stage.item(QStringLiteral("who-Leo")));
        auto *host = stage.root()->property("host").value<QObject *>();
        QSignalSpy asked(host, SIGNAL(elsewhere(QString, QVariant)));
        QVERIFY(stage.tap(QStringLiteral("end-hooks the reader")));
        QVERIFY(stage.tap(QStringLiteral("who-Leo")));
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("student"));
    }

    void skillsComeAndGo() {
        Sheet stage;
        stage.fill(3, 0);
        Skill other;
        other.id = newId(stage.clock, stage.random);
        other.name = QStringLiteral("reads it aloud");
        QVERIFY(stage.commit(Edit(QStringLiteral("Add skill")).create(other)));
        stage.show();
        QVERIFY(stage.tap(stage.named(QStringLiteral("Sheet"))));
        QTRY_VERIFY(stage.item(QStringLiteral("empty")));
        stage.settle();
        stage.picture(QStringLiteral("sheet-empty"));
        QVERIFY(stage.tap(QStringLiteral("skills")));
        QVERIFY(stage.tap(QStringLiteral("skill-reads it aloud")));
        QTRY_VERIFY(stage.item(QStringLiteral("grid")));
        QQuickItem *search = nullptr;
        QTRY_VERIFY((search = stage.item(QStringLiteral("skillSearch"))) != nullptr);
        search->setProperty("text", QStringLiteral("a title that fits"));
        QVERIFY(stage.tap(QStringLiteral("addSkill")));
        QTRY_COMPARE(stage.model()->columns(), 2);
        QVERIFY(stage.tap(QStringLiteral("up-a title that fits")));
        QTRY_COMPARE(stage.model()->data().skills[0].name, QStringLiteral("a title that fits"));
        stage.settle();
        stage.picture(QStringLiteral("sheet-skills"));
        QVERIFY(stage.tap(QStringLiteral("skill-a title that fits")));
        QTRY_COMPARE(stage.model()->columns(), 1);
        QVERIFY(stage.tap(stage.named(QStringLiteral("Done"))));
        QTRY_VERIFY(!stage.item(QStringLiteral("skillList")));
        // Letting go keeps the marks: taught again the same day, they are still there.
        stage.tapCell(0, 0);
        QTRY_COMPARE(stage.stored(), 1);
        QVERIFY(stage.tap(QStringLiteral("head-reads it aloud")));
        QVERIFY(stage.tap(QStringLiteral("letGo")));
        QTRY_VERIFY(stage.item(QStringLiteral("empty")));
        QCOMPARE(stage.stored(), 1);
    }

    void aPhotoShowsIt() {
        Sheet stage;
        stage.fill(2, 1);
        Sample sample;
        sample.id = newId(stage.clock, stage.random);
        sample.student = stage.student(names[0]);
        Page page;
        page.id = newId(stage.clock, stage.random);
        page.sample = sample.id;
        page.taken = stage.clock.now();
        QVERIFY(stage.commit(Edit(QStringLiteral("Photograph")).create(sample).create(page)));
        stage.check(sample.student, stage.skills[0], SupportLevel::Alone, 2);
        stage.open();
        stage.model()->setEvidence(0, 0, idText(page.id));
        QCOMPARE(stage.said(0, 0), QStringLiteral("Maya, hooks the reader, alone, 2 days ago, with a photo"));
        QTRY_COMPARE(stage.read<Id>([](Database &db) {
            Statement &row = db.use("SELECT evidence FROM \"check\"");
            row.step();
            const Id id = row.id(0);
            row.reset();
            return id;
        }),
                     page.id);
        QTRY_COMPARE(stage.workspace->undoLabel(), QStringLiteral("Add photo to Maya: hooks the reader"));
    }

    // A page photographed for the mark while the camera was open.
    void thePhotoComesFromTheCamera() {
        Sheet stage;
        stage.fill(2, 1);
        stage.open();
        stage.tapCell(0, 0);
        QTRY_COMPARE(stage.stored(), 1);
        stage.model()->awaitEvidence(0, 0);
        stage.clock.advance(5s);
        Sample sample;
        sample.id = newId(stage.clock, stage.random);
        sample.student = stage.student(names[0]);
        Page page;
        page.id = newId(stage.clock, stage.random);
        page.sample = sample.id;
        QVERIFY(stage.commit(Edit(QStringLiteral("Photograph")).create(sample).create(page)));
        stage.model()->lookForEvidence();
        QTRY_COMPARE(stage.said(0, 0), QStringLiteral("Maya, hooks the reader, alone, today, with a photo"));
    }

    void midnightMakesTodayEarlier() {
        Sheet stage;
        stage.fill(2, 1);
        stage.open();
        stage.tapCell(0, 0);
        QTRY_COMPARE(stage.stored(), 1);
        stage.clock.advance(13h);
        stage.tapCell(0, 0); // the timer has not looked yet
        QTRY_COMPARE(stage.stored(), 2);
        QCOMPARE(stage.level(0, 0), 0);
        stage.tapCell(0, 0);
        QTRY_COMPARE(stage.stored(), 1);
        QTRY_COMPARE(stage.said(0, 0), QStringLiteral("Maya, hooks the reader, alone, yesterday"));
    }

    void aStudentWhoLeavesIsGone() {
        Sheet stage;
        stage.fill(3, 1);
        stage.open();
        QVERIFY(stage.commit(
            Edit(QStringLiteral("Archive")).set(stage.student(names[1]), &Student::archived, true)));
        QTRY_COMPARE(stage.model()->rows(), 2);
        QCOMPARE(stage.said(1, 0), QStringLiteral("Ana, hooks the reader, nothing recorded"));
        QVERIFY(stage.commit(Edit(QStringLiteral("Delete")).remove<Skill>(stage.skills[0])));
        QTRY_VERIFY(stage.item(QStringLiteral("empty")));
    }
};

QTEST_MAIN(SheetTest)
#include "tst_pages_sheet.moc"
