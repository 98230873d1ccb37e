// A page of 12 and of 48 megapixels, opened, pinched and brought in: the figures a person feels. Beside them
// the largest step alone, with nothing around it: the picture decoded whole.
#include "bench/bench.h"

#include "imaging/imaging.h"
#include "store/layout.h"
#include "store/profile.h"
#include "support/fakes.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QImageWriter>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>

namespace inkstep::bench {

namespace {

// Lines of strokes on speckled paper: about what a phone's JPEG of writing weighs.
QByteArray writing(QSize size) {
    QImage page(size, QImage::Format_RGB32);
    quint32 chance = 12'345;
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(page.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            chance = chance * 1'664'525 + 1'013'904'223;
            const int speck = 240 + int(chance >> 29);
            line[x] = qRgb(speck, speck, speck - 6);
        }
    }
    QPainter painter(&page);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(40, 50, 70), size.width() / 500));
    for (int y = size.height() / 20; y < size.height(); y += size.height() / 20) {
        for (int x = size.width() / 12; x < size.width() * 11 / 12; x += size.width() / 60)
            painter.drawArc(x, y, size.width() / 70, size.height() / 60, (x * 7) % 5760, 4000);
    }
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(92);
    writer.write(page);
    return buffer.data();
}

QJsonObject look(const QString &picture) {
    const QTemporaryDir folder;
    {
        SystemFiles files;
        const SystemClock clock;
        SystemRandom random;
        const auto profile = Profile::open(folder.path(), {files, clock, random});
        const auto notebook = (*profile)->create(QStringLiteral("Room 12"), NotebookKind::Class);
        Student student;
        student.id = (*notebook)->store().makeId();
        student.name = QStringLiteral("Maya");
        if (!(*notebook)->store().commit(Edit(QString()).create(student)))
            return {};
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/inkstep_bench_view"),
                  {folder.path(), picture});
    process.waitForFinished(300'000);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

std::vector<Figure> figuresOf(const QString &name, QSize size, double importWithin) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.jpg"));
    const QByteArray bytes = writing(size);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    file.close();
    QJsonObject runs[5];
    std::vector<double> decode;
    for (QJsonObject &run : runs) {
        run = look(path);
        decode.push_back(timed([&] { (void)decodeUpright(bytes); }));
    }
    const auto of = [&](QLatin1StringView what) {
        std::vector<double> values;
        for (const QJsonObject &run : runs)
            values.push_back(run.value(what).toDouble(1e9)); // a window that gave no figure is over its bound
        return median(values);
    };
    const QString more = QStringLiteral("%1 MB; whole decode alone %2 ms; median of 5")
                             .arg(double(bytes.size()) / 1e6, 0, 'f', 1)
                             .arg(median(decode), 0, 'f', 0);
    return {{name + QStringLiteral(", kept with preview and thumbnail"), more,
             of(QLatin1StringView("import")), 0, importWithin},
            {name + QStringLiteral(", first view"), QStringLiteral("page asked for to preview in a frame"),
             of(QLatin1StringView("first")), 0, 200},
            {name + QStringLiteral(", sharp after a pinch"),
             QStringLiteral("worst of 5 pinches in a run, fingers at rest to frame"),
             of(QLatin1StringView("sharp")), 0, 300},
            {name + QStringLiteral(", frame while it comes in, p95"),
             QStringLiteral("panning at 2.5 times or more"), of(QLatin1StringView("frame")), 0, 34},
            {name + QStringLiteral(", peak memory of all that"),
             QStringLiteral("resident; the whole program and two of these pictures"),
             of(QLatin1StringView("megabytes")), 0, 400 + double(size.width()) * size.height() * 4 / 1e6,
             QStringLiteral("MB")}};
}

const Registered view12("view", [] {
    return figuresOf(QStringLiteral("12 megapixels"), {4000, 3000}, 1'000);
});
const Registered view48("view", [] {
    return figuresOf(QStringLiteral("48 megapixels"), {8000, 6000}, 1'500);
});

} // namespace

} // namespace inkstep::bench
