// A pile of thirty, killed at random moments and taken up again until everybody is in: no page that was
// announced is lost, and none lies with another child. INKSTEP_PILE_KILLS sets how many kills (100 for the
// full run).
#include "e2e/program.h"
#include "imaging/imaging.h"
#include "store/layout.h"
#include "store/profile.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using inkstep::test::ScratchClass;
using namespace inkstep;

class TestPileKill9 : public QObject {
    Q_OBJECT

    static constexpr int children = 30;

    static QByteArray names() {
        QByteArray list;
        for (int i = 1; i <= children; ++i)
            list += "Ada " + QByteArray::number(i) + '\n';
        return list;
    }

    struct Run {
        QHash<QString, int> announced; // page, child's number
        bool killed = false;
        int code = -1;
        qint64 ms = 0;
        QByteArray err;
    };
    static Run run(const ScratchClass &room, int pages, int ms) {
        QProcess process;
        process.setProcessEnvironment(inkstep::test::quietEnvironment());
        QElapsedTimer since;
        since.start();
        process.start(QStringLiteral(INKSTEP_PILEBURST), {room.profile()});
        QByteArray out;
        while (out.count('\n') < pages && process.waitForReadyRead(600'000))
            out += process.readAllStandardOutput();
        Run result;
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(ms)) {
            result.killed = true;
            process.kill(); // SIGKILL
            process.waitForFinished();
        }
        result.ms = since.elapsed();
        result.code = process.exitCode();
        result.err = process.readAllStandardError();
        out += process.readAllStandardOutput();
        const QString whole = QString::fromUtf8(out.first(out.lastIndexOf('\n') + 1));
        for (const QString &line : whole.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            result.announced.insert(line.section(QLatin1Char(' '), 0, 0),
                                    line.section(QLatin1Char(' '), 1).toInt());
        return result;
    }

    static int numberIn(const QImage &page) {
        int number = 0;
        for (int bit = 0; bit < 8; ++bit)
            number |= (qGray(page.pixel(page.width() * (2 * bit + 1) / 16, page.height() / 2)) < 128 ? 1 : 0)
                      << bit;
        return number;
    }

    // Every page that lies there is its child's, and every one that was announced lies there.
    static void check(const ScratchClass &room, const QHash<QString, int> &announced, bool complete) {
        SystemFiles files;
        const SystemClock clock;
        SystemRandom random;
        const auto profile = Profile::open(room.profile(), {files, clock, random});
        QVERIFY(profile);
        const auto notebook = (*profile)->find({});
        struct Found {
            QString student;
            Page page;
        };
        const auto pages = (*notebook)->store().read([](Database &db) {
            static const std::string sql =
                "SELECT t.name, " + columnsOf<Page>("p") +
                " FROM page p JOIN sample s ON s.id = p.sample JOIN student t ON t.id "
                "= s.student WHERE p.deleted = 0 AND s.deleted = 0";
            std::vector<Found> all;
            Statement &row = db.use(sql);
            while (row.step())
                all.push_back({row.text(0), readRow<Page>(row, 1)});
            row.reset();
            return all;
        });
        QVERIFY(pages);
        QHash<QString, int> there;
        QHash<int, int> each;
        for (const Found &found : *pages) {
            const int owner = found.student.section(QLatin1Char(' '), -1).toInt();
            const auto bytes = (*notebook)->vault().get(found.page.original);
            QVERIFY2(bytes, qPrintable(idText(found.page.id)));
            const auto image = decodeUpright(*bytes, {160, 160});
            QVERIFY(image);
            QCOMPARE(numberIn(*image), owner);
            there.insert(idText(found.page.id), owner);
            ++each[owner];
        }
        for (auto one = announced.begin(); one != announced.end(); ++one) {
            QVERIFY2(there.contains(one.key()), qPrintable(one.key()));
            QCOMPARE(there.value(one.key()), one.value());
        }
        for (const int count : each)
            QCOMPARE(count, 1); // nobody twice: it went on where it was
        if (complete)
            QCOMPARE(each.size(), qsizetype(children));
    }

private slots:
    void nothingIsLostAndNothingLiesWithAnother() {
        const int asked = qEnvironmentVariableIntValue("INKSTEP_PILE_KILLS");
        const int kills = asked > 0 ? asked : 6;
        const quint32 seed = QRandomGenerator::system()->generate();
        QRandomGenerator chance(seed);
        int killed = 0, announcedByKilled = 0, piles = 0;
        while (killed < kills) {
            const ScratchClass room(names());
            QHash<QString, int> announced;
            ++piles;
            bool complete = false;
            // Some are killed once, some again and again while they are taken up.
            for (int here = int(chance.bounded(1, 6)); !complete;) {
                const bool kill = here-- > 0 && killed < kills;
                const int left = children - int(announced.size());
                const Run now = kill ? run(room, int(chance.bounded(left + 1)), int(chance.bounded(60)))
                                     : run(room, 0, 600'000);
                announced.insert(now.announced);
                if (now.killed) {
                    ++killed;
                    announcedByKilled += int(now.announced.size());
                } else {
                    QVERIFY2(now.code == 0, now.err.constData());
                    complete = true;
                }
                check(room, announced, complete);
                if (QTest::currentTestFailed()) {
                    qWarning("seed %u, pile %d, %d kills", seed, piles, killed);
                    return;
                }
            }
            const auto verified = room.run({QStringLiteral("verify")});
            QVERIFY2(verified.code == 0, qPrintable(verified.err + verified.out));
            for (const QString &file : room.files())
                QVERIFY2(!file.contains(QStringLiteral("/.part-")), qPrintable(file));
        }
        qInfo("%d kills over %d piles of %d, %d pages announced by programs that were killed; seed %u",
              killed, piles, children, announcedByKilled, seed);
    }
};

QTEST_GUILESS_MAIN(TestPileKill9)
#include "tst_pilekill9.moc"
