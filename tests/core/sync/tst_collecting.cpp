// Deleted pictures leave the store, late and in two steps; nothing that still shows ever does.
#include "core/sync/class.h"
#include "core/sync/sim/simdevice.h"

#include "sync/engine/checking.h"

using namespace inkstep;
using namespace inkstep::test;

namespace {

const QByteArray picture = "JFIF-like bytes of a page " + QByteArray(2000, 'p');

struct Shared : Class {
    Id student, page, sample;

    void begin() {
        share();
        student = maya.student(QStringLiteral("Ada Lima"));
        page = maya.page(student, picture);
        sample = maya.pageOf(page).sample;
        meet();
    }
    qsizetype inStore() const {
        return files(QStringLiteral("/b/") + folderOf(maya) + QLatin1Char('/')).size();
    }
    void remove(Tablet &by) { by.commit(Edit(QStringLiteral("Delete page")).remove<Page>(page)); }
    // Until it is gone, and once more.
    void collect() {
        for (int i = 0; i < 3; ++i)
            meet();
    }
    QByteArray pictureOf(Tablet &tablet) {
        return tablet.notebook->vault().get(tablet.pageOf(page).original).value_or(QByteArray());
    }
};

QString wrongIn(Tablet &tablet, const QString &place) {
    const auto found = tablet.syncer->check(place, false);
    if (!found)
        return found.error().detail;
    return found->wrong.empty() ? QString() : found->wrong.front().path;
}

} // namespace

class TestCollecting : public QObject {
    Q_OBJECT

private slots:
    void nobodysPicturesLeaveBeforeAllHaveHeard() {
        Shared c;
        c.begin();
        QCOMPARE(c.inStore(), 2);
        c.remove(c.maya);
        for (int i = 0; i < 4; ++i)
            c.maya.sync();
        QCOMPARE(c.inStore(), 2); // Tom has not heard of it
        c.tom.sync();
        QCOMPARE(c.inStore(), 2); // and others' pictures are not Tom's to remove
        c.maya.sync();
        QCOMPARE(c.inStore(), 0);
        c.meet();
        for (Tablet *tablet : {&c.maya, &c.tom}) {
            QCOMPARE(c.pictureOf(*tablet), picture); // nothing leaves a tablet
            QCOMPARE(wrongIn(*tablet, c.place()), QString());
            const auto state = tablet->syncer->state().value();
            QCOMPARE(state.waiting, 0);
            QCOMPARE(state.wanted, 0);
            QCOMPARE(state.copied, 0);
        }
    }

    void oneRunIsNotEnough() {
        Class c;
        c.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(c.maya.syncer->connect(c.place()));
        const Id page = c.maya.page(c.maya.student(QStringLiteral("Ada Lima")), picture);
        c.maya.sync();
        c.maya.commit(Edit(QStringLiteral("Delete page")).remove<Page>(page));
        c.maya.sync();
        QCOMPARE(c.files(QStringLiteral("/b/")).size(), 2);
        c.maya.sync();
        QCOMPARE(c.files(QStringLiteral("/b/")).size(), 0);
    }

    // Deleted, brought back and deleted again between two runs is another deletion, which nobody knows of
    // yet.
    void anotherDeletionIsWaitedForAnew() {
        Shared c;
        c.begin();
        c.remove(c.maya);
        c.maya.sync();
        c.tom.sync();
        c.maya.commit(Edit(QStringLiteral("Bring back")).restore<Page>(c.page));
        c.remove(c.maya);
        c.maya.sync();
        c.maya.sync();
        QCOMPARE(c.inStore(), 2);
        c.collect();
        QCOMPARE(c.inStore(), 0);
    }

    void whatIsBroughtBackInTimeStays() {
        Shared c;
        c.begin();
        c.remove(c.maya);
        c.maya.sync();
        c.tom.sync();
        c.tom.commit(Edit(QStringLiteral("Bring back")).restore<Page>(c.page));
        c.tom.sync();
        c.collect();
        QCOMPARE(c.inStore(), 2);
        QVERIFY(wrongIn(c.maya, c.place()).isEmpty());
    }

    void whatIsBroughtBackLaterIsSentAgain() {
        Shared c;
        c.begin();
        c.remove(c.maya);
        c.collect();
        QCOMPARE(c.inStore(), 0);
        c.tom.commit(Edit(QStringLiteral("Bring back")).restore<Page>(c.page));
        c.tom.sync();
        c.maya.sync();
        QCOMPARE(c.inStore(), 2);
        c.meet();
        Tablet ada(c.clock, 3);
        QVERIFY(ada.join(c.maya.syncer->makeInvite().value(), QStringLiteral("Ada's tablet")));
        ada.sync();
        ada.sync();
        QCOMPARE(c.pictureOf(ada), picture);
        // And it may go once more.
        c.remove(ada);
        for (int i = 0; i < 4; ++i) {
            ada.sync();
            c.meet();
        }
        QCOMPARE(c.inStore(), 0);
    }

    void wordsWrittenUnseenKeepIt() {
        Shared c;
        c.begin();
        c.remove(c.maya);
        c.tom.note(c.page, QStringLiteral("a marvellous metaphor"));
        c.collect();
        QCOMPARE(c.inStore(), 2);
    }

    // Who comes later neither asks for it for ever nor counts as one who lacks it.
    void aNewcomerDoesNotAskForIt() {
        Shared c;
        c.begin();
        c.remove(c.maya);
        c.collect();
        Tablet ada(c.clock, 3);
        QVERIFY(ada.join(c.maya.syncer->makeInvite().value(), QStringLiteral("Ada's tablet")));
        for (int i = 0; i < 3; ++i) {
            ada.sync();
            c.meet();
        }
        QCOMPARE(ada.syncer->state().value().wanted, 0);
        const auto state = c.maya.syncer->state(); // lives as long as its devices are looked at
        for (const SyncDevice &device : state.value().devices)
            QVERIFY2(device.hasEverything, qPrintable(device.name));
        QCOMPARE(wrongIn(ada, c.place()), QString());
    }

    void whoJoinedAndIsSilentIsWaitedFor() {
        Shared c;
        c.begin();
        Tablet ada(c.clock, 3);
        QVERIFY(ada.join(c.maya.syncer->makeInvite().value(), QStringLiteral("Ada's tablet")));
        c.meet();
        c.remove(c.maya);
        c.collect();
        QCOMPARE(c.inStore(), 2);
        ada.sync();
        c.collect();
        QCOMPARE(c.inStore(), 0);
    }

    void aSamplesPagesGoWithIt() {
        Shared c;
        c.begin();
        c.maya.commit(Edit(QStringLiteral("Delete sample")).remove<Sample>(c.sample));
        c.collect();
        QCOMPARE(c.inStore(), 0);
    }

    void whatADeletedStudentLeftStays() {
        Shared c;
        c.begin();
        c.maya.commit(Edit(QStringLiteral("Delete student")).remove<Student>(c.student));
        c.collect();
        QCOMPARE(c.inStore(), 2);
    }

    void whatAnotherPageNamesTooStays() {
        Shared c;
        c.begin();
        Page second = c.maya.pageOf(c.page);
        second.id = c.maya.store().makeId();
        second.sample = c.maya.store().makeId();
        second.preview = {};
        Sample sample;
        sample.id = second.sample;
        sample.student = c.student;
        c.maya.commit(Edit(QStringLiteral("Give to another")).create(sample).create(second));
        c.remove(c.maya);
        c.collect();
        QCOMPARE(c.inStore(), 1); // the preview went
    }

    // A place of its own gets what shows, not what was deleted.
    void anotherPlaceDoesNotGetIt() {
        Shared c;
        c.begin();
        c.remove(c.maya);
        c.collect();
        const QTemporaryDir elsewhere;
        QVERIFY(c.maya.syncer->connect(elsewhere.path()));
        c.maya.sync();
        c.maya.sync();
        QVERIFY(
            !QDir(elsewhere.path() + QLatin1Char('/') + idText(c.maya.notebook->id()) + QStringLiteral("/b"))
                 .exists());
        QCOMPARE(c.maya.syncer->state().value().waiting, 0);
    }

    // The power goes at each step of the run in which it leaves; then it is brought back, or not.
    void cutShortAnywhere() {
        for (const bool back : {false, true}) {
            int steps = 1;
            for (int turn = 0; turn <= 2 * steps; ++turn) { // twice each: some went through, some did not
                const int cut = turn / 2;
                const QTemporaryDir folder(QDir(QStringLiteral("/dev/shm")).exists()
                                               ? QStringLiteral("/dev/shm/inkstep-collect-XXXXXX")
                                               : QDir::tempPath() +
                                                     QStringLiteral("/inkstep-collect-XXXXXX"));
                sim::World world(folder.path());
                sim::SimDevice maya(world, folder.filePath(QStringLiteral("a")), 0, 1);
                sim::SimDevice tom(world, folder.filePath(QStringLiteral("b")), 1, 1);
                maya.begin();
                QVERIFY(tom.join(maya));
                Sample sample;
                sample.id = maya.store().makeId();
                Page page;
                page.id = maya.store().makeId();
                page.sample = sample.id;
                page.original = maya.notebook().vault().put(picture).value();
                QVERIFY(maya.store().commit(Edit(QStringLiteral("Photograph")).create(sample).create(page)));
                const auto meet = [&] {
                    for (int i = 0; i < 3; ++i) {
                        maya.sync({});
                        tom.sync({});
                    }
                };
                meet();
                QVERIFY(maya.store().commit(Edit(QStringLiteral("Delete page")).remove<Page>(page.id)));
                maya.sync({});
                tom.sync({});
                const auto inStore = [&] {
                    const QString name = page.original.fileName();
                    return std::any_of(
                        world.disk.files.begin(), world.disk.files.end(), [&](const auto &file) {
                            return file.first.startsWith(world.shared) && file.first.endsWith(name);
                        });
                };
                QVERIFY(inStore());
                sim::Faults faults;
                faults.seed = quint64(turn);
                faults.crashAfter = cut;
                maya.sync(faults);
                steps = std::max(steps, maya.steps());
                if (back)
                    QVERIFY(tom.store().commit(Edit(QStringLiteral("Bring back")).restore<Page>(page.id)));
                meet();
                meet();
                QVERIFY2(inStore() == back, qPrintable(QString::number(cut)));
                QCOMPARE(maya.store().digest().value(), tom.store().digest().value());
                QCOMPARE(tom.notebook().vault().get(page.original).value(), picture);
            }
            QVERIFY2(steps > 10, qPrintable(QString::number(steps)));
        }
    }
};

QTEST_GUILESS_MAIN(TestCollecting)
#include "tst_collecting.moc"
