#pragma once

#include "model/teaching.h"

#include <span>
#include <vector>

namespace inkstep {

// When a student was last sat down with, or last seen on a photographed page: whichever the caller asks
// about.
struct Visited {
    Id student;
    std::optional<Moment> last; // nothing: not yet
    qint64 position = 0;        // roster order
    bool absent = false;
};

// Whose turn it is: not yet visited first, then the longest ago; ties in roster order. Who is absent keeps
// the turn but is left out today. Visiting any number from the front each day reaches everyone.
std::vector<Id> fairOrder(std::span<const Visited> students);

// Longest unseen: those whose last visit is at least `days` whole days before `now`, and those not yet
// visited, in fair order.
std::vector<Id> notSeenLately(std::span<const Visited> students, Moment now, int days);

} // namespace inkstep
