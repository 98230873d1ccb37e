#include "cli/verbs.h"
#include "imaging/imaging.h"
#include "ingest/ingest.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImageWriter>
#include <QJsonArray>
#include <cmath>

namespace inkstep {

namespace {

constexpr int flatQuality = 90;

Error about(Error error, const QString &file) {
    error.subject = file;
    return error;
}

// A name of its own for each page, beside the others.
QString freeName(const QDir &folder, const QString &picture, QStringList &taken) {
    const QString base = QFileInfo(picture).completeBaseName();
    for (int number = 1;; ++number) {
        const QString name =
            number == 1 ? base + QStringLiteral(".jpg") : QStringLiteral("%1-%2.jpg").arg(base).arg(number);
        if (taken.contains(name))
            continue;
        taken << name;
        return folder.filePath(name);
    }
}

Result<QJsonObject> outlineOf(Invocation &call, const QString &path, const QByteArray &picture,
                              QStringList &taken) {
    const auto upright = decodeUpright(picture);
    if (!upright)
        return tl::unexpected(about(upright.error(), path));
    QJsonObject line{{QStringLiteral("file"), path},
                     {QStringLiteral("width"), upright->width()},
                     {QStringLiteral("height"), upright->height()},
                     {QStringLiteral("corners"), QJsonValue()}};
    const auto outline = findPage(*upright);
    if (!outline)
        return line;
    QJsonArray corners;
    for (const QPointF &corner : outline->corners)
        corners.append(QJsonArray{std::round(corner.x() * 100) / 100, std::round(corner.y() * 100) / 100});
    line[QStringLiteral("corners")] = corners;
    line[QStringLiteral("certainty")] = std::round(outline->certainty * 1000) / 1000;
    if (!call.has(QStringLiteral("flat")))
        return line;
    const QDir folder(call.value(QStringLiteral("flat")));
    const QString out = freeName(folder, path, taken);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(flatQuality);
    if (!writer.write(flattened(*upright, outline->corners, Look::Page)))
        return failure(ErrorCode::Failed, writer.errorString(), path);
    if (const Status saved = call.parts().files.save(out, jpeg); !saved)
        return tl::unexpected(about(saved.error(), out));
    line[QStringLiteral("flat")] = out;
    return line;
}

// A line a page: a PDF has several. HEIC and PDF are read as “import” reads them.
Status outlinesOf(Invocation &call, const QString &path, QStringList &taken) {
    const auto bytes = call.file(path, largestFile);
    if (!bytes)
        return passOn(bytes);
    const auto pictures = picturesIn(*bytes);
    if (!pictures)
        return tl::unexpected(about(pictures.error(), path));
    for (const QByteArray &picture : *pictures) {
        const auto line = outlineOf(call, path, picture, taken);
        if (!line)
            return passOn(line);
        call.console().json(*line);
    }
    return {};
}

} // namespace

Status runOutline(Invocation &call) {
    if (call.has(QStringLiteral("flat"))) {
        const QString folder = call.value(QStringLiteral("flat"));
        if (QFileInfo::exists(folder) && !QFileInfo(folder).isDir())
            return call.wrongUse(cliText("“%1” is a file; --flat takes a folder.").arg(folder));
        if (!QDir().mkpath(folder))
            return failure(ErrorCode::NoPermission, QStringLiteral("mkpath"), folder);
    }
    QStringList taken;
    std::vector<Error> failed;
    for (const QString &path : call.words()) {
        if (const Status done = outlinesOf(call, path, taken); !done)
            failed.push_back(done.error());
    }
    if (failed.empty())
        return {};
    // One sentence a picture; the last one goes the way of every verb's.
    for (std::size_t i = 0; i + 1 < failed.size(); ++i)
        call.console().complain(wordsFor(failed[i]).sentence());
    return tl::unexpected(failed.back());
}

} // namespace inkstep
