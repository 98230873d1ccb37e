// The figures of photographing paper, each beside its goal, on the generator's test pictures:
//   inkstep_quality [--count N] [--class NAME]... [--part development|held-out] [--cache DIR] [--sheet DIR]
//                   [--traits FILE] [--others N]
// --count: pictures a class and part (60), five times as many without one to find. --others: on how many
// pictures light, hints, speed and reading are measured (30); 0: on none. Times of keeping and showing come
// from inkstep_bench beside it, printed words from the command tesseract; without them the table says so.
// --cache keeps the pictures for the next time. --sheet writes a contact sheet of each class (made outlines
// green, found ones red) and of the ten worst.
#include "bench/bench.h"
#include "bench/reading.h"
#include "imaging/outline/quads.h"
#include "support/pagequality.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QProcess>
#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace inkstep;
using namespace inkstep::test;

namespace {

// Of CAPTURE's table; classes it does not name are held to its mean over classes; pages cut off, and what is
// less a page than a writing class's usual ones, are shown without a goal.
double goalOf(SceneKind kind) {
    switch (kind) {
    case SceneKind::Contrast:
    case SceneKind::Busy:
        return 0.99;
    case SceneKind::WhiteDesk:
        return 0.97;
    case SceneKind::SecondSheet:
    case SceneKind::Finger:
        return 0.95;
    case SceneKind::CutOff:
    case SceneKind::NoPage:
    case SceneKind::Steep:
    case SceneKind::Strip:
    case SceneKind::Card:
    case SceneKind::Painted:
    case SceneKind::Framed:
    case SceneKind::Filling:
    case SceneKind::Hand:
    case SceneKind::Board:
    case SceneKind::OnPages:
        return 0;
    default:
        return 0.98;
    }
}

QString fileOf(SceneKind kind, Part part, int number) {
    return QStringLiteral("%1-%2-%3")
        .arg(QString(sceneName(kind)).replace(QLatin1Char(' '), QLatin1Char('_')),
             part == Part::Development ? QStringLiteral("d") : QStringLiteral("h"))
        .arg(number, 3, 10, QLatin1Char('0'));
}

Scene kept(const QString &cache, SceneKind kind, Part part, int number) {
    if (cache.isEmpty())
        return makeScene(kind, part, number);
    const QString base = QDir(cache).filePath(fileOf(kind, part, number));
    QFile picture(base + QStringLiteral(".jpg"));
    QFile truth(base + QStringLiteral(".json"));
    Scene scene;
    if (picture.open(QIODevice::ReadOnly) && truth.open(QIODevice::ReadOnly)) {
        scene.jpeg = picture.readAll();
        const QJsonArray values = QJsonDocument::fromJson(truth.readAll()).array();
        if (values.size() == 8) {
            scene.corners.emplace();
            for (std::size_t i = 0; i < 4; ++i)
                (*scene.corners)[i] = {values[qsizetype(2 * i)].toDouble(),
                                       values[qsizetype(2 * i + 1)].toDouble()};
        }
        return scene;
    }
    scene = makeScene(kind, part, number);
    QJsonArray values;
    if (scene.corners) {
        for (const QPointF &corner : *scene.corners) {
            values.append(corner.x());
            values.append(corner.y());
        }
    }
    picture.close();
    if (picture.open(QIODevice::WriteOnly) && truth.open(QIODevice::WriteOnly)) {
        picture.write(scene.jpeg);
        truth.write(QJsonDocument(values).toJson());
    }
    return scene;
}

// One picture small, with both outlines and a line of text.
void paintTile(QPainter &painter, const QRect &where, const Scene &scene, const QString &text) {
    const QImage picture = pictureOf(scene);
    const QSize size = picture.size().scaled(where.size() - QSize(6, 22), Qt::KeepAspectRatio);
    const double scale = double(size.width()) / picture.width();
    painter.save();
    painter.translate(where.topLeft());
    painter.drawImage(QRect(QPoint(), size), picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto outline = [&](const std::array<QPointF, 4> &corners, QColor color) {
        QPolygonF polygon;
        for (const QPointF &corner : corners)
            polygon << corner * scale;
        painter.setPen(QPen(color, 1.5));
        painter.drawPolygon(polygon);
    };
    if (scene.corners)
        outline(*scene.corners, Qt::green);
    if (const auto found = findPage(picture))
        outline(found->corners, Qt::red);
    painter.setPen(Qt::black);
    painter.drawText(QPointF(2, where.height() - 6), text);
    painter.restore();
}

struct Shown {
    SceneKind kind;
    Part part;
    int number;
    double value;
};

void writeSheet(const QString &file, const QString &cache, const std::vector<Shown> &shown) {
    constexpr int across = 5;
    constexpr int side = 300;
    const int rows = (int(shown.size()) + across - 1) / across;
    QImage sheet(across * side, std::max(1, rows) * side, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Shown &one = shown[i];
        paintTile(
            painter, QRect(int(i) % across * side, int(i) / across * side, side, side),
            kept(cache, one.kind, one.part, one.number),
            QStringLiteral("%1 %2").arg(fileOf(one.kind, one.part, one.number)).arg(one.value, 0, 'f', 3));
    }
    painter.end();
    sheet.save(file, nullptr, 85);
}

// A line for each candidate: the picture, how good it is (-1: there is no page), its traits. What the weights
// in traits.cpp were fitted to.
void writeTraits(std::FILE *file, const Scene &scene, const QString &name) {
    const QImage picture = pictureOf(scene);
    for (const int side : {workSide, workSide * 2 / 5}) {
        double scale = 1;
        const Evidence evidence = evidenceOf(smallOf(picture, side, scale));
        for (const Quad &quad : quadsOf(evidence, linesIn(evidence, 72), 200)) {
            Corners corners = quad.corners;
            for (QPointF &corner : corners)
                corner = (corner + QPointF(0.5, 0.5)) * scale;
            std::fprintf(file, "%s/%d %.4f", qPrintable(name), side,
                         scene.corners ? sharedArea(*scene.corners, corners) : -1);
            for (const double value : quad.traits.values())
                std::fprintf(file, " %.4f", value);
            std::fprintf(file, "\n");
        }
    }
}

void row(const char *name, const char *what, double value, double goal, bool atLeast) {
    const bool met = atLeast ? value >= goal : value <= goal;
    std::printf("%-44s %-28s %8.2f   goal %s %.2f %s\n", name, what, value, atLeast ? ">=" : "<=", goal,
                met ? "" : "MISSED");
    std::fflush(stdout);
}

double meanOf(const std::vector<double> &values) {
    double sum = 0;
    for (const double value : values)
        sum += value / double(values.size());
    return sum;
}

// A whole page of twelve megapixels, from bytes to outline, hints and a flat page as large as a preview.
void printTwelveMegapixels() {
    std::vector<double> all;
    for (int number = 1; number <= 6; ++number) {
        const Scene scene = makeScene(SceneKind::Contrast, Part::Development, number, [](CameraSpec &camera) {
            camera.size = {3000, 4000};
        });
        all.push_back(bench::timed([&] {
            const QImage picture = decodeUpright(scene.jpeg, {previewSide, previewSide}).value();
            const auto outline = findPage(picture);
            hintsFor(picture, outline);
            if (outline)
                flattened(picture, outline->corners, Look::Page, previewSide);
        }));
    }
    row("12 megapixels: outline, hints, flat page", "slowest of 6, ms", bench::percentile(all, 1), 1000,
        false);
}

// Everything but the outlines, on `count` pictures of each part.
void printOthers(int count) {
    if (count <= 0)
        return;
    for (const Part part : {Part::Development, Part::HeldOut}) {
        std::printf("%s, %d pictures a row\n", part == Part::Development ? "development" : "held-out", count);
        std::vector<double> backgrounds;
        std::vector<double> spreads;
        std::vector<double> contrasts;
        std::vector<double> colors;
        std::vector<double> paintings;
        std::vector<double> shapes;
        std::vector<double> softs;
        std::vector<double> sharps;
        std::vector<double> live;
        std::vector<double> liveProcessor;
        int blurSeen = 0;
        int blurFalse = 0;
        int glareSeen = 0;
        int glareFalse = 0;
        for (int number = 1; number <= count; ++number) {
            const Scene scene =
                makeScene(number % 2 ? SceneKind::Contrast : SceneKind::WhiteDesk, part, number);
            const FlatFigures white = flatFigures(scene, *scene.corners);
            const Scene pastel = makeScene(SceneKind::Colored, part, number);
            const FlatFigures colored = flatFigures(pastel, *pastel.corners);
            if (scene.page.pixelColor(scene.page.width() / 2, 8).hsvSaturation() < 20) {
                backgrounds.push_back(white.background);
                spreads.push_back(white.spread);
            }
            contrasts.push_back(white.contrast);
            const Scene painting = makeScene(SceneKind::Painted, part, number);
            paintings.push_back(colorsOff(painting, *painting.corners));
            shapes.push_back(100 * white.shape);
            colors.push_back(colored.color);
            for (const double sigma : {0.8, 2.5}) {
                const Scene blurred = makeScene(SceneKind::Contrast, part, number, [&](CameraSpec &camera) {
                    camera.blur = sigma * std::max(camera.size.width(), camera.size.height()) / 2048;
                });
                const QImage picture = pictureOf(blurred);
                const auto outline = findPage(picture);
                (sigma > 1 ? softs : sharps).push_back(blurOf(picture, outline));
                const bool seen = hintsFor(picture, outline).blurred;
                blurSeen += sigma > 1 && seen;
                blurFalse += sigma < 1 && seen;
                glareFalse += sigma < 1 && hintsFor(picture, outline).glare;
                if (sigma < 1) {
                    const QImage frame =
                        picture.scaled(640, 640, Qt::KeepAspectRatio, Qt::SmoothTransformation);
                    live.push_back(bench::timed([&] { findPageLive(frame); }));
                    const std::clock_t from = std::clock();
                    findPageLive(frame);
                    liveProcessor.push_back(1000.0 * double(std::clock() - from) / CLOCKS_PER_SEC);
                }
            }
            const Scene lamp = makeScene(SceneKind::Contrast, part, number,
                                         [](CameraSpec &camera) { camera.mishaps.glare = 1; });
            const QImage picture = pictureOf(lamp);
            glareSeen += hintsFor(picture, findPage(picture)).glare;
        }
        const double hundred = 100.0 / count;
        row("white paper, background", "mean gray of 255", meanOf(backgrounds), 235, true);
        row("white paper, background", "5th percentile", bench::percentile(backgrounds, 0.05), 235, true);
        row("white paper, spread", "mean p95 - p5", meanOf(spreads), 12, false);
        row("white paper, spread", "95th percentile", bench::percentile(spreads, 0.95), 12, false);
        row("colored paper", "mean CIEDE2000", meanOf(colors), 6, false);
        row("colored paper", "95th percentile", bench::percentile(colors, 0.95), 6, false);
        row("paintings and deep paper", "mean CIEDE2000", meanOf(paintings), 12, false);
        row("pencil keeps its contrast", "mean ratio", meanOf(contrasts), 0.8, true);
        row("pencil keeps its contrast", "5th percentile", bench::percentile(contrasts, 0.05), 0.8, true);
        row("shape of the sheet", "mean % off", meanOf(shapes), 3, false);
        row("blur hint, sigma 2.5", "% seen", blurSeen * hundred, 95, true);
        row("blur hint, sigma 0.8", "% false", blurFalse * hundred, 3, false);
        std::printf("    as measured: sigma 2.5 5th percentile %.2f, sigma 0.8 95th percentile %.2f\n",
                    bench::percentile(softs, 0.05), bench::percentile(sharps, 0.95));
        row("glare hint", "% seen", glareSeen * hundred, 90, true);
        row("glare hint, no lamp", "% false", glareFalse * hundred, 3, false);
        row("live outline, 640 pixels", "95th percentile, ms", bench::percentile(live, 0.95), 40, false);
        row("live outline, processor time", "95th percentile, ms", bench::percentile(liveProcessor, 0.95), 40,
            false);
    }
}

// Printed words through Tesseract, the plain crop beside the flat page.
void printReading(int count) {
    if (!bench::canRead()) {
        std::printf("%-44s not measured: the command tesseract is not installed\n", "printed text");
        return;
    }
    for (const Part part : {Part::Development, Part::HeldOut}) {
        double words = 0;
        double crop = 0;
        double page = 0;
        for (int number = 1; number <= count; ++number) {
            const auto one = bench::reading(part, number);
            if (!one)
                continue;
            words += one->words;
            crop += one->asShot * one->words;
            page += one->page * one->words;
        }
        words = std::max(1.0, words);
        std::printf(
            "%s: %.0f printed words on %d pages, %.2f %% wrong of the plain crop, %.2f %% of the flat "
            "page\n",
            part == Part::Development ? "development" : "held-out", words, count, crop / words, page / words);
        row("printed text, flat page less plain crop", "points of wrong words", (page - crop) / words, 1,
            false);
    }
}

// What another program of this folder measures: the shutter's steps, 12 and 48 megapixels kept, shown and
// pinched.
void printTimes() {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/inkstep_bench"),
                  {QStringLiteral("shutter"), QStringLiteral("view")});
    if (!process.waitForStarted() || !process.waitForFinished(900'000))
        std::printf("shutter, 12 and 48 megapixels: not measured, inkstep_bench is not built\n");
}

} // namespace

int main(int argc, char **argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const auto option = [&](const char *name, const char *value, const char *first) {
        QCommandLineOption made(QString::fromLatin1(name), QString(), QString::fromLatin1(value),
                                QString::fromLatin1(first));
        parser.addOption(made);
        return made;
    };
    const auto count = option("count", "N", "60");
    const auto first = option("first", "N", "1");
    const auto only = option("class", "NAME", "");
    const auto onlyPart = option("part", "NAME", "");
    const auto cache = option("cache", "DIR", "");
    const auto sheet = option("sheet", "DIR", "");
    const auto traits = option("traits", "FILE", "");
    const auto others = option("others", "N", "30");
    parser.addHelpOption();
    parser.process(app);
    const QString folder = parser.value(cache);
    if (!folder.isEmpty())
        QDir().mkpath(folder);
    const SceneSource source = [&](SceneKind kind, Part part, int number) {
        return kept(folder, kind, part, number);
    };
    const QStringList wanted = parser.values(only);
    std::vector<Shown> all;
    std::printf("%-14s %-12s %4s %6s %6s %6s %6s %9s %6s\n", "class", "part", "n", "mean", "p5", "goal",
                "missed", "textbook", "ms");
    double means[2] = {0, 0};
    double textbooks[2] = {0, 0};
    int classes[2] = {0, 0};
    for (int k = 0; k < sceneKinds; ++k) {
        const auto kind = SceneKind(k);
        if (!wanted.contains(sceneName(kind)) && !wanted.join(QString()).isEmpty())
            continue;
        for (const Part part : {Part::Development, Part::HeldOut}) {
            const QString name =
                part == Part::Development ? QStringLiteral("development") : QStringLiteral("held-out");
            if (!parser.value(onlyPart).isEmpty() && parser.value(onlyPart) != name)
                continue;
            const int number = parser.value(count).toInt() * (showsAPage(kind) ? 1 : 5);
            const int start = parser.value(first).toInt();
            if (!parser.value(traits).isEmpty()) {
                std::FILE *file = std::fopen(qPrintable(parser.value(traits)), "a");
                for (int i = start; file && i < start + number; ++i)
                    writeTraits(file, kept(folder, kind, part, i), fileOf(kind, part, i));
                if (file)
                    std::fclose(file);
                continue;
            }
            const OutlineFigures figures = outlineFigures(kind, part, start, number, true, source);
            const double p95 = bench::percentile(figures.milliseconds, 0.95);
            if (!showsAPage(kind)) {
                std::printf("%-14s %-12s %4d false outlines %.1f %%%s %4.0f ms\n", sceneName(kind).data(),
                            qPrintable(name), figures.count,
                            100.0 * (figures.count - figures.missed) / figures.count,
                            kind == SceneKind::NoPage ? " (goal 2 %)" : "", p95);
            } else {
                std::printf("%-14s %-12s %4d %6.3f %6.3f %6.3f %6d %9.3f %6.0f %s\n", sceneName(kind).data(),
                            qPrintable(name), figures.count, figures.mean, figures.lower, goalOf(kind),
                            figures.missed, figures.textbook, p95,
                            figures.mean < goalOf(kind) ? "UNDER" : "");
                if (goalOf(kind) > 0) {
                    const int p = part == Part::Development ? 0 : 1;
                    means[p] += figures.mean;
                    textbooks[p] += figures.textbook;
                    ++classes[p];
                }
            }
            std::fflush(stdout);
            std::vector<Shown> of;
            for (std::size_t i = 0; i < figures.each.size(); ++i)
                of.push_back({kind, part, start + int(i), figures.each[i]});
            std::sort(of.begin(), of.end(), [](const Shown &a, const Shown &b) { return a.value < b.value; });
            if (!showsAPage(kind)) {
                for (const int wrong : figures.found)
                    of.push_back({kind, part, wrong, 0});
            }
            all.insert(all.end(), of.begin(), of.end());
            if (!parser.value(sheet).isEmpty()) {
                QDir().mkpath(parser.value(sheet));
                of.resize(std::min<std::size_t>(of.size(), 20));
                writeSheet(QDir(parser.value(sheet)).filePath(fileOf(kind, part, 0) + QStringLiteral(".jpg")),
                           folder, of);
            }
        }
    }
    for (int p = 0; p < 2; ++p) {
        if (classes[p] == 0)
            continue;
        const double mean = means[p] / classes[p];
        const double textbook = textbooks[p] / classes[p];
        std::printf("mean over %d classes, %s: %.4f (goal 0.98), error %.3f of the textbook's (goal 0.25)\n",
                    classes[p], p == 0 ? "development" : "held-out", mean, (1 - mean) / (1 - textbook));
    }
    printOthers(parser.value(others).toInt());
    if (parser.value(others).toInt() > 0) {
        printTwelveMegapixels();
        printReading(std::max(2, parser.value(others).toInt() / 5));
        printTimes();
    }
    if (classes[0] > 0 && classes[1] > 0)
        row("all classes, development less held-out", "mean Jaccard index, hundredths",
            100 * (means[0] / classes[0] - means[1] / classes[1]), 1, false);
    if (!parser.value(sheet).isEmpty()) {
        std::erase_if(
            all, [](const Shown &one) { return !showsAPage(one.kind) || one.kind == SceneKind::CutOff; });
        std::sort(all.begin(), all.end(), [](const Shown &a, const Shown &b) { return a.value < b.value; });
        all.resize(std::min<std::size_t>(all.size(), 10));
        writeSheet(QDir(parser.value(sheet)).filePath(QStringLiteral("worst.jpg")), folder, all);
    }
    return 0;
}
