// A profile put back from an older copy, or copied and used twice: nothing is lost, and a person is told.
#include "core/sync/copies.h"

using namespace inkstep;
using namespace inkstep::test;

namespace {

// Words that nobody has replaced.
QStringList standing(Tablet &tablet, const Id &note) {
    return tablet.store()
        .read([&](Database &db) {
            QStringList words;
            Statement &row =
                db.use(
                      "SELECT value FROM op WHERE entity = ? AND field = 'words' AND live = 1 ORDER BY value")
                    .with(note);
            while (row.step())
                words << row.text(0);
            row.reset();
            return words;
        })
        .value();
}

// A cloud drive shows the twin an older folder than the one that Maya's tablet has written to, and nothing of
// who has read it since.
void unseen(Class &room, Tablet &twin, const std::function<void()> &work) {
    const Id name = twin.store().device();
    twin.files.fails = [&](Step step, const QString &path) {
        const bool hers = path.contains(QStringLiteral("/d/") + room.folderOf(room.maya));
        const bool hidden = (step == Step::List && hers && path.endsWith(QStringLiteral("/ops"))) ||
                            (step == Step::Read && path.endsWith(QStringLiteral("/head")));
        return hidden ? std::optional(ErrorCode::NotFound) : std::nullopt;
    };
    work();
    QCOMPARE(twin.store().device(), name);
    twin.files.fails = {};
}

} // namespace

class TestCopies : public QObject {
    Q_OBJECT

private slots:
    void aCopyThatIsUsedToo() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        Tablet twin(room.clock, 77);
        copy.putInto(twin);
        room.maya.note(ada, QStringLiteral("on the first"));
        twin.note(ada, QStringLiteral("on the second"));
        room.maya.sync();
        QVERIFY(says(twin.sync(), ErrorCode::Copied));
        QVERIFY(twin.store().device() != room.maya.store().device());
        syncAll({&room.maya, &twin, &room.tom});
        for (Tablet *tablet : {&room.maya, &twin, &room.tom}) {
            QCOMPARE(notes(*tablet), 2);
            QVERIFY(!anyChoice(*tablet));
            QCOMPARE(tablet->digest(), room.tom.digest());
            QVERIFY(tablet->sync().problems.empty());
        }
        QCOMPARE(room.tom.syncer->state().value().devices.size(), std::size_t(3));
        // Editing what the other one wrote, and new keys, go on as between any tablets.
        QVERIFY(twin.syncer->newKeys());
        room.maya.note(ada, QStringLiteral("under new keys"));
        syncAll({&twin, &room.maya, &room.tom}, 6);
        QCOMPARE(notes(twin), 3);
        QCOMPARE(twin.digest(), room.tom.digest());
        QCOMPARE(room.maya.digest(), room.tom.digest());
        QVERIFY(!twin.syncer->state().value().oldEpochs);
    }

    // Both wrote before either saw the other: both files lie in the store, and all of it arrives.
    void bothWroteUnseen() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        Tablet twin(room.clock, 78);
        copy.putInto(twin);
        room.maya.note(ada, QStringLiteral("on the first"));
        twin.note(ada, QStringLiteral("on the second"));
        static_cast<void>(room.maya.syncer->sync());
        unseen(room, twin, [&] { static_cast<void>(twin.syncer->sync()); });
        syncAll({&room.maya, &twin, &room.tom}, 5);
        for (Tablet *tablet : {&room.maya, &twin, &room.tom}) {
            QCOMPARE(notes(*tablet), 2);
            QVERIFY(!anyChoice(*tablet));
            QCOMPARE(tablet->digest(), room.tom.digest());
            QVERIFY(tablet->sync().problems.empty());
        }
        QVERIFY(twin.store().device() != room.maya.store().device());
        // Nobody waits for the name that both had.
        QVERIFY(room.tom.syncer->newKeys());
        syncAll({&room.tom, &room.maya, &twin}, 6);
        QVERIFY(!room.tom.syncer->state().value().oldEpochs);
    }

    // Both rewrote the same words, a third tablet wrote over the one it saw, a fourth came in later: nothing
    // of it is lost, all agree, and a person is told.
    void bothRewroteTheSame() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        const Id note = room.maya.note(ada, QStringLiteral("first"));
        room.meet();
        const Copy copy(room.maya);
        Tablet twin(room.clock, 79);
        copy.putInto(twin);
        room.maya.rewrite(note, QStringLiteral("on the first"));
        room.maya.page(ada, "a page of the first");
        static_cast<void>(room.maya.syncer->sync());
        room.tom.sync();
        room.tom.rewrite(note, QStringLiteral("over the first"));
        twin.rewrite(note, QStringLiteral("on the second"));
        twin.page(ada, "a page of the second");
        unseen(room, twin, [&] { static_cast<void>(twin.syncer->sync()); });
        Tablet late(room.clock, 80);
        QVERIFY(late.join(room.tom.syncer->makeInvite().value(), QStringLiteral("Late")));
        QVERIFY(says(room.tom.sync(), ErrorCode::UsedTwice));
        syncAll({&late, &room.tom, &twin, &room.maya}, 5);
        for (Tablet *tablet : {&room.maya, &twin, &room.tom, &late}) {
            QCOMPARE(tablet->digest(), room.tom.digest());
            QVERIFY(tablet->sync().problems.empty());
            const QStringList words = standing(*tablet, note);
            QVERIFY(words.contains(QStringLiteral("over the first")));
            QVERIFY(words.contains(QStringLiteral("on the second")));
            QCOMPARE(tablet->syncer->state().value().wanted, 0);
        }
        // The next write replaces everything it saw.
        room.tom.rewrite(note, QStringLiteral("settled"));
        syncAll({&room.tom, &twin, &room.maya, &late}, 3);
        for (Tablet *tablet : {&room.maya, &twin, &room.tom, &late})
            QCOMPARE(standing(*tablet, note), QStringList{QStringLiteral("settled")});
    }

    // Somebody was let in by the copy before it had a name of its own.
    void whoCameInByACopyStaysIn() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        Tablet twin(room.clock, 79);
        copy.putInto(twin);
        Tablet late(room.clock, 80);
        twin.files.fails = [](Step step, const QString &path) { // nothing is shown under the name yet
            return step == Step::Read && path.endsWith(QStringLiteral("/head"))
                       ? std::optional(ErrorCode::NotFound)
                       : std::nullopt;
        };
        QVERIFY(late.join(twin.syncer->makeInvite().value(), QStringLiteral("Late")));
        twin.files.fails = {};
        room.maya.note(ada, QStringLiteral("on the first"));
        room.maya.sync();
        QVERIFY(says(twin.sync(), ErrorCode::Copied));
        syncAll({&late, &twin, &room.maya, &room.tom});
        late.note(ada, QStringLiteral("of who came late"));
        syncAll({&late, &twin, &room.maya, &room.tom});
        for (Tablet *tablet : {&room.maya, &twin, &room.tom, &late}) {
            QCOMPARE(notes(*tablet), 2);
            QCOMPARE(tablet->digest(), room.tom.digest());
        }
        QVERIFY(room.files(QStringLiteral("/invite/")).isEmpty());
    }

    // Both had gathered and trimmed what they wrote unseen: only the head of one tells the other of it.
    void whatBothOfThemTrimmed() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(room.maya.syncer->connect(room.place()));
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.maya.syncer->setSnapshotFloor(1);
        const Copy copy(room.maya);
        Tablet twin(room.clock, 79);
        copy.putInto(twin);
        room.maya.syncer->setSnapshotFloor(1);
        twin.syncer->setSnapshotFloor(1);
        room.maya.note(ada, QStringLiteral("on the first"));
        room.maya.sync();
        room.maya.sync();
        twin.note(ada, QStringLiteral("on the second"));
        unseen(room, twin, [&] {
            for (int i = 0; i < 2; ++i)
                static_cast<void>(twin.syncer->sync());
        });
        QVERIFY(room.files(QStringLiteral("/ops/")).isEmpty());
        syncAll({&room.maya, &twin});
        Tablet late(room.clock, 80);
        QVERIFY(late.join(twin.syncer->makeInvite().value(), QStringLiteral("Late")));
        syncAll({&twin, &late, &room.maya});
        for (Tablet *tablet : {&room.maya, &twin, &late}) {
            QCOMPARE(notes(*tablet), 2);
            QCOMPARE(tablet->digest(), late.digest());
        }
    }

    // What counts as sent under the old name was cut short on its way.
    void whatOneOfThemSentWasTorn() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        Tablet twin(room.clock, 79);
        copy.putInto(twin);
        const QStringList before = room.files(room.folderOf(room.maya) + QStringLiteral("/ops/"));
        room.maya.note(ada, QStringLiteral("on the first"));
        room.maya.sync();
        const QStringList after = room.files(room.folderOf(room.maya) + QStringLiteral("/ops/"));
        QCOMPARE(after.size(), before.size() + 1);
        for (const QString &file : after) {
            if (!before.contains(file))
                overwrite(file, contentOf(file).first(20));
        }
        twin.note(ada, QStringLiteral("on the second"));
        unseen(room, twin, [&] { static_cast<void>(twin.syncer->sync()); });
        syncAll({&room.maya, &twin, &room.tom});
        for (Tablet *tablet : {&room.maya, &twin, &room.tom}) {
            QCOMPARE(notes(*tablet), 2);
            QCOMPARE(tablet->digest(), room.tom.digest());
        }
    }

    // Two keys, neither of which may pass for the other.
    void bothMadeNewKeysUnseen() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Copy copy(room.maya);
        Tablet twin(room.clock, 79);
        copy.putInto(twin);
        QVERIFY(room.maya.syncer->newKeys());
        room.maya.note(ada, QStringLiteral("on the first"));
        room.maya.sync();
        QVERIFY(twin.syncer->newKeys());
        twin.note(ada, QStringLiteral("on the second"));
        unseen(room, twin, [&] { static_cast<void>(twin.syncer->sync()); });
        syncAll({&room.tom, &room.maya, &twin}, 6);
        for (Tablet *tablet : {&room.maya, &twin, &room.tom}) {
            QCOMPARE(notes(*tablet), 2);
            QCOMPARE(tablet->digest(), room.tom.digest());
            QVERIFY(tablet->sync().problems.empty());
            QVERIFY(!tablet->syncer->state().value().oldEpochs);
        }
    }

    void whoHasTheFolderOnlyMakesNobodyNew() {
        Class room;
        room.share();
        room.maya.student(QStringLiteral("Ada"));
        room.meet();
        const Id before = room.tom.store().device();
        const QString bundle = room.files(room.folderOf(room.maya) + QStringLiteral("/ops/")).front();
        const QString into = QString(bundle.section(QLatin1Char('/'), 0, -2))
                                 .replace(room.folderOf(room.maya), room.folderOf(room.tom));
        QVERIFY(QDir().mkpath(into));
        QVERIFY(QFile::copy(bundle, into + QLatin1Char('/') + bundle.section(QLatin1Char('/'), -1)));
        room.tom.student(QStringLiteral("Björn"));
        QVERIFY(!says(room.tom.sync(), ErrorCode::Copied));
        QCOMPARE(room.tom.store().device(), before);
        syncAll({&room.maya, &room.tom});
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }
};

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
