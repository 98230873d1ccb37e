#include "samplepages.h"

#include "pictureaddress.h"
#include "store/layout.h"

#include <algorithm>

namespace inkstep {

void SamplePages::setSampleId(const QString &id) {
    if (m_sample == idFromText(id))
        return;
    m_sample = idFromText(id);
    clear();
    emit sampleIdChanged();
    rerun();
}

SamplePages::Query SamplePages::query() const {
    return [sample = m_sample](Database &db) {
        std::vector<PageRow> rows;
        Statement &found =
            db.use("SELECT p.id, p.rotation, (SELECT count(*) FROM note n WHERE n.about = p.id AND "
                   "n.deleted = 0), substr(p.original, 1, 4), p.look, p.sheet, p.foundSheet FROM page p "
                   "WHERE p.sample = ? AND p.deleted = 0 "
                   "ORDER BY coalesce(p.position, 0), p.made")
                .with(sample);
        while (found.step())
            rows.push_back({found.id(0), static_cast<int>(found.number(1)), static_cast<int>(found.number(2)),
                            pictureAddress(found.bytes(3), viewOf(enumOf<PageLook>(found.text(4)),
                                                                  found.text(5), found.text(6)))});
        found.reset();
        return rows;
    };
}

const std::vector<SamplePages::Role> &SamplePages::roles() const {
    static const std::vector<Role> roles{
        {"pageId", [](const PageRow &r) { return QVariant(idText(r.id)); }},
        {"turns", [](const PageRow &r) { return QVariant(r.turns); }},
        {"notes", [](const PageRow &r) { return QVariant(r.notes); }},
        {"picture", [](const PageRow &r) { return QVariant(r.picture); }},
    };
    return roles;
}

void SamplePages::move(int from, int to) {
    const int last = static_cast<int>(rows().size()) - 1;
    if (from == to || from < 0 || from > last || to < 0 || to > last || !workspace())
        return;
    std::vector<Id> order;
    for (const PageRow &row : rows())
        order.push_back(row.id);
    const Id moved = order[static_cast<std::size_t>(from)];
    order.erase(order.begin() + from);
    order.insert(order.begin() + to, moved);
    // Every page gets its place anew: two devices may have given one place twice.
    Edit edit(tr("Reorder pages"));
    for (std::size_t i = 0; i < order.size(); ++i)
        edit.set(order[i], &Page::position, static_cast<qint64>(i));
    workspace()->perform(std::move(edit));
}

void SamplePages::remove(int at) {
    const Id page = idFromText(idAt(at));
    if (page.isNull() || !workspace())
        return;
    Edit edit(tr("Delete page"));
    workspace()->perform(count() > 1 ? edit.remove<Page>(page) : edit.remove<Sample>(m_sample));
}

int SamplePages::indexOf(const QString &page) const {
    const Id id = idFromText(page);
    const auto found =
        std::find_if(rows().begin(), rows().end(), [&](const PageRow &row) { return row.id == id; });
    return found == rows().end() ? -1 : static_cast<int>(found - rows().begin());
}

QString SamplePages::idAt(int index) const {
    return index >= 0 && index < static_cast<int>(rows().size())
               ? idText(rows()[static_cast<std::size_t>(index)].id)
               : QString();
}

} // namespace inkstep
