// A class with skills on its sheet, in a window with the frame around it.
#pragma once

#include "classsheet.h"
#include "sheetgrid.h"
#include "stage.h"
#include "store/layout.h"

#include <QAccessible>
#include <QTest>

namespace inkstep::test {

inline QPointingDevice *finger() {
    static QPointingDevice *const device = QTest::createTouchDevice();
    return device;
}

inline const QStringList names{"Maya", "Leo",   "Ana",   "Omar",  "Wren",  "Anneliese-Charlotte",
                               "Kofi", "Yusuf", "Zoë",   "Priya", "Tomás", "Ines",
                               "Hana", "Mateo", "Aisha", "Björn", "Chidi", "Dalia",
                               "Elif", "Farah", "Gus",   "Ivy",   "Jun",   "Kaya",
                               "Lukas"};
inline const QStringList taught{"hooks the reader",   "puts spaces between words", "ends with a feeling",
                                "uses talking words", "stops at every stop",       "shows, does not tell"};

// Words that are cut; a column that is scrolled out of sight is not.
inline QString cut(const Stage &stage) {
    QStringList lines;
    for (const QString &line : cutOff(stage)) {
        if (!line.endsWith(QStringLiteral(": outside ")))
            lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

struct Sheet : Stage {
    explicit Sheet(const QSize &size = {1280, 800}) : Stage(size) {}

    Id addSkill(const QString &name, int column) {
        Skill skill;
        skill.id = newId(clock, random);
        skill.name = name;
        skill.taughtFrom = clock.now() - std::chrono::hours(24 * 20);
        skill.column = column;
        return commit(Edit(QStringLiteral("Add skill")).create(skill)) ? skill.id : Id();
    }
    Id check(const Id &student, const Id &skill, SupportLevel level, int daysAgo, bool trying = false) {
        Check check;
        check.id = newId(clock, random);
        check.student = student;
        check.skill = skill;
        check.level = level;
        check.at = clock.now() - std::chrono::hours(24 * daysAgo);
        check.trying = trying;
        return commit(Edit(QStringLiteral("Mark")).create(check)) ? check.id : Id();
    }
    void fill(int students = 8, int columns = 4) {
        startClass(names.mid(0, students));
        for (int column = 0; column < columns; ++column)
            skills.push_back(addSkill(taught.value(column, QStringLiteral("skill %1").arg(column)), column));
    }
    // As a person comes to it: from home, by the rail or the bar.
    void open() {
        show();
        QTRY_VERIFY(item(QStringLiteral("tile-Maya")) || item(QStringLiteral("classRows")));
        QQuickItem *way = nullptr;
        QTRY_VERIFY((way = named(QStringLiteral("Sheet"))) != nullptr);
        QVERIFY(tap(way));
        QTRY_VERIFY(grid() && grid()->sheet()->rows() > 0 && grid()->sheet()->columns() > 0);
        settle();
    }
    SheetGrid *grid() const { return qobject_cast<SheetGrid *>(item(QStringLiteral("grid"))); }
    ClassSheet *model() const { return grid()->sheet(); }
    QPoint middle(int row, int column) const {
        return grid()->mapToScene(grid()->place(row, column).center()).toPoint();
    }
    void tapCell(int row, int column) {
        const QPoint at = middle(row, column);
        QTest::touchEvent(view.get(), finger()).press(1, at);
        QTest::touchEvent(view.get(), finger()).release(1, at);
        ++taps;
    }
    // What the screen reader says of a cell.
    QString said(int row, int column) const {
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(grid());
        QAccessibleInterface *cell = table ? table->tableInterface()->cellAt(row, column) : nullptr;
        return cell ? cell->text(QAccessible::Name) : QString();
    }
    int stored() {
        return read<int>([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM \"check\" WHERE deleted = 0");
            row.step();
            const int count = static_cast<int>(row.number(0));
            row.reset();
            return count;
        });
    }
    int level(int row, int column) const {
        const SheetMark *mark = model()->data().cell(row, column).shown();
        return mark ? static_cast<int>(mark->level) : -1;
    }
    std::vector<Id> skills;
};

} // namespace inkstep::test
