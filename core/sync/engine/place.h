#pragma once

#include "base/id.h"
#include "sync/remote/folderremote.h"

#include <memory>

namespace inkstep {

// A folder's path from what a person or a code gives: a path, or a file: URL.
QString folderOf(const QString &place);

enum class PlaceState { Ours, Empty };

// Looks whether a folder holds this notebook's store, or nothing at all. What systems and cloud drives leave
// in every folder counts as nothing. Unreachable; WrongStore: other notebooks' stores; NotAStore: other
// things; NewerVersion.
Result<PlaceState> lookAt(Remote &folder, const Id &notebook);

// Makes the store in an empty folder.
Status makeStore(Remote &folder, const Id &notebook);

// The notebook's store in that folder. It refuses when the store's own folder is gone, so that a stick pulled
// out half way does not leave a store on the disk below it.
std::unique_ptr<Remote> storeIn(const QString &folder, const Id &notebook, FileSystem &files);

} // namespace inkstep
