#include "core/sync/faultyfiles.h"
#include "sync/engine/place.h"
#include "sync/format/vaultfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace inkstep;
using namespace inkstep::test;

class TestFolderRemote : public QObject {
    Q_OBJECT

private slots:
    void writesListsReadsRemoves() {
        const QTemporaryDir dir;
        FaultyFiles files;
        FolderRemote remote(dir.path(), files);
        QVERIFY(remote.list(QStringLiteral("not/there")).value().empty());
        QCOMPARE(remote.read(QStringLiteral("a/b"), 10).error().code, ErrorCode::NotFound);
        QVERIFY(remote.write(QStringLiteral("a/b"), "bytes"));
        QCOMPARE(remote.read(QStringLiteral("a/b"), 10).value(), QByteArray("bytes"));
        QCOMPARE(remote.read(QStringLiteral("a/b"), 4).error().code, ErrorCode::TooLarge);
        QVERIFY(remote.list(QStringLiteral("a")).value() ==
                (std::vector<RemoteEntry>{{QStringLiteral("b"), 5, false}}));
        QVERIFY(remote.replace(QStringLiteral("a/b"), "other"));
        QCOMPARE(remote.read(QStringLiteral("a/b"), 10).value(), QByteArray("other"));
        QVERIFY(remote.remove(QStringLiteral("a/b")));
        QVERIFY(remote.remove(QStringLiteral("a/b")));
        QVERIFY(remote.list(QStringLiteral("a")).value().empty());
    }

    void writingAgainIsSuccessAndMendsWhatIsTorn() {
        const QTemporaryDir dir;
        FaultyFiles files;
        FolderRemote remote(dir.path(), files);
        QVERIFY(remote.write(QStringLiteral("f"), "whole"));
        QCOMPARE(files.commits, 1);
        QVERIFY(remote.write(QStringLiteral("f"), "whole"));
        QCOMPARE(files.commits, 1);
        QVERIFY(remote.replace(QStringLiteral("f"), "who"));
        QVERIFY(remote.write(QStringLiteral("f"), "whole"));
        QVERIFY(remote.replace(QStringLiteral("f"), "wh\0le"));
        QVERIFY(remote.write(QStringLiteral("f"), "whole"));
        QCOMPARE(remote.read(QStringLiteral("f"), 10).value(), QByteArray("whole"));
    }

    void nothingIsSeenOfAWriteThatFails() {
        const QTemporaryDir dir;
        FaultyFiles files;
        FolderRemote remote(dir.path(), files);
        for (const Step at : {Step::Stage, Step::Write, Step::Commit}) {
            files.fails = [at](Step step, const QString &) {
                return step == at ? std::optional(ErrorCode::DiskFull) : std::nullopt;
            };
            QCOMPARE(remote.write(QStringLiteral("f"), "whole").error().code, ErrorCode::DiskFull);
            QVERIFY(remote.list(QString()).value().empty());
        }
    }

    void aFolderThatIsGoneIsNotMade() {
        const QTemporaryDir dir;
        FaultyFiles files;
        const QString root = dir.filePath(QStringLiteral("stick"));
        FolderRemote remote(root, files);
        QCOMPARE(remote.write(QStringLiteral("a/b"), "x").error().code, ErrorCode::Unreachable);
        QCOMPARE(remote.read(QStringLiteral("a/b"), 5).error().code, ErrorCode::Unreachable);
        QCOMPARE(remote.list(QString()).error().code, ErrorCode::Unreachable);
        QCOMPARE(remote.remove(QStringLiteral("a")).error().code, ErrorCode::Unreachable);
        QVERIFY(!QDir(root).exists());
    }

    void errorsFallIntoFourClasses() {
        const auto of = [](ErrorCode code) { return troubleOf({code, {}, {}}); };
        for (const ErrorCode code :
             {ErrorCode::Unreachable, ErrorCode::StoreMissing, ErrorCode::WriteFailed, ErrorCode::ReadFailed,
              ErrorCode::NotFound, ErrorCode::Damaged, ErrorCode::Failed})
            QCOMPARE(of(code), Trouble::Passing);
        QCOMPARE(of(ErrorCode::NoPermission), Trouble::Permission);
        QCOMPARE(of(ErrorCode::DiskFull), Trouble::Full);
        for (const ErrorCode code : {ErrorCode::WrongStore, ErrorCode::NotAStore, ErrorCode::NewerVersion})
            QCOMPARE(of(code), Trouble::WrongStore);
    }

    void looksBeforeItConnects() {
        const QTemporaryDir dir;
        FaultyFiles files;
        FolderRemote folder(dir.path(), files);
        const Id ours = QUuid::createUuid();
        QVERIFY(lookAt(folder, ours).value() == PlaceState::Empty);
        QVERIFY(files.save(dir.filePath(QStringLiteral(".stfolder")), "x"));
        for (const char *file : {"desktop.ini", "autorun.inf"})
            QVERIFY(files.save(dir.filePath(QString::fromLatin1(file)), "x"));
        for (const char *made : {"Android", "LOST.DIR", "RECYCLER", "@eaDir", "#recycle", ".Trash-1000"})
            QVERIFY(files.makeFolder(dir.filePath(QString::fromLatin1(made))));
        QVERIFY(lookAt(folder, ours).value() == PlaceState::Empty);
        QVERIFY(makeStore(folder, ours));
        QVERIFY(lookAt(folder, ours).value() == PlaceState::Ours);
        QCOMPARE(lookAt(folder, QUuid::createUuid()).error().code, ErrorCode::WrongStore);
        FolderRemote inside(dir.filePath(idText(ours)), files);
        QCOMPARE(lookAt(inside, QUuid::createUuid()).error().code, ErrorCode::WrongStore);
        QVERIFY(files.save(dir.filePath(idText(ours)) + QStringLiteral("/vault.json"), R"({"inkstep": 9})"));
        QCOMPARE(lookAt(folder, ours).error().code, ErrorCode::NewerVersion);
        const QTemporaryDir other;
        QVERIFY(files.save(other.filePath(QStringLiteral("holiday.jpg")), "x"));
        FolderRemote holiday(other.path(), files);
        QCOMPARE(lookAt(holiday, ours).error().code, ErrorCode::NotAStore);
    }

    void placesArePathsOrFileUrls() {
        QCOMPARE(folderOf(QStringLiteral("/media/My Stick/")), QStringLiteral("/media/My Stick"));
        QCOMPARE(
            folderOf(QUrl::fromLocalFile(QStringLiteral("/media/My Stick")).toString(QUrl::FullyEncoded)),
            QStringLiteral("/media/My Stick"));
        QVERIFY(folderOf(QString()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFolderRemote)
#include "tst_folderremote.moc"
