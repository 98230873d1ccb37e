// A slow line: 100 ms there and back, 2 Mbit/s up, one packet in a hundred lost. Twenty megabytes beside
// rclone, and the minute in the car park: all words and readable pictures of a day.
#include "bench/bench.h"
#include "bench/rclone.h"
#include "bench/slowline.h"
#include "bench/tablet.h"
#include "demo/generator/generator.h"
#include "ingest/ingest.h"
#include "support/realservers.h"
#include "sync/engine/syncer.h"
#include "sync/remote/httpline.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

namespace inkstep::bench {

namespace {

constexpr int largePhotos = 8;
constexpr qsizetype photoBytes = 2'500'000;
constexpr int dayPhotos = 60;
constexpr int dayNotes = 600;
constexpr int differentPages = 6;

QByteArray atFarEnd(const QStringList &command) {
    const QStringList all = SlowLine::farEnd() + command;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("INKSTEP_PASSWORD"), QString::fromUtf8(test::RealServer::password));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(all.first(), all.mid(1));
    if (!process.waitForFinished(1'800'000) || process.exitCode() != 0)
        qFatal("%s", qPrintable(all.join(QLatin1Char(' '))));
    return process.readAllStandardOutput();
}

double syncThere(const QString &profile, const test::RealServer &server, const QString &place,
                 const char *what) {
    return atFarEnd({QCoreApplication::applicationDirPath() + QStringLiteral("/inkstep_bench_sync"), profile,
                     server.url() + place, QString::fromLatin1(server.certificateFingerprint().toHex()),
                     QString::fromLatin1(what)})
        .split(' ')
        .first()
        .toDouble();
}

Id addStudent(Tablet &tablet) {
    tablet.notebook = *tablet.profile->create(QStringLiteral("Room 12"), NotebookKind::Class);
    Student student;
    student.id = tablet.notebook->store().makeId();
    student.name = QStringLiteral("Ana");
    static_cast<void>(tablet.notebook->store().commit(Edit(QStringLiteral("Add student")).create(student)));
    return student.id;
}

// Photographs as a tablet takes them, and what is worked out of each.
void photographADay(Tablet &tablet) {
    const Id student = addStudent(tablet);
    const auto content = builtInClass();
    std::vector<QByteArray> pictures;
    for (int i = 0; i < differentPages; ++i) {
        const PageSpec page =
            pageFor(content->writings.at(std::size_t(i) * 7), handOf(quint64(i) + 1, 7), quint64(i));
        pictures.push_back(jpegOf(photograph(paintPage(page), ordinaryCamera(quint64(i) + 1))));
    }
    Ingest ingest(*tablet.notebook);
    std::vector<Id> pages;
    for (int i = 0; i < dayPhotos; ++i) {
        const auto kept =
            ingest.keep(pictures[std::size_t(i) % pictures.size()], {student, {}, SampleKind::InProgress});
        if (!kept || !ingest.derivePage(kept->page))
            qFatal("a page was not kept");
        pages.push_back(kept->page);
    }
    Store &store = tablet.notebook->store();
    for (int i = 0; i < dayNotes; ++i) {
        Note note;
        note.id = store.makeId();
        note.about = pages[std::size_t(i) % pages.size()];
        note.words = QStringLiteral("Ends with a feeling, number %1").arg(i);
        static_cast<void>(store.commit(Edit(QStringLiteral("Write note")).create(note)));
    }
}

std::vector<Figure> slow() {
    if (!SlowLine::possible()) {
        std::puts("    slow: needs root and /dev/net/tun");
        return {};
    }
    const SlowLine line(SlowLine::Quality{});
    const test::RealServer server(test::RealServer::ApacheTls, SlowLine::here());
    const QString backend = QStringLiteral("100 ms, 2 Mbit/s up, 1 % lost, TLS");
    std::vector<Figure> figures;
    int number = 0;

    Tablet large;
    const Id student = addStudent(large);
    for (int i = 0; i < largePhotos; ++i) {
        Sample sample;
        sample.id = large.notebook->store().makeId();
        sample.student = student;
        Page page;
        page.id = large.notebook->store().makeId();
        page.sample = sample.id;
        page.original = large.notebook->vault().put(large.random.bytes(photoBytes)).value();
        static_cast<void>(large.notebook->store().commit(
            Edit(QStringLiteral("Photograph a page")).create(sample).create(page)));
    }
    const QString sealed = large.folder.filePath(QStringLiteral("sealed"));
    QDir().mkpath(sealed);
    {
        Syncer syncer(*large.notebook, large.parts);
        if (!syncer.connect(sealed) || !syncer.sync())
            qFatal("the sealed files were not made");
    }
    large.profile.reset(); // one program at a time
    const QStringList options = rcloneOptions(server);
    const Pair pair = inTurn(
        [&] { return syncThere(large.folder.path(), server, QStringLiteral("/own%1").arg(++number), "all"); },
        [&] {
            const QStringList command = QStringList{QStringLiteral("rclone"), QStringLiteral("copy"), sealed,
                                                    QStringLiteral(":webdav:theirs%1").arg(++number)} +
                                        options;
            return timed([&] { atFarEnd(command); });
        },
        3);
    figures.push_back({QStringLiteral("20 MB over a slow line"),
                       backend + QStringLiteral("; rclone copy --transfers 4; median of 3"), pair.measured,
                       pair.baseline, 1.05});

    Tablet day;
    photographADay(day);
    day.profile.reset();
    std::vector<double> seconds;
    for (int round = 0; round < 3; ++round)
        seconds.push_back(syncThere(day.folder.path(), server, QStringLiteral("/day%1").arg(round), "small") /
                          1000);
    figures.push_back({QStringLiteral("the minute in the car park"),
                       backend + QStringLiteral("; 600 notes and 60 readable pages; median of 3"),
                       median(seconds), 0, 60, QStringLiteral("s")});
    return figures;
}

const Registered syncSlow("slow", slow);

} // namespace

} // namespace inkstep::bench
