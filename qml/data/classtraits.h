#pragma once

#include "model/teaching.h"
#include "store/database.h"

#include <vector>

namespace inkstep {

// The class's traits as they show, in the order to teach them, on the store's thread; archived ones too. A
// class that never changed any has the built-in ones.
// Only those the class wrote itself.
std::vector<Trait> ownTraits(Database &db);
std::vector<Trait> traitsIn(Database &db, const Id &notebook);

} // namespace inkstep
