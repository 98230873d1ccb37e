// The real devices: a sound server that only this test sees, with a microphone that hums. The length of what
// is heard is the clock's; a microphone that goes is noticed. INKSTEP_VOICE_SECONDS sets how long is listened
// (3).
#include "qtloudspeaker.h"
#include "qtmicrophone.h"

#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMediaDevices>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace inkstep;

namespace {

// The server; its microphone is the monitor of a sink into which a tone goes.
class SoundServer {
public:
    bool start() {
        if (!m_folder.isValid())
            return false;
        const QString socket = m_folder.filePath(QStringLiteral("native"));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        environment.insert(QStringLiteral("PULSE_RUNTIME_PATH"), m_folder.path());
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(
            QStringLiteral(PULSEAUDIO),
            {QStringLiteral("-n"), QStringLiteral("--daemonize=no"), QStringLiteral("--use-pid-file=no"),
             QStringLiteral("--exit-idle-time=-1"), QStringLiteral("--disable-shm=yes"), QStringLiteral("-L"),
             QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + socket,
             QStringLiteral("-L"), QStringLiteral("module-null-sink sink_name=room"), QStringLiteral("-L"),
             QStringLiteral("module-sine sink=room frequency=440"), QStringLiteral("-L"),
             QStringLiteral("module-remap-source source_name=microphone master=room.monitor")});
        if (!m_process.waitForStarted())
            return false;
        qputenv("PULSE_SERVER", "unix:" + socket.toLocal8Bit());
        return QTest::qWaitFor([&] { return QFile::exists(socket); }, 10'000);
    }
    void stop() {
        m_process.kill();
        m_process.waitForFinished();
    }
    ~SoundServer() { stop(); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace

class MicrophoneTest : public QObject {
    Q_OBJECT

private slots:
    void theLengthIsTheClocks() {
        bool told = false;
        const int asked = qEnvironmentVariableIntValue("INKSTEP_VOICE_SECONDS", &told);
        const int seconds = told ? asked : 3;
        QtMicrophone microphone;
        QTRY_VERIFY(microphone.isThere());
        SoundWriter writer;
        QElapsedTimer clock;
        double loudest = 0;
        connect(&microphone, &Microphone::heard, this, [&](const QByteArray &bytes) {
            const std::span<const qint16> samples(reinterpret_cast<const qint16 *>(bytes.constData()),
                                                  std::size_t(bytes.size()) / 2);
            if (!clock.isValid())
                clock.start();
            loudest = std::max(loudest, loudnessOf(samples));
            QVERIFY(writer.add(samples));
        });
        microphone.start();
        QVERIFY(QTest::qWaitFor([&] { return clock.isValid() && clock.hasExpired(seconds * 1000); },
                                seconds * 1000 + 15'000));
        microphone.stop();
        const qint64 wall = clock.elapsed();
        const auto file = writer.finish();
        QVERIFY(file);
        const auto reader = SoundReader::open(*file);
        QVERIFY(reader);
        const qint64 length = (*reader)->length().count();
        qInfo("%lld ms by the clock, %lld ms in the file, %lld bytes", static_cast<long long>(wall),
              static_cast<long long>(length), static_cast<long long>(file->size()));
        QVERIFY2(std::abs(length - wall) <= 200,
                 qPrintable(QStringLiteral("%1 of %2").arg(length).arg(wall)));
        QVERIFY(loudest > 0.5); // the tone, not silence

        QtLoudspeaker loudspeaker;
        QVERIFY(loudspeaker.isThere());
        QSignalSpy ended(&loudspeaker, &Loudspeaker::ended);
        (*reader)->seek((*reader)->length() - std::chrono::milliseconds(500));
        loudspeaker.play(**reader);
        QVERIFY(ended.wait(10'000));
    }

    // Last: the server does not come back.
    void takenAwayWhileListening() {
        QtMicrophone microphone;
        QSignalSpy heard(&microphone, &Microphone::heard);
        QSignalSpy broke(&microphone, &Microphone::broke);
        microphone.start();
        QVERIFY(heard.wait(10'000));
        m_server.stop();
        // Said, or silent: the recorder takes either for the end.
        heard.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!broke.isEmpty() || !heard.wait(2'000), 15'000);
    }

public:
    SoundServer m_server;
};

int main(int argc, char **argv) {
    MicrophoneTest test;
    if (!test.m_server.start()) // before anything asks Qt for devices
        qFatal("no sound server");
    const QGuiApplication application(argc, argv);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_microphone.moc"
