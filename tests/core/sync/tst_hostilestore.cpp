// What a store may look like when drives tear, clouds reorder and strangers write: nothing of it is believed,
// nothing is lost, and all is well once the files are.
#include "core/sync/class.h"

#include "crypto/hash.h"
#include "sync/format/format.h"

#include <QProcess>
#include <random>

using namespace inkstep;
using namespace inkstep::test;

namespace {

bool says(const SyncReport &report, ErrorCode code) {
    return std::any_of(report.problems.begin(), report.problems.end(),
                       [&](const Error &error) { return error.code == code; });
}

// Maya writes three bundles that Tom has not seen.
QStringList threeBundles(Class &room) {
    const QStringList before = room.files(QStringLiteral("/ops/"));
    const Id student = room.maya.student(QStringLiteral("Ada"));
    for (int i = 0; i < 3; ++i) {
        room.maya.note(student, QStringLiteral("note %1").arg(i));
        room.maya.sync();
    }
    QStringList added = room.files(QStringLiteral("/ops/"));
    added.removeIf([&](const QString &file) { return before.contains(file); });
    return added;
}

} // namespace

class TestHostileStore : public QObject {
    Q_OBJECT

private slots:
    void aGapWaits() {
        Class room;
        room.share();
        const QStringList bundles = threeBundles(room);
        QCOMPARE(bundles.size(), 3);
        QVERIFY(QFile::rename(bundles[1], bundles[1] + QStringLiteral(".away")));
        const SyncReport report = room.tom.sync();
        QCOMPARE(report.receivedEdits, 2); // the first bundle: student and note
        QVERIFY(says(report, ErrorCode::NotFound));
        QVERIFY(room.tom.syncer->state().value().lastProblem);
        QVERIFY(QFile::rename(bundles[1] + QStringLiteral(".away"), bundles[1]));
        QVERIFY(room.tom.sync().problems.empty());
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    void aLastBundleThatIsNotHereYetIsMissed() {
        Class room;
        room.share();
        const QStringList bundles = threeBundles(room);
        QVERIFY(QFile::rename(bundles[2], bundles[2] + QStringLiteral(".away")));
        QVERIFY(says(room.tom.sync(), ErrorCode::NotFound)); // the head says there is one
    }

    void tornFilesWaitForWholeOnes() {
        Class room;
        room.share();
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Ada")), QByteArray(5000, 'p'));
        room.maya.sync();
        std::mt19937 chance(7);
        std::map<QString, QByteArray> whole;
        for (const QString &file : room.files(room.folderOf(room.maya))) {
            whole[file] = contentOf(file);
            const qsizetype length = whole[file].size();
            overwrite(file,
                      whole[file].first(static_cast<qsizetype>(chance() % static_cast<unsigned>(length))));
        }
        const SyncReport torn = room.tom.sync();
        QCOMPARE(torn.receivedEdits, 0);
        QVERIFY(says(torn, ErrorCode::NotFound)); // still arriving, which is no damage to tell a person about
        QVERIFY(!says(torn, ErrorCode::Damaged));
        QVERIFY(room.tom.pageOf(page).id.isNull());
        for (const auto &[file, bytes] : whole)
            overwrite(file, bytes);
        QVERIFY(room.tom.sync().problems.empty());
        QCOMPARE(room.tom.digest(), room.maya.digest());
        QCOMPARE(room.tom.syncer->state().value().wanted, 0);
    }

    void oneFlippedBitAnywhereIsNoticed() {
        std::mt19937 chance(11);
        for (int round = 0; round < 12; ++round) {
            Class room;
            room.share();
            room.maya.page(room.maya.student(QStringLiteral("Ada")), QByteArray(3000, 'p'));
            room.maya.sync();
            const QByteArray before = room.tom.digest();
            std::map<QString, QByteArray> whole;
            for (const QString &file : room.files(room.folderOf(room.maya))) {
                whole[file] = contentOf(file);
                QByteArray bytes = whole[file];
                const auto at = static_cast<qsizetype>(chance() % static_cast<unsigned>(bytes.size()));
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << (chance() % 8)));
                overwrite(file, bytes);
            }
            const SyncReport report = room.tom.sync();
            QCOMPARE(report.receivedEdits, 0);
            QCOMPARE(report.receivedPictures, 0);
            QCOMPARE(room.tom.digest(), before);
            QVERIFY(!report.problems.empty());
            for (const auto &[file, bytes] : whole)
                overwrite(file, bytes);
            QVERIFY(room.tom.sync().problems.empty());
            QCOMPARE(room.tom.digest(), room.maya.digest());
        }
    }

    void conflictCopiesFillAGap() {
        Class room;
        room.share();
        const QStringList bundles = threeBundles(room);
        QVERIFY(QFile::rename(bundles[0], bundles[0].chopped(2) + QStringLiteral(" (1).b")));
        QVERIFY(QFile::copy(bundles[1],
                            bundles[1].chopped(2) + QStringLiteral(".sync-conflict-20260101-1-AB.b")));
        overwrite(bundles[2].chopped(2) + QStringLiteral(" (2).b"), "torn");
        QVERIFY(room.tom.sync().problems.empty());
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    void strangeFilesAreLeftAlone() {
        Class room;
        room.share();
        const QString mine = room.place() + QLatin1Char('/') + idText(room.maya.notebook->id()) +
                             QStringLiteral("/d/") + room.folderOf(room.maya);
        for (const char *name :
             {"/ops/notes.txt", "/ops/.hidden", "/ops/1-2.b", "/unknown", "/ops/.part-abc"})
            overwrite(mine + QString::fromLatin1(name), "strange");
        for (const char *folder : {"/snap", "/epoch", "/relay/x", "/ops/folder.b"})
            QVERIFY(QDir().mkpath(mine + QString::fromLatin1(folder)));
        room.maya.student(QStringLiteral("Ada"));
        room.meet();
        QVERIFY(room.tom.sync().problems.empty());
        QCOMPARE(room.tom.digest(), room.maya.digest());
        QCOMPARE(contentOf(mine + QStringLiteral("/ops/notes.txt")), QByteArray("strange"));
    }

    // Somebody with the folder but no invite writes a whole device of their own.
    void aStrangerAddsNothing() {
        Class room;
        room.share();
        Tablet eve(room.clock, 5);
        const QTemporaryDir elsewhere;
        eve.use(eve.profile->makeRoom(room.maya.notebook->id(), QStringLiteral("Room 12")).value());
        QVERIFY(eve.syncer->connect(elsewhere.path()));
        eve.student(QStringLiteral("Mallory"));
        eve.sync();
        const QString from = elsewhere.path() + QLatin1Char('/') + idText(room.maya.notebook->id());
        const QString to = room.place() + QLatin1Char('/') + idText(room.maya.notebook->id());
        QDirIterator walk(from + QStringLiteral("/d"), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            const QString copy = to + file.mid(from.size());
            QVERIFY(QDir().mkpath(QFileInfo(copy).path()));
            QVERIFY(QFile::copy(file, copy));
        }
        // And puts its own card over Tom's.
        const QString card = QStringLiteral("/d/%1/card");
        overwrite(to + card.arg(room.folderOf(room.tom)), contentOf(from + card.arg(room.folderOf(eve))));
        const QByteArray before = room.maya.digest();
        room.maya.sync();
        QCOMPARE(room.maya.digest(), before);
        QCOMPARE(room.maya.syncer->state().value().devices.size(), std::size_t(2));
        // Tom is believed by the key he was first known with, and mends his card.
        room.tom.student(QStringLiteral("Björn"));
        room.meet();
        QCOMPARE(room.maya.digest(), room.tom.digest());
    }

    void anotherDevicesBundleUnderMyNameIsRefused() {
        Class room;
        room.share();
        const QStringList bundles = threeBundles(room);
        const QString file = bundles[0].section(QLatin1Char('/'), -1);
        QString folder = bundles[0].section(QLatin1Char('/'), 0, -2);
        folder.replace(room.folderOf(room.maya), room.folderOf(room.tom));
        QVERIFY(QDir().mkpath(folder));
        const quint64 next = 1;
        const auto name = syncnames::parseBundleFile(file).value();
        QVERIFY(
            QFile::copy(bundles[0], folder + QLatin1Char('/') + syncnames::bundleFile({next, name.hash})));
        const QByteArray before = room.maya.digest();
        QVERIFY(says(room.maya.sync(), ErrorCode::Damaged));
        QCOMPARE(room.maya.digest(), before);
    }

    void anOldHeadTakesNoAcknowledgementBack() {
        Class room;
        room.share();
        const QString path = room.files(room.folderOf(room.tom) + QStringLiteral("/head")).front();
        const QByteArray old = contentOf(path);
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        room.meet();
        room.maya.sync();
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::Safe);
        overwrite(path, old);
        room.maya.sync();
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::Safe);
        QFile::remove(path);
        room.maya.sync();
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::Safe);
    }

    void anythingInAnyFileEndsInNoHarm() {
        std::mt19937 chance(3);
        Class room;
        room.share();
        room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        room.maya.sync();
        const QByteArray before = room.tom.digest();
        std::map<QString, QByteArray> whole;
        for (const QString &file : room.files(room.folderOf(room.maya)))
            whole[file] = contentOf(file);
        for (int round = 0; round < 20; ++round) {
            for (const auto &[file, bytes] : whole) {
                QByteArray junk(static_cast<qsizetype>(chance() % 400), Qt::Uninitialized);
                for (char &byte : junk)
                    byte = static_cast<char>(chance());
                const auto keep = static_cast<qsizetype>(chance() % 12);
                overwrite(file, bytes.first(std::min(keep, bytes.size())) + junk);
            }
            QVERIFY(room.tom.syncer->sync());
            QCOMPARE(room.tom.digest(), before);
        }
        for (const auto &[file, bytes] : whole)
            overwrite(file, bytes);
        room.meet();
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    void whatTheFolderLosesIsSentAgain() {
        Class room;
        room.share();
        QStringList bundles = threeBundles(room);
        const QByteArray bytes = contentOf(bundles[1]);
        QVERIFY(QFile::remove(bundles[1]));
        room.maya.sync();
        QCOMPARE(contentOf(bundles[1]), bytes);
        room.meet();
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    void aDamagedPictureHereIsNotVouchedFor() {
        Class room;
        room.share();
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        const QByteArray name = room.maya.pageOf(page).original.name.toHex();
        QDirIterator walk(room.maya.folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString file = walk.next();
            if (file.endsWith(QString::fromLatin1(name)))
                overwrite(file, "broken");
        }
        QVERIFY(says(room.maya.sync(), ErrorCode::Damaged));
        QVERIFY(room.files(QString::fromLatin1(name)).isEmpty());
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::OnlyHere);
    }
};

QTEST_GUILESS_MAIN(TestHostileStore)
#include "tst_hostilestore.moc"
