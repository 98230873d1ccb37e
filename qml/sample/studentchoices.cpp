#include "studentchoices.h"

#include "store/layout.h"

namespace inkstep {

StudentChoices::Query StudentChoices::query() const {
    return [](Database &db) {
        std::vector<ChoiceRow> rows;
        Statement &found = db.use("SELECT id, name, grade FROM student WHERE deleted = 0 AND "
                                  "coalesce(archived, 0) = 0 ORDER BY coalesce(position, 0), name");
        while (found.step())
            rows.push_back({found.id(0), found.text(1), found.text(2)});
        found.reset();
        return rows;
    };
}

const std::vector<StudentChoices::Role> &StudentChoices::roles() const {
    static const std::vector<Role> roles{
        {"studentId", [](const ChoiceRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const ChoiceRow &r) { return QVariant(r.name); }},
        {"grade", [](const ChoiceRow &r) { return QVariant(r.grade); }},
    };
    return roles;
}

} // namespace inkstep
