#include "bench/reading.h"

#include "demo/generator/classcontent.h"
#include "imaging/imaging.h"

#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <algorithm>
#include <vector>

namespace inkstep::bench {

namespace {

const QString program = QStringLiteral("tesseract");

QStringList wordsOf(const QString &text) {
    static const QRegularExpression other(QStringLiteral("[^a-z0-9']+"));
    return text.toLower().split(other, Qt::SkipEmptyParts);
}

// Some of the made-up class's writings, printed.
QImage printed(Part part, int number, QStringList &words) {
    QImage sheet(1240, 1754, QImage::Format_ARGB32);
    sheet.fill(QColor(250, 249, 246));
    QPainter painter(&sheet);
    QFont font;
    font.setFamilies({QStringLiteral("Andika"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(34);
    painter.setFont(font);
    painter.setPen(QColor(40, 40, 44));
    const auto content = builtInClass();
    if (!content)
        return sheet;
    QString text;
    const auto &writings = content->writings;
    for (std::size_t i = 0; i < 9; ++i) {
        const std::size_t which =
            (2 * (std::size_t(number) * 9 + i) + (part == Part::HeldOut ? 1 : 0)) % writings.size();
        text += QString(writings[which].text).replace(QLatin1Char('\n'), QLatin1Char(' ')) +
                QStringLiteral("\n\n");
    }
    QRect used;
    const QRect room = sheet.rect().adjusted(110, 110, -110, -110);
    while (!text.isEmpty()) { // what goes beyond the sheet is not printed
        used = painter.boundingRect(room, Qt::TextWordWrap, text);
        if (room.contains(used))
            break;
        text.truncate(std::max<qsizetype>(0, text.lastIndexOf(QLatin1Char(' '))));
    }
    painter.drawText(room, Qt::TextWordWrap, text);
    painter.end();
    words = wordsOf(text);
    return sheet;
}

std::optional<QStringList> readBy(const QImage &image) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("page.png"));
    if (!image.save(file))
        return std::nullopt;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OMP_THREAD_LIMIT"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, {file, QStringLiteral("stdout"), QStringLiteral("-l"), QStringLiteral("eng")});
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        return std::nullopt;
    return wordsOf(QString::fromUtf8(process.readAllStandardOutput()));
}

double wrong(const QStringList &truth, const QStringList &read) {
    std::vector<int> last(std::size_t(read.size()) + 1);
    for (std::size_t j = 0; j < last.size(); ++j)
        last[j] = int(j);
    for (qsizetype i = 0; i < truth.size(); ++i) {
        std::vector<int> now(last.size());
        now[0] = int(i) + 1;
        for (std::size_t j = 1; j < now.size(); ++j)
            now[j] = std::min(
                {last[j] + 1, now[j - 1] + 1, last[j - 1] + (truth[i] == read[qsizetype(j) - 1] ? 0 : 1)});
        last = now;
    }
    return 100.0 * last.back() / double(std::max<qsizetype>(1, truth.size()));
}

} // namespace

bool canRead() {
    return !QStandardPaths::findExecutable(program).isEmpty();
}

std::optional<Reading> reading(Part part, int number) {
    QStringList words;
    const QImage sheet = printed(part, number, words);
    CameraSpec camera = sceneCamera(SceneKind::Contrast, part, number);
    camera.size = {2250, 3000};
    camera.fill = 0.92;
    const Photograph photo = photograph(sheet, camera);
    const auto crop = readBy(flattened(photo.picture, photo.corners, Look::AsShot));
    const auto page = readBy(flattened(photo.picture, photo.corners, Look::Page));
    if (!crop || !page)
        return std::nullopt;
    return Reading{int(words.size()), wrong(words, *crop), wrong(words, *page)};
}

} // namespace inkstep::bench
