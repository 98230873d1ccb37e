#pragma once

#include "base/clock.h"

#include <QDateTime>
#include <QString>

namespace inkstep {

// The day a moment falls on where the tablet is.
inline QDate dayOf(Moment moment) {
    return QDateTime::fromMSecsSinceEpoch(toMs(moment)).date();
}
// As kept in notebooks: ISO 8601, "2026-11-22".
inline QString dayText(QDate day) {
    return day.toString(Qt::ISODate);
}
inline QString dayText(Moment moment) {
    return dayText(dayOf(moment));
}

} // namespace inkstep
