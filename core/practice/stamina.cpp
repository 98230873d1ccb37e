#include "practice/stamina.h"

#include "base/day.h"

#include <algorithm>

namespace inkstep {

namespace {

constexpr int longestDay = 12 * 60; // minutes

QDate mondayOf(QDate day) {
    return day.addDays(1 - day.dayOfWeek());
}

} // namespace

std::optional<int> heldMinutes(const WorkBlock &block) {
    if (!block.from || !block.until)
        return std::nullopt;
    const auto held = std::chrono::duration_cast<std::chrono::minutes>(*block.until - *block.from).count();
    if (held > longestDay)
        return static_cast<int>(std::clamp<qint64>(block.plannedMinutes, 0, longestDay));
    return static_cast<int>(std::max<qint64>(held, 0));
}

std::vector<StaminaWeek> staminaByWeek(std::span<const WorkBlock> blocks, QDate today, int weeks) {
    std::vector<StaminaWeek> all;
    const QDate last = mondayOf(today);
    for (int back = std::max(weeks, 1) - 1; back >= 0; --back)
        all.push_back({last.addDays(-7 * back)});
    std::vector<int> plannedBlocks(all.size(), 0);
    for (const WorkBlock &block : blocks) {
        const std::optional<int> held = heldMinutes(block);
        if (!held)
            continue;
        const QDate monday = mondayOf(dayOf(*block.from));
        const auto week = std::find_if(all.begin(), all.end(),
                                       [&](const StaminaWeek &one) { return one.monday == monday; });
        if (week == all.end())
            continue;
        ++week->blocks;
        week->held += *held;
        week->longest = std::max(week->longest, *held);
        if (block.plannedMinutes > 0) {
            week->planned += static_cast<double>(block.plannedMinutes);
            ++plannedBlocks[static_cast<std::size_t>(week - all.begin())];
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].blocks > 0)
            all[i].held /= all[i].blocks;
        if (plannedBlocks[i] > 0)
            all[i].planned /= plannedBlocks[i];
    }
    return all;
}

} // namespace inkstep
