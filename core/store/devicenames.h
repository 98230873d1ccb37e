#pragma once

#include "base/id.h"
#include "store/database.h"

namespace inkstep {

// How the other devices of a notebook call themselves, as they said when they were last heard of.
void prepareDeviceNames(Database &db);
QString deviceName(Database &db, const Id &device); // empty: not known
void keepDeviceName(Database &db, const Id &device, const QString &name);

} // namespace inkstep
