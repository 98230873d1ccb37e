// What was put back to an older copy, a profile, a store or both, goes on and loses nothing.
#include "core/sync/copies.h"
#include "store/erasing.h"
#include "sync/engine/checking.h"

using namespace inkstep;
using namespace inkstep::test;

namespace {

// Maya and Tom each make new keys, unseen of each other, and Maya writes under hers, which Tom cannot open.
void makeKeysUnseen(Class &room, const Id &ada) {
    QVERIFY(room.tom.syncer->newKeys());
    room.tom.sync();
    room.clock.advance(std::chrono::seconds(1)); // hers are the newer ones
    QVERIFY(room.maya.syncer->newKeys());
    room.maya.note(ada, QStringLiteral("under the lost key"));
    room.maya.files.fails = [&](Step step, const QString &path) {
        const bool his = path.contains(QStringLiteral("/d/") + room.folderOf(room.tom));
        return his && step == Step::Read ? std::optional(ErrorCode::NotFound) : std::nullopt;
    };
    static_cast<void>(room.maya.syncer->sync());
    room.maya.files.fails = {};
}

} // namespace

class TestPutBack : public QObject {
    Q_OBJECT

private slots:
    void aProfilePutBackGoesOnUnderANewName() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        room.maya.note(ada, QStringLiteral("written, not sent")); // in the copy and in the store
        const Copy copy(room.maya);
        room.maya.note(ada, QStringLiteral("after the copy"));
        const Id page = room.maya.page(ada, "a page");
        room.meet();
        copy.putInto(room.maya);
        const Id before = room.maya.store().device();
        room.maya.note(ada, QStringLiteral("after it was put back"));
        const Id later = room.maya.page(ada, "a later page");
        const SyncReport report = room.maya.sync();
        QVERIFY(says(report, ErrorCode::Copied));
        QVERIFY(room.maya.store().device() != before);
        syncAll({&room.maya, &room.tom});
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            QCOMPARE(notes(*tablet), 3);
            QVERIFY(!anyChoice(*tablet));
            QCOMPARE(tablet->notebook->vault().get(tablet->pageOf(page).original).value(),
                     QByteArray("a page"));
            QCOMPARE(tablet->notebook->vault().get(tablet->pageOf(later).original).value(),
                     QByteArray("a later page"));
        }
        QCOMPARE(room.tom.digest(), room.maya.digest());
        QVERIFY(room.maya.sync().problems.empty());
        room.maya.open(); // and after the program starts again
        QVERIFY(room.maya.sync().problems.empty());
        // What comes after is one more tablet's.
        room.maya.note(ada, QStringLiteral("and on"));
        syncAll({&room.maya, &room.tom});
        QCOMPARE(notes(room.tom), 4);
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    // New keys made by who was then put back have a seat that the older copy opens as well: nothing is lost.
    void keysOfItsOwnAreThereAgainAfterItWasPutBack() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        makeKeysUnseen(room, ada);
        copy.putInto(room.maya);
        room.maya.note(ada, QStringLiteral("after it was put back"));
        syncAll({&room.maya, &room.tom}, 6);
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            QCOMPARE(notes(*tablet), 2);
            QCOMPARE(tablet->digest(), room.tom.digest());
            QVERIFY(!says(tablet->sync(), ErrorCode::NoKeyYet));
        }
    }

    // A key that only a tablet had which was then put back, to a time when its box key was another: the
    // others are told that they cannot read yet, and wait no longer once a person says that the lost name is
    // nobody's.
    void aKeyThatNobodyHasAnyMore() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        QVERIFY(room.tom.syncer->newKeys());
        syncAll({&room.tom, &room.maya}, 4);
        const Id lost = room.maya.store().device();
        makeKeysUnseen(room, ada);
        copy.putInto(room.maya);
        room.maya.note(ada, QStringLiteral("after it was put back"));
        syncAll({&room.maya, &room.tom}, 6);
        QVERIFY(says(room.tom.sync(), ErrorCode::NoKeyYet));
        QVERIFY(room.tom.syncer->retireDevice(lost));
        syncAll({&room.tom, &room.maya}, 6);
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            QCOMPARE(notes(*tablet), 1);
            QCOMPARE(tablet->digest(), room.tom.digest());
            QVERIFY(tablet->sync().problems.empty());
            QVERIFY(!tablet->syncer->state().value().oldEpochs);
        }
    }

    // A store put back to an older copy gets everything again by itself: words, pictures, cards, keys.
    void aStoreThatWasPutBack() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        QTemporaryDir older;
        copyFolder(room.place(), older.path());
        const Id page = room.maya.page(ada, "a page");
        QVERIFY(room.maya.syncer->newKeys());
        room.meet();
        room.tom.page(ada, "a page of Tom's");
        room.meet();
        room.meet();
        const QStringList before = room.files(QStringLiteral("/b/"));
        QCOMPARE(before.size(), qsizetype(4));
        putStoreBack(room, older);
        QVERIFY(room.files(QStringLiteral("/b/")).isEmpty());
        room.meet();
        QCOMPARE(room.files(QStringLiteral("/b/")), before);
        Tablet late(room.clock, 81);
        QVERIFY(late.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Late")));
        room.maya.sync();
        QVERIFY(late.sync().problems.empty());
        syncAll({&late, &room.maya, &room.tom});
        QCOMPARE(late.digest(), room.maya.digest());
        QCOMPARE(late.notebook->vault().get(late.pageOf(page).original).value(), QByteArray("a page"));
        QVERIFY(room.maya.syncer->check(room.place(), false).value().wrong.empty());
    }

    // One picture gone, and nothing that tells of it: it is missed when they are counted.
    void aPictureThatTheStoreLost() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.maya.page(ada, "a page");
        room.meet();
        const QStringList before = room.files(QStringLiteral("/b/"));
        QVERIFY(QFile::remove(before.front()));
        room.maya.sync();
        QCOMPARE(room.files(QStringLiteral("/b/")).size(), before.size() - 1);
        room.clock.advance(std::chrono::hours(24 * 8));
        room.maya.sync();
        QCOMPARE(room.files(QStringLiteral("/b/")), before);
    }

    // Somebody who sees that pictures are gone and asks for a sync does not wait for the count.
    void aPersonAsksAfterPicturesWereLost() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.maya.page(ada, "a page");
        room.maya.page(ada, "another");
        room.meet();
        const QStringList before = room.files(QStringLiteral("/b/"));
        QCOMPARE(before.size(), qsizetype(4));
        QVERIFY(QFile::remove(before.front()));
        QVERIFY(room.maya.syncer->sync({}, {}, {.asked = true}));
        QCOMPARE(room.files(QStringLiteral("/b/")), before);
        for (const QString &file : before)
            QDir(QFileInfo(file).path()).removeRecursively();
        QCOMPARE(room.maya.syncer->sync({}, {}, {.asked = true}).value().sentPictures, 4);
        QCOMPARE(room.files(QStringLiteral("/b/")), before);
    }

    // Nothing in the store tells that its numbers are used already; somebody who has seen them does.
    void theStoreWasPutBackAsWell() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        QTemporaryDir older;
        copyFolder(room.place(), older.path());
        room.maya.note(ada, QStringLiteral("Tom has it"));
        room.meet();
        putStoreBack(room, older);
        copy.putInto(room.maya);
        room.tom.sync();
        room.maya.note(ada, QStringLiteral("after it was put back"));
        QVERIFY(says(room.maya.sync(), ErrorCode::Copied));
        syncAll({&room.maya, &room.tom}, 6);
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            QCOMPARE(notes(*tablet), 2);
            QCOMPARE(tablet->digest(), room.tom.digest());
        }
    }

    // Heads that only told of invites: nothing was written, so it keeps its name, and the others go on
    // hearing from it, who have seen greater numbers of heads.
    void headsOfItsOwnAreHeardAgain() {
        Class room;
        room.share();
        room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        QTemporaryDir older;
        copyFolder(room.place(), older.path());
        for (int i = 0; i < 9; ++i)
            QVERIFY(room.maya.syncer->makeInvite());
        room.tom.sync();
        putStoreBack(room, older);
        copy.putInto(room.maya);
        QVERIFY(room.maya.syncer->newKeys());
        syncAll({&room.maya, &room.tom}, 6);
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            QVERIFY(tablet->sync().problems.empty());
            QVERIFY(!tablet->syncer->state().value().oldEpochs);
        }
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    // New keys, and what they were made for, that only Tom still knows of: he tells of them again.
    void anErasureThatTheStoreLost() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.maya.note(room.maya.student(QStringLiteral("Ben")), QStringLiteral("stays"));
        room.meet();
        const Copy copy(room.maya);
        QTemporaryDir older;
        copyFolder(room.place(), older.path());
        QVERIFY(eraseStudent(*room.maya.notebook, ada));
        room.maya.sync();
        room.tom.sync();
        putStoreBack(room, older);
        copy.putInto(room.maya);
        syncAll({&room.maya, &room.tom}, 6);
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            QCOMPARE(notes(*tablet), 1);
            QVERIFY(!tablet->store().read([&](Database &db) { return find<Student>(db, ada); }).value());
            QVERIFY(tablet->sync().problems.empty());
        }
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    // The power goes while the new name is taken: before and after, it is one tablet, and nothing is lost.
    void cutShortAnywhere() {
        for (int at = 0; at < 12; ++at) {
            Class room;
            room.share();
            const Id ada = room.maya.student(QStringLiteral("Ada"));
            room.meet();
            const Copy copy(room.maya);
            room.maya.note(ada, QStringLiteral("after the copy"));
            room.meet();
            copy.putInto(room.maya);
            room.maya.note(ada, QStringLiteral("after it was put back"));
            int left = at;
            room.maya.files.fails = [&](Step step, const QString &path) {
                const bool keys =
                    path.contains(QStringLiteral("keys")) || path.endsWith(QStringLiteral("card"));
                if (!keys || (step != Step::Commit && step != Step::Remove))
                    return std::optional<ErrorCode>();
                return left-- <= 0 ? std::optional(ErrorCode::WriteFailed) : std::nullopt;
            };
            static_cast<void>(room.maya.syncer->sync());
            room.maya.files.fails = {};
            room.maya.open();
            syncAll({&room.maya, &room.tom});
            QCOMPARE(notes(room.tom), 2);
            QCOMPARE(room.tom.digest(), room.maya.digest());
        }
    }
};

QTEST_GUILESS_MAIN(TestPutBack)
#include "tst_putback.moc"
