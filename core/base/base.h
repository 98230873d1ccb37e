// What every other room stands on: results and errors, ids, time, chance, files done durably, a thread with
// priorities. In: bytes, the system's clock, random source and file system, each behind an interface a test
// can replace. Out: Result<T>, Id, HybridTime, FileSystem, Executor. Knows nothing of students, pages or
// notes.
#pragma once

#include "base/blobref.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/executor.h"
#include "base/filesystem.h"
#include "base/hybridtime.h"
#include "base/id.h"
#include "base/random.h"
#include "base/secrets.h"
