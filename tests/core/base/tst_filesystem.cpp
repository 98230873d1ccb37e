// What "saved" means: the bytes are synced, then named, then the name is synced; a failure anywhere is said
// and leaves nothing behind. The system calls are watched, and fail when told to.
#include "base/filesystem.h"

#include <QTemporaryDir>
#include <QTest>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

struct Calls {
    QStringList made;
    int failFileSync = 0; // errno to fail with
    int failFolderSync = 0;
    int failRename = 0;
};
Calls calls;

bool isFolder(int handle) {
    struct stat about {};
    return ::fstat(handle, &about) == 0 && S_ISDIR(about.st_mode);
}

int failWith(int number) {
    errno = number;
    return -1;
}

} // namespace

extern "C" int fsync(int handle) {
    const bool folder = isFolder(handle);
    calls.made << (folder ? QStringLiteral("sync folder") : QStringLiteral("sync file"));
    if (const int number = folder ? calls.failFolderSync : calls.failFileSync)
        return failWith(number);
    return static_cast<int>(::syscall(SYS_fsync, handle));
}

extern "C" int rename(const char *from, const char *to) noexcept {
    calls.made << QStringLiteral("rename");
    if (calls.failRename)
        return failWith(calls.failRename);
    return ::renameat(AT_FDCWD, from, AT_FDCWD, to);
}

using namespace inkstep;

class TestFileSystem : public QObject {
    Q_OBJECT

    QTemporaryDir folder;
    SystemFiles files;
    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    QStringList names() {
        QStringList found;
        const auto entries = files.list(folder.path());
        for (const FileEntry &entry : *entries)
            found << entry.name;
        return found;
    }

private slots:
    void init() {
        calls = {};
        folder = QTemporaryDir();
    }

    void savesInTheOneOrderThatSurvivesAPowerCut() {
        QVERIFY(files.save(path("page"), "ink"));
        QCOMPARE(calls.made, (QStringList{QStringLiteral("sync file"), QStringLiteral("rename"),
                                          QStringLiteral("sync folder")}));
        QCOMPARE(*files.read(path("page"), 100), QByteArray("ink"));
        QCOMPARE(names(), QStringList{QStringLiteral("page")});
    }

    void syncedAheadItIsNotSyncedTwiceUnlessMoreWasWritten() {
        auto staged = files.stage(folder.path());
        QVERIFY((*staged)->write("in"));
        QVERIFY((*staged)->sync());
        QVERIFY((*staged)->write("k"));
        QCOMPARE(calls.made, QStringList{QStringLiteral("sync file")});
        QVERIFY((*staged)->sync());
        QVERIFY((*staged)->commit(path("page")));
        QCOMPARE(calls.made, (QStringList{QStringLiteral("sync file"), QStringLiteral("sync file"),
                                          QStringLiteral("rename"), QStringLiteral("sync folder")}));
        QCOMPARE(*files.read(path("page"), 100), QByteArray("ink"));
    }

    void whatAFailedSyncLostNoLaterOneMakesGood() {
        auto staged = files.stage(folder.path());
        QVERIFY((*staged)->write("ink"));
        calls.failFileSync = EIO;
        QVERIFY(!(*staged)->sync());
        calls.failFileSync = 0;
        QVERIFY(!(*staged)->commit(path("page")));
        QVERIFY(!files.exists(path("page")));
    }

    void aLargeFileInManyWritesIsWhole() {
        QByteArray whole;
        auto staged = files.stage(folder.path());
        QVERIFY(staged);
        for (int i = 0; i < 50; ++i) {
            const QByteArray part(100'000 + i, static_cast<char>('a' + i % 26));
            QVERIFY((*staged)->write(part));
            whole += part;
        }
        QVERIFY((*staged)->commit(path("page")));
        QCOMPARE(calls.made, (QStringList{QStringLiteral("sync file"), QStringLiteral("rename"),
                                          QStringLiteral("sync folder")}));
        QVERIFY(*files.read(path("page"), 10'000'000) == whole);
        auto dropped = files.stage(folder.path());
        QVERIFY((*dropped)->write(whole));
        QVERIFY((*dropped)->write(whole));
        dropped->reset();
        QCOMPARE(names(), QStringList{QStringLiteral("page")});
    }

    void aFileIsNotThereUntilItIsCommitted() {
        auto staged = files.stage(folder.path());
        QVERIFY(staged);
        QVERIFY((*staged)->write("half"));
        QVERIFY(!files.exists(path("page")));
        for (const QString &name : names())
            QVERIFY(name.startsWith(stagedPrefix));
        staged->reset();
        QCOMPARE(names(), QStringList());
    }

    void replacesTheOldFileInOneStep() {
        QVERIFY(files.save(path("page"), "old words"));
        QVERIFY(files.save(path("page"), "new"));
        QCOMPARE(*files.read(path("page"), 100), QByteArray("new"));
        QCOMPARE(names().size(), 1);
    }

    void aFailedStepIsSaidAndTheOldFileStays_data() {
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<int>("code");
        QTest::newRow("sync fails") << EIO << QByteArray("file") << int(ErrorCode::WriteFailed);
        QTest::newRow("disk full at sync") << ENOSPC << QByteArray("file") << int(ErrorCode::DiskFull);
        QTest::newRow("over quota at sync") << EDQUOT << QByteArray("file") << int(ErrorCode::DiskFull);
        QTest::newRow("read-only at rename") << EROFS << QByteArray("rename") << int(ErrorCode::NoPermission);
        QTest::newRow("rename fails") << EIO << QByteArray("rename") << int(ErrorCode::WriteFailed);
    }
    void aFailedStepIsSaidAndTheOldFileStays() {
        QFETCH(int, number);
        QFETCH(QByteArray, step);
        QFETCH(int, code);
        QVERIFY(files.save(path("page"), "old"));
        (step == "file" ? calls.failFileSync : calls.failRename) = number;
        const Status saved = files.save(path("page"), "new");
        QVERIFY(!saved);
        QCOMPARE(int(saved.error().code), code);
        QCOMPARE(*files.read(path("page"), 100), QByteArray("old"));
        QCOMPARE(names(), QStringList{QStringLiteral("page")});
    }

    void aFolderThatWasNotSyncedIsNotASuccess() {
        calls.failFolderSync = EIO;
        const Status saved = files.save(path("page"), "ink");
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::WriteFailed);
    }

    void aFolderThatCannotBeSyncedByItsKindIsTakenAsItIs() {
        calls.failFolderSync = EINVAL; // as FAT and some network drives say
        QVERIFY(files.save(path("page"), "ink"));
    }

    void makesFoldersAndSyncsTheParent() {
        QVERIFY(files.makeFolder(path("a")));
        QCOMPARE(calls.made, QStringList{QStringLiteral("sync folder")});
        QVERIFY(files.makeFolder(path("b/c/d")));
        QVERIFY(files.makeFolder(path("b/c/d")));
        QVERIFY(QFileInfo(path("b/c/d")).isDir());
    }

    void aFolderThatCannotBeMadeIsAMatterOfPermission() {
        QVERIFY(files.save(path("file"), "x"));
        for (const char *where : {"file", "file/below"}) {
            const Status made = files.makeFolder(path(where));
            QVERIFY(!made);
            QCOMPARE(made.error().code, ErrorCode::NoPermission);
        }
        const Status made = files.makeFolder(QStringLiteral("/proc/inkstep"));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::NoPermission);
        QVERIFY(!files.stage(path("nowhere")));
    }

    void readsWithinABound() {
        QVERIFY(files.save(path("page"), QByteArray(100, 'x')));
        QCOMPARE(files.read(path("page"), 100)->size(), 100);
        QCOMPARE(files.read(path("page"), 99).error().code, ErrorCode::TooLarge);
        QCOMPARE(files.read(path("none"), 99).error().code, ErrorCode::NotFound);
        QCOMPARE(files.read(folder.path(), 99).error().code, ErrorCode::NotFound);
        QCOMPARE(files.size(path("page")), 100);
        QCOMPARE(files.size(path("none")), -1);
    }

    void listsWhatIsThere() {
        QVERIFY(files.save(path("b"), "22"));
        QVERIFY(files.makeFolder(path("a")));
        const auto entries = files.list(folder.path());
        QVERIFY(entries);
        QCOMPARE(entries->size(), 2u);
        QCOMPARE(entries->at(0).name, QStringLiteral("a"));
        QVERIFY(entries->at(0).folder);
        QCOMPARE(entries->at(1).size, 2);
        QCOMPARE(files.list(path("none")).error().code, ErrorCode::NotFound);
    }

    void removingWhatIsGoneIsDone() {
        QVERIFY(files.save(path("page"), "x"));
        QVERIFY(files.remove(path("page")));
        QVERIFY(files.remove(path("page")));
        QVERIFY(!files.exists(path("page")));
        QVERIFY(files.settle(folder.path()));
        QVERIFY(files.settle(path("none")));
    }
};

QTEST_GUILESS_MAIN(TestFileSystem)
#include "tst_filesystem.moc"
