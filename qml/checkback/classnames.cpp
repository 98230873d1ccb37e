#include "classnames.h"

namespace inkstep {

KindSet ClassNames::kinds() const {
    return kindsOf<Student>();
}

ClassNames::Query ClassNames::query() const {
    return [](Database &db) {
        std::vector<NameRow> rows;
        Statement &found =
            db.use("SELECT id, name FROM student WHERE deleted = 0 AND coalesce(archived, 0) = 0 "
                   "ORDER BY coalesce(position, 0), row");
        while (found.step())
            rows.push_back({found.id(0), found.text(1)});
        found.reset();
        return rows;
    };
}

const std::vector<ClassNames::Role> &ClassNames::roles() const {
    static const std::vector<Role> table{
        {"studentId", [](const NameRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const NameRow &r) { return QVariant(r.name); }},
    };
    return table;
}

} // namespace inkstep
