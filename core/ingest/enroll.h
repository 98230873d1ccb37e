#pragma once

#include "ingest/roster/roster.h"
#include "model/edit.h"
#include "model/entities.h"

namespace inkstep {

// The one edit that makes students of a list, in its order. `position` is the first one's place in the class.
Edit enroll(const std::vector<RosterEntry> &entries, qint64 position, const Clock &clock, Random &random);

} // namespace inkstep
