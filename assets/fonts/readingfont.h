// The letters children read, Andika. In: the font files built in. Out: the family's name, once an application
// that knows fonts is there.
#pragma once

#include <QString>

namespace inkstep {

// The family to ask for; loaded at the first call. Empty when the fonts cannot be read.
QString readingFontFamily();

} // namespace inkstep
