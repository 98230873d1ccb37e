#pragma once

#include "imaging/exif.h"

#include <vector>

namespace inkstep {

// A picture file taken apart: what it is, and the pieces that are carried over when it is cleaned. Pieces are
// views into the bytes it came from, or small rewritten headers; none may outlive those bytes.
struct PictureLayout {
    PictureFormat format = PictureFormat::Jpeg;
    QSize size;
    ExifTags tags;
    std::vector<QByteArray> pieces;
    std::size_t tagsGoBefore = 0; // the piece in front of which a tag block belongs
    bool alpha = false;           // WebP only
};

// Errors: as inspect().
Result<PictureLayout> layoutOf(const QByteArray &bytes);

// The pieces as a file again, with the kept tags.
QByteArray assemble(const PictureLayout &layout);

// Whether `bytes`, which it came from, is already what assemble() would make: every byte is carried over, in
// its place.
bool carriesAll(const PictureLayout &layout, const QByteArray &bytes);

// One format each, for layoutOf() and assemble(); `bytes` is known to start with the format's signature.
Result<PictureLayout> jpegLayout(const QByteArray &bytes);
Result<PictureLayout> pngLayout(const QByteArray &bytes);
Result<PictureLayout> webpLayout(const QByteArray &bytes);
QByteArray jpegTagPiece(const ExifTags &tags);
QByteArray pngTagPiece(const ExifTags &tags);
QByteArray webpFile(const PictureLayout &layout);

inline QByteArray viewOf(const QByteArray &bytes, qsizetype from, qsizetype length) {
    return QByteArray::fromRawData(bytes.constData() + from, length);
}

} // namespace inkstep
