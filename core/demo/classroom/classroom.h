// A made-up class to look at, to show and to test with: its students, a term of their writing as photographs,
// sticky notes on it and next steps in every state.
// In: an empty profile folder, the day the term ends, a seed. Out: a class notebook made by the same imports
// and edits a teacher's hands make, each at its own day of the term.
#pragma once

#include "store/profile.h"

#include <functional>

namespace inkstep {

struct DemoOptions {
    quint64 seed = 1; // the same seed and day make the same class, ids and keys aside
    Moment now;       // the term is the twelve weeks before it
    std::function<void(int done, int total)> progress; // pages; on the caller's thread
    std::function<bool()> cancelled;
};

struct DemoMade {
    Id notebook;
    QString name;
    int students = 0;
    int samples = 0;
    int pages = 0;
    int notes = 0;
};

// Makes the profile in `folder`, which may be there but must hold no notebook yet: BadInput else, since
// made-up children do not belong among real ones. Cancelled leaves what was made so far. Blocks for half a
// minute; needs a QGuiApplication for its fonts.
Result<DemoMade> makeDemoClass(const QString &folder, FileSystem &files, Random &random,
                               const DemoOptions &options);

} // namespace inkstep
