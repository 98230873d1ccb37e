// Hints: what a teacher may want to take a picture again for, and no more often than that.
#include "imaging/imaging.h"
#include "support/pagequality.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace inkstep;
using namespace inkstep::test;

namespace {

// `sigma` in pixels of the picture scaled to 2048 on its longer side.
QImage blurred(Part part, int number, double sigma) {
    const Scene scene = makeScene(SceneKind::Contrast, part, number, [&](CameraSpec &camera) {
        camera.blur = sigma * std::max(camera.size.width(), camera.size.height()) / 2048;
    });
    return pictureOf(scene);
}

} // namespace

class TestHints : public QObject {
    Q_OBJECT

private slots:
    void seesBlur();
    void seesGlare();
    void tellsGlareFromAWindow();
    void seesWhatIsCutOff();
    void saysWhenThereIsNoPage();
    void leavesGoodPicturesAlone();
    void emptyPicturesAreNoTrouble();
};

void TestHints::seesBlur() {
    for (int number = 201; number < 205; ++number) {
        const QImage sharp = blurred(Part::HeldOut, number, 0.8);
        const QImage soft = blurred(Part::HeldOut, number, 2.5);
        const auto sharpOutline = findPage(sharp);
        const auto softOutline = findPage(soft);
        qInfo("%d: %.2f, %.2f", number, blurOf(sharp, sharpOutline), blurOf(soft, softOutline));
        QVERIFY(!hintsFor(sharp, sharpOutline).blurred);
        QVERIFY(hintsFor(soft, softOutline).blurred);
    }
    // The same blur, seen by a camera of half the pixels.
    const QImage soft = blurred(Part::HeldOut, 201, 4);
    const QImage half = soft.scaled(soft.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const double whole = blurOf(soft, findPage(soft));
    const double halved = blurOf(half, findPage(half));
    QVERIFY2(std::abs(halved / whole - 1) < 0.35, qPrintable(QString::number(halved / whole)));
}

void TestHints::seesGlare() {
    int with = 0;
    int without = 0;
    for (int number = 201; number < 211; ++number) {
        for (const double strength : {0.0, 1.0}) {
            const Scene scene = makeScene(SceneKind::Contrast, Part::HeldOut, number,
                                          [&](CameraSpec &camera) { camera.mishaps.glare = strength; });
            const QImage picture = pictureOf(scene);
            (strength > 0 ? with : without) += hintsFor(picture, findPage(picture)).glare;
        }
    }
    QVERIFY2(with >= 9, qPrintable(QString::number(with)));
    QCOMPARE(without, 0);
}

// A bright sheet, burnt out toward one side, as a near window does; and a lamp in the middle of one as
// bright.
void TestHints::tellsGlareFromAWindow() {
    const Outline outline{{QPointF(40, 40), {560, 40}, {560, 760}, {40, 760}}, 1};
    QImage window(600, 800, QImage::Format_RGB32);
    QImage lamp(600, 800, QImage::Format_RGB32);
    for (int y = 0; y < 800; ++y) {
        for (int x = 0; x < 600; ++x) {
            const int lit = std::min(255, 215 + x / 9);
            window.setPixel(x, y, qRgb(lit, lit, lit));
            const double away = std::hypot(x - 300, y - 400) / 60;
            const int shone = int(std::min(255.0, 235 + 200 * std::exp(-away * away)));
            lamp.setPixel(x, y, qRgb(shone, shone, shone));
        }
    }
    QVERIFY(!hintsFor(window, outline).glare);
    QVERIFY(hintsFor(lamp, outline).glare);
}

void TestHints::seesWhatIsCutOff() {
    QImage picture(600, 800, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    const Outline inside{{QPointF(50, 50), {550, 50}, {550, 750}, {50, 750}}, 1};
    QVERIFY(!hintsFor(picture, inside).cutOff);
    const Outline at{{QPointF(0, 50), {550, 50}, {550, 750}, {0, 750}}, 1};
    QVERIFY(hintsFor(picture, at).cutOff);
    const Outline beyond{{QPointF(50, 50), {550, 50}, {640, 850}, {50, 750}}, 1};
    QVERIFY(hintsFor(picture, beyond).cutOff);
}

void TestHints::saysWhenThereIsNoPage() {
    QImage picture(600, 800, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    const PageHints hints = hintsFor(picture, std::nullopt);
    QVERIFY(hints.noPage && !hints.cutOff && !hints.glare);
}

void TestHints::leavesGoodPicturesAlone() {
    int hinted = 0;
    for (int number = 210; number < 216; ++number) {
        const Scene scene = makeScene(SceneKind::Contrast, Part::Development, number);
        const QImage picture = pictureOf(scene);
        hinted += hintsFor(picture, findPage(picture)).any();
    }
    QVERIFY2(hinted <= 1, qPrintable(QString::number(hinted)));
}

void TestHints::emptyPicturesAreNoTrouble() {
    for (const QSize size : {QSize(1, 1), QSize(30, 3), QSize(64, 64)}) {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QVERIFY(!findPage(picture));
        QVERIFY(!hintsFor(picture, std::nullopt).blurred);
        QVERIFY(!findPageLive(picture));
    }
}

QTEST_MAIN(TestHints)
#include "tst_hints.moc"
