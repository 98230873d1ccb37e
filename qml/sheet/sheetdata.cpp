#include "sheetdata.h"

#include "store/layout.h"
#include "ways.h"

#include <QDateTime>
#include <QHash>
#include <algorithm>

namespace inkstep {

namespace {

constexpr const char *madeHere = R"sql(
SELECT 1 FROM op o JOIN device d ON d.no = o.device
WHERE o.entity = ? AND o.field = ? AND o.live = 1 AND d.id = ?)sql";

bool before(const SheetMark &a, const SheetMark &b) {
    return a.at != b.at ? a.at < b.at : toBytes(a.id) < toBytes(b.id);
}

Moment startOf(const QDate &day) {
    return fromMs(day.startOfDay().toMSecsSinceEpoch());
}

void readStudents(Database &db, SheetData &sheet) {
    static const std::string sql = "SELECT " + columnsOf<Student>("s") +
                                   " FROM student s WHERE s.deleted = 0 AND coalesce(s.archived, 0) = 0 "
                                   "ORDER BY s.position, s.id";
    Statement &row = db.use(sql);
    while (row.step()) {
        const Student student = readRow<Student>(row);
        if (expectedOn(student, sheet.day))
            sheet.students.push_back({student.id, student.name.simplified(), {}});
    }
    row.reset();
    Statement &absent = db.use("SELECT student, id FROM absence WHERE deleted = 0 AND day = ? ORDER BY row")
                            .with(sheet.day.toString(Qt::ISODate));
    while (absent.step()) {
        if (const int at = sheet.rowOf(absent.id(0)); at >= 0)
            sheet.students[static_cast<std::size_t>(at)].absences.push_back(absent.id(1));
    }
    absent.reset();
}

void readSkills(Database &db, SheetData &sheet) {
    static const std::string sql =
        "SELECT " + columnsOf<Skill>("k") +
        " FROM skill k WHERE k.deleted = 0 AND k.taughtFrom IS NOT NULL AND k.letGo IS NULL "
        "ORDER BY coalesce(k.\"column\", 0), k.taughtFrom, k.id";
    Statement &row = db.use(sql);
    while (row.step()) {
        const Skill skill = readRow<Skill>(row);
        sheet.skills.push_back({skill.id, skill.name.simplified(), windowOf(skill), skill.column});
    }
    row.reset();
}

} // namespace

const char *marksOfSkill() {
    // A check made alone, the default, holds no word.
    return R"sql(
SELECT c.student, c.at, CASE c.level WHEN 'prompt' THEN 1 WHEN 'model' THEN 2 WHEN 'together' THEN 3
                                     WHEN 'notYet' THEN 4 ELSE 0 END, c.id, c.trying, c.evidence
FROM "check" c INDEXED BY check_latest WHERE c.skill = ? AND c.at >= ? AND c.deleted = 0)sql";
}

const SheetMark *SheetCell::shown() const {
    if (!today.empty())
        return &today.back();
    return last ? &*last : nullptr;
}

const SheetMark *SheetCell::ownToday() const {
    const auto own =
        std::find_if(today.rbegin(), today.rend(), [](const SheetMark &mark) { return mark.own; });
    return own == today.rend() ? nullptr : &*own;
}

LatestChecks SheetCell::all() const {
    LatestChecks checks = earlier;
    for (const SheetMark &mark : today)
        checks.see(mark.at, mark.id, mark.level);
    return checks;
}

int SheetData::rowOf(const Id &student) const {
    const auto found = std::find_if(students.begin(), students.end(),
                                    [&](const SheetStudent &one) { return one.id == student; });
    return found == students.end() ? -1 : static_cast<int>(found - students.begin());
}

int SheetData::columnOf(const Id &skill) const {
    const auto found =
        std::find_if(skills.begin(), skills.end(), [&](const SheetSkill &one) { return one.id == skill; });
    return found == skills.end() ? -1 : static_cast<int>(found - skills.begin());
}

Decision SheetData::decision(int column) const {
    int counts[3] = {0, 0, 0};
    for (int row = 0; row < rows(); ++row) {
        if (!students[static_cast<std::size_t>(row)].absent())
            ++counts[static_cast<int>(cell(row, column).all().standing())];
    }
    return decide(counts[static_cast<int>(Standing::Alone)], counts[static_cast<int>(Standing::NotAlone)],
                  counts[static_cast<int>(Standing::NotChecked)], thresholds);
}

void SheetData::turnTo(const QDate &next) {
    if (next == day)
        return;
    day = next;
    block = {};
    for (SheetStudent &student : students)
        student.absences.clear();
    for (SheetCell &one : cells) {
        for (const SheetMark &mark : one.today) {
            one.earlier.see(mark.at, mark.id, mark.level);
            if (!one.last || before(*one.last, mark))
                one.last = mark;
        }
        one.today.clear();
    }
}

void SheetData::add(int row, int column, const SheetMark &mark) {
    std::vector<SheetMark> &today = cell(row, column).today;
    const auto same = [&](const SheetMark &one) { return one.id == mark.id; };
    if (std::none_of(today.begin(), today.end(), same))
        today.insert(std::upper_bound(today.begin(), today.end(), mark, before), mark);
}

void SheetData::take(int row, int column, const Id &mark) {
    std::erase_if(cell(row, column).today, [&](const SheetMark &one) { return one.id == mark; });
}

Moment windowOf(const Skill &skill) {
    return skill.taughtFrom ? startOf(dayOf(*skill.taughtFrom)) : Moment::max();
}

bool expectedOn(const Student &student, const QDate &day) {
    return !student.archived && (!student.from || dayOf(*student.from) <= day) &&
           (!student.until || day <= dayOf(*student.until));
}

void readMarks(Database &db, const Id &device, SheetData &sheet) {
    QHash<Id, int> rows;
    rows.reserve(sheet.rows());
    for (int row = 0; row < sheet.rows(); ++row)
        rows.insert(sheet.students[static_cast<std::size_t>(row)].id, row);
    const Moment midnight = startOf(sheet.day);
    for (int column = 0; column < sheet.columns(); ++column) {
        const SheetSkill &skill = sheet.skills[static_cast<std::size_t>(column)];
        Statement &row = db.use(marksOfSkill()).with(skill.id, qint64(toMs(skill.from)));
        while (row.step()) {
            const auto student = rows.constFind(row.id(0));
            if (student == rows.constEnd())
                continue;
            const Moment at = fromMs(row.number(1));
            const auto level = static_cast<SupportLevel>(row.number(2));
            SheetCell &cell = sheet.cell(*student, column);
            if (at < midnight && cell.earlier.knowsLaterThan(at, level))
                continue;
            const SheetMark mark{row.id(3), at, level, row.number(4) != 0, row.id(5), false};
            if (at >= midnight) {
                sheet.add(*student, column, mark);
                continue;
            }
            cell.earlier.see(at, mark.id, level);
            if (cell.earlier.latest()->id == mark.id)
                cell.last = mark;
        }
        row.reset();
    }
    for (SheetCell &cell : sheet.cells) {
        for (SheetMark &mark : cell.today) {
            Statement &row = db.use(madeHere).with(mark.id, createField, device);
            mark.own = row.step();
            row.reset();
        }
    }
}

SheetData readSheet(Database &db, const Id &notebook, const Id &device, Moment now) {
    SheetData sheet;
    sheet.day = dayOf(now);
    readStudents(db, sheet);
    readSkills(db, sheet);
    sheet.cells.resize(sheet.students.size() * sheet.skills.size());
    const Teaching teaching = teachingOf(db, notebook);
    sheet.thresholds = thresholdsOf(teaching);
    sheet.groupMinutes = teaching.groupMinutes;
    Statement &block =
        db.use("SELECT id FROM workBlock WHERE deleted = 0 AND \"until\" IS NULL AND \"from\" >= ? "
               "ORDER BY \"from\" DESC LIMIT 1")
            .with(qint64(toMs(startOf(sheet.day))));
    if (block.step())
        sheet.block = block.id(0);
    block.reset();
    readMarks(db, device, sheet);
    return sheet;
}

} // namespace inkstep
