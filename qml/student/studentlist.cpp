#include "studentlist.h"

#include "gradename.h"
#include "loosetext.h"

namespace inkstep {

QString archiveLabel(const QString &name, qint64 openCheckBacks) {
    return (openCheckBacks == 0   ? StudentList::tr("Archive %1")
            : openCheckBacks == 1 ? StudentList::tr("Archive %1; an open check-back is kept")
                                  : StudentList::tr("Archive %1; open check-backs are kept"))
        .arg(name);
}

void StudentList::setArchived(bool archived) {
    if (archived == m_archived)
        return;
    m_archived = archived;
    emit archivedChanged();
    rerun();
}

void StudentList::setSearch(const QString &search) {
    if (search == m_search)
        return;
    m_search = search;
    emit searchChanged();
    rerun();
}

void StudentList::archive(const QString &studentId, bool archived) {
    const Id id = idFromText(studentId);
    const auto found =
        std::find_if(rows().begin(), rows().end(), [&](const StudentRow &r) { return r.id == id; });
    if (!workspace() || found == rows().end())
        return;
    Edit edit(archived ? archiveLabel(found->name, found->checkBacks)
                       : tr("Bring %1 back to class").arg(found->name));
    workspace()->perform(std::move(edit.set(id, &Student::archived, archived)));
}

const std::vector<StudentList::Role> &StudentList::roles() const {
    static const std::vector<Role> table{
        {"studentId", [](const StudentRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const StudentRow &r) { return QVariant(r.name); }},
        {"grade", [](const StudentRow &r) { return QVariant(gradeName(r.grade)); }},
        {"homeLanguage", [](const StudentRow &r) { return QVariant(r.homeLanguage); }},
        {"samples", [](const StudentRow &r) { return QVariant(r.samples); }},
    };
    return table;
}

KindSet StudentList::kinds() const {
    return kindsOf<Student, Sample, CheckBack>();
}

StudentList::Query StudentList::query() const {
    return [archived = m_archived, wanted = looseText(m_search)](Database &db) {
        std::vector<StudentRow> rows;
        Statement &row =
            db.use("SELECT t.id, t.name, t.grade, t.homeLanguage, (SELECT count(*) FROM sample s "
                   "WHERE s.student = t.id AND s.deleted = 0), (SELECT count(*) FROM checkBack c "
                   "WHERE c.student = t.id AND c.deleted = 0 AND coalesce(c.outcome, 'waiting') = 'waiting') "
                   "FROM student t "
                   "WHERE t.deleted = 0 AND coalesce(t.archived, 0) = ? ORDER BY t.position, t.row")
                .with(archived);
        while (row.step()) {
            StudentRow one{row.id(0), row.text(1), row.text(2), row.text(3), row.number(4), row.number(5)};
            if (wanted.isEmpty() || looseText(one.name).contains(wanted))
                rows.push_back(std::move(one));
        }
        row.reset();
        return rows;
    };
}

} // namespace inkstep
