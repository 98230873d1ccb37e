#pragma once

#include "model/sheet.h"

namespace inkstep {

// What a page's address in image://photo ends with: a stamp that changes with the original, and the view.
// Enough of the original's name is four bytes.
QString pictureStamp(const QByteArray &originalsName);
QString pictureAddress(const QByteArray &originalsName, const QString &view);
inline QString pictureAddress(const Page &page) {
    return pictureAddress(page.original.name, viewOf(page));
}

} // namespace inkstep
