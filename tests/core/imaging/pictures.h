#pragma once

#include <QByteArray>
#include <QImage>

// Picture files for tests, tagged by Exiv2, so that what is read and cleaned is checked by somebody else's
// code.
namespace pictures {

// Six flat patches, three across and two down, no two alike: every turn and mirroring shows.
QImage patches(QSize size);
// Every pixel another color: nothing compresses worse.
QImage noise(QSize size, quint32 seed);

QByteArray encoded(const QImage &image, const char *format, int quality = 90);

// `upright` as a camera held that way would have stored it, by the words of EXIF 2.32 on tag 0x0112.
QImage asStored(const QImage &upright, int orientation);

struct Tags {
    int orientation = 0;           // 0: none
    const char *takenAt = nullptr; // "2024:03:05 10:20:30"
    const char *offset = nullptr;  // "+02:00"
    bool telling =
        false; // place, maker, serial number, owner, software, comment, caption, XMP, IPTC, thumbnail
};
QByteArray tagged(const QByteArray &file, const Tags &tags);

// Words `telling` writes somewhere in the file; none may be left in a cleaned one.
extern const QList<QByteArray> tellingWords;

QByteArray pngChunk(const char *name, const QByteArray &body);
// `chunk` in front of the first IDAT.
QByteArray withPngChunk(QByteArray png, const QByteArray &chunk);

} // namespace pictures
