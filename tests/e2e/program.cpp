#include "e2e/program.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QProcess>

namespace inkstep::test {

QJsonObject Outcome::json() const {
    return QJsonDocument::fromJson(out.toUtf8()).object();
}

QStringList words(std::initializer_list<const char *> list) {
    QStringList all;
    for (const char *word : list)
        all << QString::fromUtf8(word);
    return all;
}

QString programPath() {
    return QStringLiteral(INKSTEP_PROGRAM);
}

QProcessEnvironment quietEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), QStringLiteral("/nonexistent"));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("INKSTEP_LOG"));
    return environment;
}

Outcome inkstep(const QStringList &arguments, const QByteArray &input,
                const QProcessEnvironment &environment) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(programPath(), arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(600'000);
    Outcome outcome;
    if (ended && process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.out = QString::fromUtf8(process.readAllStandardOutput());
    outcome.err = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

ScratchClass::ScratchClass(const QByteArray &names) {
    if (!names.isEmpty())
        run({QStringLiteral("roster"), QStringLiteral("--class"), QStringLiteral("Room 5"),
             QStringLiteral("-")},
            names);
}

QString ScratchClass::notebookFolder() const {
    const QStringList folders = QDir(profile()).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return profile() + QLatin1Char('/') + folders.value(0);
}

QString ScratchClass::write(const char *name, const QByteArray &bytes) const {
    QFile written(file(name));
    if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(written.errorString()));
    return written.fileName();
}

Outcome ScratchClass::run(const QStringList &verb, const QByteArray &input) const {
    return inkstep(QStringList(verb) << QStringLiteral("--profile") << profile(), input);
}

QString ScratchClass::digest() const {
    return run({QStringLiteral("status"), QStringLiteral("--json")})
        .json()
        .value(QLatin1StringView("digest"))
        .toString();
}

QStringList ScratchClass::files() const {
    QStringList found;
    QDirIterator walk(profile(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        if (!walk.fileName().startsWith(QStringLiteral("notebook.db")))
            found << QStringLiteral("%1 %2").arg(walk.filePath()).arg(walk.fileInfo().size());
    }
    found.sort();
    return found;
}

QByteArray picture(QSize size, const char *format, int seed) {
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x)
            row[x] = qRgb((x * seed) & 255, (y * 3) & 255, (x ^ (y + seed)) & 255);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

} // namespace inkstep::test
