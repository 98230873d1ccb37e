// The folder a notebook syncs with as sticks and people leave it: empty, swapped for another; what a tablet
// says of it and does about it.
#include "core/sync/class.h"

using namespace inkstep;
using namespace inkstep::test;

namespace {

// What lay in a folder is away for as long as this lives.
class Away {
public:
    explicit Away(const QString &place) : m_place(place), m_away(place + QStringLiteral("-away")) {
        moved(m_place, m_away);
        QDir().mkpath(m_place);
    }
    ~Away() {
        QDir(m_place).removeRecursively();
        moved(m_away, m_place);
    }
    Away(const Away &) = delete;
    Away &operator=(const Away &) = delete;

private:
    static void moved(const QString &from, const QString &to) {
        if (!QDir().rename(from, to))
            qFatal("cannot move %s", qPrintable(from));
    }
    QString m_place, m_away;
};

} // namespace

class TestPlaces : public QObject {
    Q_OBJECT

private slots:
    void aWrongClockHasWords_data() {
        QTest::addColumn<qint64>("ahead"); // seconds
        QTest::addColumn<QString>("words");
        QTest::newRow("right") << qint64(90) << QString();
        QTest::newRow("minutes") << qint64(25 * 60) << QStringLiteral("about 25 minutes ahead");
        QTest::newRow("behind") << qint64(-3700) << QStringLiteral("about an hour behind");
        QTest::newRow("days") << qint64(3 * 86400 + 5) << QStringLiteral("about 3 days ahead");
        QTest::newRow("long behind") << qint64(-86400) * 730 << QStringLiteral("about 2 years behind");
    }
    void aWrongClockHasWords() {
        QFETCH(qint64, ahead);
        QFETCH(QString, words);
        SyncReport report;
        QVERIFY(clockWords(report).isEmpty()); // a folder has no clock
        report.clockAhead = std::chrono::seconds(ahead);
        const QString told = clockWords(report);
        QCOMPARE(told.isEmpty(), words.isEmpty());
        QVERIFY2(told.contains(words), qPrintable(told));
    }

    void aStickThatIsOutIsWaitedFor_data() {
        QTest::addColumn<QString>("other"); // what lies in its place
        QTest::newRow("the empty mount point") << QString();
        QTest::newRow("another stick") << QStringLiteral("holiday.jpg");
    }
    void aStickThatIsOutIsWaitedFor() {
        QFETCH(QString, other);
        Class room;
        room.share();
        room.maya.student(QStringLiteral("Ada"));
        {
            const Away stick(room.place());
            if (!other.isEmpty())
                overwrite(QDir(room.place()).filePath(other), "x");
            const QStringList before = room.files(QString());
            const auto failed = room.maya.syncer->sync();
            QVERIFY(!failed);
            const QString said = wordsFor(failed.error()).sentence();
            QVERIFY2(said.contains(QStringLiteral("Nothing of this notebook")), qPrintable(said));
            QVERIFY2(said.contains(QStringLiteral("stick")), qPrintable(said));
            QVERIFY2(!said.contains(QStringLiteral("Choose")), qPrintable(said));
            QVERIFY(room.maya.syncer->state().value().nextTry.has_value());
            QVERIFY(!room.maya.syncer->makeInvite());
            QCOMPARE(room.files(QString()), before); // nothing is begun there
        }
        QCOMPARE(room.maya.sync().sentEdits, 1);
        room.tom.sync();
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    void whoJoinsWithoutTheStickIsAskedForIt() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(room.maya.syncer->connect(room.place()));
        const QString code = room.maya.syncer->makeInvite().value();
        {
            const Away stick(room.place());
            const auto failed = room.tom.join(code, QStringLiteral("Tom's tablet"));
            QVERIFY(!failed);
            QCOMPARE(failed.error().code, ErrorCode::StoreMissing);
            QVERIFY(QDir(room.place()).isEmpty());
        }
        QVERIFY(room.tom.join(code, QStringLiteral("Tom's tablet"))); // the same code is still good
    }

    void anAddressIsNoFolder() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        for (const char *place : {"ftp://files.example.org/x", "smb://nas/class"}) {
            const auto failed = room.maya.syncer->connect(QString::fromLatin1(place));
            QVERIFY(!failed);
            const QString told = wordsFor(failed.error()).sentence();
            QVERIFY2(told.contains(QStringLiteral("https://")), qPrintable(told));
        }
    }

    void anotherNotebooksFolderIsNotWaitedFor() {
        Class room;
        room.share();
        Tablet eve(room.clock, 3);
        eve.begin(QStringLiteral("Room 13"));
        const Away stick(room.place());
        QVERIFY(eve.syncer->connect(room.place()));
        QCOMPARE(room.maya.syncer->sync().error().code, ErrorCode::WrongStore);
        QVERIFY(!room.maya.syncer->state().value().nextTry);
    }
};

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
