#include "cli/lookup.h"

#include "store/layout.h"

#include <QCoreApplication>

namespace inkstep {

namespace {

// Rows of one kind as values; the statement's first columns are columnsOf<Entity>().
template<class Entity>
std::vector<Entity> rows(Statement &statement) {
    std::vector<Entity> found;
    while (statement.step())
        found.push_back(readRow<Entity>(statement));
    statement.reset();
    return found;
}

} // namespace

Result<std::vector<Student>> allStudents(Store &store) {
    return store.read([](Database &db) {
        return rows<Student>(db.use("SELECT " + columnsOf<Student>("s") +
                                    " FROM student s WHERE s.deleted = 0 ORDER BY s.position, s.row"));
    });
}

Result<Student> studentCalled(Notebook &notebook, const QString &nameOrId) {
    const auto students = allStudents(notebook.store());
    if (!students)
        return passOn(students);
    std::vector<Student> fitting;
    for (const Student &student : *students) {
        if (idText(student.id) == nameOrId.toLower())
            return student;
        if (nameKey(student.name) == nameKey(nameOrId))
            fitting.push_back(student);
    }
    if (fitting.empty())
        return failure(ErrorCode::NotFound, QStringLiteral("student"), nameOrId);
    if (fitting.size() > 1) {
        QStringList ids;
        for (const Student &student : fitting)
            ids << idText(student.id);
        return failure(
            ErrorCode::Ambiguous,
            QCoreApplication::translate("Cli", "Name one by id: %1.").arg(ids.join(QStringLiteral(", "))),
            nameOrId);
    }
    return fitting.front();
}

Result<std::optional<Page>> latestPage(Store &store, const Id &student) {
    return store.read([&](Database &db) {
        const auto pages = rows<Page>(
            db.use("SELECT " + columnsOf<Page>("p") +
                   " FROM page p JOIN sample s ON s.id = p.sample WHERE s.student = ? AND s.deleted = 0 "
                   "AND p.deleted = 0 ORDER BY p.taken DESC, p.made DESC, p.position DESC LIMIT 1")
                .with(student));
        return pages.empty() ? std::optional<Page>() : std::optional(pages.front());
    });
}

Result<std::vector<Note>> notesAbout(Store &store, const Id &student) {
    return store.read([&](Database &db) {
        return rows<Note>(db.use("SELECT " + columnsOf<Note>("n") +
                                 " FROM note n WHERE n.deleted = 0 AND n.about IN (SELECT ?1 "
                                 "UNION ALL SELECT id FROM sample WHERE student = ?1 AND deleted = 0 "
                                 "UNION ALL SELECT p.id FROM page p JOIN sample s ON s.id = p.sample "
                                 "WHERE s.student = ?1 AND s.deleted = 0 AND p.deleted = 0) ORDER BY n.row")
                              .with(student));
    });
}

} // namespace inkstep
