#pragma once

#include <QString>

namespace inkstep {

// What may be too much in the words of one next step. Hints, never a block; a page says them quietly.
struct StepHints {
    bool isLong = false;
    bool asksTwoThings = false;
    bool any() const { return isLong || asksTwoThings; }
    bool operator==(const StepHints &) const = default;
};

// More words than a beginning reader holds in mind are long: over 14, the longest step of the starting bank.
// Two things are asked where two questions stand, or words that add one ask to another ("and then", "also")
// in English, Spanish and French; other languages get only the count.
StepHints hintsFor(const QString &words);

} // namespace inkstep
