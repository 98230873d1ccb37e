#pragma once

#include "model/operation.h"

namespace inkstep {

// The edit as it reads once what `from` wrote after its operation `fork` is `to`'s, from 1 on.
EditRecord renamed(EditRecord edit, const Id &from, quint64 fork, const Id &to);

} // namespace inkstep
