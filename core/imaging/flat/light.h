#pragma once

#include "imaging/flat/flatten.h"

#include <opencv2/core.hpp>

namespace inkstep {

// How a flat page's colors are evened out.
struct Evening {
    cv::Mat gain; // CV_32FC3, blue first, small: what each channel is multiplied by
    Look look = Look::Page;

    // `flat`: CV_8UC4, rows `top` and on of a page `whole` pixels large; changed in place.
    void apply(cv::Mat &flat, int top, cv::Size whole) const;
};

// `small`: the flat page, CV_8UC4, some 640 pixels on its longer side.
Evening eveningOf(const cv::Mat &small, Look look);

} // namespace inkstep
