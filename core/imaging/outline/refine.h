#pragma once

#include "imaging/outline/quads.h"

namespace inkstep {

// The corners moved to where the sides really are. `picture`: CV_8UC4, blue first; `corners` in its pixels,
// off by at most `reach` pixels. A side nothing is seen of stays.
Corners refined(const cv::Mat &picture, const Corners &corners, double reach);

} // namespace inkstep
