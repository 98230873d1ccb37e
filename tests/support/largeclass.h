#pragma once

#include <QString>

namespace inkstep {

// A profile with a class of so many students (at least one where there are samples) and this many samples of
// one page each, thumbnails included, made without waiting for the disk: for measuring what size does, not
// for keeping. `pictureBytes` of each original lie in the vault, and a preview of 200 KB; 0: only their names
// are known, as on a tablet that has not fetched them.
void makeLargeClass(const QString &profileFolder, int samples, int students = 25, qsizetype pictureBytes = 0);

} // namespace inkstep
