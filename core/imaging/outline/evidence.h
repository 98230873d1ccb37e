#pragma once

#include <QImage>
#include <opencv2/core.hpp>

namespace inkstep {

// What a picture shows of edges, at the size candidates are looked for.
struct Evidence {
    cv::Mat color;          // CV_32FC3, L*a*b* with writing and ruled lines closed away
    cv::Mat raw;            // CV_32FC3, L*a*b* as it is
    cv::Mat light;          // CV_32F, L* with only the thinnest strokes closed away
    cv::Mat written;        // CV_32F, 0 to 1: how much is written about here, what the closing took away
    double writtenMean = 0; // ... of the whole picture
    cv::Mat weight;         // CV_32F, 0 to 1: how sure there is an edge here, thinned to one pixel
    cv::Mat broad;          // CV_32F, the same before thinning
    cv::Mat normalX;        // CV_32F, across the edge, a unit vector without a sign
    cv::Mat normalY;
    double noise = 1; // of L*, standard deviation
};

// The picture with its longer side at most `side` pixels, CV_8UC4, blue first; a picture that is small enough
// is not copied and must outlive the result. `scale` is set to the given picture's pixels for one of those.
cv::Mat smallOf(const QImage &rgb32, int side, double &scale);
Evidence evidenceOf(const cv::Mat &picture);

} // namespace inkstep
