#include "bankskilllist.h"

#include "bankskill.h"
#include "banktraitlist.h"
#include "store/layout.h"

#include <QHash>
#include <algorithm>

namespace inkstep {

void BankSkillList::setSearch(const QString &search) {
    if (m_search == search)
        return;
    m_search = search;
    emit parametersChanged();
    rerun();
}

void BankSkillList::setArchived(bool archived) {
    if (m_archived == archived)
        return;
    m_archived = archived;
    emit parametersChanged();
    rerun();
}

KindSet BankSkillList::kinds() const {
    return kindsOf<Skill>() | kindsOf<Trait>();
}

BankSkillList::Query BankSkillList::query() const {
    return [search = m_search.simplified(), archived = m_archived,
            notebook = workspace()->notebook()->id()](Database &db) {
        QHash<QString, std::pair<int, QString>> traits; // slug → place, name
        int place = 0;
        for (const Trait &trait : traitsIn(db, notebook))
            traits.insert(trait.slug, {place++, trait.name});
        std::vector<BankSkillRow> rows;
        for (const Skill &skill : skillsIn(db)) {
            const auto has = [&](const QString &text) { return text.contains(search, Qt::CaseInsensitive); };
            if (skill.archived != archived ||
                !(search.isEmpty() || has(skill.name) || has(skill.childWords) || has(skill.compliment)))
                continue;
            rows.push_back(
                {skill.id, skill, traits.value(skill.trait, {place, skill.trait}).second, false, false});
        }
        std::stable_sort(rows.begin(), rows.end(), [&](const BankSkillRow &a, const BankSkillRow &b) {
            return traits.value(a.skill.trait, {place, {}}).first <
                   traits.value(b.skill.trait, {place, {}}).first;
        });
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].first = i == 0 || rows[i - 1].skill.trait != rows[i].skill.trait;
            rows[i].last = i + 1 == rows.size() || rows[i + 1].skill.trait != rows[i].skill.trait;
        }
        return rows;
    };
}

void BankSkillList::move(const QString &skill, int by) {
    const auto &all = rows();
    const auto from = std::find_if(
        all.begin(), all.end(), [id = idFromText(skill)](const BankSkillRow &row) { return row.id == id; });
    if (from == all.end() || (by < 0 ? from->first : from->last))
        return;
    const BankSkillRow &other = *(from + (by < 0 ? -1 : 1));
    qint64 here = from->skill.position, there = other.skill.position;
    if (here == there) // two devices gave the same place to two skills
        (by < 0 ? here : there) += 1;
    Edit edit(tr("Move skill"));
    edit.set(from->id, &Skill::position, there);
    edit.set(other.id, &Skill::position, here);
    workspace()->perform(std::move(edit));
}

QString BankSkillList::add(const QString &name, const QString &trait) {
    Notebook *in = workspace() ? workspace()->notebook() : nullptr;
    const QString called = name.simplified().left(PackBounds::nameLength);
    if (!in || called.isEmpty())
        return {};
    Skill skill;
    skill.id = in->store().makeId();
    skill.name = called;
    skill.trait = trait;
    skill.position = 1;
    for (const BankSkillRow &row : rows())
        skill.position = std::max(skill.position, row.skill.position + 1);
    workspace()->perform(Edit(tr("Add skill")).create(skill));
    return idText(skill.id);
}

const std::vector<BankSkillList::Role> &BankSkillList::roles() const {
    static const std::vector<Role> roles{
        {"skillId", [](const BankSkillRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const BankSkillRow &r) { return QVariant(r.skill.name); }},
        {"childWords", [](const BankSkillRow &r) { return QVariant(r.skill.childWords); }},
        {"traitName", [](const BankSkillRow &r) { return QVariant(r.traitName); }},
        {"ages",
         [](const BankSkillRow &r) {
             return QVariant(BankSkillList::tr("%1 to %2").arg(r.skill.fromAge).arg(r.skill.toAge));
         }},
        {"first", [](const BankSkillRow &r) { return QVariant(r.first); }},
        {"last", [](const BankSkillRow &r) { return QVariant(r.last); }},
    };
    return roles;
}

} // namespace inkstep
