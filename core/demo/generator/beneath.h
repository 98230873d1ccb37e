#pragma once

#include "demo/generator/chance.h"

#include <QImage>
#include <QRectF>
#include <vector>

namespace inkstep {

// What a page lies on besides the desk. Both paint onto the ground as seen from straight above; `page` is
// where the page will lie, in its pixels.

// Copies of `sheets` all about and under the page, turned any way, some reaching out of the picture.
void strewSheets(QImage &ground, const QRectF &page, const std::vector<QImage> &sheets, Chance chance);

// A board a little larger than the page.
void layBoard(QImage &ground, const QRectF &page, QRgb color, Chance chance);

} // namespace inkstep
