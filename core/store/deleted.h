#pragma once

#include "model/operation.h"
#include "store/database.h"

#include <map>

namespace inkstep {

// Pictures and voices that nobody is shown any more, since a person deleted them or the page or sample they
// lie in: names, and the deletions that stand over each, in order. What was taken again or replaced is not
// among them, nor what a deleted student left: a student comes back whole. Costs a look over all operations,
// once there is any such deletion.
std::map<QByteArray, std::vector<Version>> deletedPictures(Database &db);

} // namespace inkstep
