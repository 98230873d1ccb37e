// New epochs: who is in reads on, who is out does not, what is old goes when everybody has moved on.
#include "core/sync/class.h"

#include "sync/engine/syncerengine.h"
#include "sync/format/format.h"
#include "sync/format/snapshot.h"

using namespace inkstep;
using namespace inkstep::test;

namespace {

NotebookKeys keysOf(Tablet &tablet) {
    return loadKeys(tablet.files, keysPath(*tablet.notebook)).value();
}

// Hears of nobody's head, so of no new keys either.
std::optional<ErrorCode> deaf(Step step, const QString &path) {
    return step == Step::Read && path.endsWith(QStringLiteral("/head")) ? std::optional(ErrorCode::NotFound)
                                                                        : std::nullopt;
}

void meetAll(std::initializer_list<Tablet *> tablets, int rounds = 4) {
    for (int i = 0; i < rounds; ++i) {
        for (Tablet *tablet : tablets)
            tablet->sync();
    }
}

Id deviceOf(const Tablet &tablet) {
    return tablet.notebook->store().device();
}

const SyncDevice *find(const SyncState &state, const Id &device) {
    for (const SyncDevice &one : state.devices) {
        if (one.id == device)
            return &one;
    }
    return nullptr;
}

} // namespace

class TestEpochs : public QObject {
    Q_OBJECT

private slots:
    void everybodyMovesOnAndTheOldKeyGoes() {
        Class room;
        room.share();
        const Id student = room.maya.student(QStringLiteral("Ada"));
        room.tom.note(room.tom.notebook->id(), QStringLiteral("written before"));
        room.meet();
        const NotebookKeys before = keysOf(room.tom);
        const QStringList old = room.files(QStringLiteral("/ops/"));
        QVERIFY(room.maya.syncer->newKeys());
        room.tom.note(student, QStringLiteral("not sent yet"));
        meetAll({&room.maya, &room.tom}, 5);
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            const SyncState state = tablet->syncer->state().value();
            QCOMPARE(state.epoch, 2u);
            QVERIFY(!state.oldEpochs);
            QCOMPARE(keysOf(*tablet).epochs.size(), std::size_t(1));
            QVERIFY(tablet->sync().problems.empty());
        }
        QVERIFY(keysOf(room.tom).box.publicKey() != before.box.publicKey());
        QCOMPARE(room.maya.digest(), room.tom.digest());
        for (const QString &file : old)
            QVERIFY2(!QFile::exists(file), qPrintable(file));
        for (const QString &file : room.files(QStringLiteral("/ops/")))
            QCOMPARE(epochOf(contentOf(file)).number, 2u);
        // Somebody who joins now reads it all from a snapshot.
        Tablet ines(room.clock, 3);
        QVERIFY(ines.join(room.tom.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        QVERIFY(ines.sync().problems.empty());
        QCOMPARE(ines.digest(), room.tom.digest());
        ines.note(student, QStringLiteral("from Ines"));
        meetAll({&ines, &room.maya, &room.tom});
        QCOMPARE(ines.digest(), room.maya.digest());
        QVERIFY(!ines.syncer->state().value().oldEpochs);
    }

    void aLostTabletIsOut() {
        Class room;
        room.share();
        const Id student = room.maya.student(QStringLiteral("Ada"));
        room.tom.note(student, QStringLiteral("before the bus"));
        room.meet();
        const QString code = room.tom.syncer->makeInvite().value();
        const QString mayas = room.maya.syncer->makeInvite().value();
        const Id lost = deviceOf(room.tom);
        const NotebookKeys held = keysOf(room.tom);
        QVERIFY(room.maya.syncer->removeDevice(lost));
        QCOMPARE(room.maya.syncer->removeDevice(deviceOf(room.maya)).error().code, ErrorCode::BadInput);
        room.maya.sync();
        room.maya.note(student, QStringLiteral("after the bus"));
        room.maya.sync();
        const SyncState state = room.maya.syncer->state().value();
        QVERIFY(find(state, lost)->removed);
        QCOMPARE(find(state, lost)->name, QStringLiteral("Tom's tablet"));
        QCOMPARE(room.maya.syncer->nameOf(lost).value(), QStringLiteral("Tom's tablet"));
        QVERIFY(room.maya.syncer->openInvites().value().empty());

        // Who has the tablet keeps it from hearing the news, and writes on.
        room.tom.files.fails = [](Step step, const QString &path) {
            return step == Step::Read && path.contains(QStringLiteral("/epoch/"))
                       ? std::optional(ErrorCode::NotFound)
                       : std::nullopt;
        };
        const QByteArray digest = room.maya.digest();
        room.tom.note(student, QStringLiteral("by the finder"));
        static_cast<void>(room.tom.syncer->sync());
        room.maya.sync();
        QCOMPARE(room.maya.digest(), digest);
        // Nothing written since opens with what the tablet holds.
        const QString ops = QLatin1Char('/') + room.folderOf(room.maya) + QStringLiteral("/ops/");
        QVERIFY(!held.epoch(epochOf(contentOf(room.files(ops).last()))));
        // Neither its own invites nor those that were open before let anybody in.
        for (const QString &open : {code, mayas}) {
            Tablet eve(room.clock, 9);
            if (!eve.join(open, QStringLiteral("Eve")))
                continue;
            eve.student(QStringLiteral("Mallory"));
            eve.files.fails = room.tom.files.fails;
            static_cast<void>(eve.syncer->sync());
            room.maya.sync();
            QCOMPARE(room.maya.digest(), digest);
        }
        // Told, and told only.
        room.tom.files.fails = nullptr;
        QCOMPARE(room.tom.syncer->sync().error().code, ErrorCode::Removed);
        QVERIFY(room.tom.syncer->state().value().removedHere);
        room.maya.sync();
        QCOMPARE(room.maya.digest(), digest);
        QVERIFY(!room.maya.syncer->state().value().oldEpochs); // nobody is waited for
    }

    void whatSomebodyHadHeardOfALostTabletCounts() {
        Class room;
        room.share();
        Tablet ines(room.clock, 3);
        QVERIFY(ines.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        meetAll({&room.maya, &room.tom, &ines});
        const Id student = room.tom.student(QStringLiteral("heard by Ines only"));
        room.tom.sync();
        ines.sync();
        const QString ops = QLatin1Char('/') + room.folderOf(room.tom) + QStringLiteral("/ops/");
        const QString last = room.files(ops).last();
        QVERIFY(QFile::rename(last, last + QStringLiteral(".away")));
        QVERIFY(room.maya.syncer->removeDevice(deviceOf(room.tom)));
        room.maya.sync();
        QVERIFY(QFile::rename(last + QStringLiteral(".away"), last));
        meetAll({&ines, &room.maya});
        QCOMPARE(ines.digest(), room.maya.digest());
        const auto there =
            room.maya.store().read([&](Database &db) { return inkstep::find<Student>(db, student); });
        QVERIFY(there->has_value());
    }

    void twoEpochsAtOnceBecomeOne() {
        Class room;
        room.share();
        Tablet ines(room.clock, 3), chidi(room.clock, 4);
        QVERIFY(ines.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        QVERIFY(chidi.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Chidi's tablet")));
        meetAll({&room.maya, &room.tom, &ines, &chidi});
        QVERIFY(room.maya.syncer->removeDevice(deviceOf(ines)));
        QVERIFY(room.tom.syncer->removeDevice(deviceOf(chidi)));
        // Each makes its own before it hears of the other's.
        room.maya.files.fails = deaf;
        room.tom.files.fails = deaf;
        room.maya.student(QStringLiteral("Ada"));
        room.tom.student(QStringLiteral("Björn"));
        room.maya.sync();
        room.tom.sync();
        room.maya.files.fails = nullptr;
        room.tom.files.fails = nullptr;
        meetAll({&room.maya, &room.tom}, 6);
        QCOMPARE(room.maya.digest(), room.tom.digest());
        const SyncState state = room.maya.syncer->state().value();
        QVERIFY(state.epoch >= 3);
        QCOMPARE(room.tom.syncer->state().value().epoch, state.epoch);
        QVERIFY(!state.oldEpochs);
        for (Tablet *tablet : {&ines, &chidi}) {
            QVERIFY(find(state, deviceOf(*tablet))->removed);
            QCOMPARE(tablet->syncer->sync().error().code, ErrorCode::Removed);
        }
        QCOMPARE(keysOf(room.maya).current().key.bytes(), keysOf(room.tom).current().key.bytes());
    }

    // Maya's tablet let both in and is taken out before it could say so: they know each other all the same.
    void whomSomebodyLetInWhoIsOutSince() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(room.maya.syncer->connect(room.place()));
        Tablet ines(room.clock, 3);
        QVERIFY(room.tom.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Tom's tablet")));
        QVERIFY(ines.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        QVERIFY(room.tom.syncer->removeDevice(deviceOf(room.maya)));
        room.tom.student(QStringLiteral("Ada"));
        ines.student(QStringLiteral("Björn"));
        meetAll({&room.tom, &ines}, 6);
        QCOMPARE(ines.digest(), room.tom.digest());
        for (Tablet *tablet : {&room.tom, &ines}) {
            const SyncState state = tablet->syncer->state().value();
            QVERIFY(find(state, deviceOf(room.maya))->removed);
            QVERIFY(!state.oldEpochs);
            QVERIFY(tablet->sync().problems.empty());
        }
    }

    // Tom has written nothing, so no bundle of his own holds the old key back.
    // Tom makes keys while Maya takes him out, neither hearing of the other. Ines hears of both and was given
    // the key of one: nobody else will ever hear of Tom's, and it is not waited for.
    void keysOfOneWhoWasTakenOutMeanwhile() {
        Class room;
        room.share();
        Tablet ines(room.clock, 3);
        QVERIFY(ines.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        meetAll({&ines, &room.maya, &ines}, 2);
        room.maya.files.fails = deaf;
        QVERIFY(room.maya.syncer->removeDevice(deviceOf(room.tom)));
        room.maya.sync();
        room.clock.advance(std::chrono::seconds(1)); // his are the newer ones
        room.tom.files.fails = deaf;
        QVERIFY(room.tom.syncer->newKeys());
        room.tom.sync();
        room.maya.files.fails = {};
        meetAll({&ines, &room.maya}, 4);
        for (Tablet *tablet : {&room.maya, &ines}) {
            QVERIFY(tablet->sync().problems.empty());
            QVERIFY(!tablet->syncer->state().value().oldEpochs);
        }
    }

    void anOldKeyIsHeldUntilEverybodyHasMovedOn() {
        Class room;
        room.share();
        QVERIFY(room.tom.syncer->newKeys());
        for (int i = 0; i < 3; ++i)
            room.tom.sync();
        room.maya.files.fails = deaf;
        room.maya.student(QStringLiteral("Ada"));
        room.maya.sync();
        room.maya.files.fails = nullptr;
        QVERIFY(room.tom.sync().problems.empty());
        QCOMPARE(room.tom.digest(), room.maya.digest());
        meetAll({&room.maya, &room.tom}, 5);
        for (Tablet *tablet : {&room.maya, &room.tom})
            QVERIFY(!tablet->syncer->state().value().oldEpochs);
    }

    void oneWhoWasAwayTakesThemAllAtOnce() {
        Class room;
        room.share();
        room.tom.student(QStringLiteral("not sent"));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(room.maya.syncer->newKeys());
            room.maya.student(QStringLiteral("epoch %1").arg(i));
            room.maya.sync();
            room.maya.sync();
        }
        QVERIFY(room.maya.syncer->state().value().oldEpochs); // it waits for Tom
        meetAll({&room.tom, &room.maya}, 5);
        QCOMPARE(room.maya.digest(), room.tom.digest());
        QVERIFY(!room.maya.syncer->state().value().oldEpochs);
        QCOMPARE(room.tom.syncer->state().value().epoch, 4u);
    }

    void aSilentDeviceIsWaitedForUntilAPersonSaysOtherwise() {
        Class room;
        room.share();
        Tablet ines(room.clock, 3);
        QVERIFY(ines.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        meetAll({&room.maya, &room.tom, &ines});
        ines.student(QStringLiteral("unsent over the summer"));
        for (Tablet *tablet : {&room.maya, &room.tom})
            tablet->syncer->setSnapshotFloor(1000);
        const QString ops = QLatin1Char('/') + room.folderOf(room.maya) + QStringLiteral("/ops/");
        for (int i = 0; i < 12; ++i) {
            room.maya.student(QString(300, QLatin1Char('n')));
            room.meet();
        }
        QVERIFY(room.files(QStringLiteral("/snap/")).size() >= 2);
        const auto many = room.files(ops).size();
        QVERIFY(many > 10);
        QVERIFY(room.maya.syncer->retireDevice(deviceOf(ines)));
        QVERIFY(room.tom.syncer->retireDevice(deviceOf(ines)));
        room.clock.advance(std::chrono::hours(24 * 100));
        QVERIFY(room.maya.syncer->newKeys());
        meetAll({&room.maya, &room.tom}, 5);
        QVERIFY(room.files(ops).size() < many);
        QVERIFY(find(room.maya.syncer->state().value(), deviceOf(ines))->retired);
        QVERIFY(!room.maya.syncer->state().value().oldEpochs);
        // Back from the summer: a snapshot for what was cleared away, and nothing of hers is lost.
        meetAll({&ines, &room.maya, &room.tom}, 5);
        QCOMPARE(ines.digest(), room.maya.digest());
        QVERIFY(!find(room.maya.syncer->state().value(), deviceOf(ines))->retired);
        QVERIFY(ines.sync().problems.empty());
    }

    void aWithdrawnInviteOpensNothing() {
        Class room;
        room.share();
        const QString code = room.maya.syncer->makeInvite().value();
        const auto open = room.maya.syncer->openInvites().value();
        QCOMPARE(open.size(), std::size_t(1));
        QVERIFY(room.maya.syncer->withdrawInvite(open.front().id));
        Tablet eve(room.clock, 5);
        QCOMPARE(eve.join(code, QStringLiteral("Eve")).error().code, ErrorCode::BadCode);
        QVERIFY(room.files(QStringLiteral("/invite/")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestEpochs)
#include "tst_epochs.moc"
