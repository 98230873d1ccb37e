#pragma once

#include "model/entities.h"

#include <QPointF>

namespace inkstep {

// The four corners of a sheet in its photograph: 0 to 1 across and down the upright original, clockwise from
// the sheet's top left. They may lie outside a little, where a page was cut off. Kept as one field, so that
// two devices can never make a sheet together that neither of them saw.
using SheetCorners = std::array<QPointF, 4>;

// As a page keeps them: "0.1,0.08,0.9,...", a hundred-thousandth apart at the least.
QString sheetText(const SheetCorners &corners);
// Nothing for what is no text of four corners within a picture's width of the picture.
std::optional<SheetCorners> sheetFrom(const QString &text);
SheetCorners wholePicture();

// How a page is shown to everybody: its view, in words. A part of a picture's address, and the same words
// where pictures are made from it. Empty: as shot.
//
// What a person chose counts. Nobody having chosen, a sheet whose corners are known is shown as a flat,
// evenly lit page: that is what a teacher reads best, a tap brings the photograph back, and the original
// stays as it was shot. A page whose sheet was not found for sure stays as shot; asked for as a page all the
// same, the whole picture is the sheet.
QString viewOf(PageLook look, const QString &sheet, const QString &foundSheet);
inline QString viewOf(const Page &page) {
    return viewOf(page.look, page.sheet, page.foundSheet);
}

// The view's words taken apart again.
struct FlatView {
    SheetCorners corners = wholePicture();
    bool clear = false; // else as a page
    bool operator==(const FlatView &) const = default;
};
std::optional<FlatView> flatViewFrom(const QString &view); // nothing: as shot

} // namespace inkstep
