#pragma once

#include "imaging/flat/flatten.h"

#include <QRectF>
#include <opencv2/core.hpp>

namespace inkstep {

// How a flat page's colors are evened out.
struct Evening {
    cv::Mat gain; // CV_32FC3, blue first, small: what each channel is multiplied by
    Look look = Look::Page;
    bool onWhite = false; // the paper is

    // `flat`: CV_8UC4, changed in place; `part`: what of the page it is, 0 to 1 across and down.
    void apply(cv::Mat &flat, const QRectF &part) const;
};

// `small`: the flat page, CV_8UC4, some 640 pixels on its longer side.
Evening eveningOf(const cv::Mat &small, Look look);

} // namespace inkstep
