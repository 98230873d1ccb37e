#pragma once

#include "imaging/flat/light.h"

#include <array>

namespace inkstep {

// Pixels are counted from the border here: the first one's middle is at 0.5.

// From a flat sheet's pixels to those of the picture it has these corners in.
cv::Matx33d fromFlat(const std::array<QPointF, 4> &corners, QSizeF flat);
cv::Matx33d movedBy(double x, double y);
// Fills `out` from the picture, white beside it. `map`: from out's pixels to the picture's.
void warp(const cv::Mat &picture, cv::Mat &out, const cv::Matx33d &map);
// How the light of a sheet is evened, `flat` pixels large, as it lies in this picture (CV_8UC4).
Evening eveningOn(const cv::Mat &picture, const std::array<QPointF, 4> &corners, QSize flat, Look look);

} // namespace inkstep
