// Disks that are full or take no writing: one sentence, exit code 1, and what was there is as it was.
#include "e2e/program.h"

#include <QFile>
#include <QTest>

using inkstep::test::Outcome;
using inkstep::test::picture;
using inkstep::test::ScratchClass;
using inkstep::test::words;

namespace {

// The verb with the disk below `root` full or read-only.
Outcome runOn(const ScratchClass &room, const char *trouble, const QString &root, const QStringList &verb) {
    QProcessEnvironment environment = inkstep::test::quietEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(INKSTEP_BADDISK));
    environment.insert(QString::fromLatin1(trouble), root);
    return inkstep::test::inkstep(QStringList(verb) << QStringLiteral("--profile") << room.profile(),
                                  "Noah\n", environment);
}

} // namespace

class TestBadDisk : public QObject {
    Q_OBJECT

private slots:
    void aProfileThatCannotBeWrittenTo_data() {
        QTest::addColumn<QByteArray>("trouble");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QStringList>("verb");
        QTest::addColumn<QString>("saying");
        const QString full = QStringLiteral("no room left");
        const QString refused = QStringLiteral("does not let Inkstep use");
        for (const auto &[name, verb] : {std::pair("import", words({"import", "--student", "Maya", "PAGE"})),
                                         std::pair("note", words({"note", "--student", "Maya", "Hello"})),
                                         std::pair("roster", words({"roster", "-"}))}) {
            for (const char *where : {"", "/NOTEBOOK", "/NOTEBOOK/blobs"}) {
                if (QLatin1StringView(where).endsWith(QLatin1StringView("blobs")) &&
                    qstrcmp(name, "import") != 0)
                    continue; // only pictures go there
                QTest::addRow("%s, %s full", name, where)
                    << QByteArray("INKSTEP_FULL") << QString::fromLatin1(where) << verb << full;
                QTest::addRow("%s, %s read-only", name, where)
                    << QByteArray("INKSTEP_READONLY") << QString::fromLatin1(where) << verb << refused;
            }
        }
    }
    void aProfileThatCannotBeWrittenTo() {
        QFETCH(QByteArray, trouble);
        QFETCH(QString, where);
        QFETCH(QStringList, verb);
        QFETCH(QString, saying);
        const ScratchClass room;
        const QString page = room.write("page.jpg", picture({640, 480}, "JPG"));
        verb.replaceInStrings(QStringLiteral("PAGE"), page);
        const QString root = where.isEmpty()
                                 ? room.profile()
                                 : where.replace(QStringLiteral("/NOTEBOOK"), room.notebookFolder());
        const QString digest = room.digest();
        const QStringList files = room.files();
        const Outcome outcome = runOn(room, trouble.constData(), root, verb);
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.out, QString());
        QVERIFY2(outcome.err.count(QLatin1Char('\n')) == 1 && outcome.err.contains(saying),
                 qPrintable(outcome.err));
        QCOMPARE(room.digest(), digest);
        QCOMPARE(room.files(), files);
        QCOMPARE(room.run(words({"verify"})).code, 0);
    }

    // The disk takes the beginning of a picture and not its end.
    void aDiskThatFillsUp() {
        const ScratchClass room;
        const QString page = room.write("page.jpg", picture({640, 480}, "JPG"));
        const QString digest = room.digest();
        const QStringList files = room.files();
        qputenv("INKSTEP_ROOM", "1000");
        const Outcome outcome = runOn(room, "INKSTEP_FULL", room.notebookFolder() + QStringLiteral("/blobs"),
                                      words({"import", "--student", "Maya"}) << page);
        qunsetenv("INKSTEP_ROOM");
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("no room left")), qPrintable(outcome.err));
        QCOMPARE(room.digest(), digest);
        QCOMPARE(room.files(), files);
    }

    void sheetsThatCannotBeSaved_data() {
        QTest::addColumn<QByteArray>("trouble");
        QTest::addColumn<QString>("saying");
        QTest::newRow("full") << QByteArray("INKSTEP_FULL") << QStringLiteral("no room left");
        QTest::newRow("read-only") << QByteArray("INKSTEP_READONLY")
                                   << QStringLiteral("does not let Inkstep use");
    }
    void sheetsThatCannotBeSaved() {
        QFETCH(QByteArray, trouble);
        QFETCH(QString, saying);
        const ScratchClass room;
        QCOMPARE(
            room.run(words({"note", "--student", "Maya", "--kind", "next-step", "Say who is speaking"})).code,
            0);
        const QTemporaryDir out;
        const Outcome outcome =
            runOn(room, trouble.constData(), out.path(),
                  words({"print-slips", "--out"}) << out.filePath(QStringLiteral("s.pdf")));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.count(QLatin1Char('\n')) == 1 && outcome.err.contains(saying),
                 qPrintable(outcome.err));
        QVERIFY(!QFile::exists(out.filePath(QStringLiteral("s.pdf"))));
    }

    void aStoreThatCannotBeWrittenTo_data() {
        QTest::addColumn<QByteArray>("trouble");
        QTest::newRow("full") << QByteArray("INKSTEP_FULL");
        QTest::newRow("read-only") << QByteArray("INKSTEP_READONLY");
    }
    void aStoreThatCannotBeWrittenTo() {
        QFETCH(QByteArray, trouble);
        const ScratchClass room;
        const QTemporaryDir store;
        const Outcome refused =
            runOn(room, trouble.constData(), store.path(), words({"connect"}) << store.path());
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.count(QLatin1Char('\n')) == 1, qPrintable(refused.err));

        QCOMPARE(room.run(words({"connect"}) << store.path()).code, 0);
        QCOMPARE(room.run(words({"sync"})).code, 0);
        const QString page = room.write("page.jpg", picture({640, 480}, "JPG"));
        QCOMPARE(room.run(words({"import", "--student", "Maya"}) << page).code, 0);
        const QString digest = room.digest();
        const Outcome sent = runOn(room, trouble.constData(), store.path(), words({"sync"}));
        QCOMPARE(sent.code, 1);
        QVERIFY2(sent.err.count(QLatin1Char('\n')) == 1, qPrintable(sent.err));
        QCOMPARE(room.digest(), digest);
        const QJsonObject waiting = room.run(words({"status", "--json"})).json();
        QVERIFY(waiting.value(QLatin1StringView("waiting")).toInt() > 0);

        QCOMPARE(room.run(words({"sync"})).code, 0); // when there is room again
        QCOMPARE(room.run(words({"status", "--json"})).json().value(QLatin1StringView("waiting")).toInt(), 0);
        QCOMPARE(inkstep::test::inkstep(words({"verify"}) << store.path()).code, 0);
    }
};

QTEST_GUILESS_MAIN(TestBadDisk)
#include "tst_baddisk.moc"
