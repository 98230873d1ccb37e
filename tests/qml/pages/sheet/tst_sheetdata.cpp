// What the sheet reads, against the laws of practice applied check by check.
#include "sheetdata.h"
#include "sheetlists.h"
#include "support/fakes.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

namespace {

struct Room : ScratchStore {
    Room() {
        clock.set(fromMs(QDateTime(QDate(2026, 10, 14), QTime(12, 0)).toMSecsSinceEpoch()));
        notebook = store->makeId();
    }
    Id student(const QString &name, qint64 position = 0) {
        Student student;
        student.id = store->makeId();
        student.name = name;
        student.position = position;
        commit(Edit(QStringLiteral("Add")).create(student));
        return student.id;
    }
    Id skill(const QString &name, Moment from, qint64 column = 0) {
        Skill skill;
        skill.id = store->makeId();
        skill.name = name;
        skill.taughtFrom = from;
        skill.column = column;
        commit(Edit(QStringLiteral("Add")).create(skill));
        return skill.id;
    }
    Check check(const Id &of, const Id &skill, SupportLevel level, Moment at) {
        Check check;
        check.id = store->makeId();
        check.student = of;
        check.skill = skill;
        check.level = level;
        check.at = at;
        commit(Edit(QStringLiteral("Mark")).create(check));
        return check;
    }
    void commit(const Edit &edit) {
        const bool kept = store->commit(edit).has_value();
        QVERIFY(kept);
    }
    SheetData sheet() {
        return *store->read(
            [&](Database &db) { return readSheet(db, notebook, store->device(), clock.now()); });
    }
    Id notebook;
};

} // namespace

class SheetDataTest : public QObject {
    Q_OBJECT

private slots:
    // Random classes: every cell's standing is what practice says of all its checks in the window.
    void everyCellByTheLaw() {
        std::mt19937 engine(11);
        for (int round = 0; round < 12; ++round) {
            Room room;
            std::vector<Id> students, skills;
            std::vector<Moment> from;
            for (int i = 0; i < 5; ++i)
                students.push_back(room.student(QString::number(i), i));
            for (int i = 0; i < 3; ++i) {
                from.push_back(room.clock.now() - 24h * static_cast<int>(engine() % 10));
                skills.push_back(room.skill(QString::number(i), from.back(), i));
            }
            std::map<std::pair<int, int>, std::vector<Check>> all;
            for (int i = 0; i < 120; ++i) {
                const int row = static_cast<int>(engine() % 5);
                const int column = static_cast<int>(engine() % 3);
                const auto at = room.clock.now() - 6h * static_cast<int>(engine() % 60);
                const Check check = room.check(students[static_cast<std::size_t>(row)],
                                               skills[static_cast<std::size_t>(column)],
                                               static_cast<SupportLevel>(engine() % 5), at);
                if (engine() % 9 == 0) {
                    room.commit(Edit(QStringLiteral("Back")).remove<Check>(check.id));
                    continue;
                }
                Skill skill;
                skill.taughtFrom = from[static_cast<std::size_t>(column)];
                if (at >= windowOf(skill))
                    all[{row, column}].push_back(check);
            }
            const SheetData sheet = room.sheet();
            for (int row = 0; row < 5; ++row) {
                for (int column = 0; column < 3; ++column) {
                    const auto &checks = all[{row, column}];
                    QCOMPARE(sheet.cell(row, column).all().standing(), standingOf(checks));
                    const Check *deciding = decidingCheck(checks);
                    QCOMPARE(sheet.cell(row, column).shown() != nullptr, !checks.empty());
                    if (deciding)
                        QCOMPARE(sheet.cell(row, column).all().deciding()->id, deciding->id);
                }
            }
            for (int column = 0; column < 3; ++column) {
                std::vector<Standing> standings;
                for (int row = 0; row < 5; ++row)
                    standings.push_back(standingOf(all[{row, column}]));
                QCOMPARE(sheet.decision(column), decide(standings, Thresholds{}));
            }
        }
    }

    void theWindowOpensWithTheDay() {
        Room room;
        const Id maya = room.student(QStringLiteral("Maya"));
        const Id skill = room.skill(QStringLiteral("hooks"), room.clock.now());
        room.check(maya, skill, SupportLevel::Alone, room.clock.now() - 24h);
        QVERIFY(!room.sheet().cell(0, 0).shown());
        // A tablet whose clock is behind.
        room.check(maya, skill, SupportLevel::Alone, room.clock.now() - 10min);
        QVERIFY(room.sheet().cell(0, 0).shown());
    }

    void whoIsExpected() {
        const QDate day(2026, 10, 14);
        const auto noon = [](const QDate &on) {
            return fromMs(QDateTime(on, QTime(12, 0)).toMSecsSinceEpoch());
        };
        Student student;
        QVERIFY(expectedOn(student, day));
        student.from = noon(day.addDays(1));
        QVERIFY(!expectedOn(student, day));
        student.from = noon(day);
        QVERIFY(expectedOn(student, day));
        student.until = noon(day);
        QVERIFY(expectedOn(student, day));
        student.until = noon(day.addDays(-1));
        student.from.reset();
        QVERIFY(!expectedOn(student, day));
        student.until.reset();
        student.archived = true;
        QVERIFY(!expectedOn(student, day));
    }

    void theAbsentAreNotCounted() {
        Room room;
        const Id maya = room.student(QStringLiteral("Maya"), 0);
        const Id leo = room.student(QStringLiteral("Leo"), 1);
        const Id skill = room.skill(QStringLiteral("hooks"), room.clock.now());
        room.check(maya, skill, SupportLevel::NotYet, room.clock.now());
        room.check(leo, skill, SupportLevel::Alone, room.clock.now());
        QCOMPARE(room.sheet().decision(0).verdict, Verdict::SmallGroup);
        // Two devices said so; taking one of them back leaves the other.
        for (int i = 0; i < 2; ++i) {
            Absence absence;
            absence.id = room.store->makeId();
            absence.student = maya;
            absence.day = QStringLiteral("2026-10-14");
            room.commit(Edit(QStringLiteral("Absent")).create(absence));
        }
        QCOMPARE(room.sheet().decision(0).verdict, Verdict::MoveOn);
        const Id first = room.sheet().students[0].absences.front();
        room.commit(Edit(QStringLiteral("Back")).remove<Absence>(first));
        QVERIFY(room.sheet().students[0].absent());
        room.clock.advance(24h);
        QVERIFY(!room.sheet().students[0].absent());
    }

    void sentences() {
        const Thresholds usual;
        QCOMPARE(wordsOf(decide(14, 7, 4, usual)).sentence(),
                 QStringLiteral(
                     "14 of 21 checked do this alone; 4 not checked. At least 2 more checks settle it."));
        QCOMPARE(wordsOf(decide(16, 8, 0, usual)).sentence(),
                 QStringLiteral("16 of 24 checked do this alone. Move on."));
        QCOMPARE(wordsOf(decide(12, 12, 0, usual)).sentence(),
                 QStringLiteral("12 of 24 checked do this alone. Small group."));
        QCOMPARE(wordsOf(decide(3, 20, 1, usual)).sentence(),
                 QStringLiteral("3 of 23 checked do this alone; 1 not checked. Teach again."));
        QCOMPARE(wordsOf(decide(0, 0, 0, usual)).sentence(), QStringLiteral("Nobody is here today."));
        QVERIFY(
            wordsOf(decide(0, 0, 9, usual)).sentence().startsWith(QStringLiteral("Nobody is checked yet.")));
    }

    void turningTheDayIsReadingItTheNextDay() {
        Room room;
        const Id maya = room.student(QStringLiteral("Maya"));
        const Id skill = room.skill(QStringLiteral("hooks"), room.clock.now());
        room.check(maya, skill, SupportLevel::Alone, room.clock.now());
        room.check(maya, skill, SupportLevel::Prompt, room.clock.now() + 1min);
        SheetData sheet = room.sheet();
        room.clock.advance(24h);
        SheetData next = room.sheet();
        sheet.turnTo(dayOf(room.clock.now()));
        for (SheetData *one : {&sheet, &next})
            one->cell(0, 0).last->own = false; // of earlier marks nobody asks
        QCOMPARE(sheet.cells, next.cells);
    }
};

QTEST_GUILESS_MAIN(SheetDataTest)
#include "tst_sheetdata.moc"
