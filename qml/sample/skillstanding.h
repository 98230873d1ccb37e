#pragma once

#include "practice/skillpath.h"
#include "store/database.h"

namespace inkstep {

// Where a child stands on the skills of the bank.
struct SkillStanding {
    QSet<Id> alone; // the latest that was seen without help went alone, or its step was let go
    QSet<Id> open;  // the newest next step on it still waits to go alone
};

// From the checks of the sheet and the answers to next steps alike: an answer says the same as a check.
SkillStanding readStanding(Database &db, const Id &student);

// The bank, also what is archived: a skill may wait for one that is.
std::vector<Skill> readSkills(Database &db);

} // namespace inkstep
