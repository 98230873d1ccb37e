#include "practice/skillpath.h"

#include <algorithm>

namespace inkstep {

namespace {

using ById = QHash<Id, const Skill *>;

ById byId(std::span<const Skill> skills) {
    ById known;
    for (const Skill &skill : skills)
        known.insert(skill.id, &skill);
    return known;
}

} // namespace

std::vector<Id> prerequisiteCircle(std::span<const Skill> skills) {
    const ById known = byId(skills);
    QSet<Id> done;
    for (const Skill &start : skills) {
        // Depth first, without recursion: a bank from elsewhere may be a chain of thousands.
        std::vector<std::pair<Id, qsizetype>> path{{start.id, 0}};
        QSet<Id> onPath{start.id};
        while (!path.empty()) {
            auto &[id, at] = path.back();
            const Skill *skill = known.value(id);
            if (done.contains(id) || !skill || at >= skill->prerequisites.size()) {
                done.insert(id);
                onPath.remove(id);
                path.pop_back();
                continue;
            }
            const Id next = skill->prerequisites[at++];
            if (onPath.contains(next)) {
                std::vector<Id> circle;
                const auto from = std::find_if(path.begin(), path.end(),
                                               [&](const auto &one) { return one.first == next; });
                for (auto it = from; it != path.end(); ++it)
                    circle.push_back(it->first);
                circle.push_back(next);
                return circle;
            }
            if (!done.contains(next)) {
                path.emplace_back(next, 0);
                onPath.insert(next);
            }
        }
    }
    return {};
}

std::vector<Id> circleThrough(const Id &skill, std::span<const Skill> skills) {
    const ById known = byId(skills);
    QHash<Id, Id> cameFrom; // what waits for it
    std::vector<Id> reached{skill};
    for (std::size_t at = 0; at < reached.size(); ++at) {
        const Id here = reached[at];
        const Skill *waits = known.value(here);
        if (!waits)
            continue;
        for (const Id &before : waits->prerequisites) {
            if (before == skill) {
                std::vector<Id> circle{skill};
                for (Id one = here; one != skill; one = cameFrom.value(one))
                    circle.push_back(one);
                circle.push_back(skill);
                std::reverse(circle.begin(), circle.end());
                return circle;
            }
            if (!cameFrom.contains(before)) {
                cameFrom.insert(before, here);
                reached.push_back(before);
            }
        }
    }
    return {};
}

int skillDistance(const Skill &a, const Skill &b, std::span<const Skill> all) {
    if (a.id == b.id)
        return 0;
    if (a.prerequisites.contains(b.id) || b.prerequisites.contains(a.id))
        return 1;
    if (a.trait != b.trait)
        return 3;
    const auto [low, high] = std::minmax(a.position, b.position);
    const bool between = std::any_of(all.begin(), all.end(), [&](const Skill &other) {
        return !other.archived && other.trait == a.trait && other.position > low && other.position < high;
    });
    return between ? 3 : 2;
}

std::vector<Id> skipped(const Id &skill, std::span<const Skill> skills, const QSet<Id> &alone) {
    const ById known = byId(skills);
    std::vector<Id> missing;
    if (const Skill *wanted = known.value(skill)) {
        for (const Id &before : wanted->prerequisites) {
            const Skill *first = known.value(before);
            if (first && !first->archived && !alone.contains(before))
                missing.push_back(before);
        }
    }
    return missing;
}

std::vector<Id> likelyNext(std::span<const Skill> skills, const QSet<Id> &alone) {
    qint64 reached = 0; // the furthest place the writer holds alone
    for (const Skill &skill : skills) {
        if (alone.contains(skill.id))
            reached = std::max(reached, skill.position);
    }
    struct Ranked {
        Id id;
        int rank;
        qint64 distance;
        qint64 position;
    };
    std::vector<Ranked> ranked;
    for (const Skill &skill : skills) {
        if (skill.archived)
            continue;
        int rank = 3;
        if (!alone.contains(skill.id)) {
            const bool open = skipped(skill.id, skills, alone).empty();
            rank = !open ? 2 : skill.taughtNow() ? 0 : 1;
        }
        // What lies behind was passed over once: it comes after what lies as far ahead.
        const qint64 ahead = skill.position - reached;
        ranked.push_back({skill.id, rank, ahead >= 0 ? 2 * ahead : -2 * ahead + 1, skill.position});
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        return std::tuple(a.rank, a.distance, a.position, toBytes(a.id)) <
               std::tuple(b.rank, b.distance, b.position, toBytes(b.id));
    });
    std::vector<Id> order;
    for (const Ranked &one : ranked)
        order.push_back(one.id);
    return order;
}

} // namespace inkstep
