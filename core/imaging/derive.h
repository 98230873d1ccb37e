#pragma once

#include "imaging/flat/flatten.h"
#include "imaging/hints.h"
#include "imaging/picture.h"

namespace inkstep {

inline constexpr int previewSide = 2048; // pixels, the longer side
// At most: a day of 60, with all words, goes over a line of 2 Mbit/s within a minute (inkstep_bench slow).
inline constexpr qsizetype previewBytes = 220 * 1000;
inline constexpr int thumbnailSide = 320; // pixels, the longer side

// What is made from an original and can be made again at any time. Both are upright JPEGs without any tags.
struct Derived {
    QSize uprightSize;    // of the original
    QByteArray preview;   // the longer side ≤ previewSide, ≤ previewBytes
    QByteArray thumbnail; // the longer side ≤ thumbnailSide
    // Where the sheet lies, for sure: 0 to 1 across and down the upright picture, clockwise from its top
    // left.
    std::optional<std::array<QPointF, 4>> sheet;
    PageHints hints;
};

// Decodes once, at the preview's size, which is also what sheet and hints are read from. Errors: as
// decodeUpright().
Result<Derived> derive(const QByteArray &bytes);

// The sheet alone, as in Derived; from an original or its preview. Errors: as decodeUpright().
Result<std::optional<std::array<QPointF, 4>>> sheetIn(const QByteArray &bytes);

// A thumbnail alone: of the picture, or of the sheet with these corners (as above) lying flat. Errors: as
// decodeUpright().
Result<QByteArray> thumbnailOf(const QByteArray &bytes);
Result<QByteArray> thumbnailOf(const QByteArray &bytes, const std::array<QPointF, 4> &sheet, Look look);

} // namespace inkstep
