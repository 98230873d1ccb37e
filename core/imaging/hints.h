#pragma once

#include "imaging/outline/outline.h"

namespace inkstep {

// What a teacher may want to take the picture again for. Hints only: they never keep a page from being kept.
struct PageHints {
    bool noPage = false;
    bool blurred = false;
    bool glare = false;
    bool cutOff = false;

    bool any() const { return noPage || blurred || glare || cutOff; }
    bool operator==(const PageHints &) const = default;
};

// As words to keep, a space between: "noPage blurred glare cutOff"; empty for none. Words of a newer Inkstep
// are passed over.
QString hintWords(const PageHints &hints);
PageHints hintsFrom(const QString &words);

// 20 to 60 ms at 2048 pixels. `outline`: as findPage() gave it, in `upright`'s pixels.
PageHints hintsFor(const QImage &upright, const std::optional<Outline> &outline);

// How far the page is out of focus: the standard deviation of a Gaussian blur, in pixels of the picture
// scaled to 2048 on its longer side, so that it means the same whatever the camera. 0: nothing to judge it
// by. Blurs once more and compares the gradients where they are strong (Zhuo and Sim, Defocus map estimation
// from a single image, Pattern Recognition 44, 2011); the sharpest tenth of the writing counts. Thin strokes
// make it come out small; the limit was calibrated with that.
double blurOf(const QImage &upright, const std::optional<Outline> &outline);

} // namespace inkstep
