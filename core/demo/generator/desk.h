#pragma once

#include "demo/generator/chance.h"

#include <QImage>
#include <QRectF>

namespace inkstep {

enum class Desk { Wood, DarkWood, Laminate, White, Cloth, Carpet, Busy };
inline constexpr int desks = 7;

// A desk's top as seen from straight above, RGB32. `page`: where the page will lie on it, in the picture's
// pixels, so that pencils and erasers are put beside it. `things`: how many of those.
QImage paintDesk(Desk desk, QSize size, const QRectF &page, int things, Chance chance);

} // namespace inkstep
