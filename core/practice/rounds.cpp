#include "practice/rounds.h"

#include <algorithm>

namespace inkstep {

Round roundAt(QDate day, int everyDays, QDate from) {
    const qint64 length = std::max(1, everyDays);
    if (!from.isValid())
        from = QDate(2024, 1, 1);
    const qint64 past = from.daysTo(day);
    const qint64 into = ((past % length) + length) % length;
    const QDate first = day.addDays(-into);
    return {first, first.addDays(length - 1)};
}

QDate nextSchoolDay(QDate day) {
    do
        day = day.addDays(1);
    while (day.dayOfWeek() > Qt::Friday);
    return day;
}

} // namespace inkstep
