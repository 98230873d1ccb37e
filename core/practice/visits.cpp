#include "practice/visits.h"

#include <algorithm>

namespace inkstep {

std::vector<Id> fairOrder(std::span<const Visited> students) {
    std::vector<Visited> due;
    std::copy_if(students.begin(), students.end(), std::back_inserter(due),
                 [](const Visited &one) { return !one.absent; });
    std::stable_sort(due.begin(), due.end(), [](const Visited &a, const Visited &b) {
        const Moment lastA = a.last.value_or(Moment::min());
        const Moment lastB = b.last.value_or(Moment::min());
        return lastA != lastB ? lastA < lastB : a.position < b.position;
    });
    std::vector<Id> order;
    for (const Visited &one : due)
        order.push_back(one.student);
    return order;
}

std::vector<Id> notSeenLately(std::span<const Visited> students, Moment now, int days) {
    std::vector<Visited> longAgo;
    std::copy_if(students.begin(), students.end(), std::back_inserter(longAgo),
                 [&](const Visited &one) { return !one.last || now - *one.last >= std::chrono::days(days); });
    return fairOrder(longAgo);
}

} // namespace inkstep
