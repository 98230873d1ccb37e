// What comes from elsewhere: PDF and HEIC become pictures, and whatever cannot says why.
#include "imaging/exif.h"
#include "imaging/imaging.h"
#include "ingest/convert/convert.h"
#include "support/documents.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QImageWriter>
#include <QTest>
#include <libheif/heif.h>

using namespace inkstep;
using inkstep::test::pdfOf;

namespace {

QByteArray encoded(const QImage &image, const char *format) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.write(image);
    return buffer.data();
}

QImage twoHalves(QSize size) {
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor(200, 60, 40));
    for (int y = 0; y < size.height(); ++y)
        for (int x = size.width() / 2; x < size.width(); ++x)
            image.setPixelColor(x, y, QColor(40, 80, 200));
    return image;
}

heif_error append(heif_context *, const void *data, std::size_t size, void *to) {
    static_cast<QByteArray *>(to)->append(static_cast<const char *>(data), qsizetype(size));
    return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
}

// As a phone would write it; empty when this system's libheif has no encoder.
QByteArray heic(const QImage &image) {
    heif_context *context = heif_context_alloc();
    heif_encoder *encoder = nullptr;
    QByteArray bytes;
    if (heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code == heif_error_Ok) {
        heif_encoder_set_lossy_quality(encoder, 90);
        heif_image *picture = nullptr;
        const bool clear = image.hasAlphaChannel();
        const QImage rows = clear ? image.convertToFormat(QImage::Format_RGBA8888) : image;
        heif_image_create(image.width(), image.height(), heif_colorspace_RGB,
                          clear ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, &picture);
        heif_image_add_plane(picture, heif_channel_interleaved, image.width(), image.height(), rows.depth());
        int stride = 0;
        uint8_t *plane = heif_image_get_plane(picture, heif_channel_interleaved, &stride);
        for (int y = 0; y < image.height(); ++y)
            memcpy(plane + y * stride, rows.constScanLine(y), std::size_t(image.width() * rows.depth() / 8));
        heif_image_handle *handle = nullptr;
        heif_context_encode_image(context, picture, encoder, nullptr, &handle);
        const QByteArray exif = writeExif({1, CaptureTime{std::chrono::local_time<std::chrono::milliseconds>(
                                                              std::chrono::milliseconds(1'700'000'000'000)),
                                                          std::chrono::minutes(60)}});
        heif_context_add_exif_metadata(context, handle, exif.constData(), int(exif.size()));
        heif_writer writer{1, append};
        heif_context_write(context, &writer, &bytes);
        heif_image_handle_release(handle);
        heif_image_release(picture);
        heif_encoder_release(encoder);
    }
    heif_context_free(context);
    return bytes;
}

ErrorWords wordsOf(const QByteArray &file) {
    const auto pictures = picturesIn(file);
    if (pictures)
        return {};
    Error error = pictures.error();
    error.subject = QStringLiteral("page");
    return wordsFor(error);
}

} // namespace

class TestConvert : public QObject {
    Q_OBJECT

private slots:
    void aPdfsPagesComeInOrder() {
        int last = 0;
        Conversion how;
        how.progress = [&](int done, int total) {
            QCOMPARE(done, last + 1);
            QCOMPARE(total, 4);
            last = done;
        };
        const auto pictures = picturesIn(pdfOf(4), how);
        QVERIFY(pictures);
        QCOMPARE(pictures->size(), std::size_t(4));
        QCOMPARE(last, 4);
        int shade = 256;
        for (const QByteArray &picture : *pictures) {
            QCOMPARE(inspect(picture)->format, PictureFormat::Jpeg);
            const auto image = decodeUpright(picture);
            QVERIFY(image);
            QCOMPARE(image->size(), QSize(leastPdfSide, leastPdfSide)); // an inch
            const int here = qGray(image->pixel(800, 800));
            QVERIFY2(here < shade - 20, qPrintable(QString::number(here)));
            shade = here;
        }
    }

    void stoppedBetweenTwoPages() {
        bool enough = false;
        Conversion how;
        how.progress = [&](int done, int) { enough = done == 2; };
        how.cancelled = [&] { return enough; };
        const auto pictures = picturesIn(pdfOf(4), how);
        QVERIFY(!pictures);
        QCOMPARE(pictures.error().code, ErrorCode::Cancelled);
    }

    void aPhonesPictureBecomesAJpegWithItsTime() {
        const QImage shown = twoHalves({640, 480});
        const QByteArray file = heic(shown);
        QVERIFY2(!file.isEmpty(), "libheif has no HEVC encoder here");
        QCOMPARE(fileKind(file), FileKind::Heic);
        const auto pictures = picturesIn(file);
        QVERIFY2(pictures, pictures ? "" : qPrintable(pictures.error().detail));
        const auto info = inspect(pictures->front());
        QCOMPARE(info->uprightSize(), shown.size());
        QVERIFY(info->taken.has_value());
        QCOMPARE(toMs(info->taken->moment(std::chrono::minutes(0))), 1'700'000'000'000 - 3'600'000);
        const auto image = decodeUpright(pictures->front());
        QVERIFY(qRed(image->pixel(160, 240)) > 180 && qBlue(image->pixel(480, 240)) > 180);
        QVERIFY(!picturesIn(file.first(file.size() / 2)));
        QVERIFY(!picturesIn(file.first(40)));
    }

    // Ink on nothing is ink on white paper, as it is of a PNG.
    void aSeeThroughPhonesPictureLiesOnWhite() {
        QImage drawn({640, 480}, QImage::Format_ARGB32);
        drawn.fill(Qt::transparent);
        for (int y = 200; y < 280; ++y)
            for (int x = 100; x < 500; ++x)
                drawn.setPixelColor(x, y, Qt::black);
        const QByteArray file = heic(drawn);
        QVERIFY2(!file.isEmpty(), "libheif has no HEVC encoder here");
        const auto pictures = picturesIn(file);
        QVERIFY(pictures);
        const auto image = decodeUpright(pictures->front());
        QVERIFY(image);
        QVERIFY(qGray(image->pixel(20, 20)) > 240);
        QVERIFY(qGray(image->pixel(300, 240)) < 40);
    }

    void everyKindOfPixelIsRead_data() {
        QTest::addColumn<QByteArray>("file");
        const QImage shown = twoHalves({64, 48});
        QTest::newRow("16 bit") << encoded(shown.convertToFormat(QImage::Format_RGBX64), "png");
        QTest::newRow("palette") << encoded(shown.convertToFormat(QImage::Format_Indexed8), "png");
        QTest::newRow("one bit") << encoded(shown.convertToFormat(QImage::Format_Mono), "png");
        QTest::newRow("gray") << encoded(shown.convertToFormat(QImage::Format_Grayscale8), "jpeg");
        QTest::newRow("transparent") << encoded(shown.convertToFormat(QImage::Format_ARGB32), "png");
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QImageWriter progressive(&buffer, "jpeg");
        progressive.setProgressiveScanWrite(true);
        progressive.write(shown);
        QTest::newRow("progressive") << buffer.data();
        // A print shop's four inks, 8 x 8 pixels: the frame's header says four components.
        QTest::newRow("CMYK") << QByteArray::fromBase64(
            "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBET"
            "FBUVFQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAgJ/8QAFBABAAAAAAAA"
            "AAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwCqYlCUqm//2Q==");
    }
    void everyKindOfPixelIsRead() {
        QFETCH(QByteArray, file);
        const auto pictures = picturesIn(file);
        QVERIFY2(pictures, pictures ? "" : qPrintable(pictures.error().detail));
        QCOMPARE(pictures->front(), file); // kept as it was
        QVERIFY(derive(file));
    }

    void whatCannotBeUsedSaysWhy_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("saying");
        const QByteArray png = encoded(twoHalves({64, 48}), "png");
        QByteArray animated = png;
        animated.insert(png.indexOf("IDAT") - 4, QByteArray("\0\0\0\x08"
                                                            "acTL\0\0\0\2\0\0\0\0\xf3\x8d\x93\x70",
                                                            20));
        const QByteArray webp("RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x3f\0\0\x2f\0\0", 30);
        QTest::newRow("0 bytes") << QByteArray("") << QStringLiteral("It is empty");
        QTest::newRow("words") << QByteArray("Dear tooth fairy") << QStringLiteral("not a picture");
        QTest::newRow("moving PNG") << animated << QStringLiteral("It moves");
        QTest::newRow("moving WebP") << webp << QStringLiteral("It moves");
        QTest::newRow("moving GIF") << QByteArray("GIF89a\1\0\1\0\0\0\0!\xff\x0bNETSCAPE2.0", 27)
                                    << QStringLiteral("It moves");
        QTest::newRow("still GIF") << QByteArray("GIF89a\1\0\1\0", 10) << QStringLiteral("It is a GIF.");
        QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0", 8) << QStringLiteral("It is a TIFF.");
        QTest::newRow("film") << QByteArray("\0\0\0\x18"
                                            "ftypmp42\0\0\0\0",
                                            16)
                              << QStringLiteral("It is a film or");
        QTest::newRow("web page") << QByteArray("\n<!DOCTYPE html><html>Sign in</html>")
                                  << QStringLiteral("It is a web page");
        QTest::newRow("drawing") << QByteArray("<?xml version='1.0'?><svg/>") << QStringLiteral("an SVG");
        QTest::newRow("document") << QByteArray("PK\x03\x04\x14\0", 6) << QStringLiteral("It is a document");
        QTest::newRow("three bytes") << QByteArray("abc") << QStringLiteral("not a picture");
        QTest::newRow("locked PDF") << pdfOf(2, true) << QStringLiteral("password");
        QTest::newRow("PDF cut short")
            << QByteArray("%PDF-1.7\n1 0 obj\n<<") << QStringLiteral("damaged or was cut");
        QTest::newRow("2,000 pages") << pdfOf(2000) << QStringLiteral("a PDF of 2000 pages");
        QTest::newRow("no pages") << pdfOf(0) << QStringLiteral("PDF");
    }
    void whatCannotBeUsedSaysWhy() {
        QFETCH(QByteArray, file);
        QFETCH(QString, saying);
        const QString sentence = wordsOf(file).sentence();
        QVERIFY2(sentence.contains(saying), qPrintable(sentence));
        QVERIFY(sentence.contains(QStringLiteral("Nothing was changed.")));
    }

    // The name is not asked: what a file is, its bytes say.
    void aPageOfAnySizeIsBounded() {
        QByteArray large = pdfOf(1);
        large.replace("0 0 72 72 ]", "0 0 8e3 4000 ]");
        const auto pictures = picturesIn(large);
        QVERIFY2(pictures, pictures ? "" : qPrintable(pictures.error().detail));
        const QSize size = inspect(pictures->front())->uprightSize();
        QVERIFY2(std::max(size.width(), size.height()) <= longestPdfSide,
                 qPrintable(QString::number(size.width())));
    }
};

QTEST_MAIN(TestConvert)
#include "tst_convert.moc"
