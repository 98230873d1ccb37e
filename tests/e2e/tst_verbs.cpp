#include "e2e/program.h"
#include "support/documents.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using inkstep::test::Outcome;
using inkstep::test::picture;
using inkstep::test::ScratchClass;
using inkstep::test::words;

namespace {

bool isId(const QString &text) {
    static const QRegularExpression id(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    return id.match(text).hasMatch();
}

int count(const ScratchClass &room, const char *what) {
    return room.run(words({"status", "--json"})).json().value(QLatin1StringView(what)).toInt(-1);
}

} // namespace

#define QVERIFY_DONE(outcome) QVERIFY2((outcome).code == 0, qPrintable((outcome).err))

class TestVerbs : public QObject {
    Q_OBJECT

private slots:
    // The name is not asked what a file is.
    void aPdfsPagesAreThePagesOfOneSample() {
        const ScratchClass room;
        const QString scan = room.write("scan.jpg", inkstep::test::pdfOf(3));
        const QString photo = room.write("photo.pdf", inkstep::test::picture({64, 48}, "JPG"));
        const Outcome kept = room.run(
            {QStringLiteral("import"), QStringLiteral("--student"), QStringLiteral("Maya"), scan, photo});
        QVERIFY2(kept.code == 0, qPrintable(kept.err));
        QCOMPARE(kept.lines().size(), 4);
        for (const QString &line : kept.lines())
            QCOMPARE(line.section(QLatin1Char(' '), 1), kept.lines().front().section(QLatin1Char(' '), 1));
        QCOMPARE(room.run({QStringLiteral("verify")}).code, 0);
    }

    void aDayInRoomFive() {
        const ScratchClass room;
        const QString one = room.write("one.jpg", picture({640, 480}, "JPG", 1));
        const QString two = room.write("two.png", picture({480, 640}, "PNG", 2));

        const Outcome kept = room.run(words({"import", "--student", "ada lima"}) << one << two);
        QVERIFY_DONE(kept);
        QCOMPARE(kept.err, QString());
        QCOMPARE(kept.lines().size(), 2);
        const QStringList first = kept.lines().at(0).split(QLatin1Char(' '));
        const QStringList second = kept.lines().at(1).split(QLatin1Char(' '));
        QVERIFY(isId(first.at(0)) && isId(first.at(1)) && first.at(0) != second.at(0));
        QCOMPARE(first.at(1), second.at(1)); // two pages, one sample

        const Outcome note =
            room.run(words({"note", "--student", "Ada Lima", "--kind", "next-step", "Say who is speaking"}));
        QVERIFY_DONE(note);
        QVERIFY(isId(note.out.trimmed()));
        const Outcome about =
            room.run(words({"note", "--student", "Yusuf", "--json", "Likes to draw first"}));
        QVERIFY_DONE(about);
        QVERIFY(isId(about.json().value(QLatin1StringView("note")).toString()));

        QCOMPARE(count(room, "students"), 3);
        QCOMPARE(count(room, "samples"), 1);
        QCOMPARE(count(room, "pages"), 2);
        QCOMPARE(count(room, "notes"), 2);
        const QJsonObject status = room.run(words({"status", "--json"})).json();
        QCOMPARE(status.value(QLatin1StringView("notebook")).toString(), QStringLiteral("Room 5"));
        QVERIFY(status.value(QLatin1StringView("lastSync")).isNull());
        QVERIFY(status.value(QLatin1StringView("waiting")).toInt() > 0);
        QCOMPARE(status.value(QLatin1StringView("digest")).toString().size(), 64);

        const QJsonObject verified = room.run(words({"verify", "--json"})).json();
        QCOMPARE(verified.value(QLatin1StringView("whole")).toInt(), 4); // two originals, two previews
    }

    void pagesCanFollowIntoASample() {
        const ScratchClass room;
        const QString one = room.write("one.jpg", picture({64, 48}, "JPG"));
        const Outcome first =
            room.run(words({"import", "--student", "Maya", "--kind", "cold", "--json"}) << one);
        QVERIFY_DONE(first);
        const QString sample = first.json().value(QLatin1StringView("sample")).toString();
        const Outcome more = room.run(words({"import", "--student", "Maya", "--sample"}) << sample << one);
        QVERIFY_DONE(more);
        QCOMPARE(count(room, "samples"), 1);
        QCOMPARE(count(room, "pages"), 2);
    }

    void aNotesWordsCanBeReplacedByIdOrByTheWords() {
        const ScratchClass room;
        const QString id = room.run(words({"note", "--student", "Maya", "First words"})).out.trimmed();
        QVERIFY_DONE(
            room.run(words({"note", "--student", "Maya", "--replace", "first words", "Second words"})));
        QVERIFY_DONE(
            room.run(words({"note", "--student", "Maya", "--replace"}) << id << QStringLiteral("Third")));
        QCOMPARE(count(room, "notes"), 1);
        QCOMPARE(room.run(words({"note", "--student", "Maya", "--replace", "First words", "x"})).code, 1);
    }

    void theSameListAgainAddsNobody() {
        const ScratchClass room("name,grade\nMaya,2\nMaya,2\nAda Lima,3\n");
        QCOMPARE(count(room, "students"), 3); // two Mayas are two children
        const QString before = room.digest();
        const QString list = room.write("list.csv", "name,grade\nAda Lima,4\nMaya,2\nNoah,2\n");
        const Outcome dry = room.run(words({"roster", "--dry-run", "--json"}) << list);
        QVERIFY_DONE(dry);
        QCOMPARE(dry.json().value(QLatin1StringView("added")).toArray().size(), 1);
        QCOMPARE(dry.json().value(QLatin1StringView("known")).toInt(), 2);
        QCOMPARE(dry.json().value(QLatin1StringView("different")).toArray().size(), 1); // Ada's grade
        QCOMPARE(dry.json().value(QLatin1StringView("unlisted")).toArray().size(), 1);  // the other Maya
        QCOMPARE(room.digest(), before);
        QVERIFY_DONE(room.run(words({"roster"}) << list));
        QCOMPARE(count(room, "students"), 4);
        const QString after = room.digest();
        QVERIFY_DONE(room.run(words({"roster"}) << list));
        QCOMPARE(room.digest(), after);
    }

    void aDryRunOnNothingLeavesNothing() {
        const ScratchClass room(QByteArray{});
        QVERIFY_DONE(room.run(words({"roster", "--dry-run", "-"}), "Maya\n"));
        QVERIFY(!QFile::exists(room.profile()));
    }

    void notebooksAreToldApartByNameOrId() {
        const ScratchClass room;
        QVERIFY_DONE(room.run(words({"roster", "--class", "Room 6", "-"}), "Noah\n"));
        const QJsonObject six = room.run(words({"status", "--json", "--notebook", "Room 6"})).json();
        QCOMPARE(six.value(QLatin1StringView("students")).toInt(), 1);
        QCOMPARE(count(room, "students"), 3); // the first is still the one shown
        const QString id = six.value(QLatin1StringView("notebookId")).toString();
        QVERIFY_DONE(room.run(words({"note", "--student", "Noah", "Hello", "--notebook"}) << id));
    }

    void aPersonsOwnProfileIsTheDefault() {
        const QTemporaryDir home;
        QProcessEnvironment environment = inkstep::test::quietEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
        QVERIFY_DONE(inkstep::test::inkstep(words({"roster", "-"}), "Maya\n", environment));
        QVERIFY(QFile::exists(home.filePath(QStringLiteral("inkstep/profile.json"))));
        QVERIFY_DONE(inkstep::test::inkstep(words({"status"}), {}, environment));
    }

    void helpNamesEveryVerbAndWrongUseSaysSo() {
        const Outcome help = inkstep::test::inkstep(words({"--help"}));
        QCOMPARE(help.code, 0);
        for (const char *verb : {"demo", "import", "note", "print-slips", "roster", "connect", "invite",
                                 "join", "sync", "status", "verify"}) {
            QVERIFY2(help.out.contains(QStringLiteral("inkstep %1").arg(QLatin1StringView(verb))), verb);
            QCOMPARE(inkstep::test::inkstep({QString::fromLatin1(verb), QStringLiteral("--help")}).code, 0);
        }
        QVERIFY(inkstep::test::inkstep(words({"--version"})).out.startsWith(QStringLiteral("inkstep ")));
    }

    void wrongUseExitsWithTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such verb") << words({"paint"});
        QTest::newRow("no student") << words({"import", "a.jpg"});
        QTest::newRow("no file") << words({"import", "--student", "Maya"});
        QTest::newRow("no such option") << words({"status", "--loud"});
        QTest::newRow("option without value") << words({"status", "--notebook"});
        QTest::newRow("a word too many") << words({"note", "--student", "Maya", "two", "words"});
        QTest::newRow("no such kind of note")
            << words({"note", "--student", "Maya", "--kind", "shout", "words"});
        QTest::newRow("no such kind of sample")
            << words({"import", "--student", "Maya", "--kind", "hot", "a.jpg"});
        QTest::newRow("seed of letters") << words({"demo", "--seed", "abc"});
    }
    void wrongUseExitsWithTwo() {
        QFETCH(QStringList, arguments);
        const ScratchClass room;
        const Outcome outcome = room.run(arguments);
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.out, QString());
        QCOMPARE(outcome.err.count(QLatin1Char('\n')), 1);
    }
};

QTEST_GUILESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
