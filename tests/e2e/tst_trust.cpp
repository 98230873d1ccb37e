// A tablet that is lost, a student who is erased, a notebook that is opened with words on paper: by the
// verbs.
#include "e2e/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QSet>
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

    QString begin() const {
        QString err = a.run(words({"connect"}) << folder.path()).err;
        const QString code = a.run(words({"invite"})).out.trimmed();
        err += b.run(words({"join", "--device-name", "Lost tablet"}) << code).err;
        return err + syncBoth();
    }
    QString syncBoth(int rounds = 2) const {
        QString err;
        for (int i = 0; i < rounds; ++i)
            err += a.run(words({"sync"})).err + b.run(words({"sync"})).err;
        return err;
    }
    static QJsonObject device(const ScratchClass &room, const QString &name) {
        for (const QJsonValue &value :
             room.run(words({"devices", "--json"})).json().value(QLatin1StringView("devices")).toArray()) {
            if (value[QLatin1StringView("name")].toString() == name)
                return value.toObject();
        }
        return {};
    }
};

bool anyFileHolds(const QString &folder, const QByteArray &bytes) {
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            return true;
    }
    return false;
}

} // namespace

class TestTrust : public QObject {
    Q_OBJECT

private slots:
    void aLostTabletIsTakenOut() {
        const Shared shared;
        QCOMPARE(shared.begin(), QString());
        QVERIFY(!Shared::device(shared.a, QStringLiteral("Lost tablet")).isEmpty());
        const QString seen = shared.a.run(words({"devices"})).out;
        QVERIFY2(seen.contains(QStringLiteral("Lost tablet  has everything")), qPrintable(seen));
        QVERIFY(seen.contains(QStringLiteral("this device")));
        QCOMPARE(shared.a.run(words({"remove-device"})).code, 2);
        const QString own = shared.a.run(words({"devices", "--json"})).json()["devices"][0]["id"].toString();
        for (const QString &nobody : {QStringLiteral("Nobody's"), own}) {
            const Outcome refused = shared.a.run(words({"remove-device"}) << nobody);
            QCOMPARE(refused.code, 1);
            QCOMPARE(refused.err.count(QLatin1Char('\n')), 1);
        }
        const Outcome out = shared.a.run(words({"remove-device", "lost tablet"}));
        QCOMPARE(out.err, QString());
        QVERIFY(out.out.contains(QStringLiteral("password")));
        QVERIFY(Shared::device(shared.a, QStringLiteral("Lost tablet"))
                    .value(QLatin1StringView("removed"))
                    .toBool());
        QCOMPARE(shared.b.run(words({"note", "--student", "Ada Lima", "by the finder"})).code, 0);
        const Outcome told = shared.b.run(words({"sync"}));
        QCOMPARE(told.code, 1);
        QVERIFY2(told.err.contains(QStringLiteral("taken out")), qPrintable(told.err));
        QCOMPARE(shared.a.run(words({"sync"})).err, QString());
        QCOMPARE(shared.a.run(words({"status", "--json"})).json().value(QLatin1StringView("notes")).toInt(),
                 0);
    }

    void keysAreRenewed() {
        const Shared shared;
        QCOMPARE(shared.a.run(words({"note", "--student", "Ada Lima", "before"})).code, 0);
        QCOMPARE(shared.begin(), QString());
        const auto epoch = [&](const ScratchClass &room) {
            const QJsonObject said = room.run(words({"devices", "--json"})).json();
            return std::pair(said.value(QLatin1StringView("epoch")).toInt(),
                             said.value(QLatin1StringView("oldEpochs")).toBool());
        };
        QCOMPARE(epoch(shared.a), std::pair(1, false));
        const Outcome renewed = shared.a.run(words({"new-keys"}));
        QCOMPARE(renewed.err, QString());
        QCOMPARE(epoch(shared.a), std::pair(2, true)); // until the other one has moved on
        QCOMPARE(shared.syncBoth(3), QString());
        for (const ScratchClass *room : {&shared.a, &shared.b})
            QCOMPARE(epoch(*room), std::pair(2, false));
        QCOMPARE(shared.b.run(words({"note", "--student", "Ada Lima", "after"})).code, 0);
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.a.digest(), shared.b.digest());
        // A device nobody waits for any more.
        const Outcome silent = shared.a.run(words({"remove-device", "--silent", "Lost tablet"}));
        QCOMPARE(silent.err, QString());
        QVERIFY(shared.a.run(words({"devices"})).out.contains(QStringLiteral("not waited for")));
    }

    void aStudentIsErasedEverywhere() {
        const Shared shared;
        const QString page = shared.a.write("page.jpg", picture({400, 300}, "JPG"));
        QCOMPARE(shared.a.run(words({"import", "--student", "Maya Oyelaran"}) << page).code, 0);
        QCOMPARE(shared.a.run(words({"note", "--student", "Maya Oyelaran", "a marvellous metaphor"})).code,
                 0);
        QCOMPARE(shared.a.run(words({"note", "--student", "Ada Lima", "sits beside maya."})).code, 0);
        QCOMPARE(shared.begin(), QString());
        const Outcome asked = shared.a.run(words({"erase", "--student", "Maya Oyelaran", "--json"}));
        QVERIFY(!asked.json().value(QLatin1StringView("erased")).toBool());
        QCOMPARE(asked.json().value(QLatin1StringView("mentions")).toArray().size(), 1);
        QVERIFY(anyFileHolds(shared.b.profile(), "marvellous"));
        QCOMPARE(shared.a.run(words({"erase"})).code, 2);
        QCOMPARE(shared.a.run(words({"erase", "--student", "Nobody", "--yes"})).code, 1);
        QCOMPARE(shared.a.run(words({"erase", "--student", "Maya Oyelaran", "--yes"})).err, QString());
        QVERIFY(!anyFileHolds(shared.a.profile(), "marvellous"));
        QVERIFY(Shared::device(shared.a, QStringLiteral("Lost tablet"))
                    .value(QLatin1StringView("erasuresLeft"))
                    .toInt() == 1);
        QCOMPARE(shared.syncBoth(4), QString());
        QCOMPARE(shared.a.digest(), shared.b.digest());
        for (const ScratchClass *room : {&shared.a, &shared.b}) {
            for (const char *secret : {"marvellous", "metaphor", "Oyelaran", "oyelaran"})
                QVERIFY2(!anyFileHolds(room->profile(), secret), secret);
            const QJsonObject state = room->run(words({"devices", "--json"})).json();
            QVERIFY(!state.value(QLatin1StringView("oldEpochs")).toBool());
            for (const QJsonValue &one : state.value(QLatin1StringView("devices")).toArray())
                QCOMPARE(one[QLatin1StringView("erasuresLeft")].toInt(), 0);
            QCOMPARE(room->run(words({"status", "--json"})).json().value(QLatin1StringView("pages")).toInt(),
                     0);
            QCOMPARE(room->run(words({"verify"})).code, 0);
        }
    }

    // Cards, heads, invites, epochs, snapshots, bundles, pictures: each with one bit changed is found and
    // named.
    void anyChangedBitOfAStoreIsNamed() {
        const Shared shared;
        const QString page = shared.a.write("page.jpg", picture({400, 300}, "JPG"));
        QCOMPARE(shared.a.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
        QCOMPARE(shared.begin(), QString());
        QCOMPARE(shared.a.run(words({"new-keys"})).err, QString());
        QCOMPARE(shared.syncBoth(3), QString());
        QCOMPARE(shared.b.run(words({"note", "--student", "Ada Lima", "after"})).code, 0);
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(shared.a.run(words({"invite"})).code, 0);
        const QStringList check = words({"verify", "--json"}) << shared.folder.path();
        const Outcome whole = inkstep::test::inkstep(check);
        QVERIFY2(whole.code == 0, qPrintable(whole.out));
        QDirIterator walk(shared.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        QSet<QString> kinds;
        quint32 seed = 1;
        while (walk.hasNext()) {
            const QString path = walk.next();
            const QString name = QDir(shared.folder.path()).relativeFilePath(path);
            kinds.insert(name.section(QLatin1Char('/'), 3, 3) + name.section(QLatin1Char('/'), 1, 1));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            const QByteArray before = file.readAll();
            seed = seed * 1664525 + 1013904223;
            QByteArray after = before;
            const qsizetype at = qsizetype(seed >> 3) % before.size();
            after[at] = char(after[at] ^ (1 << (seed & 7)));
            QVERIFY(file.seek(0) && file.write(after) == after.size() && file.flush());
            const Outcome torn = inkstep::test::inkstep(check);
            QVERIFY(file.seek(0) && file.write(before) == before.size() && file.flush());
            QVERIFY2(torn.code == 1, qPrintable(name + QStringLiteral(" at %1").arg(at)));
            const QJsonArray damaged = torn.json().value(QLatin1StringView("damaged")).toArray();
            const bool newer = torn.err.contains(QStringLiteral("newer"));
            QVERIFY2(newer || damaged == QJsonArray{name}, qPrintable(name + QLatin1Char(' ') + torn.out));
        }
        QVERIFY2(kinds.size() >= 7, qPrintable(QStringList(kinds.values()).join(QLatin1Char(' '))));
        QCOMPARE(inkstep::test::inkstep(check).code, 0);
    }

    // Each spoiled file is put back from the profile that holds it, and a tablet that joins then has
    // everything.
    void whatIsSpoiledIsRepaired() {
        const Shared shared;
        const QString page = shared.a.write("page.jpg", picture({400, 300}, "JPG"));
        QCOMPARE(shared.a.run(words({"import", "--student", "Ada Lima"}) << page).code, 0);
        QCOMPARE(shared.begin(), QString());
        QCOMPARE(shared.a.run(words({"new-keys"})).err, QString());
        QCOMPARE(shared.syncBoth(3), QString());
        QCOMPARE(shared.b.run(words({"note", "--student", "Ada Lima", "after"})).code, 0);
        QCOMPARE(shared.syncBoth(), QString());
        const QStringList check = words({"verify", "--json"}) << shared.folder.path();
        const QStringList repair = QStringList(check) << QStringLiteral("--repair");
        QCOMPARE(inkstep::test::inkstep(repair).code, 2); // from where?
        QStringList files;
        QDirIterator walk(shared.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext())
            files << walk.next();
        quint32 seed = 7;
        for (const QString &path : files) {
            QFile file(path);
            if (!file.open(QIODevice::ReadWrite))
                continue; // an older snapshot gave way to a newer one
            QByteArray bytes = file.readAll();
            seed = seed * 1664525 + 1013904223;
            const qsizetype at = qsizetype(seed >> 3) % bytes.size();
            bytes[at] = char(bytes[at] ^ (1 << (seed & 7)));
            QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
            file.close();
            const QString name = QDir(shared.folder.path()).relativeFilePath(path);
            bool repaired = false;
            for (const ScratchClass *room : {&shared.a, &shared.b}) {
                if (repaired)
                    break;
                const Outcome said = room->run(repair);
                repaired = said.json().value(QLatin1StringView("repaired")).toArray().contains(name);
                QVERIFY2(repaired || (said.code == 1 && said.out.contains(QStringLiteral("could"))),
                         qPrintable(name + said.out + said.err));
            }
            QVERIFY2(repaired, qPrintable(name));
            const Outcome now = inkstep::test::inkstep(check);
            QVERIFY2(now.code == 0, qPrintable(name + now.out));
        }
        const ScratchClass late(QByteArray{});
        const QString code = shared.a.run(words({"invite"})).out.trimmed();
        QCOMPARE(late.run(words({"join"}) << code).err, QString());
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(late.run(words({"sync"})).err, QString());
        QCOMPARE(late.digest(), shared.a.digest());
        QCOMPARE(late.run(words({"verify"})).code, 0);
    }

    void wordsOnPaperOpenIt() {
        const Shared shared;
        QCOMPARE(shared.a.run(words({"note", "--student", "Ada Lima", "kept"})).code, 0);
        QCOMPARE(shared.begin(), QString());
        const QString paper = shared.a.run(words({"recovery"})).out.trimmed();
        QCOMPARE(paper.split(QLatin1Char(' ')).size(), 6);
        QCOMPARE(shared.a.run(words({"recovery", "--check"}), paper.toUtf8()).code, 0);
        const ScratchClass stranger("Someone Else\n");
        const QTemporaryDir elsewhere;
        QCOMPARE(stranger.run(words({"recovery"})).code, 1); // connected to nothing
        QCOMPARE(stranger.run(words({"connect"}) << elsewhere.path()).code, 0);
        const QString others = stranger.run(words({"recovery"})).out.trimmed();
        QCOMPARE(others.split(QLatin1Char(' ')).size(), 6);
        QCOMPARE(shared.a.run(words({"recovery", "--check"}), others.toUtf8()).code, 1);
        const ScratchClass bare(QByteArray{});
        for (const QByteArray &wrong : {QByteArray("lusab babad gutih"), QByteArray(), others.toUtf8()}) {
            const Outcome refused = bare.run(words({"recover"}) << shared.folder.path(), wrong);
            QCOMPARE(refused.code, 1);
            QCOMPARE(refused.err.count(QLatin1Char('\n')), 1);
            QVERIFY(!QFile::exists(bare.profile()));
        }
        const Outcome opened = bare.run(words({"recover"}) << shared.folder.path(), paper.toUtf8());
        QCOMPARE(opened.err, QString());
        QCOMPARE(bare.digest(), shared.a.digest());
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(bare.run(words({"note", "--student", "Ada Lima", "and going on"})).code, 0);
        QCOMPARE(bare.run(words({"sync"})).code, 0);
        QCOMPARE(shared.syncBoth(), QString());
        QCOMPARE(bare.digest(), shared.a.digest());
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
