#include "sheetskills.h"

#include "store/layout.h"

#include <algorithm>

namespace inkstep {

namespace {
constexpr qsizetype longestName = 200;
constexpr qsizetype longestInLabel = 60;
} // namespace

void SheetSkills::setSearch(const QString &search) {
    const QString next = search.simplified();
    if (next == m_search)
        return;
    m_search = next;
    emit searchChanged();
    rerun();
}

bool SheetSkills::newName() const {
    return !m_search.isEmpty() && std::none_of(rows().begin(), rows().end(), [this](const SheetChoice &row) {
        return row.name.compare(m_search, Qt::CaseInsensitive) == 0;
    });
}

int SheetSkills::taught() const {
    return static_cast<int>(
        std::count_if(rows().begin(), rows().end(), [](const SheetChoice &row) { return row.taught; }));
}

const SheetChoice *SheetSkills::find(const Id &id) const {
    const auto found =
        std::find_if(rows().begin(), rows().end(), [&](const SheetChoice &row) { return row.id == id; });
    return found == rows().end() ? nullptr : &*found;
}

qint64 SheetSkills::nextColumn() const {
    qint64 last = -1;
    for (const SheetChoice &row : rows())
        last = row.taught ? std::max(last, row.column) : last;
    return last + 1;
}

void SheetSkills::teach(const QString &skillId) {
    const SheetChoice *skill = find(idFromText(skillId));
    if (!workspace() || !skill || skill->taught)
        return;
    Edit edit(tr("On the sheet: %1").arg(skill->name.left(longestInLabel)));
    edit.set(skill->id, &Skill::taughtFrom, workspace()->parts().clock.now())
        .set(skill->id, &Skill::letGo, std::nullopt)
        .set(skill->id, &Skill::column, nextColumn());
    workspace()->perform(std::move(edit));
}

void SheetSkills::letGo(const QString &skillId) {
    const SheetChoice *skill = find(idFromText(skillId));
    if (!workspace() || !skill || !skill->taught)
        return;
    Edit edit(tr("Let go: %1").arg(skill->name.left(longestInLabel)));
    edit.set(skill->id, &Skill::letGo, workspace()->parts().clock.now());
    workspace()->perform(std::move(edit));
}

void SheetSkills::move(const QString &skillId, int by) {
    if (!workspace())
        return;
    std::vector<SheetChoice> order;
    std::copy_if(rows().begin(), rows().end(), std::back_inserter(order),
                 [](const SheetChoice &row) { return row.taught; });
    const auto from =
        std::find_if(order.begin(), order.end(),
                     [id = idFromText(skillId)](const SheetChoice &row) { return row.id == id; });
    const auto at = from - order.begin();
    const auto to = at + by;
    if (from == order.end() || to < 0 || to >= static_cast<std::ptrdiff_t>(order.size()))
        return;
    Edit edit(tr("Move %1").arg(from->name.left(longestInLabel)));
    std::iter_swap(from, order.begin() + to);
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (order[place].column != static_cast<qint64>(place))
            edit.set(order[place].id, &Skill::column, static_cast<qint64>(place));
    }
    workspace()->perform(std::move(edit));
}

void SheetSkills::addNew(const QString &name) {
    const QString words = name.simplified().left(longestName);
    if (!workspace() || words.isEmpty())
        return;
    Skill skill;
    skill.id = newId(workspace()->parts().clock, workspace()->parts().random);
    skill.name = words;
    skill.taughtFrom = workspace()->parts().clock.now();
    skill.column = nextColumn();
    workspace()->perform(
        std::move(Edit(tr("On the sheet: %1").arg(words.left(longestInLabel))).create(skill)));
}

KindSet SheetSkills::kinds() const {
    return kindsOf<Skill>();
}

SheetSkills::Query SheetSkills::query() const {
    return [search = m_search](Database &db) {
        static const std::string sql = "SELECT " + columnsOf<Skill>("k") +
                                       " FROM skill k WHERE k.deleted = 0 "
                                       "ORDER BY coalesce(k.position, 0), k.name, k.row";
        std::vector<SheetChoice> taught, rest;
        Statement &row = db.use(sql);
        while (row.step()) {
            const Skill skill = readRow<Skill>(row);
            const SheetChoice choice{skill.id, skill.name.simplified(), skill.trait, skill.taughtNow(),
                                     skill.column};
            if (choice.taught)
                taught.push_back(choice);
            else if (!skill.archived && choice.name.contains(search, Qt::CaseInsensitive))
                rest.push_back(choice);
        }
        row.reset();
        std::stable_sort(taught.begin(), taught.end(),
                         [](const SheetChoice &a, const SheetChoice &b) { return a.column < b.column; });
        taught.insert(taught.end(), rest.begin(), rest.end());
        return taught;
    };
}

const std::vector<SheetSkills::Role> &SheetSkills::roles() const {
    static const std::vector<Role> table{
        {"skillId", [](const SheetChoice &c) { return QVariant(idText(c.id)); }},
        {"name", [](const SheetChoice &c) { return QVariant(c.name); }},
        {"trait", [](const SheetChoice &c) { return QVariant(c.trait); }},
        {"taught", [](const SheetChoice &c) { return QVariant(c.taught); }},
    };
    return table;
}

} // namespace inkstep
