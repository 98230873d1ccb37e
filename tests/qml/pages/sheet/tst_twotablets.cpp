// A teacher and an aide mark the same class at once, on two tablets that cannot hear each other.
#include "core/sync/class.h"
#include "sheetdata.h"

#include <random>

using namespace inkstep;
using namespace inkstep::test;

class TestTwoTablets : public QObject {
    Q_OBJECT

    static SheetData sheetOf(Class &room, Tablet &tablet) {
        return tablet.store()
            .read([&](Database &db) {
                return readSheet(db, tablet.notebook->id(), tablet.store().device(), room.clock.now());
            })
            .value();
    }
    static int checks(Tablet &tablet) {
        return tablet.store()
            .read([](Database &db) {
                Statement &row = db.use("SELECT count(*) FROM \"check\" WHERE deleted = 0");
                row.step();
                const int count = static_cast<int>(row.number(0));
                row.reset();
                return count;
            })
            .value();
    }
    static void mark(Class &room, Tablet &tablet, const Id &student, const Id &skill, SupportLevel level) {
        Check check;
        check.id = tablet.store().makeId();
        check.student = student;
        check.skill = skill;
        check.at = room.clock.now();
        check.level = level;
        tablet.commit(Edit(QStringLiteral("Mark")).create(check));
    }

private slots:
    void everyMarkOfBothIsThere() {
        Class room;
        room.clock.set(fromMs(QDateTime(QDate(2026, 10, 14), QTime(9, 0)).toMSecsSinceEpoch()));
        room.share();
        std::vector<Id> students, skills;
        for (int i = 0; i < 12; ++i)
            students.push_back(room.maya.student(QStringLiteral("Student %1").arg(i)));
        for (int i = 0; i < 4; ++i) {
            Skill skill;
            skill.id = room.maya.store().makeId();
            skill.name = QStringLiteral("Skill %1").arg(i);
            skill.taughtFrom = room.clock.now();
            skill.column = i;
            room.maya.commit(Edit(QStringLiteral("Teach")).create(skill));
            skills.push_back(skill.id);
        }
        room.meet();

        // Both mark every cell of two columns, in the very same moment too; beyond that, each its own.
        std::mt19937 engine(5);
        const auto level = [&] { return static_cast<SupportLevel>(engine() % 5); };
        for (std::size_t row = 0; row < students.size(); ++row) {
            for (std::size_t column = 0; column < 2; ++column) {
                mark(room, room.maya, students[row], skills[column], level());
                if (row % 2)
                    room.clock.advance(std::chrono::seconds(7));
                mark(room, room.tom, students[row], skills[column], level());
            }
            mark(room, row % 3 ? room.maya : room.tom, students[row], skills[2], level());
        }
        // One says a child is absent, and both do of another.
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            Absence absence;
            absence.id = tablet->store().makeId();
            absence.student = students[4];
            absence.day = QStringLiteral("2026-10-14");
            tablet->commit(Edit(QStringLiteral("Absent")).create(absence));
        }
        QCOMPARE(checks(room.maya), 24 + 8);
        room.meet();
        QCOMPARE(checks(room.maya), 48 + 12);
        QCOMPARE(checks(room.tom), 48 + 12);
        QCOMPARE(room.maya.digest(), room.tom.digest());

        const SheetData hers = sheetOf(room, room.maya);
        const SheetData his = sheetOf(room, room.tom);
        QCOMPARE(hers.rows(), 12);
        QCOMPARE(hers.columns(), 4);
        for (int column = 0; column < 4; ++column) {
            QCOMPARE(hers.decision(column), his.decision(column));
            QCOMPARE(hers.decision(column).expected, 11);
        }
        for (int row = 0; row < 12; ++row) {
            for (int column = 0; column < 4; ++column) {
                const SheetCell &mine = hers.cell(row, column);
                const SheetCell &other = his.cell(row, column);
                QCOMPARE(mine.today.size(), column < 2    ? std::size_t(2)
                                            : column == 2 ? std::size_t(1)
                                                          : std::size_t(0));
                QCOMPARE(mine.all(), other.all());
                QCOMPARE(mine.shown() ? mine.shown()->id : Id(), other.shown() ? other.shown()->id : Id());
                // Each tablet takes back only what was made on it.
                if (column < 2)
                    QVERIFY(mine.ownToday()->id != other.ownToday()->id);
            }
        }
        // Taking one back takes that one, on both.
        const Id gone = hers.cell(0, 0).ownToday()->id;
        room.maya.commit(Edit(QStringLiteral("Take back")).remove<Check>(gone));
        room.meet();
        QCOMPARE(checks(room.tom), 59);
        QCOMPARE(sheetOf(room, room.tom).cell(0, 0).today.size(), std::size_t(1));
        QCOMPARE(sheetOf(room, room.tom).decision(0), sheetOf(room, room.maya).decision(0));
    }
};

QTEST_GUILESS_MAIN(TestTwoTablets)
#include "tst_twotablets.moc"
