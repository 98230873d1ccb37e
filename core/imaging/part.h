#pragma once

#include "imaging/picture.h"

#include <QImage>
#include <QRectF>

namespace inkstep {

// A part of the upright picture and nothing else of it, at most `atMost` pixels large and never larger than
// it was: what a view needs to be sharp. `part` is 0 to 1 across and down the upright picture and is cut to
// it. A JPEG's other pixels are passed over, not kept, so memory is the part's. Errors: as decodeUpright();
// BadInput for a part that lies beside the picture.
Result<QImage> decodePart(const QByteArray &bytes, QRectF part, QSize atMost);

} // namespace inkstep
