#pragma once

#include "imaging/picture.h"

namespace inkstep {

inline constexpr int previewSide = 2048;              // pixels, the longer side
inline constexpr qsizetype previewBytes = 300 * 1000; // at most: 60 of them go over a slow uplink in minutes
inline constexpr int thumbnailSide = 320;             // pixels, the longer side

// What is made from an original and can be made again at any time. Both are upright JPEGs without any tags.
struct Derived {
    QSize uprightSize;    // of the original
    QByteArray preview;   // the longer side ≤ previewSide, ≤ previewBytes
    QByteArray thumbnail; // the longer side ≤ thumbnailSide
};

// Decodes once. Errors: as decodeUpright().
Result<Derived> derive(const QByteArray &bytes);

} // namespace inkstep
