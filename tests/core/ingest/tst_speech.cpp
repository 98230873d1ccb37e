// A recording whose program is killed while somebody speaks: what was said until then is there at the next
// start, once. Run with --speak FOLDER it is the program that is killed.
#include "ingest/speech.h"
#include "store/layout.h"
#include "support/fakes.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QProcess>
#include <QTest>
#include <cmath>
#include <cstdio>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

namespace {

std::vector<qint16> samples(std::chrono::milliseconds length) {
    std::vector<qint16> out(std::size_t(length.count() * soundRate / 1000));
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = qint16(12'000 * std::sin(double(i) * 0.05));
    return out;
}

struct Room {
    explicit Room(const QString &folder) {
        profile = Profile::open(folder, {files, clock, random}).value();
        if (profile->entries().empty()) {
            notebook = profile->create(QStringLiteral("Room 12"), NotebookKind::Class).value();
            Student child;
            child.id = notebook->store().makeId();
            child.name = QStringLiteral("Maya");
            if (!notebook->store().commit(Edit(QString()).create(child)))
                qFatal("no child");
        } else {
            notebook = profile->notebook(profile->current()).value();
        }
        notebook->store().read([&](Database &db) {
            Statement &row = db.use("SELECT id FROM student");
            if (row.step())
                maya = row.id(0);
            row.reset();
            return true;
        });
    }
    std::vector<Voice> voices() {
        return *notebook->store().read([](Database &db) {
            static const std::string sql = "SELECT " + columnsOf<Voice>("v") + " FROM voice v";
            std::vector<Voice> all;
            Statement &row = db.use(sql);
            while (row.step())
                all.push_back(readRow<Voice>(row));
            row.reset();
            return all;
        });
    }
    // Speaks for so many pieces, as the recorder does; says so after each.
    Id speak(int pieces, bool aloud = false) {
        const Id note = notebook->store().makeId();
        SoundWriter writer;
        qsizetype written = 0;
        if (!beginSpeech(*notebook, note, maya, Author::Adult))
            return {};
        for (int n = 1; n <= pieces; ++n) {
            if (!writer.add(samples(speechPiece)))
                return {};
            const QByteArray piece = writer.since(written);
            written += piece.size();
            if (!addSpeech(*notebook, piece))
                return {};
            if (aloud) {
                std::printf("%d\n", n);
                std::fflush(stdout);
            }
        }
        whole = writer.finish().value();
        return note;
    }

    SystemFiles files;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Profile> profile;
    Notebook *notebook = nullptr;
    Id maya;
    QByteArray whole;
};

} // namespace

class TestSpeech : public QObject {
    Q_OBJECT

private slots:
    void killedWhileSpeaking() {
        for (const int heard : {1, 2, 5, 9}) {
            const QTemporaryDir folder;
            QProcess program;
            program.start(QCoreApplication::applicationFilePath(),
                          {QStringLiteral("--speak"), folder.path()});
            QByteArray said;
            while (said.count('\n') < heard && program.waitForReadyRead(60'000))
                said += program.readAllStandardOutput();
            program.kill(); // SIGKILL
            program.waitForFinished();
            said += program.readAllStandardOutput();
            QCOMPARE(program.exitStatus(), QProcess::CrashExit);
            const auto pieces = said.count('\n');
            QVERIFY(pieces >= heard);

            Room room(folder.path());
            const auto recovered = recoverSpeech(*room.notebook);
            QVERIFY2(recovered, recovered ? "" : qPrintable(recovered.error().detail));
            QVERIFY(*recovered);
            // All that was durable, but for the second the encoder holds.
            QVERIFY2((**recovered).length >= pieces * speechPiece - 1100ms,
                     qPrintable(QString::number((**recovered).length.count())));
            const auto voices = room.voices();
            QCOMPARE(voices.size(), std::size_t(1));
            QCOMPARE(voices.front().about, room.maya);
            QCOMPARE(voices.front().length, (**recovered).length.count());
            QCOMPARE(voices.front().wave.size(), qsizetype(waveSteps));
            QVERIFY(voiceFile(*room.notebook, voices.front().id));
            QCOMPARE(room.notebook->vault().pieces(), 0);
            QVERIFY(!*recoverSpeech(*room.notebook)); // once
            QCOMPARE(room.voices().size(), std::size_t(1));
        }
    }

    void neverOpenOnTheDisk() {
        const QTemporaryDir folder;
        Room room(folder.path());
        QVERIFY(!room.speak(3).isNull());
        int files = 0;
        QDirIterator all(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("OggS"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files >= 3);
    }

    void aSpoiledPieceEndsIt() {
        const QTemporaryDir folder;
        Room room(folder.path());
        QVERIFY(!room.speak(4).isNull());
        QDirIterator all(folder.path(), {QStringLiteral("2")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(all.hasNext());
        QFile third(all.next());
        QVERIFY(third.open(QIODevice::ReadWrite));
        QVERIFY(third.resize(third.size() / 2));
        const auto recovered = recoverSpeech(*room.notebook);
        QVERIFY(recovered && *recovered);
        QVERIFY((**recovered).length >= 2900ms && (**recovered).length <= 4100ms);
    }

    // Killed after the note was kept and before its pieces went.
    void whatWasKeptIsNotKeptAgain() {
        const QTemporaryDir folder;
        Room room(folder.path());
        const Id note = room.speak(2);
        QVERIFY(keepVoice(*room.notebook, {room.whole, {}, room.maya, Author::Adult, note}));
        const auto recovered = recoverSpeech(*room.notebook);
        QVERIFY(recovered && !*recovered);
        QCOMPARE(room.voices().size(), std::size_t(1));
        QCOMPARE(room.notebook->vault().pieces(), 0);
    }

    void nothingWasSaid() {
        const QTemporaryDir folder;
        Room room(folder.path());
        QVERIFY(!*recoverSpeech(*room.notebook));
        QVERIFY(beginSpeech(*room.notebook, room.notebook->store().makeId(), room.maya, Author::Adult));
        QVERIFY(!*recoverSpeech(*room.notebook));
        QVERIFY(room.voices().empty());
        QCOMPARE(addSpeech(*room.notebook, "x").error().code, ErrorCode::NotFound);
    }
};

int main(int argc, char **argv) {
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--speak")
        return Room(QString::fromLocal8Bit(argv[2])).speak(100'000, true).isNull();
    TestSpeech test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_speech.moc"
