#include "sync/engine/syncer.h"

#include <QCoreApplication>

namespace inkstep {

namespace {

// Times in notes are told in minutes; what is less than this nobody sees.
constexpr std::chrono::minutes rightEnough{10};

QString about(std::chrono::seconds off) {
    using namespace std::chrono;
    const auto say = [](const char *one, const char *many, qint64 count) {
        return count == 1 ? QCoreApplication::translate("Sync", one)
                          : QCoreApplication::translate("Sync", many).arg(count);
    };
    if (off >= hours(24 * 365))
        return say("a year", "%1 years", off / hours(24 * 365));
    if (off >= hours(24))
        return say("a day", "%1 days", off / hours(24));
    if (off >= hours(1))
        return say("an hour", "%1 hours", off / hours(1));
    return say("a minute", "%1 minutes", off / minutes(1));
}

} // namespace

QString clockWords(const SyncReport &report) {
    if (!report.clockAhead || std::chrono::abs(*report.clockAhead) < rightEnough)
        return {};
    const bool ahead = report.clockAhead->count() > 0;
    return (ahead
                ? QCoreApplication::translate("Sync",
                                              "This tablet's clock is about %1 ahead of the server's.")
                : QCoreApplication::translate("Sync", "This tablet's clock is about %1 behind the server's."))
               .arg(about(std::chrono::abs(*report.clockAhead))) +
           QLatin1Char(' ') +
           QCoreApplication::translate("Sync",
                                       "Set its date and time right: notes are dated by it, and where "
                                       "two tablets change the same thing, the later change is shown.");
}

} // namespace inkstep
