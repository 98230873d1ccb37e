// How well pages are found, on a sample of the test pictures that is small enough for every run: a figure
// that falls is seen. The whole table comes from inkstep_quality.
#include "demo/generator/chance.h"
#include "imaging/imaging.h"
#include "support/pagequality.h"

#include <QPainter>
#include <QTest>
#include <cmath>

using namespace inkstep;
using namespace inkstep::test;

namespace {

constexpr int firstPicture = 201; // none of those the finder was fitted to
constexpr int pictures = 8;       // a class
constexpr int pageless = 16;

std::array<QPointF, 4> rectangle(double x, double y, double width, double height) {
    return {QPointF(x, y), {x + width, y}, {x + width, y + height}, {x, y + height}};
}

} // namespace

class TestPageFinding : public QObject {
    Q_OBJECT

private slots:
    void comparesOutlines();
    void findsPages_data();
    void findsPages();
    void findsNoneWhereThereIsNone();
    void findsNoneOnAPageThatFillsThePicture();
    void findsNoneOnAScan();
    void textbookFailsWhereItIsHard();
    void anySizeAndShape_data();
    void anySizeAndShape();
    void trackerSteadies();
    void trackerFollowsAndLetsGo();
};

void TestPageFinding::comparesOutlines() {
    const auto page = rectangle(100, 100, 200, 300);
    QCOMPARE(sharedArea(page, page), 1.0);
    QVERIFY(std::abs(sharedArea(page, rectangle(100, 100, 100, 300)) - 0.5) < 1e-9);
    QCOMPARE(sharedArea(page, rectangle(500, 500, 10, 10)), 0.0);
    // Of the page's own frame: a page seen from the side counts as if it lay flat.
    const std::array<QPointF, 4> seen{QPointF(100, 100), {300, 140}, {300, 260}, {100, 300}};
    QVERIFY(std::abs(sharedArea(seen, seen) - 1) < 1e-9);
    std::array<QPointF, 4> turned{page[2], page[3], page[0], page[1]};
    QVERIFY(std::abs(sharedArea(page, turned) - 1) < 1e-9);
}

void TestPageFinding::findsPages_data() {
    QTest::addColumn<SceneKind>("kind");
    QTest::addColumn<double>("least");
    // A little under what was measured on this sample: one picture of eight weighs much.
    const auto row = [](SceneKind kind, double least) {
        QTest::newRow(sceneName(kind).data()) << kind << least;
    };
    row(SceneKind::Contrast, 0.98);
    row(SceneKind::Busy, 0.98);
    row(SceneKind::WhiteDesk, 0.97);
    row(SceneKind::Clutter, 0.86);
    row(SceneKind::Shadow, 0.97);
    row(SceneKind::SecondSheet, 0.94);
    row(SceneKind::Finger, 0.97);
    row(SceneKind::Colored, 0.97);
    row(SceneKind::Turned, 0.97);
    row(SceneKind::Perspective, 0.97);
    row(SceneKind::Dim, 0.96);
    row(SceneKind::Bent, 0.95);
    row(SceneKind::Steep, 0.86);
    row(SceneKind::Strip, 0.84);
    row(SceneKind::Card, 0.97);
    row(SceneKind::Painted, 0.95);
    row(SceneKind::Framed, 0.94);
    row(SceneKind::Hand, 0.95);
    row(SceneKind::Board, 0.86);
    row(SceneKind::OnPages, 0.86);
}
void TestPageFinding::findsPages() {
    QFETCH(SceneKind, kind);
    QFETCH(double, least);
    const OutlineFigures figures = outlineFigures(kind, Part::HeldOut, firstPicture, pictures, false);
    qInfo("mean %.4f, least %.4f", figures.mean, figures.lower);
    QVERIFY2(figures.mean >= least, qPrintable(QString::number(figures.mean)));
}

void TestPageFinding::findsNoneWhereThereIsNone() {
    const OutlineFigures figures =
        outlineFigures(SceneKind::NoPage, Part::HeldOut, firstPicture, pageless, false);
    QVERIFY2(figures.count - figures.missed <= 1,
             qPrintable(QString::number(figures.count - figures.missed)));
}

// A drawing's box is not the page; to take a frame printed along the edge for it cuts off nothing.
void TestPageFinding::findsNoneOnAPageThatFillsThePicture() {
    QStringList cut;
    for (int number = firstPicture; number < firstPicture + 3 * pageless; ++number) {
        const QImage picture = pictureOf(makeScene(SceneKind::Filling, Part::HeldOut, number));
        const auto found = findPage(picture);
        if (!found)
            continue;
        double area = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const QPointF a = found->corners[i];
            const QPointF b = found->corners[(i + 1) % 4];
            area += (a.x() * b.y() - b.x() * a.y()) / 2;
        }
        if (area < 0.75 * picture.width() * picture.height())
            cut << QString::number(number);
    }
    QVERIFY2(cut.size() <= 1, qPrintable(cut.join(QLatin1Char(' '))));
}

// Ruled paper from edge to edge: its lines and words are no sheet's sides.
void TestPageFinding::findsNoneOnAScan() {
    for (int number = 0; number < 12; ++number) {
        const QSize size = number % 2 ? QSize(900, 1200) : QSize(1200, 1600);
        QImage scan(size, QImage::Format_RGB32);
        scan.fill(QColor(244, 246, 250));
        Chance chance(static_cast<quint64>(number));
        QPainter painter(&scan);
        painter.setRenderHint(QPainter::Antialiasing);
        const int line = size.height() / 18;
        for (int y = 2 * line; y < size.height() - line; y += line) {
            painter.setPen(QPen(QColor(170, 190, 215), 2));
            painter.drawLine(0, y, size.width(), y);
            painter.setPen(QPen(QColor(50, 55, 70), 3));
            double x = size.width() / 12.0;
            const double end = size.width() * chance.between(0.6, 0.9);
            while (x < end) {
                const double word = size.width() * chance.between(0.06, 0.16);
                for (double at = 0; at < word; at += 18)
                    painter.drawLine(QPointF(x + at, y - 4),
                                     QPointF(x + at + 9, y - line * chance.between(0.15, 0.4)));
                x += word + size.width() / 30.0;
            }
        }
        painter.end();
        QVERIFY2(!findPage(scan), qPrintable(QString::number(number)));
    }
}

// If it did not, the pictures would be too easy to say anything.
void TestPageFinding::textbookFailsWhereItIsHard() {
    for (const SceneKind kind : {SceneKind::WhiteDesk, SceneKind::Clutter, SceneKind::Finger}) {
        const OutlineFigures figures = outlineFigures(kind, Part::Development, firstPicture, 3);
        QVERIFY2(figures.textbook < 0.9, sceneName(kind).data());
    }
}

void TestPageFinding::anySizeAndShape_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("a third of a megapixel") << QSize(640, 480);
    QTest::newRow("square") << QSize(1000, 1000);
    QTest::newRow("long") << QSize(800, 1800);
    QTest::newRow("twelve megapixels") << QSize(3000, 4000);
}
void TestPageFinding::anySizeAndShape() {
    QFETCH(QSize, size);
    const Scene scene =
        makeScene(SceneKind::Contrast, Part::Development, firstPicture, [&](CameraSpec &camera) {
            camera.size = size;
            camera.blur = 0.8;
        });
    const auto found = findPage(pictureOf(scene));
    QVERIFY(found);
    const double shared = sharedArea(*scene.corners, found->corners);
    QVERIFY2(shared > 0.97, qPrintable(QString::number(shared)));
}

void TestPageFinding::trackerSteadies() {
    OutlineTracker tracker;
    const Outline found{rectangle(10, 10, 200, 300), 0.9};
    QVERIFY(!tracker.saw(found));
    QVERIFY(!tracker.saw(found));
    const auto shown = tracker.saw(found);
    QVERIFY(shown);
    QCOMPARE(shown->corners, found.corners);
    // A frame that jumps, and one without a page, change nothing yet.
    QCOMPARE(tracker.saw(Outline{rectangle(400, 10, 100, 100), 0.9})->corners, found.corners);
    QCOMPARE(tracker.saw(found)->corners, found.corners);
    QCOMPARE(tracker.saw(std::nullopt)->corners, found.corners);
    // What trembles by a pixel moves by less.
    const auto trembled = tracker.saw(Outline{rectangle(11, 10, 200, 300), 0.9});
    QVERIFY(trembled && trembled->corners[0].x() < 10.5);
}

void TestPageFinding::trackerFollowsAndLetsGo() {
    OutlineTracker tracker;
    for (int frame = 0; frame < 3; ++frame)
        tracker.saw(Outline{rectangle(10, 10, 200, 300), 0.9});
    std::optional<Outline> shown;
    for (int frame = 1; frame <= 12; ++frame)
        shown = tracker.saw(Outline{rectangle(10 + 8 * frame, 10, 200, 300), 0.9});
    QVERIFY(shown);
    QVERIFY2(106 - shown->corners[0].x() < 8, qPrintable(QString::number(shown->corners[0].x())));
    tracker.saw(std::nullopt);
    tracker.saw(std::nullopt);
    QVERIFY(!tracker.saw(std::nullopt));
    for (int frame = 0; frame < 2; ++frame)
        QVERIFY(!tracker.saw(Outline{rectangle(300, 10, 100, 100), 0.9}));
    QVERIFY(tracker.saw(Outline{rectangle(300, 10, 100, 100), 0.9}));
}

QTEST_MAIN(TestPageFinding)
#include "tst_pagefinding.moc"
