// Killed at a random moment of sending and fetching: nothing announced is lost, and in the end both devices
// and the folder agree. INKSTEP_SYNC_KILLS sets the rounds (50; 1000 for the full run).
#include "e2e/program.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using inkstep::test::Outcome;
using inkstep::test::picture;
using inkstep::test::ScratchClass;
using inkstep::test::words;

class TestKillSync : public QObject {
    Q_OBJECT

    // Starts a sync and ends it after so many milliseconds; whether it was still running.
    static bool killed(const ScratchClass &room, int ms) {
        QProcess process;
        process.setProcessEnvironment(inkstep::test::quietEnvironment());
        process.start(inkstep::test::programPath(), words({"sync", "--profile"}) << room.profile());
        if (process.waitForFinished(ms))
            return false;
        process.kill();
        process.waitForFinished();
        return true;
    }

private slots:
    void nothingAnnouncedIsLost() {
        const int asked = qEnvironmentVariableIntValue("INKSTEP_SYNC_KILLS");
        const int rounds = asked > 0 ? asked : 50;
        const quint32 seed = QRandomGenerator::system()->generate();
        QRandomGenerator chance(seed);
        const ScratchClass a("Maya Oyelaran\nAda Lima\n");
        const ScratchClass b(QByteArray{});
        const QTemporaryDir folder;
        QCOMPARE(a.run(words({"connect"}) << folder.path()).err, QString());
        QCOMPARE(a.run(words({"sync"})).err, QString());
        QCOMPARE(b.run(words({"join"}) << a.run(words({"invite"})).out.trimmed()).err, QString());
        QElapsedTimer usual;
        usual.start();
        QCOMPARE(b.run(words({"sync"})).code, 0);
        const int longest = int(usual.elapsed());
        const QString page = a.write("page.jpg", picture({400, 300}, "JPG"));

        int killedOnes = 0;
        int notes = 0;
        int pages = 0;
        for (int round = 0; round < rounds; ++round) {
            const ScratchClass &room = chance.bounded(2) == 0 ? a : b;
            if (chance.bounded(4) == 0) {
                QCOMPARE(room.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
                ++pages;
            } else {
                const Outcome noted = room.run(words({"note", "--student", "Maya Oyelaran"})
                                               << QStringLiteral("note %1").arg(round));
                QVERIFY2(noted.code == 0, qPrintable(QStringLiteral("seed %1: ").arg(seed) + noted.err));
                ++notes;
            }
            killedOnes += killed(room, int(chance.bounded(longest + 1))) ? 1 : 0;
        }
        for (int i = 0; i < 3; ++i) {
            for (const ScratchClass *room : {&a, &b}) {
                const Outcome calm = room->run(words({"sync"}));
                QVERIFY2(calm.code == 0, qPrintable(QStringLiteral("seed %1: ").arg(seed) + calm.err));
            }
        }
        QCOMPARE(a.digest(), b.digest());
        for (const ScratchClass *room : {&a, &b}) {
            const QJsonObject status = room->run(words({"status", "--json"})).json();
            QCOMPARE(status.value(QLatin1StringView("notes")).toInt(), notes);
            QCOMPARE(status.value(QLatin1StringView("pages")).toInt(), pages);
            QCOMPARE(status.value(QLatin1StringView("waiting")).toInt(), 0);
            QCOMPARE(status.value(QLatin1StringView("wanted")).toInt(), 0);
            QCOMPARE(room->run(words({"verify"})).code, 0);
        }
        const Outcome store = inkstep::test::inkstep(words({"verify", "--json"}) << folder.path());
        QVERIFY2(store.code == 0, qPrintable(store.out));
        QVERIFY2(killedOnes > rounds / 4, "most of them were done before they were killed");
        qInfo("%d rounds, %d killed while they ran, seed %u", rounds, killedOnes, seed);
    }
};

QTEST_GUILESS_MAIN(TestKillSync)
#include "tst_killsync.moc"
