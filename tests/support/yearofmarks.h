#pragma once

#include <QString>

namespace inkstep {

// A profile with a class of 40, 12 skills on the sheet for a year, and a check of each student and skill
// every other week: 12,480 marks. Made without waiting for the disk: for measuring what size does, not for
// keeping.
void makeYearOfMarks(const QString &profileFolder);

} // namespace inkstep
