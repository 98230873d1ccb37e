#pragma once

#include "demo/generator/chance.h"

#include <QImage>
#include <QRgb>
#include <span>

namespace inkstep {

// Covers a sheet as a child with a broad brush would: earth, sky and large shapes in paint that lies thicker
// here and thinner there, up to the sheet's edge or with bare paper left about it. `page`: ARGB32; where it
// is see-through it stays so.
void paintOver(QImage &page, std::span<const QRgb> paints, Chance chance);

// The sheet as if its paper were of this color, deep ones included: what is written on it is dark or light,
// whichever shows.
void dyeDeep(QImage &page, QRgb color);

// A frame along the edge of a sheet, of one line or of two, as on a certificate or a story paper.
void drawFrame(QImage &page, Chance chance);

} // namespace inkstep
