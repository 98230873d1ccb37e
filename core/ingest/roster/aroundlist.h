#pragma once

#include <QString>

namespace inkstep {

// What programs write below a list: its total, the number of a page, who printed it and when.
bool isBelowList(const QString &line);

// What people write above one: a class, a school, a teacher. Below the first names the same words may be a
// child's.
bool isAboveList(const QString &line);

} // namespace inkstep
