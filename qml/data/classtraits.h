#pragma once

#include "model/teaching.h"
#include "store/database.h"

#include <vector>

namespace inkstep {

// Only those the class wrote itself, as they are stored: where a name or a line is empty the built-in one
// holds. On the store's thread.
std::vector<Trait> ownTraits(Database &db);
// The class's traits as they show, in the order to teach them, archived ones too; what comes with Inkstep in
// the language of the interface. A class that never changed any has the built-in ones. On the store's thread.
std::vector<Trait> traitsIn(Database &db, const Id &notebook);

} // namespace inkstep
