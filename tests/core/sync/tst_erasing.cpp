// Erasing a student: nowhere any more, on no device, and no old copy of the store opens with what is still
// held.
#include "core/sync/class.h"

#include "model/teaching.h"
#include "model/voice.h"
#include "store/erasing.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/epochfile.h"
#include "sync/format/format.h"
#include "sync/format/snapshot.h"

#include <QProcess>

using namespace inkstep;
using namespace inkstep::test;

namespace {

const QByteArray pictureBytes = "JFIF-like bytes of Zebediah's own page " + QByteArray(3000, 'z');

const QByteArray retakenBytes = "JFIF-like bytes of the page, taken again " + QByteArray(5 << 20, 'r');
const QByteArray soundBytes = "OggS-like: Zebediah tells the story";

struct Erased : Class {
    Id student, other, page, note, otherNote;
    std::vector<QByteArray> blobs; // names of all that is of the student

    void write() {
        share();
        student = maya.student(QStringLiteral("Zebediah Quillfeather"));
        other = maya.student(QStringLiteral("Ada Lima"));
        page = maya.page(student, pictureBytes);
        note = maya.note(page, QStringLiteral("a marvellous metaphor"));
        tom.sync();
        maya.sync();
        tom.sync();
        tom.rewrite(note, QStringLiteral("a splendid simile"));
        otherNote = tom.note(other, QStringLiteral("works well beside Zebediah"));
        maya.commit(
            Edit(QStringLiteral("Archive Zebediah Quillfeather")).set(student, &Student::archived, true));
        maya.notebook->vault().keepDerived(maya.pageOf(page).original, "thumb", "small Zebediah");
        writeMore();
        meet();
    }
    // A page taken again (in pieces in the store), a second page, a recording, and what is counted of a
    // student.
    void writeMore() {
        const Page before = maya.pageOf(page);
        const BlobRef again = maya.notebook->vault().put(retakenBytes).value();
        maya.commit(Edit(QStringLiteral("Take the page again")).set(page, &Page::original, again));
        Page second;
        second.id = tom.store().makeId();
        second.sample = before.sample;
        second.position = 1;
        second.original = tom.notebook->vault().put("JFIF-like second page").value();
        tom.commit(Edit(QStringLiteral("Add a page")).create(second));
        Voice voice;
        voice.id = tom.store().makeId();
        voice.about = page;
        voice.sound = tom.notebook->vault().put(soundBytes).value();
        tom.commit(Edit(QStringLiteral("Keep voice note")).create(voice));
        blobs = {before.original.name, before.preview.name, again.name, second.original.name,
                 voice.sound.name};
        Answer answer;
        answer.id = maya.store().makeId();
        answer.note = note;
        CheckBack back;
        back.id = maya.store().makeId();
        back.student = student;
        back.expect = QStringLiteral("a marvellous ending");
        Check check;
        check.id = tom.store().makeId();
        check.student = student;
        Absence absence;
        absence.id = tom.store().makeId();
        absence.student = student;
        absence.day = QStringLiteral("2026-11-22");
        Conference talk;
        talk.id = tom.store().makeId();
        talk.student = student;
        maya.commit(Edit(QStringLiteral("Answer")).create(answer).create(back));
        tom.commit(Edit(QStringLiteral("Count")).create(check).create(absence).create(talk));
    }
    // Rows of every kind that could be the student's.
    static qint64 rowsLeft(Tablet &tablet) {
        return tablet.store()
            .read([](Database &db) {
                qint64 all = 0;
                for (const char *table :
                     {"sample", "page", "voice", "answer", "checkBack", "check", "absence", "conference"}) {
                    Statement &row = db.use(std::string("SELECT count(*) FROM \"") + table + '"');
                    row.step();
                    all += row.number(0);
                    row.reset();
                }
                return all;
            })
            .value();
    }
    QStringList profileFiles(Tablet &tablet) {
        QStringList found;
        QDirIterator walk(tablet.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext())
            found << walk.next();
        return found;
    }
};

} // namespace

class TestErasing : public QObject {
    Q_OBJECT

private slots:
    void mentionsElsewhereAreShownFirst() {
        Erased room;
        room.write();
        const auto mentions = mentionsOf(room.maya.store(), room.student).value();
        QCOMPARE(mentions.size(), std::size_t(1));
        QCOMPARE(mentions.front().entity, room.otherNote);
        QVERIFY(mentionsOf(room.maya.store(), room.other).value().empty());
    }

    void theErasedIsInNoFileOfEitherProfile() {
        Erased room;
        room.write();
        room.tom.rewrite(room.otherNote, QStringLiteral("works well beside others"));
        room.meet();
        for (const Tablet *tablet : {&room.maya, &room.tom}) {
            for (const QByteArray &name : room.blobs)
                QVERIFY(tablet->notebook->vault().has(name));
        }
        QCOMPARE(Erased::rowsLeft(room.tom), 9);
        QVERIFY(room.files(QString::fromLatin1(room.blobs[2].toHex()) + QStringLiteral(".001")).size() == 1);
        QVERIFY(eraseStudent(*room.maya.notebook, room.student));
        for (int i = 0; i < 5; ++i)
            room.meet();
        QCOMPARE(room.maya.digest(), room.tom.digest());
        const auto receipts = room.maya.syncer->erasureReceipts().value();
        for (const ErasureReceipt &receipt : receipts)
            QVERIFY(receipt.done);
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            const QString folder = tablet->folder.path();
            for (const bool closed : {false, true}) { // the log too, while the program runs
                if (closed) {
                    tablet->syncer.reset();
                    tablet->profile.reset();
                }
                for (const QString &file : room.profileFiles(*tablet)) {
                    const QByteArray bytes = contentOf(file);
                    for (const char *secret :
                         {"Zebediah", "zebediah", "Quillfeather", "quillfeather", "metaphor", "marvellous",
                          "simile", "splendid", "JFIF-like", "OggS-like"})
                        QVERIFY2(!bytes.contains(secret), qPrintable(file + QString::fromLatin1(secret)));
                    for (const QByteArray &name : room.blobs)
                        QVERIFY2(!file.contains(QString::fromLatin1(name.toHex())), qPrintable(file));
                }
            }
            tablet->open();
            QCOMPARE(Erased::rowsLeft(*tablet), 0);
            const auto hits = tablet->store().read([](Database &db) {
                Statement &row =
                    db.use("SELECT count(*) FROM search WHERE search MATCH 'metaphor OR zebediah'");
                row.step();
                const qint64 count = row.number(0);
                row.reset();
                return count;
            });
            QCOMPARE(*hits, 0);
        }
        for (const QByteArray &name : room.blobs)
            QCOMPARE(room.files(QString::fromLatin1(name.toHex())), QStringList());
    }

    void anOldCopyOfTheStoreDoesNotOpen() {
        Erased room;
        room.write();
        const QTemporaryDir copy;
        QProcess cp;
        cp.start(QStringLiteral("cp"),
                 {QStringLiteral("-r"), room.place() + QStringLiteral("/."), copy.path()});
        QVERIFY(cp.waitForFinished());
        QVERIFY(eraseStudent(*room.maya.notebook, room.student));
        QVERIFY(!room.maya.syncer->erasureReceipts().value().front().done); // the old keys are still held
        for (int i = 0; i < 5; ++i)
            room.meet();
        int tried = 0;
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            const NotebookKeys keys = loadKeys(tablet->files, keysPath(*tablet->notebook)).value();
            QCOMPARE(keys.epochs.size(), std::size_t(1));
            QDirIterator walk(copy.path(), QDir::Files, QDirIterator::Subdirectories);
            while (walk.hasNext()) {
                const QString file = walk.next();
                const QByteArray bytes = contentOf(file);
                if (file.endsWith(QStringLiteral(".b")) || file.endsWith(QStringLiteral(".s"))) {
                    QVERIFY(!keys.epoch(epochOf(bytes)));
                    ++tried;
                }
                if (file.endsWith(QStringLiteral(".k"))) {
                    const auto author = syncnames::parseId(file.section(QLatin1Char('/'), -3, -3));
                    const auto epoch = epochfile::readUnverified(bytes, keys.notebook, *author);
                    for (const EpochFile::Seat &seat : epoch->seats)
                        QVERIFY(!keys.box.open(seat.sealed));
                }
            }
        }
        QVERIFY(tried >= 4);
        // Nor can it be put back: what it holds of the erased is blank wherever it arrives.
        cp.start(QStringLiteral("cp"),
                 {QStringLiteral("-r"), copy.path() + QStringLiteral("/."), room.place()});
        QVERIFY(cp.waitForFinished());
        room.meet();
        QCOMPARE(room.maya.digest(), room.tom.digest());
        QVERIFY(room.tom.pageOf(room.page).id.isNull());
    }

    // Written by somebody who had not heard of it.
    void whatComesLaterGoesToo() {
        Erased room;
        room.write();
        QVERIFY(eraseStudent(*room.maya.notebook, room.student));
        const Id late = room.tom.page(room.student, "another page of hers");
        const Id lateNote = room.tom.note(late, QStringLiteral("written on the bus"));
        room.tom.rewrite(room.note, QStringLiteral("changed on the bus"));
        Sample moved;
        moved.id = room.tom.store().makeId();
        moved.student = room.other;
        room.tom.commit(Edit(QStringLiteral("Sample")).create(moved));
        for (int i = 0; i < 5; ++i)
            room.meet();
        QCOMPARE(room.maya.digest(), room.tom.digest());
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            QVERIFY(tablet->pageOf(late).id.isNull());
            const auto there = [&](const Id &id) {
                return tablet->store()
                    .read([&](Database &db) { return find<Note>(db, id).has_value(); })
                    .value();
            };
            QVERIFY(!there(lateNote));
            QVERIFY(!there(room.note));
            QVERIFY(there(room.otherNote));
            QVERIFY(!contentOf(tablet->notebook->folder() + QStringLiteral("/notebook.db"))
                         .contains("on the bus"));
        }
        // A later student of the same name is another one.
        const Id again = room.maya.student(QStringLiteral("Zebediah Quillfeather"));
        room.meet();
        const auto there = room.tom.store().read([&](Database &db) { return find<Student>(db, again); });
        QVERIFY(there->has_value());
    }

    void aNewcomerNeverSeesIt() {
        Erased room;
        room.write();
        QVERIFY(eraseStudent(*room.maya.notebook, room.student));
        for (int i = 0; i < 4; ++i)
            room.meet();
        Tablet ines(room.clock, 3);
        QVERIFY(ines.join(room.tom.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        ines.sync();
        QCOMPARE(ines.digest(), room.maya.digest());
        QVERIFY(!contentOf(ines.notebook->folder() + QStringLiteral("/notebook.db")).contains("metaphor"));
    }

    // A picture whose removal a power cut could take back must not count as gone: nobody would look for it
    // again.
    void aPictureIsGoneForGoodBeforeThatIsBelieved() {
        test::FakeClock clock;
        test::Tablet tablet(clock, 7);
        tablet.begin(QStringLiteral("Room 12"));
        const Id student = tablet.student(QStringLiteral("Ana"));
        const Page page = tablet.pageOf(tablet.page(student, "a picture"));
        tablet.files.fails = [](test::Step step, const QString &path) -> std::optional<ErrorCode> {
            if (step == test::Step::Settle && path.contains(QLatin1StringView("/blobs")))
                return ErrorCode::WriteFailed;
            return std::nullopt;
        };
        QCOMPARE(eraseStudent(*tablet.notebook, student).error().code, ErrorCode::WriteFailed);
        tablet.files.fails = {};
        // As after the power cut: the file is back. It goes with the next try.
        const QString hex = QString::fromLatin1(page.original.name.toHex());
        const QString file =
            tablet.notebook->folder() + QStringLiteral("/blobs/") + hex.first(1) + QLatin1Char('/') + hex;
        QVERIFY(tablet.files.save(file, "back"));
        QVERIFY(finishErasing(*tablet.notebook));
        QVERIFY(!tablet.files.exists(file));
    }

    void withoutAStoreItIsErasedHere() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        const Id student = room.maya.student(QStringLiteral("Zebediah"));
        room.maya.page(student, pictureBytes);
        QVERIFY(eraseStudent(*room.maya.notebook, student));
        QCOMPARE(eraseStudent(*room.maya.notebook, student).error().code, ErrorCode::NotFound);
        for (const char *end : {"/notebook.db", "/notebook.db-wal"})
            QVERIFY(!contentOf(room.maya.notebook->folder() + QString::fromLatin1(end)).contains("Zebediah"));
        QVERIFY(room.maya.notebook->vault().names().value().empty());
        QVERIFY(room.maya.syncer->erasureReceipts().value().front().done);
    }
};

QTEST_GUILESS_MAIN(TestErasing)
#include "tst_erasing.moc"
