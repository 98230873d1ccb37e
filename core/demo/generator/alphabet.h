#pragma once

#include "demo/generator/ink.h"

#include <QString>

namespace inkstep {

// A letter as strokes of a pencil, the way it is taught: the baseline at 0, small letters 1 high, tall
// ones 1.9, y upward.
struct Letter {
    double advance = 0.5;
    std::vector<Polyline> strokes;
};

// Printed letters a-z, A-Z, figures and common marks. Letters with accents are their base and its marks. What
// it does not know is an empty letter.
Letter printed(const QString &character);

// Letters a young writer turns around.
bool isOftenReversed(QChar letter);

} // namespace inkstep
