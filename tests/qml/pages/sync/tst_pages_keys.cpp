// What a person decides about who can read a notebook: a tablet that is lost, words for the day all are gone,
// a child to be erased; by touch, over a folder.
#include "backupfile.h"
#include "qml/pages/frame/stage.h"
#include "store/layout.h"
#include "sync/engine/syncer.h"
#include "syncservice.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

SyncService &serviceOf(Stage &stage) {
    QQmlEngine &engine = *stage.view->engine();
    return *engine.singletonInstance<SyncService *>(qmlTypeId("Inkstep.Sync", 1, 0, "SyncService"));
}

QString textOf(const Stage &stage, const char *name) {
    const QQuickItem *item = stage.item(QString::fromLatin1(name));
    return item ? item->property("text").toString() : QString();
}

// A class that is in a folder.
struct Room {
    Room() {
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Ben")});
        stage.show();
        stage.go(QStringLiteral("sync"));
        serviceOf(stage).connectTo(QUrl::fromLocalFile(place.path()));
    }
    // Everything has been sent and fetched.
    bool settled() {
        const SyncService &service = serviceOf(stage);
        return service.connected() && !service.busy() && service.waiting() == 0 &&
               !service.lastSync().isEmpty();
    }
    // A code for another tablet; empty when there is none.
    QString invite() {
        const auto made = [&] { return !textOf(stage, "inviteCode").isEmpty(); };
        if (!QTest::qWaitFor([&] { return stage.item(QStringLiteral("makeInvite")) != nullptr; }) ||
            !stage.tap(QStringLiteral("makeInvite")) || !QTest::qWaitFor(made))
            return {};
        return textOf(stage, "inviteCode");
    }
    void syncNow() {
        serviceOf(stage).syncNow();
        QTRY_VERIFY(!serviceOf(stage).busy());
    }

    QTemporaryDir place;
    Stage stage{QSize(1280, 1300)}; // no scrolling: that is others' test
};

// Another tablet, without pages.
struct Colleague {
    explicit Colleague(const QString &code) : profile(std::move(*Profile::open(folder.path(), parts))) {
        const auto joined = Syncer::join(*profile, parts, code, QStringLiteral("Ben's tablet"));
        if (!joined)
            qFatal("join: %s", qPrintable(joined.error().detail));
        notebook = *joined;
    }
    Result<SyncReport> sync() { return Syncer(*notebook, parts).sync(); }
    bool knows(const QString &tablet) {
        const auto state = Syncer(*notebook, parts).state();
        return state && std::any_of(state->devices.begin(), state->devices.end(),
                                    [&](const SyncDevice &device) { return device.name == tablet; });
    }

    QTemporaryDir folder;
    SystemFiles files;
    FakeClock clock;
    SystemRandom random;
    Store::Parts parts{files, clock, random};
    std::unique_ptr<Profile> profile;
    Notebook *notebook = nullptr;
};

} // namespace

class KeysPagesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void aLostTabletIsTakenOutAndToldSo() {
        Room room;
        QTRY_VERIFY(room.settled());
        Colleague ben(room.invite());
        QVERIFY(ben.sync());
        room.syncNow();
        QTRY_VERIFY(room.stage.item(QStringLiteral("moreDevice-Ben's tablet")));
        room.stage.settle();
        QCOMPARE(unnamed(room.stage), QStringList());
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.picture(QStringLiteral("sync-tablets"));
        QVERIFY(room.stage.tap(QStringLiteral("moreDevice-Ben's tablet")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("takeOut")));
        QVERIFY(room.stage.tap(QStringLiteral("takeOut")));
        QTRY_VERIFY(room.stage.named(QStringLiteral("Take it out")));
        room.stage.settle();
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.picture(QStringLiteral("sync-take-out"));
        QVERIFY(room.stage.tap(room.stage.named(QStringLiteral("Take it out"))));
        QTRY_VERIFY(!room.stage.item(QStringLiteral("moreDevice-Ben's tablet")));
        QTRY_VERIFY(!serviceOf(room.stage).busy());
        const auto after = ben.sync();
        QVERIFY(!after);
        QCOMPARE(after.error().code, ErrorCode::Removed);
    }

    void aTabletIsGivenANameTheOthersRead() {
        Room room;
        QTRY_VERIFY(room.settled());
        Colleague ben(room.invite());
        QVERIFY(room.stage.tap(QStringLiteral("nameTablet")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("tabletName")));
        room.stage.settle();
        QCOMPARE(unnamed(room.stage), QStringList());
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.picture(QStringLiteral("sync-name"));
        room.stage.type(QStringLiteral("Maria's tablet"));
        room.stage.key(Qt::Key_Return);
        QTRY_VERIFY(room.stage.named(QStringLiteral("Maria's tablet (this tablet)")));
        QTRY_VERIFY(!serviceOf(room.stage).busy());
        room.syncNow();
        QVERIFY(ben.sync());
        QVERIFY(ben.knows(QStringLiteral("Maria's tablet")));
    }

    void aJoinCodeNobodyUsedIsClosed() {
        Room room;
        QTRY_VERIFY(room.settled());
        const QString code = room.invite();
        serviceOf(room.stage).forgetInvite();
        QTRY_VERIFY(room.stage.item(QStringLiteral("closeInvites")));
        QVERIFY(room.stage.tap(QStringLiteral("closeInvites")));
        QTRY_VERIFY(!room.stage.item(QStringLiteral("closeInvites")));
        QTemporaryDir folder;
        SystemFiles files;
        const FakeClock clock;
        SystemRandom random;
        const Store::Parts parts{files, clock, random};
        const auto profile = Profile::open(folder.path(), parts);
        QVERIFY(!Syncer::join(**profile, parts, code, QStringLiteral("Late")));
    }

    void wordsAreMadeAskedBackAndBringTheNotebookToABareTablet() {
        Room room;
        QTRY_VERIFY(room.settled());
        room.stage.go(QStringLiteral("recovery"));
        QTRY_VERIFY(room.stage.item(QStringLiteral("makeWords")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("wordsStanding")));
        QVERIFY(room.stage.tap(QStringLiteral("makeWords")));
        QTRY_VERIFY_WITH_TIMEOUT(room.stage.item(QStringLiteral("words")), 20'000);
        const QStringList words = room.stage.item(QStringLiteral("words"))->property("words").toStringList();
        QCOMPARE(words.size(), 6);
        room.stage.settle();
        QCOMPARE(unnamed(room.stage), QStringList());
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.picture(QStringLiteral("sync-recovery-words"));
        QVERIFY(room.stage.tap(QStringLiteral("written")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("typed")));
        room.stage.item(QStringLiteral("typed"))
            ->setProperty("text", QStringLiteral("babab babab babab babab babab babab"));
        QVERIFY(room.stage.tap(QStringLiteral("check")));
        QTRY_VERIFY_WITH_TIMEOUT(room.stage.item(QStringLiteral("trouble")), 20'000);
        room.stage.item(QStringLiteral("typed"))->setProperty("text", words.join(QLatin1Char(' ')).toUpper());
        QVERIFY(room.stage.tap(QStringLiteral("check")));
        QTRY_VERIFY_WITH_TIMEOUT(room.stage.item(QStringLiteral("right")), 20'000);
        QVERIFY(room.stage.tap(QStringLiteral("finished")));

        Stage bare({400, 800});
        bare.show();
        QTRY_VERIFY(bare.item(QStringLiteral("join")));
        QVERIFY(bare.tap(QStringLiteral("join")));
        QTRY_VERIFY(bare.item(QStringLiteral("goRecover")));
        QVERIFY(bare.tap(QStringLiteral("goRecover")));
        QTRY_VERIFY(bare.item(QStringLiteral("bringBack")));
        bare.settle();
        QCOMPARE(unnamed(bare), QStringList());
        QCOMPARE(cutOff(bare), QStringList());
        bare.picture(QStringLiteral("sync-recover"));
        bare.item(QStringLiteral("words"))->setProperty("text", words.join(QLatin1Char(' ')));
        // The dialog is the system's; what it brings is set where it sets it.
        QQuickItem *page = bare.item(QStringLiteral("bringBack"));
        while (page && !page->property("folder").isValid())
            page = page->parentItem();
        QVERIFY(page);
        page->setProperty("folder", QUrl::fromLocalFile(room.place.path()));
        QVERIFY(bare.tap(QStringLiteral("bringBack")));
        QTRY_VERIFY_WITH_TIMEOUT(bare.workspace->notebook(), 20'000);
        QTRY_VERIFY(!bare.student(QStringLiteral("Ana")).isNull());
    }

    void aBackupFileIsWrittenItsWordsAskedBackAndItOpensOnABareTablet() {
        Room room;
        QTRY_VERIFY(room.settled());
        room.stage.go(QStringLiteral("backup"));
        QTRY_VERIFY(room.stage.item(QStringLiteral("saveBackup")));
        room.stage.settle();
        QCOMPARE(unnamed(room.stage), QStringList());
        QCOMPARE(cutOff(room.stage), QStringList());
        // The dialog is the system's; what it brings goes the way it goes.
        auto *backup = room.stage.view->rootObject()->findChild<BackupFile *>();
        QVERIFY(backup);
        QVERIFY(backup->suggested().fileName().endsWith(QStringLiteral(".inkstep")));
        backup->write(QUrl::fromLocalFile(room.place.filePath(QStringLiteral("not there/room.inkstep"))));
        QTRY_VERIFY(room.stage.item(QStringLiteral("trouble")));
        const QString file = room.place.filePath(QStringLiteral("room 12 é.inkstep"));
        backup->write(QUrl::fromLocalFile(file));
        QTRY_VERIFY_WITH_TIMEOUT(room.stage.item(QStringLiteral("words")), 20'000);
        const QString words = backup->words().join(QLatin1Char(' '));
        QCOMPARE(backup->words().size(), 6);
        room.stage.settle();
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.picture(QStringLiteral("sync-backup-words"));
        QVERIFY(room.stage.tap(QStringLiteral("written")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("typed")));
        room.stage.item(QStringLiteral("typed"))
            ->setProperty("text", QStringLiteral("babab babab babab babab babab babab"));
        QVERIFY(room.stage.tap(QStringLiteral("check")));
        QTRY_VERIFY(!room.stage.item(QStringLiteral("right")));
        room.stage.item(QStringLiteral("typed"))->setProperty("text", words.toUpper());
        QVERIFY(room.stage.tap(QStringLiteral("check")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("right")));
        QVERIFY(room.stage.tap(QStringLiteral("finished")));
        QVERIFY(backup->words().isEmpty());

        Stage bare({400, 800});
        bare.show();
        QTRY_VERIFY(bare.item(QStringLiteral("restore")));
        QVERIFY(bare.tap(QStringLiteral("restore")));
        QTRY_VERIFY(bare.item(QStringLiteral("openBackup")));
        QVERIFY(!bare.item(QStringLiteral("openBackup"))->isEnabled());
        QQuickItem *page = bare.item(QStringLiteral("openBackup"));
        while (page && !page->property("file").isValid())
            page = page->parentItem();
        QVERIFY(page);
        page->setProperty("file", QUrl::fromLocalFile(file));
        bare.item(QStringLiteral("words"))
            ->setProperty("text", QStringLiteral("babab babab babab babab babab babab"));
        QVERIFY(bare.tap(QStringLiteral("openBackup")));
        QTRY_VERIFY_WITH_TIMEOUT(bare.item(QStringLiteral("trouble")), 20'000);
        bare.settle();
        QCOMPARE(unnamed(bare), QStringList());
        QCOMPARE(cutOff(bare), QStringList());
        bare.picture(QStringLiteral("sync-restore"));
        QVERIFY(!bare.workspace->notebook());
        bare.item(QStringLiteral("words"))->setProperty("text", words);
        QVERIFY(bare.tap(QStringLiteral("openBackup")));
        QTRY_VERIFY_WITH_TIMEOUT(bare.workspace->notebook(), 20'000);
        QTRY_VERIFY(!bare.student(QStringLiteral("Ana")).isNull());
    }

    void aChildIsErasedForGoodByTypingTheName() {
        Room room;
        QTRY_VERIFY(room.settled());
        const Id ana = room.stage.student(QStringLiteral("Ana"));
        room.stage.go(QStringLiteral("editStudent"), {{QStringLiteral("studentId"), idText(ana)}});
        QTRY_VERIFY(room.stage.item(QStringLiteral("eraseForGood")));
        QVERIFY(room.stage.tap(QStringLiteral("eraseForGood")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("nameTyped")));
        room.stage.settle();
        QCOMPARE(unnamed(room.stage), QStringList());
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.item(QStringLiteral("nameTyped"))->setProperty("text", QStringLiteral("Ben"));
        QVERIFY(!room.stage.item(QStringLiteral("erase"))->isEnabled());
        room.stage.item(QStringLiteral("nameTyped"))->setProperty("text", QStringLiteral(" ana"));
        QVERIFY(room.stage.item(QStringLiteral("erase"))->isEnabled());
        room.stage.picture(QStringLiteral("sync-erase"));
        QVERIFY(room.stage.tap(QStringLiteral("erase")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("erasedWords")));
        QVERIFY(
            !room.stage.read<std::optional<Student>>([ana](Database &db) { return find<Student>(db, ana); }));
        QVERIFY(!room.stage.student(QStringLiteral("Ben")).isNull());
        QTRY_COMPARE(serviceOf(room.stage).erasures().size(), 1);
        room.stage.go(QStringLiteral("sync"));
        QTRY_VERIFY(room.stage.named(QStringLiteral("Erased for good")));
        room.stage.settle();
        room.stage.picture(QStringLiteral("sync-erased"));
    }
};

QTEST_MAIN(KeysPagesTest)
#include "tst_pages_keys.moc"
