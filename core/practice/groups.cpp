#include "practice/groups.h"

#include <algorithm>

namespace inkstep {

namespace {

struct Bundle {
    const Skill *skill;
    QList<Id> students;
};

// The skills' needs, fullest first; ties along the continuum.
void sortBySize(std::vector<Bundle> &bundles) {
    std::stable_sort(bundles.begin(), bundles.end(), [](const Bundle &a, const Bundle &b) {
        if (a.students.size() != b.students.size())
            return a.students.size() > b.students.size();
        return std::tuple(a.skill->position, toBytes(a.skill->id)) <
               std::tuple(b.skill->position, toBytes(b.skill->id));
    });
}

void dropTaken(Bundle &bundle, const QSet<Id> &taken) {
    bundle.students.removeIf([&](const Id &student) { return taken.contains(student); });
}

// Cuts a crowd into groups of about the same size, none over the most.
void cut(const Bundle &bundle, bool shared, GroupSize size, std::vector<Group> &groups, QSet<Id> &taken) {
    const qsizetype all = bundle.students.size();
    const qsizetype parts = (all + size.most - 1) / size.most;
    for (qsizetype part = 0, from = 0; part < parts; ++part) {
        const qsizetype to = all * (part + 1) / parts;
        groups.push_back({bundle.skill->id, bundle.students.sliced(from, to - from), shared});
        from = to;
    }
    for (const Id &student : bundle.students)
        taken.insert(student);
}

} // namespace

std::vector<Group> groupsFor(std::span<const Need> needs, std::span<const Skill> skills, GroupSize size) {
    size.least = std::max(size.least, 2);
    size.most = std::max(size.most, 2 * size.least - 1); // so that a crowd can always be cut evenly
    std::vector<Bundle> bundles;
    for (const Skill &skill : skills)
        bundles.push_back({&skill, {}});
    for (const Need &need : needs) {
        const auto bundle = std::find_if(bundles.begin(), bundles.end(),
                                         [&](const Bundle &b) { return b.skill->id == need.skill; });
        if (bundle != bundles.end() && !bundle->students.contains(need.student))
            bundle->students << need.student;
    }
    std::vector<Group> groups;
    QSet<Id> taken;
    for (;;) { // who was taken may make another group too small: look again at what is left
        for (Bundle &bundle : bundles)
            dropTaken(bundle, taken);
        sortBySize(bundles);
        if (bundles.empty() || bundles.front().students.size() < size.least)
            break;
        cut(bundles.front(), true, size, groups, taken);
    }
    for (std::size_t i = 0; i < bundles.size(); ++i) {
        Bundle joined = bundles[i];
        dropTaken(joined, taken);
        if (joined.students.isEmpty())
            continue;
        for (std::size_t j = i + 1; j < bundles.size() && joined.students.size() < size.most; ++j) {
            if (skillDistance(*bundles[i].skill, *bundles[j].skill, skills) > 2)
                continue;
            for (const Id &student : bundles[j].students) {
                if (joined.students.size() < size.most && !taken.contains(student) &&
                    !joined.students.contains(student)) {
                    joined.students << student;
                    if (bundles[j].skill->position < joined.skill->position)
                        joined.skill = bundles[j].skill;
                }
            }
        }
        if (joined.students.size() >= size.least)
            cut(joined, false, size, groups, taken);
    }
    return groups;
}

} // namespace inkstep
