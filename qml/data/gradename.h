#pragma once

#include <QString>

namespace inkstep {

// A grade as it is shown: "Grade 1" for a bare figure, which says nothing beside a name; else as it was
// written.
QString gradeName(const QString &grade);

} // namespace inkstep
