#pragma once

#include "base/id.h"
#include "sync/remote/folderremote.h"

namespace inkstep {

// A folder's path from what a person or a code gives: a path, or a file: URL.
QString folderOf(const QString &place);

enum class PlaceState { Ours, Empty };

// Looks whether a folder holds this notebook's store, or nothing at all. What systems and cloud drives leave
// in every folder counts as nothing. Unreachable; WrongStore: other notebooks' stores; NotAStore: other
// things; NewerVersion.
Result<PlaceState> lookAt(Remote &folder, const Id &notebook);

// That a place is the one where this notebook's store lies. As lookAt(); but StoreMissing where nothing of
// any notebook is: a stick that is out leaves an empty folder behind, another stick in its place holds other
// things.
Status findStore(Remote &folder, const Id &notebook);

// Makes the store in an empty folder.
Status makeStore(Remote &folder, const Id &notebook);

} // namespace inkstep
