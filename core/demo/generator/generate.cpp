// inkstep_generate --out DIR [--count N] [--seed S] [--flat]: N photographs of the demo class's pages, with a
// line of JSON each on standard output: file, corners, milliseconds. --flat adds the pages before they were
// photographed.
#include "demo/generator/generator.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

using namespace inkstep;

int main(int argc, char **argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("folder for the pictures"),
                                 QStringLiteral("DIR"));
    const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("how many"), QStringLiteral("N"),
                                   QStringLiteral("12"));
    const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("first seed"), QStringLiteral("S"),
                                  QStringLiteral("1"));
    const QCommandLineOption flat(QStringLiteral("flat"), QStringLiteral("write the flat pages too"));
    parser.addOptions({out, count, seed, flat});
    parser.addHelpOption();
    parser.process(app);
    if (!parser.isSet(out))
        parser.showHelp(2);
    const auto content = builtInClass();
    if (!content) {
        std::fprintf(stderr, "%s\n", qPrintable(content.error().detail));
        return 1;
    }
    const QDir folder(parser.value(out));
    folder.mkpath(QStringLiteral("."));
    for (int i = 0; i < parser.value(count).toInt(); ++i) {
        const quint64 number = parser.value(seed).toULongLong() + quint64(i);
        Chance chance(number);
        const DemoStudent &student = content->students[number % content->students.size()];
        const DemoWriting &writing = content->writings[number % content->writings.size()];
        QElapsedTimer timer;
        timer.start();
        const QImage page =
            paintPage(pageFor(writing, handOf(number % content->students.size() + 1, student.age), number));
        const qint64 painted = timer.restart();
        const Photograph photo = photograph(page, ordinaryCamera(number));
        const qint64 taken = timer.restart();
        const QByteArray jpeg = jpegOf(photo);
        const QString name = QStringLiteral("%1.jpg").arg(number, 4, 10, QLatin1Char('0'));
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(jpeg) != jpeg.size()) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file.fileName()));
            return 1;
        }
        if (parser.isSet(flat))
            page.save(folder.filePath(QStringLiteral("%1-flat.png").arg(number, 4, 10, QLatin1Char('0'))));
        QJsonArray corners;
        for (const QPointF &corner : photo.corners)
            corners.append(QJsonArray{corner.x(), corner.y()});
        const QJsonObject line{{QStringLiteral("file"), name},
                               {QStringLiteral("corners"), corners},
                               {QStringLiteral("pageMs"), painted},
                               {QStringLiteral("photoMs"), taken},
                               {QStringLiteral("jpegMs"), timer.elapsed()},
                               {QStringLiteral("bytes"), jpeg.size()}};
        std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    }
    return 0;
}
