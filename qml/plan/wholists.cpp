#include "grouplist.h"
#include "steplist.h"
#include "unseenlist.h"

#include <algorithm>

namespace inkstep {

namespace {

QStringList texts(const QList<Id> &ids) {
    QStringList all;
    for (const Id &id : ids)
        all << idText(id);
    return all;
}

QString textOrNothing(const Id &id) {
    return id.isNull() ? QString() : idText(id);
}

KindSet factKinds() {
    return kindsOf<Student, Sample, Page, Note, Answer, Skill, Check, Absence, Conference, Teaching>();
}

} // namespace

UnseenList::UnseenList(QObject *parent) : LiveList<UnseenRow>(parent) {
    connect(&m_turn, &DayTurn::turned, this, [this] { rerun(); });
    connect(this, &LiveListBase::workspaceChanged, this,
            [this] { m_turn.follow(workspace() ? &workspace()->parts().clock : nullptr); });
}

const std::vector<UnseenList::Role> &UnseenList::roles() const {
    static const std::vector<Role> table{
        {"studentId", [](const UnseenRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const UnseenRow &r) { return QVariant(r.name); }},
        {"seenWords", [](const UnseenRow &r) { return QVariant(seenInWords(r.days)); }},
        {"days", [](const UnseenRow &r) { return QVariant(r.days); }},
        {"skillId", [](const UnseenRow &r) { return QVariant(textOrNothing(r.skill)); }},
        {"step", [](const UnseenRow &r) { return QVariant(r.step); }},
        {"away", [](const UnseenRow &r) { return QVariant(r.away); }},
    };
    return table;
}

KindSet UnseenList::kinds() const {
    return factKinds();
}

UnseenList::Query UnseenList::query() const {
    const Clock *clock = &workspace()->parts().clock; // outlives every store
    return [clock, notebook = workspace()->notebook()->id()](Database &db) {
        const Moment now = clock->now();
        const ClassFacts facts = readClass(db, notebook, dayOf(now));
        std::vector<Visited> visited = facts.visited();
        for (Visited &one : visited)
            one.absent = false; // all of them first, then those who are here go before
        std::vector<UnseenRow> rows;
        for (const Id &student : notSeenLately(visited, now, days)) {
            const ClassMember &member = facts.members[facts.places.value(student)];
            UnseenRow row{student, member.name, daysSince(member.seen, now), {}, {}, member.absent};
            const auto step = std::find_if(facts.steps.begin(), facts.steps.end(),
                                           [&](const OpenStepFact &one) { return one.student == student; });
            if (step != facts.steps.end()) {
                row.skill = step->skill;
                row.step = step->words;
            }
            rows.push_back(std::move(row));
        }
        std::stable_partition(rows.begin(), rows.end(), [](const UnseenRow &row) { return !row.away; });
        return rows;
    };
}

const std::vector<StepList::Role> &StepList::roles() const {
    static const std::vector<Role> table{
        {"studentId", [](const StepRow &r) { return QVariant(idText(r.student)); }},
        {"name", [](const StepRow &r) { return QVariant(r.name); }},
        {"skillId", [](const StepRow &r) { return QVariant(textOrNothing(r.skill)); }},
        {"words", [](const StepRow &r) { return QVariant(r.words); }},
        {"level", [](const StepRow &r) { return QVariant(r.level); }},
    };
    return table;
}

KindSet StepList::kinds() const {
    return factKinds();
}

StepList::Query StepList::query() const {
    const Clock *clock = &workspace()->parts().clock;
    return [clock, notebook = workspace()->notebook()->id()](Database &db) {
        const ClassFacts facts = readClass(db, notebook, dayOf(clock->now()));
        std::vector<StepRow> rows;
        QSet<Id> listed;
        for (const OpenStepFact &step : facts.steps) { // newest first
            if (listed.contains(step.student) || step.words.isEmpty())
                continue;
            listed.insert(step.student);
            const ClassMember &member = facts.members[facts.places.value(step.student)];
            rows.push_back({step.note, step.student, member.name, step.skill, step.words, step.level});
        }
        const auto alone = static_cast<int>(SupportLevel::Alone);
        std::stable_sort(rows.begin(), rows.end(), [&](const StepRow &a, const StepRow &b) {
            return std::tuple(a.level != alone, facts.places.value(a.student)) <
                   std::tuple(b.level != alone, facts.places.value(b.student));
        });
        return rows;
    };
}

const std::vector<GroupList::Role> &GroupList::roles() const {
    static const std::vector<Role> table{
        {"groupId", [](const GroupRow &r) { return QVariant(idText(r.id)); }},
        {"skillId", [](const GroupRow &r) { return QVariant(textOrNothing(r.skill)); }},
        {"skillName", [](const GroupRow &r) { return QVariant(r.skillName); }},
        {"students", [](const GroupRow &r) { return QVariant(texts(r.students)); }},
        {"names", [](const GroupRow &r) { return QVariant(r.names); }},
        {"shared", [](const GroupRow &r) { return QVariant(r.shared); }},
    };
    return table;
}

KindSet GroupList::kinds() const {
    return factKinds();
}

GroupList::Query GroupList::query() const {
    const Clock *clock = &workspace()->parts().clock;
    return [clock, notebook = workspace()->notebook()->id()](Database &db) {
        const ClassFacts facts = readClass(db, notebook, dayOf(clock->now()));
        std::vector<GroupRow> rows;
        for (const Group &group : groupsFor(facts.needs, facts.skills)) {
            GroupRow row{
                derivedId(group.students, group.skill), group.skill, {}, group.students, {}, group.shared};
            if (const Skill *skill = facts.skill(group.skill))
                row.skillName = skill->name;
            for (const Id &student : group.students)
                row.names << facts.members[facts.places.value(student)].name;
            rows.push_back(std::move(row));
        }
        return rows;
    };
}

} // namespace inkstep
