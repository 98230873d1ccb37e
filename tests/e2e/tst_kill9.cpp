// Killed at a random moment while photographs come in, from files and from the camera: what was announced is
// whole, nothing is lost, the next start works. INKSTEP_KILLS sets how often each (100 for the full run of
// 200).
#include "demo/generator/generator.h"
#include "e2e/program.h"
#include "store/layout.h"
#include "store/profile.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using Ran = inkstep::test::Outcome;
using inkstep::test::ScratchClass;
using namespace inkstep;

class TestKill9 : public QObject {
    Q_OBJECT

    static constexpr int burst = 30;        // pages
    static constexpr int inOneProfile = 10; // kills

    // Photographs as the camera gives them; a few are enough, since every import seals them anew.
    static QStringList photographs(const ScratchClass &room) {
        const auto content = builtInClass();
        QStringList files;
        QList<QByteArray> made;
        for (int i = 0; i < 3; ++i) {
            const PageSpec page =
                pageFor(content->writings.at(std::size_t(i) * 7), handOf(quint64(i) + 1, 7), quint64(i));
            made << jpegOf(photograph(paintPage(page), ordinaryCamera(quint64(i) + 1)));
        }
        for (int i = 0; i < burst; ++i)
            files << room.write(qPrintable(QStringLiteral("%1.jpg").arg(i)), made.at(i % made.size()));
        return files;
    }

    // How a burst comes in: a program that announces each page it has kept on a line that begins with its id.
    struct Way {
        QString program;
        QStringList arguments;
    };
    static Way wayIn(const ScratchClass &room, bool camera) {
        const QStringList files = photographs(room);
        if (camera)
            return {QStringLiteral(INKSTEP_CAMERABURST),
                    {room.profile(), QStringLiteral("Maya"), files.first(), QString::number(burst)}};
        return {inkstep::test::programPath(),
                QStringList{QStringLiteral("import"), QStringLiteral("--profile"), room.profile(),
                            QStringLiteral("--student"), QStringLiteral("Maya")} +
                    files};
    }

    struct Burst {
        QStringList announced; // page ids
        QByteArray err;
        bool killed = false;
        qint64 ms = 0;
        qint64 announcing = 0; // ms, from the first page that was waited for to the last
    };
    // Brings in the burst; kills the program `ms` after it has announced so many pages, unless it is faster.
    static Burst run(const Way &way, int pages, int ms) {
        QProcess process;
        process.setProcessEnvironment(inkstep::test::quietEnvironment());
        QElapsedTimer since;
        since.start();
        process.start(way.program, way.arguments);
        Burst result;
        QByteArray out;
        qint64 first = 0;
        while (out.count('\n') < pages && process.waitForReadyRead(600'000)) {
            out += process.readAllStandardOutput();
            if (first == 0)
                first = since.elapsed();
        }
        result.announcing = since.elapsed() - first;
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(ms)) {
            result.killed = true;
            process.kill(); // SIGKILL
            process.waitForFinished();
        }
        result.ms = since.elapsed();
        result.err = process.readAllStandardError();
        out += process.readAllStandardOutput();
        // A line counts when it is whole; the last may be cut.
        const QString whole = QString::fromUtf8(out.first(out.lastIndexOf('\n') + 1));
        for (const QString &line : whole.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            result.announced << line.section(QLatin1Char(' '), 0, 0);
        return result;
    }

private slots:
    void whatWasAnnouncedIsThere_data() {
        QTest::addColumn<bool>("camera");
        QTest::addColumn<int>("kills");
        const int asked = qEnvironmentVariableIntValue("INKSTEP_KILLS");
        // A profile of its own for every few, so that one does not grow until checking it takes all the time.
        for (int left = asked > 0 ? asked : 12; left > 0; left -= inOneProfile) {
            const int here = qMin(left, inOneProfile);
            QTest::addRow("files, %d to go", left) << false << here;
            if (qstrlen(INKSTEP_CAMERABURST) > 0)
                QTest::addRow("camera, %d to go", left) << true << here;
        }
    }
    void whatWasAnnouncedIsThere() {
        QFETCH(bool, camera);
        QFETCH(int, kills);
        const ScratchClass room("Maya\n");
        const Way way = wayIn(room, camera);
        QSet<QString> announced;
        const Burst whole = run(way, burst, 600'000);
        QVERIFY2(!whole.killed && whole.announced.size() == burst, whole.err.constData());
        announced += QSet<QString>(whole.announced.begin(), whole.announced.end());

        const quint32 seed = QRandomGenerator::system()->generate();
        qInfo("seed %u, a burst takes %lld ms", seed, whole.ms);
        QRandomGenerator chance(seed);
        qint64 usual = whole.ms;
        // ms between two pages: files are all kept before the previews are made, which takes far longer.
        const int between = int(whole.announcing / burst) + 1;
        int killed = 0, announcedBeforeKill = 0;
        for (int i = 0; killed < kills && i < 4 * kills; ++i) {
            // Most die between two pages of the burst, the others anywhere, also while previews are made.
            const bool anywhere = chance.bounded(4) == 0;
            const Burst torn = anywhere ? run(way, 0, int(chance.bounded(usual + 1)))
                                        : run(way, int(chance.bounded(burst)), int(chance.bounded(between)));
            announced += QSet<QString>(torn.announced.begin(), torn.announced.end());
            if (torn.killed) {
                ++killed;
                announcedBeforeKill += int(torn.announced.size());
            } else {
                usual = torn.ms; // the machine has less to do than it had
            }

            const Ran verified = room.run({QStringLiteral("verify"), QStringLiteral("--json")});
            QVERIFY2(verified.code == 0, qPrintable(verified.err + verified.out));
            const Ran status = room.run({QStringLiteral("status"), QStringLiteral("--json")});
            QCOMPARE(status.code, 0);
            QVERIFY(status.json().value(QLatin1StringView("pages")).toInt() >= announced.size());
        }
        QCOMPARE(killed, kills);
        QVERIFY2(kills < 10 || announcedBeforeKill > 0, "no kill came after a page was announced");
        qInfo("%d kills, %lld pages announced, %d of them by a program that was killed", killed,
              static_cast<long long>(announced.size()), announcedBeforeKill);
        everyAnnouncedPageIsWhole(room, announced);
        for (const QString &file : room.files())
            QVERIFY2(!file.contains(QStringLiteral("/.part-")), qPrintable(file)); // swept at the next start
    }

private:
    static void everyAnnouncedPageIsWhole(const ScratchClass &room, const QSet<QString> &announced) {
        SystemFiles files;
        const SystemClock clock;
        SystemRandom random;
        const auto profile = Profile::open(room.profile(), {files, clock, random});
        QVERIFY(profile);
        const auto notebook = (*profile)->find({});
        for (const QString &id : announced) {
            const auto page = (*notebook)->store().read(
                [&](Database &db) { return inkstep::find<Page>(db, idFromText(id)); });
            QVERIFY2(page && *page, qPrintable(id));
            const auto bytes = (*notebook)->vault().get((*page)->original);
            QVERIFY2(bytes, qPrintable(id));
            QVERIFY(inspect(*bytes)); // walks the whole file
        }
    }
};

QTEST_MAIN(TestKill9)
#include "tst_kill9.moc"
