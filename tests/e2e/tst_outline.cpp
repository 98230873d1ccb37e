// The outline verb, from outside: where the page lies, in any orientation, and what cannot be read.
#include "demo/generator/scene.h"
#include "e2e/program.h"
#include "imaging/imaging.h"
#include "imaging/layout.h"
#include "support/documents.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace inkstep;
using inkstep::test::Outcome;

namespace {

QString written(const QTemporaryDir &folder, const char *name, const QByteArray &bytes) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

QJsonObject lineOf(const Outcome &outcome, int index) {
    return QJsonDocument::fromJson(outcome.lines().value(index).toUtf8()).object();
}

std::optional<std::array<QPointF, 4>> cornersOf(const QJsonObject &line) {
    const QJsonArray values = line[QStringLiteral("corners")].toArray();
    if (values.size() != 4)
        return std::nullopt;
    std::array<QPointF, 4> corners;
    for (std::size_t i = 0; i < 4; ++i) {
        const QJsonArray point = values[qsizetype(i)].toArray();
        corners[i] = {point[0].toDouble(), point[1].toDouble()};
    }
    return corners;
}

// The same file, saying its rows and columns have to be turned.
QByteArray withOrientation(const QByteArray &jpeg, int orientation) {
    auto layout = layoutOf(jpeg);
    layout->tags.orientation = orientation;
    return assemble(*layout);
}

} // namespace

class TestOutline : public QObject {
    Q_OBJECT

private slots:
    void findsThePage();
    void countsInUprightPixels();
    void saysThereIsNone();
    void writesFlatPages();
    void goesOnPastBadFiles();
    void readsWhatImportReads();
    void saysHowItIsUsed();
};

void TestOutline::findsThePage() {
    const QTemporaryDir folder;
    const Scene scene = makeScene(SceneKind::Contrast, Part::Development, 1);
    const Outcome outcome = test::inkstep({QStringLiteral("outline"), written(folder, "a.jpg", scene.jpeg)});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(outcome.lines().size(), 1);
    const QJsonObject line = lineOf(outcome, 0);
    QCOMPARE(line[QStringLiteral("file")].toString(), folder.filePath(QStringLiteral("a.jpg")));
    QCOMPARE(QSize(line[QStringLiteral("width")].toInt(), line[QStringLiteral("height")].toInt()),
             scene.camera.size);
    const auto corners = cornersOf(line);
    QVERIFY(corners);
    QVERIFY2(sharedArea(*scene.corners, *corners) > 0.98, qPrintable(outcome.out));
    for (std::size_t i = 0; i < 4; ++i)
        QVERIFY((corners->at(i) - scene.corners->at(i)).manhattanLength() < 30); // the same corner first
}

void TestOutline::countsInUprightPixels() {
    const QTemporaryDir folder;
    const Scene scene = makeScene(SceneKind::Contrast, Part::Development, 2);
    const QSize size = scene.camera.size;
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const QString path = written(folder, "turned.jpg", withOrientation(scene.jpeg, orientation));
        const Outcome outcome = test::inkstep({QStringLiteral("outline"), path});
        const QJsonObject line = lineOf(outcome, 0);
        QCOMPARE(QSize(line[QStringLiteral("width")].toInt(), line[QStringLiteral("height")].toInt()),
                 orientation >= 5 ? size.transposed() : size);
        // Where the page is in upright pixels: the stored corners taken the same way (EXIF 2.32, tag 0x0112).
        std::array<QPointF, 4> truth = *scene.corners;
        const double w = size.width();
        const double h = size.height();
        for (QPointF &p : truth) {
            const std::array<QPointF, 9> turned{p,
                                                p,
                                                QPointF(w - p.x(), p.y()),
                                                QPointF(w - p.x(), h - p.y()),
                                                QPointF(p.x(), h - p.y()),
                                                QPointF(p.y(), p.x()),
                                                QPointF(h - p.y(), p.x()),
                                                QPointF(h - p.y(), w - p.x()),
                                                QPointF(p.y(), w - p.x())};
            p = turned[std::size_t(orientation)];
        }
        const auto corners = cornersOf(line);
        QVERIFY2(corners, qPrintable(outcome.out + outcome.err));
        QVERIFY2(sharedArea(truth, *corners) > 0.98, qPrintable(QString::number(orientation)));
    }
}

void TestOutline::saysThereIsNone() {
    const QTemporaryDir folder;
    const Scene scene = makeScene(SceneKind::NoPage, Part::Development, 11);
    const Outcome outcome =
        test::inkstep({QStringLiteral("outline"), written(folder, "desk.jpg", scene.jpeg)});
    QCOMPARE(outcome.code, 0);
    QVERIFY(lineOf(outcome, 0).contains(QStringLiteral("corners")));
    QVERIFY2(lineOf(outcome, 0)[QStringLiteral("corners")].isNull(), qPrintable(outcome.out));
}

void TestOutline::writesFlatPages() {
    const QTemporaryDir folder;
    const Scene scene = makeScene(SceneKind::Contrast, Part::HeldOut, 3);
    const QString path = written(folder, "page.jpg", scene.jpeg);
    const QString flat = folder.filePath(QStringLiteral("flat/inner"));
    const Outcome outcome =
        test::inkstep({QStringLiteral("outline"), path, path, QStringLiteral("--flat"), flat});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(QDir(flat).entryList(QDir::Files),
             QStringList({QStringLiteral("page-2.jpg"), QStringLiteral("page.jpg")}));
    const QImage page(lineOf(outcome, 0)[QStringLiteral("flat")].toString());
    const double made = double(scene.page.width()) / scene.page.height();
    QVERIFY2(std::abs(double(page.width()) / page.height() / made - 1) < 0.04, qPrintable(outcome.out));
    QFile original(path);
    QVERIFY(original.open(QIODevice::ReadOnly) && original.readAll() == scene.jpeg);
}

void TestOutline::goesOnPastBadFiles() {
    const QTemporaryDir folder;
    const Scene scene = makeScene(SceneKind::Contrast, Part::Development, 1);
    const QString good = written(folder, "good.jpg", scene.jpeg);
    const QStringList bad{written(folder, "cut.jpg", scene.jpeg.first(scene.jpeg.size() / 3)),
                          written(folder, "empty.jpg", {}), written(folder, "text.png", "not a picture"),
                          folder.filePath(QStringLiteral("missing.jpg")), folder.path()};
    for (const QString &path : bad) {
        const Outcome outcome = test::inkstep({QStringLiteral("outline"), path, good});
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.lines().size(), 1);
        QVERIFY(cornersOf(lineOf(outcome, 0)));
        const QString sentence = outcome.err.trimmed();
        QVERIFY2(!sentence.isEmpty() && !sentence.contains(QLatin1Char('\n')), qPrintable(sentence));
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
    }
    const Outcome all = test::inkstep(QStringList(QStringLiteral("outline")) + bad);
    QCOMPARE(all.code, 1);
    QCOMPARE(all.err.split(QLatin1Char('\n'), Qt::SkipEmptyParts).size(), bad.size());
}

void TestOutline::readsWhatImportReads() {
    const QTemporaryDir folder;
    const Outcome outcome =
        test::inkstep({QStringLiteral("outline"), written(folder, "a.pdf", test::pdfOf(2))});
    QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
    QCOMPARE(outcome.lines().size(), 2); // a line a page
}

void TestOutline::saysHowItIsUsed() {
    QCOMPARE(test::inkstep({QStringLiteral("outline")}).code, 2);
    const QTemporaryDir folder;
    const QString file = written(folder, "a.jpg", test::picture({64, 64}, "JPG"));
    const Outcome outcome = test::inkstep({QStringLiteral("outline"), file, QStringLiteral("--flat"), file});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains(QStringLiteral("--flat")));
}

QTEST_MAIN(TestOutline)
#include "tst_outline.moc"
