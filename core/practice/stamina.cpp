#include "practice/stamina.h"

#include "base/day.h"

#include <algorithm>

namespace inkstep {

namespace {

constexpr int longestDay = 12 * 60; // minutes
constexpr std::chrono::hours longestBeyond{4};

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

bool wasLeftRunning(const WorkBlock &block, Moment now, std::chrono::minutes gone) {
    if (!block.from || block.until)
        return false;
    const auto planned = std::chrono::minutes(std::clamp<qint64>(block.plannedMinutes, 0, longestDay));
    const auto day = [](Moment moment) { return QDateTime::fromMSecsSinceEpoch(toMs(moment)).date(); };
    return gone > planned + longestBeyond || (day(*block.from) != day(now) && gone > planned);
}

std::vector<WorkBlock> withoutOverlaps(std::span<const WorkBlock> blocks) {
    std::vector<WorkBlock> all;
    std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(all),
                 [](const WorkBlock &block) { return heldMinutes(block).has_value(); });
    std::sort(all.begin(), all.end(), [](const WorkBlock &a, const WorkBlock &b) {
        return std::tuple(*a.from, toBytes(a.id)) < std::tuple(*b.from, toBytes(b.id));
    });
    std::vector<WorkBlock> apart;
    for (const WorkBlock &block : all) {
        const bool same = !apart.empty() &&
                          *block.from < *apart.back().from + std::chrono::minutes(*heldMinutes(apart.back()));
        if (!same)
            apart.push_back(block);
        else if (*heldMinutes(block) > *heldMinutes(apart.back()))
            apart.back() = block;
    }
    return apart;
}

std::vector<StaminaWeek> staminaByWeek(std::span<const WorkBlock> blocks, QDate today, int weeks) {
    std::vector<StaminaWeek> all;
    const QDate last = mondayOf(today);
    for (int back = std::max(weeks, 1) - 1; back >= 0; --back)
        all.push_back({last.addDays(-7 * back)});
    std::vector<int> plannedBlocks(all.size(), 0);
    for (const WorkBlock &block : blocks) {
        const std::optional<int> held = heldMinutes(block);
        if (held.value_or(0) == 0) // begun by mistake and stopped again, or the clock went back: nobody wrote
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
