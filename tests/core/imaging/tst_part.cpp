// A part of a picture: the right one, whichever way the camera was held, and no more of it than asked for.
#include "imaging/decode.h"
#include "imaging/part.h"
#include "pictures.h"

#include <QTest>

using namespace inkstep;

class TestPart : public QObject {
    Q_OBJECT

private slots:
    void isThePartAskedFor_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("orientation");
        QTest::newRow("png 1") << QByteArray("png") << 1;
        for (const char *format : {"jpeg", "webp"})
            for (int orientation = 1; orientation <= 8; ++orientation)
                QTest::addRow("%s %d", format, orientation) << QByteArray(format) << orientation;
    }
    void isThePartAskedFor() {
        QFETCH(QByteArray, format);
        QFETCH(int, orientation);
        const QImage upright = pictures::patches({960, 640});
        const QByteArray file = pictures::tagged(
            pictures::encoded(pictures::asStored(upright, orientation), format.constData(), 95),
            {.orientation = orientation});
        const auto whole = decodeUpright(file);
        QVERIFY(whole);
        for (const QRectF part :
             {QRectF(0, 0, 0.3, 0.4), QRectF(0.4, 0.55, 0.2, 0.4), QRectF(0.7, 0.1, 0.3, 0.3)}) {
            const auto image = decodePart(file, part, {100, 100});
            QVERIFY(image);
            QVERIFY(image->width() <= 100 && image->height() <= 100);
            const QRect there(qRound(part.x() * 960), qRound(part.y() * 640), qRound(part.width() * 960),
                              qRound(part.height() * 640));
            QVERIFY(qAbs(double(image->width()) / image->height() - double(there.width()) / there.height()) <
                    0.05);
            for (const QPointF at : {QPointF(0.2, 0.2), QPointF(0.8, 0.5), QPointF(0.5, 0.8)}) {
                const QColor got =
                    image->pixelColor(int(at.x() * image->width()), int(at.y() * image->height()));
                const QColor want = whole->pixelColor(there.x() + int(at.x() * there.width()),
                                                      there.y() + int(at.y() * there.height()));
                QVERIFY2(qAbs(got.red() - want.red()) + qAbs(got.green() - want.green()) +
                                 qAbs(got.blue() - want.blue()) <
                             30,
                         qPrintable(got.name() + want.name()));
            }
        }
    }

    void neverGrowsAndIsCutToThePicture() {
        const QByteArray file = pictures::encoded(pictures::patches({960, 640}), "jpeg");
        QCOMPARE(decodePart(file, {0.5, 0.5, 0.1, 0.1}, {4000, 4000})->size(), QSize(96, 64));
        QCOMPARE(decodePart(file, {0.9, 0.9, 0.5, 0.5}, {4000, 4000})->size(), QSize(96, 64));
        QCOMPARE(decodePart(file, {1.5, 0, 0.5, 0.5}, {100, 100}).error().code, ErrorCode::BadInput);
        QVERIFY(!decodePart(file.first(200), {0, 0, 1, 1}, {100, 100}));
    }
};

QTEST_MAIN(TestPart)
#include "tst_part.moc"
