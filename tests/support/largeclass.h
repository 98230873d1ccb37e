#pragma once

#include <QString>

namespace inkstep {

// A profile with a class of so many students (at least one where there are samples) and this many samples of
// one page each, thumbnails included, made without waiting for the disk: for measuring what size does, not
// for keeping.
void makeLargeClass(const QString &profileFolder, int samples, int students = 25);

} // namespace inkstep
