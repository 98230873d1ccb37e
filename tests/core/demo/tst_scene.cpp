// The page finder's test pictures: fixed, true, and in two parts that share nothing.
#include "demo/generator/scene.h"
#include "imaging/imaging.h"

#include <QPolygonF>
#include <QTest>
#include <set>

using namespace inkstep;

namespace {

constexpr int cells = 3;

// The mean gray of nine fields: the same on every machine but for a rounding here and there.
std::vector<int> grays(const QImage &picture) {
    std::vector<int> means;
    for (int row = 0; row < cells; ++row) {
        for (int column = 0; column < cells; ++column) {
            qint64 sum = 0;
            qint64 count = 0;
            for (int y = row * picture.height() / cells; y < (row + 1) * picture.height() / cells; y += 2)
                for (int x = column * picture.width() / cells; x < (column + 1) * picture.width() / cells;
                     x += 2, ++count)
                    sum += qGray(picture.pixel(x, y));
            means.push_back(int(sum / count));
        }
    }
    return means;
}

struct Fingerprint {
    SceneKind kind;
    Part part;
    int number;
    std::array<int, cells * cells> gray;
    QPoint first; // the page's first corner
    QPoint third;
};

} // namespace

class TestScene : public QObject {
    Q_OBJECT

private slots:
    void isFrozen();
    void partsShareNothing();
    void noPageMeansNoPage();
    void cutOffPagesReachOut();
    void fillingPagesReachOutEverywhere();
    void everyClassHasAName();
};

// Figures of the finder are comparable only while the pictures stay what they are.
void TestScene::isFrozen() {
    const std::array frozen{
        Fingerprint{SceneKind::Contrast,
                    Part::Development,
                    1,
                    {147, 175, 139, 168, 203, 160, 124, 167, 139},
                    {81, 171},
                    {1107, 1448}},
        Fingerprint{SceneKind::Busy,
                    Part::HeldOut,
                    2,
                    {147, 173, 123, 159, 195, 127, 120, 140, 124},
                    {298, 104},
                    {1031, 966}},
        Fingerprint{SceneKind::WhiteDesk,
                    Part::Development,
                    3,
                    {179, 189, 184, 176, 187, 180, 157, 167, 159},
                    {168, 277},
                    {838, 1114}},
        Fingerprint{SceneKind::Clutter,
                    Part::HeldOut,
                    1,
                    {98, 114, 124, 123, 204, 196, 134, 189, 136},
                    {278, 623},
                    {932, 1416}},
        Fingerprint{SceneKind::Shadow,
                    Part::Development,
                    2,
                    {57, 56, 72, 115, 185, 164, 109, 118, 106},
                    {58, 656},
                    {868, 1218}},
        Fingerprint{SceneKind::SecondSheet,
                    Part::HeldOut,
                    3,
                    {151, 170, 105, 177, 189, 112, 174, 179, 106},
                    {207, 44},
                    {884, 1175}},
        Fingerprint{SceneKind::Finger,
                    Part::Development,
                    1,
                    {152, 187, 161, 108, 197, 194, 142, 186, 164},
                    {565, 171},
                    {1379, 1038}},
        Fingerprint{SceneKind::Colored,
                    Part::HeldOut,
                    2,
                    {49, 114, 104, 51, 137, 125, 53, 117, 104},
                    {696, 60},
                    {1372, 1090}},
        Fingerprint{SceneKind::Turned,
                    Part::Development,
                    3,
                    {92, 166, 102, 133, 182, 75, 64, 55, 49},
                    {347, 136},
                    {515, 997}},
        Fingerprint{SceneKind::Perspective,
                    Part::HeldOut,
                    1,
                    {103, 106, 105, 131, 142, 140, 138, 156, 146},
                    {55, 887},
                    {839, 1340}},
        Fingerprint{SceneKind::Dim,
                    Part::Development,
                    2,
                    {71, 81, 70, 85, 99, 78, 62, 64, 61},
                    {229, 213},
                    {672, 1148}},
        Fingerprint{SceneKind::Bent,
                    Part::HeldOut,
                    3,
                    {103, 152, 127, 128, 217, 159, 111, 168, 118},
                    {314, 241},
                    {1093, 1194}},
        Fingerprint{SceneKind::CutOff,
                    Part::Development,
                    1,
                    {178, 174, 93, 198, 195, 109, 96, 79, 54},
                    {-118, -16},
                    {879, 1064}},
        Fingerprint{
            SceneKind::NoPage, Part::HeldOut, 2, {75, 84, 78, 82, 79, 76, 69, 67, 72}, {0, 0}, {0, 0}},
        Fingerprint{SceneKind::Steep,
                    Part::Development,
                    1,
                    {84, 77, 69, 117, 118, 97, 128, 117, 99},
                    {755, 922},
                    {171, 1204}},
        Fingerprint{SceneKind::Strip,
                    Part::HeldOut,
                    2,
                    {140, 134, 89, 166, 146, 122, 189, 188, 151},
                    {65, 1007},
                    {780, 1292}},
        Fingerprint{SceneKind::Card,
                    Part::Development,
                    3,
                    {213, 217, 217, 213, 217, 214, 209, 209, 200},
                    {573, 395},
                    {1057, 630}},
        Fingerprint{SceneKind::Painted,
                    Part::HeldOut,
                    1,
                    {132, 93, 117, 124, 85, 120, 178, 162, 171},
                    {135, 75},
                    {934, 1158}},
        Fingerprint{SceneKind::Framed,
                    Part::Development,
                    2,
                    {105, 162, 102, 113, 214, 109, 96, 138, 88},
                    {330, 176},
                    {1095, 877}},
        Fingerprint{SceneKind::Filling,
                    Part::Development,
                    2,
                    {219, 220, 223, 215, 215, 221, 224, 225, 227},
                    {0, 0},
                    {0, 0}},
        Fingerprint{SceneKind::Hand,
                    Part::HeldOut,
                    3,
                    {81, 124, 99, 106, 185, 154, 93, 118, 89},
                    {301, 254},
                    {1392, 819}},
        Fingerprint{SceneKind::Board,
                    Part::Development,
                    1,
                    {84, 97, 84, 161, 191, 130, 104, 124, 95},
                    {120, 432},
                    {1079, 991}},
        Fingerprint{SceneKind::OnPages,
                    Part::HeldOut,
                    2,
                    {118, 196, 188, 224, 221, 209, 211, 225, 161},
                    {281, 425},
                    {977, 1211}},
    };
    bool same = true;
    for (const Fingerprint &known : frozen) {
        const Scene scene = makeScene(known.kind, known.part, known.number);
        const std::vector<int> gray = grays(decodeUpright(scene.jpeg).value());
        const QPointF first = scene.corners ? scene.corners->at(0) : QPointF();
        const QPointF third = scene.corners ? scene.corners->at(2) : QPointF();
        bool fits =
            (first - known.first).manhattanLength() < 2 && (third - known.third).manhattanLength() < 2;
        QStringList seen;
        for (std::size_t i = 0; i < gray.size(); ++i) {
            fits = fits && std::abs(gray[i] - known.gray[i]) <= 2;
            seen << QString::number(gray[i]);
        }
        if (!fits)
            qWarning("%s: {%s}, {%d, %d}, {%d, %d}", sceneName(known.kind).data(),
                     qPrintable(seen.join(QStringLiteral(", "))), qRound(first.x()), qRound(first.y()),
                     qRound(third.x()), qRound(third.y()));
        same = same && fits;
    }
    QVERIFY(same);
}

void TestScene::partsShareNothing() {
    const auto groundsOf = [](Part part) {
        std::set<int> found;
        for (int number = 1; number <= 400; ++number) {
            const CameraSpec camera = sceneCamera(SceneKind::NoPage, part, number);
            found.insert(camera.ground ? 100 + int(*camera.ground) : int(camera.desk));
        }
        return found;
    };
    const std::set<int> development = groundsOf(Part::Development);
    const std::set<int> heldOut = groundsOf(Part::HeldOut);
    QVERIFY(development.size() >= 6 && heldOut.size() >= 6);
    for (const int ground : development)
        QVERIFY2(!heldOut.contains(ground), qPrintable(QString::number(ground)));
}

void TestScene::noPageMeansNoPage() {
    const Scene scene = makeScene(SceneKind::NoPage, Part::Development, 3);
    QVERIFY(!scene.corners);
    QVERIFY(!scene.jpeg.isEmpty());
}

// Both of the camera and of the scanner: paper up to the picture's border, no outline to find.
void TestScene::fillingPagesReachOutEverywhere() {
    for (int number = 1; number <= 12; ++number) {
        const Scene scene =
            makeScene(SceneKind::Filling, number % 2 ? Part::HeldOut : Part::Development, number);
        QVERIFY(!scene.corners);
        const QImage picture = decodeUpright(scene.jpeg).value();
        const std::vector<int> gray = grays(picture.scaled(300, 300));
        const int middle = gray[4];
        for (const std::size_t corner : {0u, 2u, 6u, 8u})
            QVERIFY2(gray[corner] > middle / 2, qPrintable(QString::number(number)));
    }
}

void TestScene::cutOffPagesReachOut() {
    for (int number = 1; number <= 12; ++number) {
        const Scene scene =
            makeScene(SceneKind::CutOff, number % 2 ? Part::HeldOut : Part::Development, number);
        const QRectF picture(QPointF(), QSizeF(scene.camera.size));
        int outside = 0;
        for (const QPointF &corner : *scene.corners)
            outside += picture.contains(corner) ? 0 : 1;
        QVERIFY2(outside >= 1 && outside <= 3, qPrintable(QString::number(number)));
    }
}

void TestScene::everyClassHasAName() {
    std::set<QString> names;
    for (int kind = 0; kind < sceneKinds; ++kind)
        names.insert(sceneName(SceneKind(kind)));
    QCOMPARE(int(names.size()), sceneKinds);
}

QTEST_MAIN(TestScene)
#include "tst_scene.moc"
