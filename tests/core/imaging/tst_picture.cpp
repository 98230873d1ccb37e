#include "imaging/imaging.h"
#include "pictures.h"

#include <QTest>
#include <QtEndian>
#include <exiv2/exiv2.hpp>

using namespace inkstep;
using namespace std::chrono;

namespace {

const QSize size{96, 64};

QByteArray file(const char *format) {
    return pictures::encoded(pictures::patches(size), format);
}

CaptureTime morning(std::optional<minutes> offset) {
    return {local_time<milliseconds>(local_days(2024y / March / 5)) + hours(10) + minutes(20) + seconds(30),
            offset};
}

// The compressed pixels themselves.
QByteArray scanOf(const QByteArray &jpeg) {
    return jpeg.mid(jpeg.lastIndexOf(QByteArrayView("\xff\xda", 2)));
}

QByteArray be32(quint32 value) {
    QByteArray raw(4, Qt::Uninitialized);
    qToBigEndian(value, raw.data());
    return raw;
}

} // namespace

class TestPicture : public QObject {
    Q_OBJECT

private slots:
    void knowsFormatAndSize_data();
    void knowsFormatAndSize();
    void readsTags_data();
    void readsTags();
    void fallsBackToOtherTimes();
    void reckonsTheMoment();
    void cleansEverythingTelling_data();
    void cleansEverythingTelling();
    void keepsColorProfileAndAdobeSegment();
    void dropsWhatIsAppended();
    void dropsJfifThumbnail();
    void cleansPngText();
    void leavesUntaggedFilesUntagged_data();
    void leavesUntaggedFilesUntagged();
    void looksAndCleansInOneWalk_data();
    void looksAndCleansInOneWalk();
    void findsAMarkerWhereverItStands();
    void cleaningTwiceChangesNothing_data();
    void cleaningTwiceChangesNothing();
    void refusesWhatIsNoPicture_data();
    void refusesWhatIsNoPicture();
    void refusesTooLarge_data();
    void refusesTooLarge();
    void refusesEveryTruncation_data();
    void refusesEveryTruncation();
};

static void formats() {
    QTest::addColumn<QByteArray>("format");
    for (const char *format : {"jpeg", "png", "webp"})
        QTest::newRow(format) << QByteArray(format);
}

void TestPicture::knowsFormatAndSize_data() {
    formats();
}
void TestPicture::knowsFormatAndSize() {
    QFETCH(QByteArray, format);
    const auto info = inspect(file(format));
    QVERIFY(info);
    QCOMPARE(formatName(info->format), QLatin1StringView(format));
    QCOMPARE(info->storedSize, size);
    QCOMPARE(info->uprightSize(), size);
    QCOMPARE(info->orientation, 1);
    QVERIFY(!info->taken);
}

void TestPicture::readsTags_data() {
    formats();
}
void TestPicture::readsTags() {
    QFETCH(QByteArray, format);
    const QByteArray plain = file(format);
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const auto info = inspect(
            format == "png" ? pictures::withPngChunk(
                                  plain, pictures::pngChunk(
                                             "eXIf", QByteArray("II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0", 18) +
                                                         char(orientation) + QByteArray(7, '\0')))
                            : pictures::tagged(plain, {.orientation = orientation}));
        QVERIFY(info);
        QCOMPARE(info->orientation, orientation);
        QCOMPARE(info->uprightSize(), orientation >= 5 ? size.transposed() : size);
    }
    if (format == "png")
        return; // Exiv2 0.27 writes PNG tags as text, which nobody else reads
    const auto info =
        inspect(pictures::tagged(plain, {.takenAt = "2024:03:05 10:20:30", .offset = "-03:30"}));
    QVERIFY(info && info->taken);
    QCOMPARE(*info->taken, morning(-minutes(210)));
    QVERIFY(!inspect(pictures::tagged(plain, {.takenAt = "0000:00:00 00:00:00"}))->taken);
    QVERIFY(!inspect(pictures::tagged(plain, {.takenAt = "2023:02:29 10:00:00"}))->taken);
}

void TestPicture::fallsBackToOtherTimes() {
    const QByteArray plain = file("jpeg");
    const auto image =
        Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(plain.constData()), plain.size());
    Exiv2::ExifData exif;
    exif["Exif.Image.DateTime"] = "2024:03:05 10:20:30";
    exif["Exif.Photo.SubSecTimeOriginal"] = "25";
    image->setExifData(exif);
    image->writeMetadata();
    const auto info =
        inspect({reinterpret_cast<const char *>(image->io().mmap()), qsizetype(image->io().size())});
    QVERIFY(info && info->taken);
    QCOMPARE(info->taken->wall, morning({}).wall + milliseconds(250));
}

void TestPicture::reckonsTheMoment() {
    QCOMPARE(toMs(morning(minutes(120)).moment(minutes(0))), 1709626830000);
    QCOMPARE(toMs(morning({}).moment(minutes(-60))), 1709626830000 + 3 * 3600000);
}

void TestPicture::cleansEverythingTelling_data() {
    formats();
}
void TestPicture::cleansEverythingTelling() {
    QFETCH(QByteArray, format);
    const QByteArray plain = file(format);
    const QByteArray dirty = pictures::tagged(
        plain, {.orientation = 6, .takenAt = "2024:03:05 10:20:30", .offset = "+02:00", .telling = true});
    int told = 0;
    for (const QByteArray &word : pictures::tellingWords)
        told += dirty.contains(word);
    QVERIFY2(told > 0, "the test wrote nothing to clean");
    if (format == "jpeg")
        QCOMPARE(told, pictures::tellingWords.size());

    const auto clean = withoutPlaceAndDevice(dirty);
    QVERIFY(clean);
    for (const QByteArray &word : pictures::tellingWords)
        QVERIFY2(!clean->contains(word), word.constData());
    const auto before = inspect(dirty);
    const auto after = inspect(*clean);
    QVERIFY(after);
    QCOMPARE(*after, *before);
    if (format == "jpeg") {
        QCOMPARE(scanOf(*clean), scanOf(plain));
        QVERIFY(clean->size() < plain.size() + 250);
    }
    QCOMPARE(decodeUpright(*clean)->convertToFormat(QImage::Format_RGB32),
             decodeUpright(dirty)->convertToFormat(QImage::Format_RGB32));

    if (format == "png")
        return;
    const auto image =
        Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte *>(clean->constData()), clean->size());
    image->readMetadata();
    QVERIFY(image->xmpData().empty());
    QVERIFY(image->iptcData().empty());
    QVERIFY(image->comment().empty());
    QStringList left;
    for (const auto &datum : image->exifData())
        left << QString::fromStdString(datum.key());
    left.sort();
    QCOMPARE(left, QStringList({"Exif.Image.ExifTag", "Exif.Image.Orientation", "Exif.Photo.DateTimeOriginal",
                                "Exif.Photo.OffsetTimeOriginal"}));
    QCOMPARE(image->exifData()["Exif.Photo.DateTimeOriginal"].toString(), std::string("2024:03:05 10:20:30"));
    QCOMPARE(image->exifData()["Exif.Photo.OffsetTimeOriginal"].toString(), std::string("+02:00"));
    QCOMPARE(image->exifData()["Exif.Image.Orientation"].toString(), std::string("6"));
}

void TestPicture::keepsColorProfileAndAdobeSegment() {
    QByteArray jpeg = file("jpeg");
    const QByteArray profile = QByteArray("\xff\xe2\0\x14", 4) + QByteArray("ICC_PROFILE\0\1\1wide", 18);
    const QByteArray adobe = QByteArray("\xff\xee\0\x0e", 4) + QByteArray("Adobe\0\x64\0\0\0\0\1", 12);
    const QByteArray others = QByteArray("\xff\xe2\0\x0a", 4) + QByteArray("MPF\0trap", 8) +
                              QByteArray("\xff\xed\0\x06trap", 8) + QByteArray("\xff\xfe\0\x06trap", 8);
    jpeg.insert(jpeg.indexOf(QByteArrayView("\xff\xdb", 2)), profile + others + adobe);
    const auto clean = withoutPlaceAndDevice(jpeg);
    QVERIFY(clean);
    QVERIFY(clean->contains(profile));
    QVERIFY(clean->contains(adobe));
    QVERIFY(!clean->contains("trap"));
}

void TestPicture::dropsWhatIsAppended() {
    const QByteArray plain = file("jpeg");
    for (const QByteArray &tail :
         {QByteArray("\0\0\0", 3), QByteArray("placename"), file("jpeg"), QByteArray("\xff\xff\xff")}) {
        const auto clean = withoutPlaceAndDevice(plain + tail);
        QVERIFY(clean);
        QCOMPARE(*clean, *withoutPlaceAndDevice(plain));
    }
    QCOMPARE(*withoutPlaceAndDevice(file("png") + "placename"), file("png"));
    QCOMPARE(*withoutPlaceAndDevice(file("webp") + "placename"), *withoutPlaceAndDevice(file("webp")));
}

void TestPicture::dropsJfifThumbnail() {
    QByteArray jpeg = file("jpeg");
    QVERIFY(jpeg.mid(2, 4) == QByteArray("\xff\xe0\0\x10", 4));
    jpeg[5] = 0x10 + 12;
    jpeg[18] = 2;
    jpeg[19] = 2;
    jpeg.insert(20, "thumbthumb!!");
    const auto clean = withoutPlaceAndDevice(jpeg);
    QVERIFY(clean);
    QCOMPARE(*clean, file("jpeg"));
}

void TestPicture::cleansPngText() {
    const QByteArray plain = file("png");
    QByteArray dirty = plain;
    for (const char *name : {"tEXt", "zTXt", "iTXt", "tIME", "prVt"})
        dirty = pictures::withPngChunk(dirty, pictures::pngChunk(name, "placename"));
    const auto clean = withoutPlaceAndDevice(dirty);
    QVERIFY(clean);
    QVERIFY(!clean->contains("placename"));
    QCOMPARE(decodeUpright(*clean)->pixel(3, 3), decodeUpright(plain)->pixel(3, 3));
    QVERIFY(!withoutPlaceAndDevice(pictures::withPngChunk(plain, pictures::pngChunk("NEED", "x"))));
}

void TestPicture::leavesUntaggedFilesUntagged_data() {
    formats();
}
void TestPicture::leavesUntaggedFilesUntagged() {
    QFETCH(QByteArray, format);
    const QByteArray plain = file(format);
    const auto clean = withoutPlaceAndDevice(plain);
    QVERIFY(clean);
    QVERIFY(clean->size() <= plain.size());
    QCOMPARE(*decodeUpright(*clean), *decodeUpright(plain));
}

void TestPicture::looksAndCleansInOneWalk_data() {
    formats();
}
void TestPicture::looksAndCleansInOneWalk() {
    QFETCH(QByteArray, format);
    const QByteArray dirty =
        pictures::tagged(file(format), {.orientation = 3, .takenAt = "2024:03:05 10:20:30", .telling = true});
    const auto both = cleaned(dirty);
    QVERIFY(both);
    QCOMPARE(both->info, *inspect(dirty));
    QCOMPARE(both->bytes, *withoutPlaceAndDevice(dirty));
    QVERIFY(both->bytes != dirty);
    const QByteArray clean = *withoutPlaceAndDevice(file(format));
    QCOMPARE(cleaned(clean)->bytes, clean);
    if (format != "webp") // its header is written anew
        QVERIFY(cleaned(clean)->bytes.constData() == clean.constData());
}

// Pixels are passed over in blocks; a marker counts at every place in one, across two and near the end.
void TestPicture::findsAMarkerWhereverItStands() {
    const QByteArray plain = file("jpeg");
    const qsizetype scan = plain.indexOf(QByteArrayView("\xff\xda", 2));
    const QByteArray head = plain.first(scan + 2 + 12);
    for (int before = 0; before < 200; ++before) {
        for (const QByteArray &passed : {QByteArray("\xff\0", 2), QByteArray("\xff\xd3"), QByteArray("x")}) {
            const QByteArray jpeg = head + QByteArray(before, 'a') + passed + "bcd\xff\xd9";
            QCOMPARE(cleaned(jpeg + "appended")->bytes, jpeg);
            QVERIFY(!inspect(jpeg.chopped(1)));
            QVERIFY(
                !inspect(head + QByteArray(before, 'a') + "\xff\x01" + QByteArray(200, 'a') + "\xff\xd9"));
        }
    }
}

void TestPicture::cleaningTwiceChangesNothing_data() {
    formats();
}
void TestPicture::cleaningTwiceChangesNothing() {
    QFETCH(QByteArray, format);
    const auto once = withoutPlaceAndDevice(pictures::tagged(
        file(format), {.orientation = 3, .takenAt = "2024:03:05 10:20:30", .telling = true}));
    QVERIFY(once);
    QCOMPARE(*withoutPlaceAndDevice(*once), *once);
}

void TestPicture::refusesWhatIsNoPicture_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one byte") << QByteArray("\xff");
    QTest::newRow("text") << QByteArray("Once there was a dog.");
    QTest::newRow("jpeg start only") << QByteArray("\xff\xd8\xff");
    QTest::newRow("no pixels") << QByteArray("\xff\xd8\xff\xd9");
    QTest::newRow("png start only") << QByteArray("\x89PNG\r\n\x1a\n");
    QTest::newRow("webp start only") << QByteArray("RIFF\4\0\0\0WEBP", 12);
    QTest::newRow("gif") << QByteArray("GIF89a\1\0\1\0\0\0\0;", 14);
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
}
void TestPicture::refusesWhatIsNoPicture() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!inspect(bytes));
    QCOMPARE(inspect(bytes).error().code, ErrorCode::NotAPicture);
    QVERIFY(!inspect(bytes).error().detail.isEmpty());
    QCOMPARE(withoutPlaceAndDevice(bytes).error().code, ErrorCode::NotAPicture);
    QCOMPARE(decodeUpright(bytes).error().code, ErrorCode::NotAPicture);
    QCOMPARE(derive(bytes).error().code, ErrorCode::NotAPicture);
}

void TestPicture::refusesTooLarge_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto claim = [](QByteArray jpeg, quint16 width, quint16 height) {
        const qsizetype frame = jpeg.indexOf(QByteArrayView("\xff\xc0", 2));
        qToBigEndian(height, jpeg.data() + frame + 5);
        qToBigEndian(width, jpeg.data() + frame + 7);
        return jpeg;
    };
    QTest::newRow("20000 x 20000 jpeg") << claim(file("jpeg"), 20000, 20000);
    QTest::newRow("65535 x 16 jpeg") << claim(file("jpeg"), 65535, 16);
    QByteArray png = file("png");
    png.replace(8, 25, pictures::pngChunk("IHDR", be32(20000) + be32(20000) + QByteArray("\x08\2\0\0\0", 5)));
    QTest::newRow("20000 x 20000 png") << png;
    QTest::newRow("over 256 MB") << file("jpeg") + QByteArray(largestFile, '\0');
}
void TestPicture::refusesTooLarge() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!inspect(bytes));
    QCOMPARE(inspect(bytes).error().code, ErrorCode::TooLarge);
    QCOMPARE(withoutPlaceAndDevice(bytes).error().code, ErrorCode::TooLarge);
    QCOMPARE(decodeUpright(bytes).error().code, ErrorCode::TooLarge);
}

void TestPicture::refusesEveryTruncation_data() {
    formats();
}
void TestPicture::refusesEveryTruncation() {
    QFETCH(QByteArray, format);
    const QByteArray whole = pictures::tagged(file(format), {.orientation = 6, .telling = true});
    QVERIFY(inspect(whole));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto info = inspect(whole.first(length));
        QVERIFY2(!info, qPrintable(QString::number(length)));
        QCOMPARE(info.error().code, ErrorCode::NotAPicture);
    }
}

QTEST_GUILESS_MAIN(TestPicture)
#include "tst_picture.moc"
