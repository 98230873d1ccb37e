// A profile put back from an older copy, or copied and used twice: nothing is lost, and a person is told.
#include "core/sync/class.h"

#include <QProcess>

using namespace inkstep;
using namespace inkstep::test;

namespace {

bool says(const SyncReport &report, ErrorCode code) {
    return std::any_of(report.problems.begin(), report.problems.end(),
                       [&](const Error &problem) { return problem.code == code; });
}

void copyFolder(const QString &from, const QString &to) {
    QProcess cp;
    cp.start(QStringLiteral("cp"), {QStringLiteral("-r"), from + QStringLiteral("/."), to});
    if (!cp.waitForFinished() || cp.exitCode() != 0)
        qFatal("cp failed");
}

// The tablet's profile as a folder, closed while it is copied.
struct Copy {
    explicit Copy(Tablet &of) {
        close(of);
        copyFolder(of.folder.path(), folder.path());
        of.open();
    }
    static void close(Tablet &tablet) {
        tablet.syncer.reset();
        tablet.notebook = nullptr;
        tablet.profile.reset();
    }
    void putInto(Tablet &tablet) const {
        close(tablet);
        QDir(tablet.folder.path()).removeRecursively();
        QDir().mkpath(tablet.folder.path());
        copyFolder(folder.path(), tablet.folder.path());
        tablet.open();
    }
    QTemporaryDir folder;
};

int notes(Tablet &tablet) {
    return tablet.store()
        .read([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM note WHERE deleted = 0");
            row.step();
            const int count = static_cast<int>(row.number(0));
            row.reset();
            return count;
        })
        .value();
}

// Whether any note has words to choose between.
bool anyChoice(Tablet &tablet) {
    return tablet.store()
        .read([](Database &db) {
            Statement &row = db.use("SELECT 1 FROM note WHERE versions > 1");
            const bool found = row.step();
            row.reset();
            return found;
        })
        .value();
}

void syncAll(std::initializer_list<Tablet *> tablets, int rounds = 4) {
    for (int i = 0; i < rounds; ++i) {
        for (Tablet *tablet : tablets)
            static_cast<void>(tablet->sync());
    }
}

} // namespace

class TestCopies : public QObject {
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
        // A cloud drive shows the twin an older folder.
        twin.files.fails = [&](Step step, const QString &path) {
            const bool hers = path.contains(QStringLiteral("/d/") + room.folderOf(room.maya));
            const bool hidden = (step == Step::List && path.endsWith(QStringLiteral("/ops"))) ||
                                (step == Step::Read && path.endsWith(QStringLiteral("/head")));
            return hers && hidden ? std::optional(ErrorCode::NotFound) : std::nullopt;
        };
        static_cast<void>(twin.syncer->sync());
        QCOMPARE(twin.store().device(), room.maya.store().device());
        twin.files.fails = {};
        syncAll({&room.maya, &twin, &room.tom}, 5);
        for (Tablet *tablet : {&room.maya, &twin, &room.tom})
            QCOMPARE(notes(*tablet), 2);
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

QTEST_GUILESS_MAIN(TestCopies)
#include "tst_copies.moc"
