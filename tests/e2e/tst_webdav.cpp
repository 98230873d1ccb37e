// Two profiles and a real server, through the real program: connecting, joining, syncing, and syncs killed at
// random moments. INKSTEP_SYNC_KILLS sets how many (500 for the full run).
#include "e2e/program.h"
#include "support/realservers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using inkstep::test::RealServer;
using inkstep::test::ScratchClass;
using inkstep::test::words;

namespace {

// Two tablets that share a class on a server.
struct Served {
    explicit Served(RealServer::Kind kind) : server(kind) {}
    QString connect(const QStringList &more = {}) const {
        return a
            .run(words({"connect"}) << server.url() + QStringLiteral("/Room 5") << more,
                 QByteArray(RealServer::password) + '\n')
            .err;
    }
    QString join(const QStringList &more = {}) const {
        return b
            .run(words({"join", "--device-name", "B"}) << a.run(words({"invite"})).out.trimmed() << more,
                 QByteArray(RealServer::password) + '\n')
            .err;
    }
    QString syncBoth() const {
        QString problems;
        for (const ScratchClass *one : {&a, &b, &a, &b})
            problems += one->run(words({"sync"})).err;
        return problems;
    }
    // A store on the server's own disk, checked without a key.
    QString verify() const {
        const auto checked =
            inkstep::test::inkstep(words({"verify"}) << server.folder() + QStringLiteral("/Room 5"));
        return checked.code == 0 ? QString() : checked.out + checked.err;
    }

    RealServer server;
    ScratchClass a;
    ScratchClass b{QByteArray{}};
};

} // namespace

class TestWebDav : public QObject {
    Q_OBJECT

private slots:
    void twoProfilesMeet_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("Apache") << int(RealServer::Apache);
        QTest::newRow("rclone") << int(RealServer::Rclone);
    }
    void twoProfilesMeet() {
        QFETCH(int, kind);
        const Served shared{RealServer::Kind(kind)};
        const QString page = shared.a.write("page.jpg", inkstep::test::picture({2000, 1500}, "JPG"));
        QCOMPARE(shared.a.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
        QCOMPARE(shared.connect(), QString());
        QCOMPARE(shared.a.run(words({"sync"})).err, QString());
        QCOMPARE(shared.join(), QString());
        QCOMPARE(shared.b.run(words({"sync"})).err, QString());
        QCOMPARE(shared.b.run(words({"note", "--student", "Ada Lima", "Say who is speaking"})).code, 0);
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.a.digest(), shared.b.digest());
        QCOMPARE(shared.a.run(words({"status", "--json"})).json().value(QLatin1StringView("copied")).toInt(),
                 0);
        QCOMPARE(shared.verify(), QString());
        QCOMPARE(shared.b.run(words({"verify"})).code, 0);
    }

    void whatGoesWrongIsOneSentence() {
        const Served shared{RealServer::Apache};
        const QString url = shared.server.url();
        const auto wrong = shared.a.run(words({"connect"}) << url, "not it\n");
        QCOMPARE(wrong.code, 1);
        QVERIFY2(wrong.err.contains(QStringLiteral("user name and password")), qPrintable(wrong.err));
        const auto nobody = shared.a.run(words({"connect", "https://127.0.0.1:9/x"}), "x\n");
        QCOMPARE(nobody.code, 1);
        QVERIFY2(nobody.err.contains(QStringLiteral("is not there")), qPrintable(nobody.err));
        for (const char *bad : {"http://cloud.example.org/x", "https://a:secret@cloud.example.org/x",
                                "https://cloud.example.org/x?page=1", "https:///x"}) {
            const auto refused = shared.a.run(words({"connect", bad}), "x\n");
            QCOMPARE(refused.code, 1);
            QCOMPARE(refused.err.count(QLatin1Char('\n')), 1);
            QVERIFY(!refused.err.contains(QStringLiteral("secret")));
        }
        // The password never lies where the notebook does, and the file that holds it is its owner's.
        QCOMPARE(shared.connect(), QString());
        QFile passwords(shared.a.profile() + QStringLiteral("/passwords"));
        if (passwords.exists())
            QVERIFY(!(passwords.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void theLastTabletIsGoneAndTheWordsBringTheNotebookBack() {
        const Served shared{RealServer::Apache};
        const QString page = shared.a.write("page.jpg", inkstep::test::picture({2000, 1500}, "JPG"));
        QCOMPARE(shared.a.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
        QCOMPARE(shared.connect(), QString());
        const auto paper = shared.a.run(words({"recovery"}));
        QVERIFY2(paper.code == 0, qPrintable(paper.err));
        const QString place = shared.server.url() + QStringLiteral("/Room 5");
        const ScratchClass bare{QByteArray{}};
        const auto recover = [&](const QByteArray &password, const QByteArray &sixWords) {
            return bare.run(words({"recover", "--device-name", "New"}) << place,
                            password + '\n' + sixWords + '\n');
        };
        const auto slip = recover(RealServer::password, "babab babab babab babab babab babab");
        QCOMPARE(slip.code, 1);
        QVERIFY2(slip.err.contains(QStringLiteral("words")), qPrintable(slip.err));
        QCOMPARE(recover("not it", paper.out.trimmed().toUtf8()).code, 1);
        const auto back = recover(RealServer::password, paper.out.trimmed().toUtf8());
        QVERIFY2(back.code == 0, qPrintable(back.err));
        QCOMPARE(shared.a.run(words({"sync"})).err, QString());
        QCOMPARE(bare.run(words({"sync"})).err, QString());
        QCOMPARE(bare.digest(), shared.a.digest());
        QCOMPARE(bare.run(words({"verify"})).code, 0);
        QCOMPARE(shared.verify(), QString());
    }

    void aCertificateIsComparedOnce() {
        const Served shared{RealServer::ApacheTls};
        const QString unknown = shared.connect();
        const QString shown =
            QString::fromLatin1(shared.server.certificateFingerprint().toHex(':').toUpper());
        QVERIFY2(unknown.contains(shown), qPrintable(unknown));
        QCOMPARE(shared.connect({QStringLiteral("--fingerprint"), shown}), QString());
        QCOMPARE(shared.a.run(words({"sync"})).err, QString());
        QVERIFY(shared.join().contains(shown));
        QCOMPARE(shared.join({QStringLiteral("--fingerprint"), shown}), QString());
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.a.digest(), shared.b.digest());
    }

    void killedWhileSyncing() {
        const int asked = qEnvironmentVariableIntValue("INKSTEP_SYNC_KILLS");
        const int kills = asked > 0 ? asked : 12;
        const Served shared{RealServer::Apache};
        QCOMPARE(shared.connect(), QString());
        QCOMPARE(shared.a.run(words({"sync"})).err, QString());
        QCOMPARE(shared.join(), QString());
        QCOMPARE(shared.syncBoth(), QString());
        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator chance(seed);
        qint64 usual = 400; // ms a sync takes
        int killed = 0;
        for (int round = 0; killed < kills && round < 6 * kills; ++round) {
            const ScratchClass &one = round % 2 ? shared.b : shared.a;
            const QString page = one.write("page.jpg", inkstep::test::picture({1200, 900}, "JPG", round + 1));
            QCOMPARE(one.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
            QProcess sync;
            sync.setProcessEnvironment(inkstep::test::quietEnvironment());
            QElapsedTimer since;
            since.start();
            sync.start(inkstep::test::programPath(), words({"sync", "--profile"}) << one.profile());
            if (!sync.waitForFinished(int(chance.bounded(usual + 1)))) {
                sync.kill(); // SIGKILL
                sync.waitForFinished();
                ++killed;
            } else {
                usual = std::max<qint64>(100, since.elapsed());
            }
            QCOMPARE(one.run(words({"verify"})).code, 0);
        }
        QCOMPARE(killed, kills);
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.a.digest(), shared.b.digest());
        for (const ScratchClass *one : {&shared.a, &shared.b}) {
            const auto status = one->run(words({"status", "--json"})).json();
            QCOMPARE(status.value(QLatin1StringView("waiting")).toInt(), 0);
            QCOMPARE(status.value(QLatin1StringView("wanted")).toInt(), 0);
            QCOMPARE(one->run(words({"verify"})).code, 0);
        }
        QCOMPARE(shared.verify(), QString());
    }
};

QTEST_MAIN(TestWebDav)
#include "tst_webdav.moc"
