#pragma once

#include "demo/generator/chance.h"

#include <QImage>
#include <QRectF>

namespace inkstep {

// What a page can lie on besides a desk: grounds with lines, patterns and print of their own, and plain ones.
enum class Ground { Tiles, Stripes, Plaid, Speckled, Felt, Boards, Print, Marble, Hexagons, Slate, Pale };
inline constexpr int grounds = 11;

// The ground as seen from straight above, RGB32.
QImage paintGround(Ground ground, QSize size, Chance chance);

// Lays `things` with straight edges about the page: books, other sheets, a phone, a ruler, a keyboard, a mug.
// Their middles are beside `page`; the page covers what reaches under it. `papers`: whether sheets of paper
// are among them.
void layOut(QImage &ground, const QRectF &page, int things, bool papers, Chance chance);

} // namespace inkstep
