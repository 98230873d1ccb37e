#pragma once

#include <QImage>
#include <QPointF>
#include <array>

namespace inkstep {

// How a page is shown: the photograph as it was taken; the sheet alone, upright and evenly lit, with its
// colors and pencil; or that with the paper clean and the writing strong.
enum class Look { AsShot, Page, Clear };

inline constexpr int flatSide = 4096; // pixels, the longer side of a flattened page at most

// The size the sheet has once it lies flat: its own proportions, worked out from the perspective of its four
// corners in a picture of `picture` pixels (Zhang and He, Whiteboard scanning and image enhancement, Digital
// Signal Processing 17, 2007: the focal length and then the proportions from one rectangle), and no more
// pixels than were taken of it. The longer side ≤ `longest`.
QSize flatSizeOf(const std::array<QPointF, 4> &corners, QSize picture, int longest = flatSide);

// The sheet alone, RGB32. `corners` in `upright`'s pixels, clockwise from the page's top left; they may lie
// outside, where white is put. AsShot gives the sheet without a change to its light. Works in bands: beside
// the picture and the result it takes a few MB.
//
// Light: the paper's brightness is taken in small cells as a high percentile of each channel, cells that are
// not paper (drawings, a finger) are filled from those around them, and every pixel is divided by the smooth
// result, as in flat-field correction (Pilu and Pollard, A light-weight text image processing method for
// handheld embedded cameras, BMVC 2002). White paper becomes neutral, 245 of 255; colored paper keeps its
// color but for the slight yellow of the usual lamp, since what is divided out is its light alone.
QImage flattened(const QImage &upright, const std::array<QPointF, 4> &corners, Look look,
                 int longest = flatSide);

} // namespace inkstep
