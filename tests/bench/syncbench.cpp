// A day's work to a folder and to a server, beside rclone moving the same sealed files there.
#include "bench/bench.h"
#include "bench/rclone.h"
#include "bench/tablet.h"
#include "store/profile.h"
#include "support/fakes.h"
#include "support/realservers.h"
#include "sync/engine/syncer.h"
#include "sync/remote/httpline.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <fcntl.h>
#include <unistd.h>

namespace inkstep::bench {

namespace {

constexpr int photos = 60;
constexpr qsizetype photoBytes = 2'500'000;
constexpr qsizetype previewBytes = 200'000;
constexpr int notes = 600;

// A notebook with a day in it, sent anew to every place it is connected to.
struct Day {
    Day() {
        profile = std::move(*Profile::open(folder.path(), parts));
        notebook = *profile->create(QStringLiteral("Room 12"), NotebookKind::Class);
        Store &store = notebook->store();
        Student student;
        student.id = store.makeId();
        student.name = QStringLiteral("Ana");
        static_cast<void>(store.commit(Edit(QStringLiteral("Add student")).create(student)));
        std::vector<Id> pages;
        for (int i = 0; i < photos; ++i) {
            Sample sample;
            sample.id = store.makeId();
            sample.student = student.id;
            Page page;
            page.id = store.makeId();
            page.sample = sample.id;
            page.original = notebook->vault().put(random.bytes(photoBytes)).value();
            page.preview = notebook->vault().put(random.bytes(previewBytes)).value();
            static_cast<void>(
                store.commit(Edit(QStringLiteral("Photograph a page")).create(sample).create(page)));
            pages.push_back(page.id);
        }
        for (int i = 0; i < notes; ++i) {
            Note note;
            note.id = store.makeId();
            note.about = pages[std::size_t(i) % pages.size()];
            note.words = QStringLiteral("Ends with a feeling, number %1").arg(i);
            static_cast<void>(store.commit(Edit(QStringLiteral("Write note")).create(note)));
        }
    }
    // Milliseconds of one sync to a place that has nothing yet.
    double syncTo(const QString &place, const ServerKey *key = nullptr) {
        Syncer syncer(*notebook, parts);
        if (const auto connected = syncer.connect(place, key); !connected)
            qFatal("connect: %s", qPrintable(connected.error().detail));
        return timed([&] {
            const auto report = syncer.sync();
            if (!report || !report->problems.empty() || report->sentPictures != 2 * photos)
                qFatal("sync: %s", report ? "not all sent" : qPrintable(report.error().detail));
        });
    }

    QTemporaryDir folder;
    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    KeptInMemory secrets;
    Store::Parts parts{files, clock, random, &secrets};
    std::unique_ptr<Profile> profile;
    Notebook *notebook = nullptr;
};

void syncEveryFile(const QString &folder) {
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const int file = ::open(QFile::encodeName(walk.next()).constData(), O_RDONLY);
        if (file < 0 || ::fsync(file) != 0)
            qFatal("fsync");
        ::close(file);
    }
}

// What restic says of itself is passed on if it fails.
void restic(const QString &repository, const QStringList &arguments) {
    QProcess process;
    QProcessEnvironment with = QProcessEnvironment::systemEnvironment();
    with.insert(QStringLiteral("RESTIC_PASSWORD"), QStringLiteral("of the bench"));
    with.insert(QStringLiteral("RESTIC_REPOSITORY"), repository);
    process.setProcessEnvironment(with);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("restic"), QStringList{QStringLiteral("--no-cache")} + arguments);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        qFatal("restic: %s", process.readAll().constData());
}

qint64 bytesIn(const QString &folder) {
    qint64 bytes = 0;
    QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        bytes += walk.fileInfo().size();
    }
    return bytes;
}

std::vector<Figure> day() {
    Day today;
    const QTemporaryDir places;
    int number = 0;
    const auto fresh = [&] {
        const QString path = places.filePath(QString::number(++number));
        QDir().mkpath(path);
        return path;
    };
    const QString sealed = fresh(); // what rclone moves: the very files
    today.syncTo(sealed);
    std::vector<Figure> figures;
    const double plain = double(photos) * double(photoBytes + previewBytes);
    figures.push_back({QStringLiteral("sealed photos / plain photos"),
                       QStringLiteral("all files of the store, bundles too"), double(bytesIn(sealed)) / plain,
                       0, 1.02, QStringLiteral("x")});
    const Pair folder =
        inTurn([&] { return today.syncTo(fresh()); },
               [&] {
                   const QString to = fresh();
                   return timed([&] {
                       rclone(QStringList{QStringLiteral("copy"), sealed, to} + rcloneOptions());
                       syncEveryFile(to);
                   });
               });
    figures.push_back(
        {QStringLiteral("a day to a folder"),
         QStringLiteral("60 photos of 2.5 MB, 600 notes; rclone copy --transfers 4, then fsync"),
         folder.measured, folder.baseline, 1.2});

    // Looks for what is there already, packs, encrypts and syncs, as a careful backup does: to compare with,
    // not to beat.
    const Pair backup = inTurn([&] { return today.syncTo(fresh()); },
                               [&] {
                                   const QString to = fresh();
                                   restic(to, {QStringLiteral("init")});
                                   return timed([&] { restic(to, {QStringLiteral("backup"), sealed}); });
                               });
    figures.push_back({QStringLiteral("a day to a folder, beside restic backup"),
                       QStringLiteral("the same files into a new repository"), backup.measured,
                       backup.baseline, 0});

    const test::RealServer server(test::RealServer::Apache);
    const ServerKey key{
        QString::fromLatin1(test::RealServer::user), QString::fromUtf8(test::RealServer::password), {}};
    const QStringList there = rcloneOptions(server);
    const Pair apache =
        inTurn([&] { return today.syncTo(server.url() + QStringLiteral("/own%1").arg(++number), &key); },
               [&] {
                   const QString to = QStringLiteral(":webdav:theirs%1").arg(++number);
                   return timed([&] { rclone(QStringList{QStringLiteral("copy"), sealed, to} + there); });
               });
    figures.push_back({QStringLiteral("a day to Apache by WebDAV"),
                       QStringLiteral("the same; rclone copy --transfers 4 over WebDAV"), apache.measured,
                       apache.baseline, 1.1});
    figures.push_back({QStringLiteral("peak memory of all of it"),
                       QStringLiteral("this program, its photos made too"), peakMegabytes(), 0, 150,
                       QStringLiteral("MB")});
    return figures;
}

const Registered syncDay("sync", day);

} // namespace

} // namespace inkstep::bench
