#include "practice/plan.h"

namespace inkstep {

std::vector<Planned> planFor(std::span<const Group> groups, std::span<const Id> turn,
                             const QHash<Id, Id> &steps, PlanMinutes minutes) {
    std::vector<Planned> plan;
    QSet<Id> taken;
    int left = minutes.all;
    int leftForGroups = minutes.inGroups;
    const int conference = std::max(1, minutes.conference);
    const int slot = std::max(1, minutes.group);
    for (const Group &group : groups) {
        QList<Id> students;
        for (const Id &student : group.students) {
            if (!taken.contains(student) && !students.contains(student))
                students << student;
        }
        const bool worthIt = static_cast<int>(students.size()) * conference > slot;
        if (students.size() < 2 || slot > left || slot > leftForGroups || !worthIt)
            continue;
        for (const Id &student : students)
            taken.insert(student);
        plan.push_back({students, group.skill, slot});
        left -= slot;
        leftForGroups -= slot;
    }
    for (const Id &student : turn) {
        if (left < conference)
            break;
        if (taken.contains(student))
            continue;
        taken.insert(student);
        plan.push_back({{student}, steps.value(student), conference});
        left -= conference;
    }
    return plan;
}

int minutesOf(std::span<const Planned> plan) {
    int sum = 0;
    for (const Planned &item : plan)
        sum += item.minutes;
    return sum;
}

} // namespace inkstep
