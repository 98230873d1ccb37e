#include "pictures.h"

#include <QBuffer>
#include <QImageWriter>
#include <QRandomGenerator>
#include <QtEndian>
#include <exiv2/exiv2.hpp>

namespace pictures {

const QList<QByteArray> tellingWords{
    "Kamera AG",  "Pocket 9",  "SN-4711-0815", "Frau Beispiel", "Firmware 7",
    "secretnote", "placename", "captionword",  "makerblob",     "http://ns.adobe.com/xap"};

QImage patches(QSize size) {
    static const QRgb colors[2][3] = {{qRgb(220, 30, 30), qRgb(30, 200, 40), qRgb(40, 60, 220)},
                                      {qRgb(230, 220, 40), qRgb(200, 40, 210), qRgb(30, 210, 220)}};
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, colors[y * 2 / size.height()][x * 3 / size.width()]);
    return image;
}

QImage noise(QSize size, quint32 seed) {
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(seed);
    for (int y = 0; y < size.height(); ++y)
        random.fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), size.width());
    return image;
}

QByteArray encoded(const QImage &image, const char *format, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    if (!writer.write(image))
        qFatal("cannot write a test picture: %s", qPrintable(writer.errorString()));
    return bytes;
}

QImage asStored(const QImage &upright, int orientation) {
    // Which visual side the 0th row and the 0th column are.
    enum Side { Top, Bottom, Left, Right };
    static const Side sides[9][2] = {{Top, Left},     {Top, Left},     {Top, Right},
                                     {Bottom, Right}, {Bottom, Left},  {Left, Top},
                                     {Right, Top},    {Right, Bottom}, {Left, Bottom}};
    const Side row = sides[orientation][0];
    const Side column = sides[orientation][1];
    const bool turned = row == Left || row == Right;
    QImage stored(turned ? upright.size().transposed() : upright.size(), upright.format());
    const auto place = [&](Side side, int step, int &x, int &y) {
        switch (side) {
        case Top:
            y = step;
            break;
        case Bottom:
            y = upright.height() - 1 - step;
            break;
        case Left:
            x = step;
            break;
        case Right:
            x = upright.width() - 1 - step;
            break;
        }
    };
    for (int r = 0; r < stored.height(); ++r) {
        for (int c = 0; c < stored.width(); ++c) {
            int x = 0;
            int y = 0;
            place(row, r, x, y);
            place(column, c, x, y);
            stored.setPixel(c, r, upright.pixel(x, y));
        }
    }
    return stored;
}

QByteArray tagged(const QByteArray &file, const Tags &tags) {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    const auto image =
        Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(file.constData()), file.size());
    image->readMetadata();
    Exiv2::ExifData exif;
    if (tags.orientation)
        exif["Exif.Image.Orientation"] = quint16(tags.orientation);
    if (tags.takenAt)
        exif["Exif.Photo.DateTimeOriginal"] = tags.takenAt;
    if (tags.offset)
        exif["Exif.Photo.OffsetTimeOriginal"] = tags.offset;
    if (tags.telling) {
        exif["Exif.Image.Make"] = "Kamera AG";
        exif["Exif.Image.Model"] = "Pocket 9";
        exif["Exif.Image.Software"] = "Firmware 7";
        exif["Exif.Image.Artist"] = "Frau Beispiel";
        exif["Exif.Image.ImageDescription"] = "captionword in exif";
        exif["Exif.Photo.BodySerialNumber"] = "SN-4711-0815";
        exif["Exif.Photo.CameraOwnerName"] = "Frau Beispiel";
        exif["Exif.Photo.UserComment"] = "secretnote";
        exif["Exif.Photo.MakerNote"] = "109 97 107 101 114 98 108 111 98"; // makerblob
        exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
        exif["Exif.GPSInfo.GPSLatitude"] = "48/1 8/1 1/1";
        exif["Exif.GPSInfo.GPSAreaInformation"] = "placename";
        const QByteArray small = encoded(patches({32, 24}), "jpeg");
        Exiv2::ExifThumb(exif).setJpegThumbnail(reinterpret_cast<const Exiv2::byte *>(small.constData()),
                                                small.size());
        image->setXmpPacket({});
        Exiv2::XmpData xmp;
        xmp["Xmp.dc.description"] = "captionword in xmp";
        xmp["Xmp.exif.GPSLatitude"] = "48,8.0N";
        image->setXmpData(xmp);
        if (image->checkMode(Exiv2::mdIptc) & Exiv2::amWrite) {
            Exiv2::IptcData iptc;
            iptc["Iptc.Application2.City"] = "placename";
            image->setIptcData(iptc);
        }
        if (image->checkMode(Exiv2::mdComment) & Exiv2::amWrite)
            image->setComment("secretnote");
    }
    image->setExifData(exif);
    image->writeMetadata();
    Exiv2::BasicIo &io = image->io();
    return {reinterpret_cast<const char *>(io.mmap()), qsizetype(io.size())};
}

QByteArray pngChunk(const char *name, const QByteArray &body) {
    const auto u32 = [](quint32 value) {
        QByteArray raw(4, Qt::Uninitialized);
        qToBigEndian(value, raw.data());
        return raw;
    };
    const QByteArray summed = name + body;
    quint32 sum = 0xFFFFFFFFu;
    for (const char c : summed) {
        sum ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = sum & 1 ? 0xEDB88320u ^ (sum >> 1) : sum >> 1;
    }
    return u32(quint32(body.size())) + summed + u32(~sum);
}

QByteArray withPngChunk(QByteArray png, const QByteArray &chunk) {
    return png.insert(png.indexOf("IDAT") - 4, chunk);
}

} // namespace pictures
