// Voice notes: kept whole, kept when they are broken off, never kept empty; played, moved in, deleted,
// undone.
#include "voicedesk.h"
#include "voicelist.h"
#include "voiceplayer.h"
#include "voicerecorder.h"

#include <QProcess>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;
using Permit = CameraPermission::Answer;

class VoiceTest : public QObject {
    Q_OBJECT

    struct Recorder {
        explicit Recorder(VoiceDesk &desk, Permit first = Permit::Granted, Permit then = Permit::Granted,
                          std::chrono::milliseconds longest = longestSound) {
            auto made = std::make_unique<FakeMicrophone>();
            microphone = made.get();
            recorder = std::make_unique<VoiceRecorder>(
                std::move(made), std::make_unique<FakePermission>(first, then), longest);
            recorder->setWorkspace(desk.workspace.get());
            recorder->setAboutId(idText(desk.maya));
        }
        VoiceRecorder *operator->() const { return recorder.get(); }
        FakeMicrophone *microphone = nullptr;
        std::unique_ptr<VoiceRecorder> recorder;
    };
    // A voice note of so long, kept.
    static QString kept(VoiceDesk &desk, std::chrono::milliseconds length) {
        Recorder recorder(desk);
        QSignalSpy spy(recorder.recorder.get(), &VoiceRecorder::kept);
        recorder->start();
        for (auto left = length; left > 0ms; left -= 100ms)
            recorder.microphone->say(std::min(left, 100ms));
        recorder->stop();
        return spy.wait() ? spy.takeFirst().at(0).toString() : QString();
    }

private slots:
    void whatIsSaidIsKeptSealedAndNamed() {
        VoiceDesk desk;
        Recorder recorder(desk);
        QSignalSpy spy(recorder.recorder.get(), &VoiceRecorder::kept);
        recorder->start();
        QCOMPARE(recorder->state(), VoiceRecorder::Starting);
        for (int i = 0; i < 20; ++i) {
            recorder.microphone->say(100ms, i < 10 ? 0.0 : 0.8);
            QCOMPARE(recorder->state(), VoiceRecorder::Listening);
            QVERIFY(i < 10 ? recorder->level() == 0 : recorder->level() > 0.8);
        }
        QCOMPARE(recorder->seconds(), 2);
        recorder.microphone->left = FakeMicrophone::samples(60ms, 0.8);
        recorder->stop();
        QVERIFY(!recorder.microphone->open);
        QVERIFY(spy.wait());
        QCOMPARE(recorder->state(), VoiceRecorder::Idle);
        QCOMPARE(recorder->trouble(), QString());
        const auto voices = desk.voices();
        QCOMPARE(voices.size(), std::size_t(1));
        QCOMPARE(voices.front().about, desk.maya);
        QVERIFY(std::abs(voices.front().length - 2'060) <= 1);
        QCOMPARE(voices.front().wave.size(), qsizetype(waveSteps));
        QVERIFY(voices.front().wave.startsWith(QLatin1Char('0')) &&
                voices.front().wave.endsWith(QLatin1Char('8')));
        const auto file = voiceFile(*desk.workspace->notebook(), voices.front().id);
        QVERIFY(file && file->startsWith("OggS"));
        const auto sealed = desk.workspace->notebook()->vault().sealed(voices.front().sound.name);
        QVERIFY(!sealed->contains("OpusHead"));

        desk.workspace->undo();
        QTRY_VERIFY(desk.voices().empty());
        QTRY_VERIFY(!desk.workspace->redoLabel().isEmpty());
        desk.workspace->redo();
        QTRY_COMPARE(desk.voices().size(), std::size_t(1));
    }

    // The folder as a program that is killed leaves it, opened by the next.
    void killedWhileListening() {
        const QTemporaryDir left;
        VoiceDesk desk;
        Recorder recorder(desk);
        recorder->start();
        for (int i = 0; i < 50; ++i)
            recorder.microphone->say(100ms);
        const Vault &vault = desk.workspace->notebook()->vault();
        QTRY_COMPARE(vault.pieces(), 2); // of two seconds each
        QProcess copy;
        copy.start(QStringLiteral("cp"),
                   {QStringLiteral("-r"), desk.folder.path() + QStringLiteral("/."), left.path()});
        QVERIFY(copy.waitForFinished() && copy.exitCode() == 0);

        QFile::remove(left.filePath(QStringLiteral("lock"))); // it names this very process, which lives on
        QSignalSpy kept(recorder.recorder.get(), &VoiceRecorder::kept);
        recorder->stop();
        QVERIFY(kept.wait());
        QCOMPARE(desk.voices().size(), std::size_t(1));
        QCOMPARE(vault.pieces(), 0);

        desk.workspace =
            std::make_unique<Workspace>(left.path(), Store::Parts{desk.files, desk.clock, desk.random});
        QSignalSpy performed(desk.workspace.get(), &Workspace::performed);
        desk.workspace->open();
        QVERIFY2(performed.wait(10'000), qPrintable(desk.workspace->problem()));
        QVERIFY(performed.takeFirst().at(0).toString().contains(QStringLiteral("when Inkstep ended")));
        QCOMPARE(desk.voices().size(), std::size_t(1));
        QCOMPARE(desk.voices().front().about, desk.maya);
        QVERIFY(desk.voices().front().length >= 3'000);
    }

    void thrownAwayLeavesNoPieces() {
        VoiceDesk desk;
        Recorder recorder(desk);
        recorder->start();
        recorder.microphone->say(5s);
        QTRY_COMPARE(desk.workspace->notebook()->vault().pieces(), 1);
        recorder->discard();
        QTRY_COMPARE(desk.workspace->notebook()->vault().pieces(), 0);
        QVERIFY(desk.voices().empty());
    }

    void nothingEmptyIsKept_data() {
        QTest::addColumn<QString>("way");
        for (const char *way :
             {"stopped at once", "a slip", "thrown away", "pulled out at once", "silent", "not there"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void nothingEmptyIsKept() {
        QFETCH(QString, way);
        VoiceDesk desk;
        Recorder recorder(desk);
        recorder.microphone->there = way != QLatin1StringView("not there");
        recorder->start();
        if (way == QLatin1StringView("stopped at once")) {
            recorder->stop();
        } else if (way == QLatin1StringView("a slip")) {
            recorder.microphone->say(100ms);
            recorder->stop();
            QVERIFY(recorder->trouble().contains(QStringLiteral("too short")));
        } else if (way == QLatin1StringView("thrown away")) {
            recorder.microphone->say(5s);
            recorder->discard();
        } else if (way == QLatin1StringView("pulled out at once")) {
            recorder.microphone->pullOut();
            QVERIFY(recorder->trouble().contains(QStringLiteral("cannot be used")));
        } else if (way == QLatin1StringView("silent")) {
            QTRY_COMPARE(recorder->state(), VoiceRecorder::Idle);
            QVERIFY(recorder->trouble().contains(QStringLiteral("sends no sound")));
        } else {
            QVERIFY(recorder->trouble().contains(QStringLiteral("No microphone is connected")));
        }
        QCOMPARE(recorder->state(), VoiceRecorder::Idle);
        QVERIFY(!recorder.microphone->open);
        QVERIFY(desk.voices().empty());
        QCOMPARE(desk.sealedFiles(), std::size_t(0));
    }

    void takenAwayInTheMiddle() {
        VoiceDesk desk;
        Recorder recorder(desk);
        QSignalSpy spy(recorder.recorder.get(), &VoiceRecorder::kept);
        recorder->start();
        recorder.microphone->say(3s);
        recorder.microphone->pullOut();
        QVERIFY(spy.wait());
        QCOMPARE(recorder->trouble(),
                 QStringLiteral("The microphone was taken away. What was said until then is kept."));
        QCOMPARE(desk.voices().size(), std::size_t(1));
        QVERIFY(std::abs(desk.voices().front().length - 3'000) <= 1);
    }

    void permission_data() {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("then");
        QTest::addColumn<bool>("listens");
        QTest::newRow("denied before") << int(Permit::Denied) << int(Permit::Denied) << false;
        QTest::newRow("asked and denied") << int(Permit::NotAsked) << int(Permit::Denied) << false;
        QTest::newRow("asked and granted") << int(Permit::NotAsked) << int(Permit::Granted) << true;
    }
    void permission() {
        QFETCH(int, first);
        QFETCH(int, then);
        QFETCH(bool, listens);
        VoiceDesk desk;
        Recorder recorder(desk, Permit(first), Permit(then));
        recorder->start();
        QCOMPARE(recorder.microphone->open, listens);
        QCOMPARE(recorder->trouble().contains(QStringLiteral("not allowed to use the microphone")), !listens);
        recorder->discard();
    }

    void noLongerThanAllowed() {
        VoiceDesk desk;
        Recorder recorder(desk, Permit::Granted, Permit::Granted, 2min);
        QSignalSpy spy(recorder.recorder.get(), &VoiceRecorder::kept);
        recorder->start();
        for (int i = 0; i < 20 && recorder.microphone->open; ++i)
            recorder.microphone->say(10s, 0.1);
        QVERIFY(spy.wait());
        QVERIFY(recorder->trouble().contains(QStringLiteral("2 minutes at most. It is kept")));
        QVERIFY(std::abs(desk.voices().front().length - 120'000) <= 1);
    }

    void leavingKeepsWhatWasSaid() {
        VoiceDesk desk;
        {
            Recorder recorder(desk);
            recorder->start();
            recorder.microphone->say(2s);
        }
        QTRY_COMPARE(desk.voices().size(), std::size_t(1));
        Recorder recorder(desk);
        recorder->start();
        recorder.microphone->say(1s);
        recorder->setAboutId(idText(desk.workspace->notebook()->id())); // another page is looked at
        QTRY_COMPARE(desk.voices().size(), std::size_t(2));
        QCOMPARE(desk.voices().back().about, desk.maya);
    }

    void partsThatWereMissedAreSaid() {
        VoiceDesk desk;
        Recorder recorder(desk);
        QSignalSpy spy(recorder.recorder.get(), &VoiceRecorder::kept);
        recorder->start();
        recorder.microphone->say(400ms);
        QElapsedTimer wall;
        wall.start();
        QTRY_VERIFY(wall.hasExpired(900));
        recorder->stop();
        QVERIFY(spy.wait());
        QVERIFY2(recorder->trouble().startsWith(QStringLiteral("The microphone missed a part: 0.4 s of ")),
                 qPrintable(recorder->trouble()));
    }

    void playedMovedInAndEnded() {
        VoiceDesk desk;
        const QString first = kept(desk, 4s);
        const QString second = kept(desk, 1s);
        auto made = std::make_unique<FakeLoudspeaker>();
        FakeLoudspeaker *loudspeaker = made.get();
        VoicePlayer player(std::move(made));
        player.setWorkspace(desk.workspace.get());
        player.play(first);
        QTRY_VERIFY(loudspeaker->playing);
        QCOMPARE(player.voiceId(), first);
        loudspeaker->now = 1s;
        QVERIFY(std::abs(player.position() - 0.25) < 0.01);
        player.seek(first, 0.75);
        QVERIFY(loudspeaker->playing);
        QVERIFY(std::abs(loudspeaker->from.count() - 3'000) <= 1);
        loudspeaker->now = 200ms;
        player.pause();
        QVERIFY(!loudspeaker->playing && !player.playing());
        QVERIFY(std::abs(player.position() - 0.8) < 0.01);
        player.play(first);
        QVERIFY(std::abs(loudspeaker->from.count() - 3'200) <= 1);
        player.play(second); // ends the first
        QTRY_COMPARE(loudspeaker->from.count(), 0);
        QTRY_VERIFY(player.playing());
        QCOMPARE(player.voiceId(), second);
        loudspeaker->reachTheEnd();
        QVERIFY(!player.playing());
        QCOMPARE(player.position(), 0.0);
        loudspeaker->there = false;
        player.play(second);
        QVERIFY(player.trouble().contains(QStringLiteral("no loudspeaker")));
    }

    void theListFollows() {
        VoiceDesk desk;
        VoiceList list;
        list.setWorkspace(desk.workspace.get());
        list.setAboutId(idText(desk.maya));
        QTRY_VERIFY(list.ready());
        QCOMPARE(list.count(), 0);
        const QString id = kept(desk, 3s);
        QTRY_COMPARE(list.count(), 1);
        QVERIFY(list.rows().front().here);
        list.remove(id);
        QTRY_COMPARE(list.count(), 0);
        QTRY_VERIFY(!desk.workspace->undoLabel().isEmpty());
        desk.workspace->undo();
        QTRY_COMPARE(list.count(), 1);
        // Gone from this device's disk: said, not crashed.
        VoicePlayer player(std::make_unique<FakeLoudspeaker>());
        player.setWorkspace(desk.workspace.get());
        player.play(idText(desk.maya));
        QTRY_VERIFY(player.trouble().contains(QStringLiteral("still on another tablet")));
    }
};

QTEST_MAIN(VoiceTest)
#include "tst_voice.moc"
