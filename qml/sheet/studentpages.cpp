#include "studentpages.h"

#include "days.h"
#include "pictureaddress.h"
#include "store/layout.h"

namespace inkstep {

namespace {
constexpr int shown = 6;
}

void StudentPages::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    m_student = idFromText(id);
    emit studentIdChanged();
    rerun();
}

KindSet StudentPages::kinds() const {
    return kindsOf<Page, Sample, Student>();
}

StudentPages::Query StudentPages::query() const {
    return [student = m_student](Database &db) {
        std::vector<EvidencePage> pages;
        Statement &row = db.use("SELECT p.id, coalesce(p.taken, p.made >> 16), p.rotation, "
                                "substr(p.original, 1, 4), p.look, p.sheet, "
                                "p.foundSheet FROM page p "
                                "JOIN sample s ON s.id = p.sample AND s.deleted = 0 "
                                "WHERE s.student = ? AND p.deleted = 0 ORDER BY coalesce(p.taken, p.made >> "
                                "16) DESC, p.row "
                                "DESC LIMIT ?")
                             .with(student, shown);
        while (row.step()) {
            pages.push_back({row.id(0), shortDay(fromMs(row.number(1))), static_cast<int>(row.number(2)),
                             pictureAddress(row.bytes(3), viewOf(enumOf<PageLook>(row.text(4)), row.text(5),
                                                                 row.text(6)))});
        }
        row.reset();
        return pages;
    };
}

const std::vector<StudentPages::Role> &StudentPages::roles() const {
    static const std::vector<Role> table{
        {"pageId", [](const EvidencePage &p) { return QVariant(idText(p.id)); }},
        {"day", [](const EvidencePage &p) { return QVariant(p.day); }},
        {"turns", [](const EvidencePage &p) { return QVariant(p.turns); }},
        {"picture", [](const EvidencePage &p) { return QVariant(p.picture); }},
    };
    return table;
}

} // namespace inkstep
