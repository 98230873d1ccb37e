#pragma once

#include <QDate>
#include <QString>

namespace inkstep {

// One round of the two-weekly sample: every student hands in one independent piece.
struct Round {
    QDate first;
    QDate last; // the day by which it is complete, itself included
    bool operator==(const Round &) const = default;
};

// The round a day lies in. Rounds follow each other without a gap from `from`; without one they are counted
// from Monday 2024-01-01, so that devices that never spoke agree. `everyDays` is 1 or more.
Round roundAt(QDate day, int everyDays, QDate from = {});

// The first day after `day` that is neither Saturday nor Sunday.
QDate nextSchoolDay(QDate day);

} // namespace inkstep
