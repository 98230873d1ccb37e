#pragma once

#include "demo/generator/scene.h"
#include "imaging/imaging.h"

#include <QColor>
#include <QImage>
#include <functional>

namespace inkstep::test {

// The upright pixels of a scene's JPEG.
QImage pictureOf(const Scene &scene);

// The textbook's way, to be held against: gray, blur, Canny, the largest contour with four corners (as in
// many tutorials on document scanning).
std::optional<std::array<QPointF, 4>> textbookOutline(const QImage &picture);

// How well pages of one class are found, on pictures `first` to `first + count - 1` of one part.
struct OutlineFigures {
    int count = 0;
    int missed = 0;      // no outline
    double mean = 0;     // Jaccard index in the page's frame, a miss counts 0
    double lower = 0;    // its 5th percentile
    double textbook = 0; // the mean of textbookOutline()
    std::vector<double> each;
    std::vector<int> found; // the numbers of those with an outline
    std::vector<double> milliseconds;
};
using SceneSource = std::function<Scene(SceneKind, Part, int)>;
OutlineFigures outlineFigures(SceneKind kind, Part part, int first, int count, bool withTextbook = true,
                              const SceneSource &source = {});

// What flattening makes of one scene, held against the page as it was made.
struct FlatFigures {
    double background = 0; // gray of the bare paper, median, 0 to 255
    double spread = 0;     // ... 95th less 5th percentile
    double color = 0;      // CIEDE2000 between the paper shown and the paper made
    double contrast = 0;   // of the writing, over its contrast in the photograph
    double shape = 0;      // how far width over height is off, as a part
};
FlatFigures flatFigures(const Scene &scene, const std::array<QPointF, 4> &corners);

// Mean CIEDE2000 between the flat page and the page as it was made, in 24 x 24 fields: whether a painting
// keeps its colors.
double colorsOff(const Scene &scene, const std::array<QPointF, 4> &corners);

// CIEDE2000 (Sharma, Wu and Dalal, The CIEDE2000 color-difference formula, 2005) of two sRGB colors.
double colorDifference(QColor a, QColor b);

} // namespace inkstep::test
