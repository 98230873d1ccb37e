#pragma once

#include "practice/ladder.h"

#include <span>

namespace inkstep {

// A share of the class, exact: two thirds of 24 is 16, without rounding.
struct Share {
    int part = 0;
    int whole = 1;
    // "2/3"; `otherwise` for anything that is not a share between 0 and 1.
    static Share fromText(const QString &text, Share otherwise);
    QString text() const;
    // Whether `count` of `all` is at least this share.
    bool reachedBy(int count, int all) const {
        return static_cast<qint64>(count) * whole >= static_cast<qint64>(part) * all;
    }
    // The fewest of `all` that reach this share: 16 of 24 for two thirds.
    int fewestOf(int all) const { return (part * all + whole - 1) / whole; }
    bool operator==(const Share &) const = default;
};

struct Thresholds {
    Share moveOnAt{2, 3};        // at this share and above: move on
    Share teachAgainBelow{1, 2}; // under this share: teach again; between the two: a small group
    bool operator==(const Thresholds &) const = default;
};
// A lower bound above the upper one is taken as equal to it: then there is no small group between.
Thresholds thresholdsOf(const Teaching &teaching);

// What is known of one student and one skill in the unit's window.
enum class Standing { NotChecked, Alone, NotAlone };

// From the student's checks of one skill in the window, in any order. The latest check without help says
// whether it goes alone, also when help was given later: help says nothing of what would have gone without
// it. A student who was only ever helped has not shown it alone.
Standing standingOf(std::span<const Check> checks);
// The check a standing rests on: the latest without help, or the latest of all when there was always help;
// null for none.
const Check *decidingCheck(std::span<const Check> checks);

// What standingOf() rests on, from checks that are seen one after the other, in any order, and not kept.
class LatestChecks {
public:
    struct Seen {
        Moment at;
        Id id;
        SupportLevel level = SupportLevel::Alone;
        bool operator==(const Seen &) const = default;
    };
    void see(Moment at, const Id &id, SupportLevel level);
    // Whether see() would change nothing: the id of a check needs to be read only when this is false.
    bool knowsLaterThan(Moment at, SupportLevel level) const {
        return m_latest && at < m_latest->at && (isHelped(level) || (m_unhelped && at < m_unhelped->at));
    }
    const std::optional<Seen> &latest() const { return m_latest; }
    const std::optional<Seen> &deciding() const { return m_unhelped ? m_unhelped : m_latest; }
    Standing standing() const;
    bool operator==(const LatestChecks &) const = default;

private:
    std::optional<Seen> m_latest;
    std::optional<Seen> m_unhelped;
};

enum class Verdict { Open, MoveOn, SmallGroup, TeachAgain };

struct Decision {
    Verdict verdict = Verdict::Open;
    int expected = 0; // students present and expected
    int alone = 0;
    int notAlone = 0;
    int unchecked = 0;
    int atLeastMore = 0; // while Open: the fewest further checks that could settle it
    int checked() const { return alone + notAlone; }
    bool operator==(const Decision &) const = default;
};

// Settled only when no answers of the unchecked could change it. With nobody expected it stays open.
Decision decide(int alone, int notAlone, int unchecked, const Thresholds &thresholds);
Decision decide(std::span<const Standing> standings, const Thresholds &thresholds);

} // namespace inkstep
