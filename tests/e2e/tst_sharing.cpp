// Two profiles, one folder between them.
#include "e2e/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using inkstep::test::Outcome;
using inkstep::test::picture;
using inkstep::test::ScratchClass;
using inkstep::test::words;

namespace {

struct Shared {
    ScratchClass a{"Maya Oyelaran\nAda Lima\nYusuf Idris\n"};
    ScratchClass b{QByteArray{}};
    QTemporaryDir folder;

    QString connect() const { return a.run(words({"connect"}) << folder.path()).err; }
    QString join() const {
        const QString code = a.run(words({"invite"})).out.trimmed();
        return b.run(words({"join"}) << code).err;
    }
    QString syncBoth() const {
        return a.run(words({"sync"})).err + b.run(words({"sync"})).err + a.run(words({"sync"})).err;
    }
};

} // namespace

class TestSharing : public QObject {
    Q_OBJECT

private slots:
    void whatOneWroteTheOtherReads() {
        const Shared shared;
        const QString page = shared.a.write("page.jpg", picture({800, 600}, "JPG"));
        QCOMPARE(shared.a.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
        QCOMPARE(shared.connect(), QString());
        QCOMPARE(shared.a.run(words({"sync"})).err, QString());
        QCOMPARE(shared.join(), QString());
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.a.digest(), shared.b.digest());
        QVERIFY(!shared.a.digest().isEmpty());

        // Twenty-five edits on each side without contact.
        for (int i = 0; i < 25; ++i) {
            const QString text = QStringLiteral("note %1").arg(i);
            QCOMPARE(
                shared.a.run(words({"note", "--student", "Ada Lima"}) << QStringLiteral("A ") + text).code,
                0);
            QCOMPARE(
                shared.b.run(words({"note", "--student", "Yusuf Idris"}) << QStringLiteral("B ") + text).code,
                0);
        }
        QVERIFY(shared.a.digest() != shared.b.digest());
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.a.digest(), shared.b.digest());
        const QJsonObject status = shared.b.run(words({"status", "--json"})).json();
        QCOMPARE(status.value(QLatin1StringView("notes")).toInt(), 50);
        QCOMPARE(status.value(QLatin1StringView("pages")).toInt(), 1);
        QCOMPARE(status.value(QLatin1StringView("waiting")).toInt(), 0);
        QVERIFY(!status.value(QLatin1StringView("lastSync")).isNull());
        QCOMPARE(shared.b.run(words({"verify", "--json"})).json().value(QLatin1StringView("whole")).toInt(),
                 2);
    }

    void theSameNoteChangedOnBothKeepsBoth() {
        const Shared shared;
        QCOMPARE(shared.connect(), QString());
        const QString note = shared.a.run(words({"note", "--student", "Ada Lima", "at first"})).out.trimmed();
        QCOMPARE(shared.a.run(words({"sync"})).code, 0);
        QCOMPARE(shared.join(), QString());
        QCOMPARE(shared.syncBoth(), QString());
        for (const auto &[room, text] : {std::pair(&shared.a, "from A"), std::pair(&shared.b, "from B")})
            QCOMPARE(room->run(words({"note", "--student", "Ada Lima", "--replace"})
                               << note << QString::fromLatin1(text))
                         .code,
                     0);
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.a.digest(), shared.b.digest());
        for (const ScratchClass *room : {&shared.a, &shared.b}) {
            const QJsonArray conflicts =
                room->run(words({"status", "--json"})).json().value(QLatin1StringView("conflicts")).toArray();
            QCOMPARE(conflicts.size(), 1);
            const QJsonObject conflict = conflicts.first().toObject();
            QCOMPARE(conflict.value(QLatin1StringView("note")).toString(), note);
            QCOMPARE(conflict.value(QLatin1StringView("student")).toString(), QStringLiteral("Ada Lima"));
            QCOMPARE(conflict.value(QLatin1StringView("words")).toArray().size(), 2);
        }
    }

    void nothingInTheFolderCanBeRead() {
        const Shared shared;
        const QByteArray jpeg = picture({800, 600}, "JPG");
        const QString page = shared.a.write("page.jpg", jpeg);
        QCOMPARE(shared.a.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
        QCOMPARE(shared.a.run(words({"note", "--student", "Ada Lima", "Say who is speaking here"})).code, 0);
        QCOMPARE(shared.connect(), QString());
        QCOMPARE(shared.a.run(words({"sync"})).code, 0);
        QCOMPARE(shared.join(), QString());
        QCOMPARE(shared.syncBoth(), QString());

        QList<QByteArray> secrets{"Maya",       "Oyelaran", "Ada Lima",
                                  "Yusuf",      "Say who",  "speaking",
                                  "Room 5",     "JFIF",     jpeg.sliced(jpeg.size() / 2, 16),
                                  jpeg.last(24)};
        const qsizetype plain = secrets.size();
        for (qsizetype i = 0; i < plain; ++i) {
            const QString text = QString::fromLatin1(secrets[i]);
            secrets << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
            secrets << secrets[i].toBase64(QByteArray::OmitTrailingEquals).first(secrets[i].size())
                    << secrets[i].toHex();
        }
        int files = 0;
        QDirIterator walk(shared.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll() + file.fileName().toUtf8();
            for (const QByteArray &secret : secrets)
                QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY2(files >= 6, "cards, heads, bundles, pictures");
    }

    void aStoreIsCheckedWithoutAKey() {
        const Shared shared;
        const QString page = shared.a.write("page.jpg", picture({800, 600}, "JPG"));
        QCOMPARE(shared.a.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
        QCOMPARE(shared.connect(), QString());
        QCOMPARE(shared.a.run(words({"sync"})).code, 0);
        const QStringList check = words({"verify", "--json"}) << shared.folder.path();
        const Outcome whole = inkstep::test::inkstep(check);
        QCOMPARE(whole.code, 0);
        QCOMPARE(whole.json().value(QLatin1StringView("pictures")).toInt(), 2);
        QVERIFY(whole.json().value(QLatin1StringView("bundles")).toInt() > 0);

        QDirIterator walk(shared.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        QString blob;
        while (walk.hasNext()) {
            walk.next();
            if (walk.fileName().size() == 64)
                blob = walk.filePath();
        }
        QFile file(blob);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const char last = *(file.readAll().constEnd() - 1);
        file.seek(file.size() - 1);
        file.putChar(char(last ^ 1));
        file.close();
        const Outcome torn = inkstep::test::inkstep(check);
        QCOMPARE(torn.code, 1);
        QCOMPARE(torn.json().value(QLatin1StringView("damaged")).toArray().size(), 1);
        QCOMPARE(torn.err.count(QLatin1Char('\n')), 1);
    }

    void codesThatDoNotWork() {
        const Shared shared;
        QCOMPARE(shared.connect(), QString());
        QCOMPARE(shared.a.run(words({"sync"})).code, 0);
        const QString code = shared.a.run(words({"invite"})).out.trimmed();
        QString mistyped = code;
        mistyped[8] = mistyped[8] == QLatin1Char('7') ? QLatin1Char('8') : QLatin1Char('7');
        for (const QString &wrong : {QStringLiteral("hello"), code.chopped(6), mistyped}) {
            const Outcome outcome = shared.b.run(words({"join"}) << wrong);
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains(QStringLiteral("join code")), qPrintable(outcome.err));
            QVERIFY(!QFile::exists(shared.b.profile()));
        }
        QCOMPARE(shared.b.run(words({"join"}) << code).code, 0);
        QCOMPARE(shared.b.run(words({"sync"})).code, 0);
        const ScratchClass third(QByteArray{}); // a code works once
        QCOMPARE(third.run(words({"join"}) << code).code, 1);
        QVERIFY(!QFile::exists(third.profile()));
    }

    void foldersThatDoNotFit() {
        const ScratchClass room, other;
        const QTemporaryDir theirs, things;
        QFile thing(things.filePath(QStringLiteral("homework.doc")));
        QVERIFY(thing.open(QIODevice::WriteOnly));
        QCOMPARE(other.run(words({"connect"}) << theirs.path()).code, 0);
        const QString digest = room.digest();
        for (const QString &place : {theirs.path(), things.path()}) {
            const Outcome outcome = room.run(words({"connect"}) << place);
            QCOMPARE(outcome.code, 1);
            QCOMPARE(outcome.err.count(QLatin1Char('\n')), 1);
        }
        QCOMPARE(QDir(things.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
        QCOMPARE(room.digest(), digest);
        const Outcome address =
            room.run(words({"connect", "--user", "maya", "cloud.example.org"}), "secret\n");
        QCOMPARE(address.code, 1);
        QVERIFY2(address.err.contains(QStringLiteral("https://")), qPrintable(address.err));
        for (const char *verb : {"sync", "invite"}) {
            const Outcome outcome = room.run({QString::fromLatin1(verb)});
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains(QStringLiteral("not connected")), qPrintable(outcome.err));
        }
    }

    void aFolderThatGoesAwayLosesNothing() {
        const Shared shared;
        QCOMPARE(shared.connect(), QString());
        QCOMPARE(shared.a.run(words({"sync"})).code, 0);
        const QString away = shared.folder.path() + QStringLiteral("-away");
        QVERIFY(QDir().rename(shared.folder.path(), away));
        QCOMPARE(shared.a.run(words({"note", "--student", "Ada Lima", "written on the bus"})).code, 0);
        const Outcome gone = shared.a.run(words({"sync"}));
        QCOMPARE(gone.code, 1);
        QVERIFY2(gone.err.contains(QStringLiteral("is not there")), qPrintable(gone.err));
        QVERIFY(!QFile::exists(shared.folder.path()));
        QVERIFY(QDir().rename(away, shared.folder.path()));
        QCOMPARE(shared.a.run(words({"sync"})).code, 0);
        QCOMPARE(shared.a.run(words({"status", "--json"})).json().value(QLatin1StringView("waiting")).toInt(),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
