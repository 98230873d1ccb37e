#pragma once

#include "store/database.h"

#include <QList>
#include <QString>
#include <memory>
#include <optional>

namespace inkstep {

// Where this device's pile stands, kept beside the notebook's content so that it goes on after a break or a
// crash. Which pages are in, and whose, is never read from here: that the notebook itself says.
struct PileBook {
    QString day; // a pile is over when the day is
    bool independent = false;
    qint64 base = 0;      // the newest sample when it began
    QList<Id> skipped;    // by a person
    Id next;              // whom a person asked for
    qint64 nextSince = 0; // the newest sample then: any page since is stronger
    bool done = false;
    bool operator==(const PileBook &) const = default;
};

// What the first look finds, and every later one goes by.
struct PileStart {
    PileBook book;
    bool resumed = false;
    // The newest page of it, where it is resumed.
    qint64 newestSample = 0;
    Id lastStudent;
    Id lastPage;
};

qint64 newestSample(Database &db);
// The pile of this day and kind that is not done; else a new one that begins now.
PileStart startOfPile(Database &db, const QString &day, bool independent, bool afresh);
// In one transaction of its own.
void keepPile(Database &db, const PileBook &book);

} // namespace inkstep
