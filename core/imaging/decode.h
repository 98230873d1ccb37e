#pragma once

#include "imaging/picture.h"

#include <QImage>

namespace inkstep {

// `size` made to fit into `bound`, its shape kept, never larger than it was, never less than 1 pixel. An
// empty bound does not bound.
QSize fittedInto(QSize size, QSize bound);

// The upright picture: its orientation applied exactly once, sRGB, RGB32 or premultiplied ARGB32. With
// `atMost` it fits into that many upright pixels and is decoded small where the codec can; it is never made
// larger. Errors: as inspect(), and NotAPicture when the pixels cannot be decoded, TooLarge when there is not
// enough memory.
Result<QImage> decodeUpright(const QByteArray &bytes, QSize atMost = {});

} // namespace inkstep
