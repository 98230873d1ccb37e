// A notebook in one file: all of it comes back, or nothing does and a sentence says why.
#include "core/sync/class.h"

#include "sync/engine/backup.h"

using namespace inkstep;
using namespace inkstep::test;

namespace {

struct Drawer {
    FakeClock clock;
    QTemporaryDir folder;
    Tablet maya{clock, 1};
    Id page;
    QString words;

    QString file() const { return folder.filePath(QStringLiteral("room12.inkstep")); }
    void fill() {
        maya.begin(QStringLiteral("Room 12"));
        page = maya.page(maya.student(QStringLiteral("Adaeze")), QByteArray(300000, 'p'));
        maya.note(page, QStringLiteral("a marvellous metaphor"));
        const auto made = writeBackup(*maya.notebook, maya.parts, file());
        QVERIFY(made);
        QCOMPARE(made->pictures, 2);
        QCOMPARE(made->missing, 0);
        words = made->words;
    }
    Result<Notebook *> restore(Tablet &into, const QString &with = {}) const {
        return restoreBackup(*into.profile, into.parts, file(), with.isEmpty() ? words : with);
    }
};

QStringList filesIn(const QString &folder) {
    QStringList found;
    QDirIterator walk(folder, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        found << walk.next();
    found.sort();
    return found;
}

} // namespace

class TestBackup : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack() {
        Drawer drawer;
        drawer.fill();
        const QByteArray sealed = contentOf(drawer.file());
        for (const char *secret : {"marvellous", "Adaeze", "Room 12", "SQLite"})
            QVERIFY2(!sealed.contains(secret), secret);
        Tablet bare(drawer.clock, 2);
        const auto back = drawer.restore(bare);
        QVERIFY(back);
        bare.use(*back);
        QCOMPARE(bare.digest(), drawer.maya.digest());
        QCOMPARE(bare.notebook->vault().get(bare.pageOf(drawer.page).original).value(),
                 QByteArray(300000, 'p'));
        bare.open(); // it is there when the program starts again, and can be written to
        bare.note(drawer.page, QStringLiteral("and on"));
        const QString again = wordsFor(drawer.restore(bare).error()).sentence();
        QVERIFY2(again.contains(QStringLiteral("is on this device already")), qPrintable(again));
    }

    // Put back while the tablet it was made from goes on: two tablets, nothing lost.
    void aSharedOneFindsTheOthers() {
        Class room;
        room.share();
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Adaeze")), "page");
        room.meet();
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("copy"));
        const auto made = writeBackup(*room.maya.notebook, room.maya.parts, file);
        QVERIFY(made);
        room.maya.note(page, QStringLiteral("after"));
        room.meet();
        Tablet bare(room.clock, 9);
        const auto back = restoreBackup(*bare.profile, bare.parts, file, made->words);
        QVERIFY(back);
        bare.use(*back);
        bare.note(page, QStringLiteral("on the one put back"));
        for (int i = 0; i < 4; ++i) {
            bare.sync();
            room.meet();
        }
        QCOMPARE(bare.digest(), room.maya.digest());
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    void whatCannotBeOpenedLeavesNothing() {
        Drawer drawer;
        drawer.fill();
        Tablet bare(drawer.clock, 2);
        const QStringList before = filesIn(bare.folder.path());
        const auto fails = [&](ErrorCode code, const QString &words = {}) {
            const auto back = drawer.restore(bare, words);
            QVERIFY(!back);
            QCOMPARE(back.error().code, code);
            QCOMPARE(filesIn(bare.folder.path()), before);
        };
        fails(ErrorCode::BadWords, QStringLiteral("lusab babad"));
        const auto other = writeBackup(*drawer.maya.notebook, drawer.maya.parts,
                                       drawer.folder.filePath(QStringLiteral("other")));
        fails(ErrorCode::WrongKey, other->words);
        const QByteArray whole = contentOf(drawer.file());
        for (const qsizetype at : {qsizetype(200), whole.size() / 2, whole.size() - 3}) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 4);
            overwrite(drawer.file(), changed);
            fails(ErrorCode::Damaged);
            overwrite(drawer.file(), whole.first(at));
            fails(ErrorCode::Damaged);
        }
        QByteArray newer = whole;
        newer[5] = 9;
        overwrite(drawer.file(), newer);
        fails(ErrorCode::NewerVersion);
        overwrite(drawer.file(), "a letter");
        fails(ErrorCode::BadInput);
        QFile::remove(drawer.file());
        fails(ErrorCode::NotFound);
        overwrite(drawer.file(), whole);
        // A full disk, wherever it is noticed.
        for (int at = 0; at < 3; ++at) {
            int left = at;
            bare.files.fails = [&](Step step, const QString &) {
                return step == Step::Commit && left-- <= 0 ? std::optional(ErrorCode::DiskFull)
                                                           : std::nullopt;
            };
            fails(ErrorCode::DiskFull);
        }
        bare.files.fails = {};
        const auto stopped =
            restoreBackup(*bare.profile, bare.parts, drawer.file(), drawer.words, {}, [] { return true; });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(filesIn(bare.folder.path()), before);
        QVERIFY(drawer.restore(bare));
    }

    void aFailedOneLeavesTheEarlierFile() {
        Drawer drawer;
        drawer.fill();
        const QByteArray before = contentOf(drawer.file());
        const QStringList there = filesIn(drawer.folder.path());
        for (const Step bad : {Step::Stage, Step::Write, Step::Commit}) {
            drawer.maya.files.fails = [&](Step step, const QString &path) {
                return step == bad && path.startsWith(drawer.folder.path())
                           ? std::optional(ErrorCode::DiskFull)
                           : std::nullopt;
            };
            const auto made = writeBackup(*drawer.maya.notebook, drawer.maya.parts, drawer.file());
            QCOMPARE(made.error().code, ErrorCode::DiskFull);
            QCOMPARE(contentOf(drawer.file()), before);
            QCOMPARE(filesIn(drawer.folder.path()), there);
        }
        drawer.maya.files.fails = {};
        int asked = 0;
        const auto stopped = writeBackup(*drawer.maya.notebook, drawer.maya.parts, drawer.file(), {},
                                         [&] { return ++asked > 1; });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(filesIn(drawer.folder.path()), there);
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
