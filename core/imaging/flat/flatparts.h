#pragma once

#include "base/error.h"
#include "imaging/flat/flatten.h"

#include <QRectF>
#include <memory>

namespace inkstep {

struct Evening;

// The parts of one flat sheet, each as sharp as its original and lit as the whole: what a view needs that is
// looked at closely. The light is read once, from a small picture of it. Safe on any thread once made.
class FlatParts {
public:
    // `preview`: the upright picture, small; as flattened() shows it the parts fit over it without a seam.
    // `corners`: 0 to 1 across and down it.
    FlatParts(const QImage &preview, const std::array<QPointF, 4> &corners, Look look);

    // A part of the sheet, 0 to 1 across and down it lying flat, at most `atMost` pixels large and never
    // larger than it was taken. Only what of the original lies under it is decoded. Errors: as decodePart().
    Result<QImage> part(const QByteArray &original, QRectF part, QSize atMost) const;

private:
    std::array<QPointF, 4> m_corners;
    Look m_look;
    std::shared_ptr<const Evening> m_evening;
};

} // namespace inkstep
