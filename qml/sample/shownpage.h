#pragma once

#include "imaging/pageview.h"
#include "model/sheet.h"

namespace inkstep {

// The transform of a view in words (see viewOf()), turned.
inline PageView pageViewOf(int quarterTurns, const QString &view) {
    const auto flat = flatViewFrom(view);
    return flat ? PageView(quarterTurns, flat->corners) : PageView(quarterTurns);
}

} // namespace inkstep
