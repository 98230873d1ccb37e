// The sheet: students down, the skills taught now across, a mark where the two meet.
// In: students, skills, checks and absences of a notebook. Out: what every cell shows, each column's
// decision, and edits for the marks a finger or a key makes.
#pragma once

#include "base/day.h"
#include "model/teaching.h"
#include "practice/decision.h"
#include "store/database.h"

#include <QDate>
#include <vector>

namespace inkstep {

struct SheetMark {
    Id id;
    Moment at;
    SupportLevel level = SupportLevel::Alone;
    bool trying = false;
    Id evidence;
    bool own = false; // made on this device: a tap takes back no one else's
    bool operator==(const SheetMark &) const = default;
};

// One student and one skill.
struct SheetCell {
    LatestChecks earlier;          // of the window, before today
    std::optional<SheetMark> last; // the latest of those, as it shows
    std::vector<SheetMark> today;  // earliest first
    bool operator==(const SheetCell &) const = default;

    // What shows: the latest of today, or else the latest earlier one; null for a blank.
    const SheetMark *shown() const;
    // The latest of today that was made here.
    const SheetMark *ownToday() const;
    // With today's.
    LatestChecks all() const;
};

struct SheetStudent {
    Id id;
    QString name;
    std::vector<Id> absences; // of today; any one is enough
    bool absent() const { return !absences.empty(); }
    bool operator==(const SheetStudent &) const = default;
};

struct SheetSkill {
    Id id;
    QString name;
    Moment from; // where the window opens
    qint64 column = 0;
    bool operator==(const SheetSkill &) const = default;
};

struct SheetData {
    QDate day;
    std::vector<SheetStudent> students; // those expected today, in roster order
    std::vector<SheetSkill> skills;
    std::vector<SheetCell> cells; // row by row
    Thresholds thresholds;
    qint64 groupMinutes = 10;
    Id block; // the work block that is going on
    bool operator==(const SheetData &) const = default;

    int rows() const { return static_cast<int>(students.size()); }
    int columns() const { return static_cast<int>(skills.size()); }
    SheetCell &cell(int row, int column) { return cells[place(row, column)]; }
    const SheetCell &cell(int row, int column) const { return cells[place(row, column)]; }
    int rowOf(const Id &student) const;                   // -1 where there is none
    int columnOf(const Id &skill) const;                  // likewise
    Decision decision(int column) const;                  // over the students present and expected
    void turnTo(const QDate &next);                       // midnight passed: today's marks are earlier ones
    void add(int row, int column, const SheetMark &mark); // once, however often it is said
    void take(int row, int column, const Id &mark);

private:
    std::size_t place(int row, int column) const {
        return static_cast<std::size_t>(row) * skills.size() + static_cast<std::size_t>(column);
    }
};

// Where a skill's window opens: with the day it is taught from, so that a tablet whose clock is behind marks
// into it too.
Moment windowOf(const Skill &skill);
// Whether a student belongs to the class on a day; absent or not.
bool expectedOn(const Student &student, const QDate &day);

// Everything the sheet shows. `device`: of this tablet, in this notebook.
SheetData readSheet(Database &db, const Id &notebook, const Id &device, Moment now);

// The statement that reads the marks of one skill since a moment: student, time, level as a number, id, and
// what else a mark shows.
const char *marksOfSkill();

// Only the marks of the sheet's columns, into cells that are blank: the part that grows with the year.
void readMarks(Database &db, const Id &device, SheetData &sheet);

} // namespace inkstep
