#pragma once

#include "core/sync/sim/naivemerge.h"
#include "core/sync/sim/simfiles.h"
#include "support/fakes.h"
#include "sync/engine/syncer.h"

namespace inkstep::sim {

// What happens in a world, one after the other.
struct Step {
    enum What {
        Write,  // a person writes, photographs, moves, deletes, takes back
        Sync,   // with or without the world failing meanwhile
        Reopen, // the program ends and starts again
        Jump,   // a clock is set wrong
        Hide,   // a file of the shared folder is gone for a while, or half of it
        Copy,   // a cloud drive makes a conflict copy of one
        Mend,   // what was hidden is back
        Join,
        Epoch,    // new keys by hand
        Erase,    // a student, for good
        Out,      // a device is taken out
        Clone,    // another tablet begins with a device's profile; both are used
        Keep,     // a copy of a device's profile is put away
        PutBack,  // a device goes on from that copy
        Archive,  // a copy of the whole store is put away
        Rollback, // the store is put back to it
        Apart,    // two tablets sync unseen of each other, and a cloud drive brings together what each wrote
    };
    What what = Write;
    int device = 0;
    quint64 seed = 0; // its own chance, so that leaving other steps out does not change it
};

using Script = std::vector<Step>;
Script scriptOf(quint64 seed);
QString textOf(const Script &script);
// The steps of a text that textOf() made; what is no step is passed over.
Script scriptFrom(const QString &text);

// Runs a script in a world of its own and calm afterwards. What came out wrong; empty if nothing.
QString outcomeOf(quint64 seed, const Script &script);

// The script without every step it fails without (Zeller's ddmin, at most `tries` runs).
Script shortened(quint64 seed, Script script, int tries = 120);

} // namespace inkstep::sim
