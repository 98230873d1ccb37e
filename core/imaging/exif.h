#pragma once

#include "imaging/picture.h"

namespace inkstep {

// The only EXIF tags Inkstep reads or keeps.
struct ExifTags {
    int orientation = 1;
    std::optional<CaptureTime> taken;

    bool isDefault() const { return orientation == 1 && !taken; }
};

// Reads a TIFF-structured EXIF block (EXIF 2.32, section 4.6), with or without the "Exif\0\0" before it.
// Damaged or hostile blocks give what could be read; maker notes are never looked at, which is why this is
// not a library's parser.
ExifTags readExif(QByteArrayView block);

// A fresh block (from the TIFF header on) with these tags and nothing else.
QByteArray writeExif(const ExifTags &tags);

} // namespace inkstep
