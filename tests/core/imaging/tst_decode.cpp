#include "imaging/imaging.h"
#include "pictures.h"

#include <QColorSpace>
#include <QElapsedTimer>
#include <QTest>
#include <thread>

using namespace inkstep;

namespace {

int distance(QRgb a, QRgb b) {
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

// The middles of the six patches.
bool samePatches(const QImage &image, const QImage &expected) {
    for (int row = 0; row < 2; ++row) {
        for (int column = 0; column < 3; ++column) {
            const QPointF at((column * 2 + 1) / 6.0, (row * 2 + 1) / 4.0);
            const QRgb got = image.pixel(int(at.x() * image.width()), int(at.y() * image.height()));
            const QRgb want = expected.pixel(int(at.x() * expected.width()), int(at.y() * expected.height()));
            if (distance(got, want) > 16)
                return false;
        }
    }
    return true;
}

} // namespace

class TestDecode : public QObject {
    Q_OBJECT

private slots:
    void standsUprightOnce_data();
    void standsUprightOnce();
    void fitsAndNeverGrows();
    void convertsToSrgb();
    void keepsTransparency();
    void decodesAboveQtsOwnLimit();
    void derivesFromEveryOrientation();
    void previewFitsEvenForNoise();
    void flattensTransparencyOnWhite();
    void derivesTwelveMegapixelsSoonEnough();
    void worksOnManyThreads();
};

void TestDecode::standsUprightOnce_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("orientation");
    for (const char *format : {"jpeg", "webp"})
        for (int orientation = 1; orientation <= 8; ++orientation)
            QTest::addRow("%s %d", format, orientation) << QByteArray(format) << orientation;
}
void TestDecode::standsUprightOnce() {
    QFETCH(QByteArray, format);
    QFETCH(int, orientation);
    const QImage upright = pictures::patches({96, 64});
    const QByteArray file =
        pictures::tagged(pictures::encoded(pictures::asStored(upright, orientation), format.constData(), 95),
                         {.orientation = orientation});
    for (const QByteArray &bytes : {file, *withoutPlaceAndDevice(file)}) {
        const auto full = decodeUpright(bytes);
        QVERIFY(full);
        QCOMPARE(full->size(), upright.size());
        QVERIFY(samePatches(*full, upright));
        const auto small = decodeUpright(bytes, QSize(48, 48));
        QVERIFY(small);
        QCOMPARE(small->size(), QSize(48, 32));
        QVERIFY(samePatches(*small, upright));
    }
}

void TestDecode::fitsAndNeverGrows() {
    const QByteArray file = pictures::encoded(pictures::patches({300, 100}), "jpeg");
    QCOMPARE(decodeUpright(file, QSize(1000, 1000))->size(), QSize(300, 100));
    QCOMPARE(decodeUpright(file, QSize(150, 1000))->size(), QSize(150, 50));
    QCOMPARE(decodeUpright(file, QSize(1000, 10))->size(), QSize(30, 10));
    QCOMPARE(fittedInto(QSize(3000, 1), QSize(100, 100)), QSize(100, 1));
    QCOMPARE(fittedInto(QSize(3000, 1000), QSize()), QSize(3000, 1000));
}

void TestDecode::convertsToSrgb() {
    QImage wide = pictures::patches({96, 64});
    wide.setColorSpace(QColorSpace::DisplayP3);
    const auto image = decodeUpright(pictures::encoded(wide, "png"));
    QVERIFY(image);
    QCOMPARE(image->colorSpace(), QColorSpace(QColorSpace::SRgb));
    QImage expected = wide;
    expected.convertToColorSpace(QColorSpace::SRgb);
    QVERIFY(samePatches(*image, expected));
    QVERIFY(!samePatches(*image, pictures::patches({96, 64})));
}

void TestDecode::keepsTransparency() {
    QImage clear(20, 20, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    QCOMPARE(decodeUpright(pictures::encoded(clear, "png"))->format(), QImage::Format_ARGB32_Premultiplied);
    QCOMPARE(decodeUpright(pictures::encoded(clear, "jpeg"))->format(), QImage::Format_RGB32);
}

void TestDecode::decodesAboveQtsOwnLimit() {
    QImage large(7000, 5000, QImage::Format_RGB32); // 140 MB
    large.fill(Qt::white);
    const auto image = decodeUpright(pictures::encoded(large, "jpeg"));
    QVERIFY(image);
    QCOMPARE(image->size(), large.size());
}

void TestDecode::derivesFromEveryOrientation() {
    const QImage upright = pictures::patches({600, 400});
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const auto derived =
            derive(pictures::tagged(pictures::encoded(pictures::asStored(upright, orientation), "jpeg"),
                                    {.orientation = orientation, .telling = true}));
        QVERIFY(derived);
        QCOMPARE(derived->uprightSize, upright.size());
        const QImage preview = QImage::fromData(derived->preview);
        const QImage thumbnail = QImage::fromData(derived->thumbnail);
        QCOMPARE(preview.size(), upright.size());
        QCOMPARE(thumbnail.size(), QSize(320, 213));
        QVERIFY(samePatches(preview, upright));
        QVERIFY(samePatches(thumbnail, upright));
        QCOMPARE(inspect(derived->preview)->orientation, 1);
        for (const QByteArray &word : pictures::tellingWords)
            QVERIFY(!derived->preview.contains(word) && !derived->thumbnail.contains(word));
    }
}

void TestDecode::previewFitsEvenForNoise() {
    const auto derived = derive(pictures::encoded(pictures::noise({3000, 2000}, 7), "jpeg", 90));
    QVERIFY(derived);
    QVERIFY(derived->preview.size() <= previewBytes);
    const auto info = inspect(derived->preview);
    QVERIFY(info && info->storedSize.width() <= previewSide);
    QVERIFY(info->storedSize.width() >= 400);
}

void TestDecode::flattensTransparencyOnWhite() {
    QImage clear(40, 40, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    const auto derived = derive(pictures::encoded(clear, "png"));
    QVERIFY(derived);
    QVERIFY(distance(QImage::fromData(derived->preview).pixel(20, 20), qRgb(255, 255, 255)) <= 2);
}

void TestDecode::derivesTwelveMegapixelsSoonEnough() {
    const QImage page =
        pictures::patches({500, 375}).scaled(4000, 3000, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QByteArray file = pictures::encoded(page, "jpeg", 92);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(derive(file));
    const qint64 took = timer.elapsed();
    qInfo("derived from 12 megapixels in %lld ms", took);
    QVERIFY2(took < 10'000, "the bench holds the figure; this only finds what is ten times too slow");
}

void TestDecode::worksOnManyThreads() {
    const QByteArray file =
        pictures::tagged(pictures::encoded(pictures::patches({400, 300}), "jpeg"), {.orientation = 8});
    const Derived expected = *derive(file);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 5; ++round)
                wrong += derive(file)->preview != expected.preview;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
