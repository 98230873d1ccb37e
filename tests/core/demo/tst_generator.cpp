#include "demo/generator/generator.h"

#include <QElapsedTimer>
#include <QPolygonF>
#include <QTest>
#include <algorithm>

using namespace inkstep;

namespace {

PageSpec someSpec(quint64 seed) {
    PageSpec spec;
    spec.text = QStringLiteral("My dog ran in the mud.\nHe got me all weet and I laft.");
    spec.heading = QStringLiteral("Mud");
    spec.paper = PaperKind(int(seed % paperKinds));
    spec.edge = Edge(int(seed % 3));
    spec.drawing = DrawingKind(int(seed % drawingKinds));
    spec.hand = handOf(seed, 6);
    spec.seed = seed;
    return spec;
}

// Small, so that many can be made.
Photograph someShot(quint64 seed) {
    PageSpec spec = someSpec(seed);
    spec.size = {440, 569};
    CameraSpec camera = ordinaryCamera(seed);
    camera.size = {480, 640};
    return photograph(paintPage(spec), camera);
}

// Red plus green plus blue in the middle of a picture's dark or light parts: the p-th per cent of brightness,
// 0 to 255.
int brightness(const QImage &image, int percent) {
    std::vector<int> values;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            if (qAlpha(image.pixel(x, y)) == 255)
                values.push_back(qGray(image.pixel(x, y)));
    const auto at = values.begin() + std::ptrdiff_t(values.size() - 1) * percent / 100;
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

class TestGenerator : public QObject {
    Q_OBJECT

private slots:
    void sameSeedSamePage();
    void otherSeedOtherPage();
    void everyHandLeavesInk_data();
    void everyHandLeavesInk();
    void everyDrawingLeavesInk();
    void writesLongTextsSmaller();
    void keepsWhatWasWrittenOnThePage();
    void tearsAndPunchesSeeThrough();
    void cornersAreInsideAndClockwise();
    void cornersAreTrue();
    void picturesArePlausible();
    void blurAndNoiseDoWhatTheySay();
    void jpegCarriesItsTime();
    void paintsSoonEnough();
};

void TestGenerator::sameSeedSamePage() {
    const Photograph first = someShot(11);
    const Photograph again = someShot(11);
    QCOMPARE(first.picture, again.picture);
    QCOMPARE(first.corners, again.corners);
}

void TestGenerator::otherSeedOtherPage() {
    PageSpec spec = someSpec(11);
    const QImage page = paintPage(spec);
    spec.seed = 12;
    QVERIFY(paintPage(spec) != page);
    spec.seed = 11;
    spec.hand.person = 12;
    QVERIFY(paintPage(spec) != page);
}

void TestGenerator::everyHandLeavesInk_data() {
    QTest::addColumn<int>("style");
    for (int style = 0; style < handStyles; ++style)
        QTest::addRow("style %d", style) << style;
}
void TestGenerator::everyHandLeavesInk() {
    QFETCH(int, style);
    PageSpec spec;
    spec.paper = PaperKind::Blank;
    spec.hand.style = HandStyle(style);
    spec.text = QStringLiteral("");
    const QImage empty = paintPage(spec);
    spec.text = QStringLiteral("The quick brown fox, jumps! Over 12 lazy dogs? Zoë.");
    const QImage written = paintPage(spec);
    int ink = 0;
    for (int y = 0; y < empty.height(); ++y)
        for (int x = 0; x < empty.width(); ++x)
            ink += qGray(empty.pixel(x, y)) - qGray(written.pixel(x, y)) > 60;
    QVERIFY2(ink > 4000 && ink < 150'000, qPrintable(QString::number(ink)));
}

void TestGenerator::everyDrawingLeavesInk() {
    for (int kind = 1; kind < drawingKinds; ++kind) {
        PageSpec spec;
        spec.paper = PaperKind::Story;
        const QImage empty = paintPage(spec);
        spec.drawing = DrawingKind(kind);
        const QImage drawn = paintPage(spec);
        int ink = 0;
        for (int y = 0; y < empty.height(); y += 2)
            for (int x = 0; x < empty.width(); x += 2)
                ink += empty.pixel(x, y) != drawn.pixel(x, y);
        QVERIFY2(ink > 3000, qPrintable(QString::number(kind)));
    }
}

void TestGenerator::writesLongTextsSmaller() {
    const auto content = builtInClass();
    QVERIFY(content);
    for (const DemoWriting &writing : content->writings) {
        const PageSpec spec = pageFor(writing, handOf(3, 6), 3);
        for (double closeness = 1;; closeness *= 0.87) {
            QVERIFY2(closeness > 0.4, qPrintable(writing.text));
            const Paper paper = makePaper(spec.paper, spec.edge, {550, 711}, closeness, Chance(1));
            Writer writer(spec.hand, 3);
            const double bottom = paper.ruling.firstBaseline +
                                  paper.ruling.pitch * (writer.linesNeeded(writing.text, paper.ruling) - 1);
            if (bottom <= paper.ruling.lastBaseline)
                break;
        }
    }
}

void TestGenerator::keepsWhatWasWrittenOnThePage() {
    PageSpec spec;
    spec.paper = PaperKind::Blank;
    const QImage empty = paintPage(spec);
    spec.hand.neatness = 0;
    spec.text = QStringLiteral("words and words ").repeated(40);
    const QImage written = paintPage(spec);
    for (int y = 0; y < empty.height(); ++y) {
        QCOMPARE(written.pixel(3, y), empty.pixel(3, y));
        QCOMPARE(written.pixel(empty.width() - 3, y), empty.pixel(empty.width() - 3, y));
    }
}

void TestGenerator::tearsAndPunchesSeeThrough() {
    PageSpec spec;
    const auto holes = [](const QImage &page) {
        int count = 0;
        for (int y = 0; y < page.height(); ++y)
            for (int x = 0; x < 80; ++x)
                count += qAlpha(page.pixel(x, y)) == 0;
        return count;
    };
    QCOMPARE(holes(paintPage(spec)), 0);
    spec.edge = Edge::Punched;
    const int punched = holes(paintPage(spec));
    QVERIFY(punched > 1500 && punched < 3000);
    spec.edge = Edge::TornSpiral;
    QVERIFY(holes(paintPage(spec)) > 10'000);
}

void TestGenerator::cornersAreInsideAndClockwise() {
    for (quint64 seed = 1; seed <= 120; ++seed) {
        CameraSpec camera = ordinaryCamera(seed);
        camera.size = {48, 64};
        const Photograph photo = photograph(QImage(44, 57, QImage::Format_RGB32), camera);
        double area = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const QPointF a = photo.corners[i];
            const QPointF b = photo.corners[(i + 1) % 4];
            QVERIFY(QRectF(QPointF(), QSizeF(camera.size)).contains(a));
            area += (a.x() * b.y() - b.x() * a.y()) / 2;
        }
        QVERIFY(area > 0.4 * camera.size.width() * camera.size.height()); // positive is clockwise, y downward
        QVERIFY(photo.corners[0].x() < photo.corners[1].x() && photo.corners[0].y() < photo.corners[3].y());
    }
}

// A page in four colors shows each color just inside its own corner and none of them just outside.
void TestGenerator::cornersAreTrue() {
    QImage page(400, 500, QImage::Format_RGB32);
    const std::array colors{qRgb(255, 0, 0), qRgb(0, 255, 0), qRgb(0, 0, 255), qRgb(255, 255, 0)};
    for (int y = 0; y < 500; ++y)
        for (int x = 0; x < 400; ++x)
            page.setPixel(x, y, colors[y < 250 ? (x < 200 ? 0 : 1) : (x < 200 ? 3 : 2)]);
    for (quint64 seed = 1; seed <= 40; ++seed) {
        CameraSpec camera = ordinaryCamera(seed);
        camera.size = {480, 640};
        camera.fill = 0.8;
        camera.things = 0;
        camera.desk = Desk::Laminate;
        const Photograph photo = photograph(page, camera);
        const QPointF center =
            (photo.corners[0] + photo.corners[1] + photo.corners[2] + photo.corners[3]) / 4;
        for (std::size_t i = 0; i < 4; ++i) {
            const QPointF corner = photo.corners[i];
            const QPointF inward = (center - corner) * 0.04;
            const auto saturation = [&](QPointF at) {
                return QColor(photo.picture.pixel(int(at.x()), int(at.y()))).hsvSaturationF();
            };
            const QColor inside(
                photo.picture.pixel(int(corner.x() + inward.x()), int(corner.y() + inward.y())));
            const float hue = QColor(colors[i]).hsvHueF();
            const float off = std::abs(inside.hsvHueF() - hue);
            QVERIFY(inside.hsvSaturationF() > 0.6f && std::min(off, 1 - off) < 0.08f);
            QVERIFY(saturation(corner - inward) < 0.45f);
        }
    }
}

void TestGenerator::picturesArePlausible() {
    for (quint64 seed = 1; seed <= 24; ++seed) {
        const Photograph photo = someShot(seed);
        const int light = brightness(photo.picture, 97);
        const int dark = brightness(photo.picture, 1);
        QVERIFY2(light > 120 && light <= 255, qPrintable(QString::number(seed)));
        QVERIFY2(light - dark > 50, qPrintable(QString::number(seed)));
        int clipped = 0;
        for (int y = 0; y < photo.picture.height(); ++y)
            for (int x = 0; x < photo.picture.width(); ++x)
                clipped += qGray(photo.picture.pixel(x, y)) == 255;
        QVERIFY2(clipped < photo.picture.width() * photo.picture.height() / 5,
                 qPrintable(QString::number(seed)));
    }
}

void TestGenerator::blurAndNoiseDoWhatTheySay() {
    QImage page(400, 500, QImage::Format_RGB32);
    page.fill(qRgb(128, 128, 128));
    CameraSpec camera;
    camera.size = {480, 640};
    camera.curl = camera.shadow = 0;
    const auto rough = [&](double blurred, double noise) {
        camera.blur = blurred;
        camera.noise = noise;
        const QImage picture = photograph(page, camera).picture;
        double sum = 0;
        int count = 0;
        for (int y = 260; y < 380; ++y)
            for (int x = 180; x < 300; ++x, ++count) {
                const int step = qGreen(picture.pixel(x, y)) - qGreen(picture.pixel(x + 1, y));
                sum += step * step;
            }
        return std::sqrt(sum / count / 2);
    };
    QVERIFY(rough(0, 0) < 0.6);
    QVERIFY(rough(0.8, 6) > 3 && rough(0.8, 6) < 7);

    for (int y = 0; y < 500; ++y)
        for (int x = 0; x < 400; ++x)
            page.setPixel(x, y, (x / 3) % 2 ? qRgb(40, 40, 40) : qRgb(220, 220, 220));
    QVERIFY(rough(3, 0) < 0.3 * rough(0.5, 0));
}

void TestGenerator::jpegCarriesItsTime() {
    const CaptureTime taken{
        std::chrono::local_time<std::chrono::milliseconds>(std::chrono::milliseconds(1'700'000'000'000)),
        std::chrono::minutes(60)};
    const auto info = inspect(jpegOf(someShot(5), taken));
    QVERIFY(info);
    QCOMPARE(info->taken, std::optional(taken));
    QCOMPARE(info->storedSize, QSize(480, 640));
    QVERIFY(!inspect(jpegOf(someShot(5)))->taken);
}

void TestGenerator::paintsSoonEnough() {
    const PageSpec spec = someSpec(7);
    QElapsedTimer timer;
    timer.start();
    const QImage page = paintPage(spec);
    const qint64 painted = timer.restart();
    photograph(page, ordinaryCamera(7));
    qInfo("page %lld ms, photograph %lld ms", painted, timer.elapsed());
    QVERIFY2(painted + timer.elapsed() < 20'000, "only what is twenty times too slow is found here");
}

QTEST_MAIN(TestGenerator)
#include "tst_generator.moc"
