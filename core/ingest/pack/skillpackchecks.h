#pragma once

#include "ingest/pack/skillpack.h"

namespace inkstep {

// In the language of the interface.
QString packText(const char *text);

// Whether the parts of a pack fit together: ids apart, traits and prerequisites there, ages and order
// sensible, no circle. Each text has been checked by itself before. The error is BadInput, as readSkillPack
// gives it.
Status checkPack(const SkillPack &pack, const QString &subject);

} // namespace inkstep
