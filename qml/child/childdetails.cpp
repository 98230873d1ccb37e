#include "childdetails.h"

#include "days.h"
#include "store/layout.h"

#include <algorithm>

namespace inkstep {

namespace {

// Where cards of notes made here begin, and how far apart: of the page's height.
constexpr double firstDown = 0.12;
constexpr double nextDownBy = 0.14;

// Everything a note of this child can be about.
constexpr auto aboutChild = "(SELECT ?1 UNION SELECT id FROM sample WHERE student = ?1 AND deleted = 0 UNION "
                            "SELECT q.id FROM page q JOIN sample r ON r.id = q.sample WHERE r.student = ?1 "
                            "AND r.deleted = 0 AND q.deleted = 0)";

void readLastPage(Database &db, const Id &student, ChildFacts &facts) {
    static const std::string sql =
        "SELECT s.date, " + columnsOf<Page>("p") +
        ", (SELECT count(*) FROM note n WHERE n.about = p.id AND n.deleted = 0) FROM sample s "
        "JOIN page p ON p.sample = s.id WHERE s.student = ? AND s.deleted = 0 AND p.deleted = 0 "
        "ORDER BY s.date DESC, s.made DESC, coalesce(p.position, 0) DESC LIMIT 1";
    Statement &row = db.use(sql).with(student);
    if (row.step()) {
        if (!row.isNull(0))
            facts.lastSeen = fromMs(row.number(0));
        facts.lastPage = readRow<Page>(row, 1);
        facts.notesOnLast = row.number(1 + columnCount<Page>());
    }
    row.reset();
}

void readStep(Database &db, const Id &student, ChildFacts &facts) {
    static const std::string sql =
        "SELECT " + columnsOf<Note>("n") +
        ", k.name FROM note n LEFT JOIN skill k ON k.id = n.skill "
        "WHERE n.deleted = 0 AND n.kind = 'nextStep' AND n.about IN " +
        aboutChild +
        " AND coalesce((SELECT a.letGo FROM answer a WHERE a.note = n.id AND a.deleted = 0 "
        "ORDER BY a.at DESC, a.made DESC LIMIT 1), 0) = 0 ORDER BY n.made DESC LIMIT 1";
    Statement &row = db.use(sql).with(student);
    if (row.step()) {
        facts.step = readRow<Note>(row);
        facts.stepSkill = row.text(columnCount<Note>());
    }
    row.reset();
}

} // namespace

void ChildDetails::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    m_student = idFromText(id);
    clear();
    emit studentIdChanged();
    rerun();
}

QString ChildDetails::about() const {
    QStringList parts;
    for (const QString &part : {value().student.homeLanguage, value().student.supports}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(" · "));
}

QString ChildDetails::lastSeen() const {
    return workspace() ? dayName(value().lastSeen, workspace()->parts().clock.now()) : QString();
}

QString ChildDetails::stepWords() const {
    return value().step.words.isEmpty() ? value().stepSkill : value().step.words;
}

KindSet ChildDetails::kinds() const {
    return kindsOf<Student>() | kindsOf<Sample>() | kindsOf<Page>() | kindsOf<Note>() | kindsOf<Answer>() |
           kindsOf<Skill>();
}

ChildDetails::Query ChildDetails::query() const {
    return [student = m_student](Database &db) -> std::optional<ChildFacts> {
        static const std::string sql =
            "SELECT " + columnsOf<Student>("t") + " FROM student t WHERE t.id = ? AND t.deleted = 0";
        Statement &row = db.use(sql).with(student);
        if (!row.step())
            return std::nullopt;
        ChildFacts facts;
        facts.student = readRow<Student>(row);
        row.reset();
        readLastPage(db, student, facts);
        readStep(db, student, facts);
        return facts;
    };
}

double ChildDetails::nextDown() const {
    return std::min(0.9, firstDown + nextDownBy * static_cast<double>(value().notesOnLast));
}

} // namespace inkstep
