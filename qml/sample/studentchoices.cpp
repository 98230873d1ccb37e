#include "studentchoices.h"

#include "gradename.h"
#include "loosetext.h"
#include "store/layout.h"

namespace inkstep {

void StudentChoices::setSearch(const QString &search) {
    if (search == m_search)
        return;
    m_search = search;
    emit searchChanged();
    rerun();
}

StudentChoices::Query StudentChoices::query() const {
    return [wanted = looseText(m_search)](Database &db) {
        std::vector<ChoiceRow> rows;
        Statement &found = db.use("SELECT id, name, grade FROM student WHERE deleted = 0 AND "
                                  "coalesce(archived, 0) = 0 ORDER BY coalesce(position, 0), name");
        while (found.step()) {
            if (wanted.isEmpty() || looseText(found.text(1)).contains(wanted))
                rows.push_back({found.id(0), found.text(1), found.text(2)});
        }
        found.reset();
        return rows;
    };
}

const std::vector<StudentChoices::Role> &StudentChoices::roles() const {
    static const std::vector<Role> roles{
        {"studentId", [](const ChoiceRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const ChoiceRow &r) { return QVariant(r.name); }},
        {"grade", [](const ChoiceRow &r) { return QVariant(gradeName(r.grade)); }},
    };
    return roles;
}

} // namespace inkstep
