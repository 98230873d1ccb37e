#include "days.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace inkstep {

namespace {
QDateTime local(Moment moment) {
    return QDateTime::fromMSecsSinceEpoch(toMs(moment));
}
} // namespace

QString dayName(const std::optional<Moment> &moment, Moment now) {
    if (!moment)
        return {};
    const QDate day = local(*moment).date();
    const QDate today = local(now).date();
    if (day == today)
        return QCoreApplication::translate("inkstep::Day", "today");
    if (day.addDays(1) == today)
        return QCoreApplication::translate("inkstep::Day", "yesterday");
    const QLocale locale;
    return day.year() == today.year() ? locale.toString(day, QStringLiteral("ddd d MMM"))
                                      : locale.toString(day, QStringLiteral("d MMM yyyy"));
}

QString shortDay(Moment moment, bool withYear) {
    return QLocale().toString(local(moment).date(),
                              withYear ? QStringLiteral("d MMM yyyy") : QStringLiteral("d MMM"));
}

QString dayAndTime(Moment moment) {
    return QCoreApplication::translate("inkstep::Day", "%1, %2")
        .arg(shortDay(moment), QLocale().toString(local(moment).time(), QLocale::ShortFormat));
}

} // namespace inkstep
