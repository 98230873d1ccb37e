#include "core/sync/class.h"

#include "crypto/hash.h"

#include <QProcess>
#include <sched.h>

using namespace inkstep;
using namespace inkstep::test;

class TestSyncer : public QObject {
    Q_OBJECT

private slots:
    void wordsAndPicturesArrive() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(room.maya.syncer->connect(room.place()));
        const QByteArray picture(500000, 'p');
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Ada")), picture);
        room.maya.note(page, QStringLiteral("a strong lead"));
        const SyncReport sent = room.maya.sync();
        QVERIFY(sent.problems.empty());
        QCOMPARE(sent.sentEdits, 4); // the notebook's own, student, page, note
        QCOMPARE(sent.sentPictures, 2);

        QVERIFY(room.tom.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Tom's tablet")));
        const SyncReport received = room.tom.sync();
        QVERIFY(received.problems.empty());
        QCOMPARE(received.receivedEdits, 4);
        QCOMPARE(received.receivedPictures, 2);
        QCOMPARE(room.tom.digest(), room.maya.digest());
        const Page seen = room.tom.pageOf(page);
        QCOMPARE(room.tom.notebook->vault().get(seen.original).value(), picture);
        QCOMPARE(room.tom.notebook->info().value().name, QStringLiteral("Room 12"));
    }

    // What is written and read stands on the threads that do it; words go on the sync's own.
    void pictureThreadsGiveWay() {
#ifndef Q_OS_LINUX
        QSKIP("the system's own names for it are known here for Linux only");
#else
        Class room;
        room.share();
        QHash<bool, QSet<int>> policies; // of pictures in the folder, of its other files
        const auto noting = [&](Step step, const QString &path) -> std::optional<ErrorCode> {
            if (step == Step::Commit && path.startsWith(room.place()))
                policies[path.contains(QStringLiteral("/b/"))] << sched_getscheduler(0);
            return std::nullopt;
        };
        const QByteArray picture(300000, 'p');
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Ada")), picture);
        room.maya.files.fails = noting;
        QVERIFY(room.maya.syncer->sync({}, {}, {.givesWay = true}));
        QCOMPARE(policies.value(true), QSet<int>{SCHED_IDLE});
        QCOMPARE(policies.value(false), QSet<int>{SCHED_OTHER});
        const auto came = room.tom.syncer->sync({}, {}, {.givesWay = true});
        QVERIFY(came && came->receivedPictures == 2);
        QCOMPARE(room.tom.notebook->vault().get(room.tom.pageOf(page).original).value(), picture);
        QCOMPARE(sched_getscheduler(0), SCHED_OTHER);
#endif
    }

    void bothWaysWithoutContact() {
        Class room;
        room.share();
        const Id student = room.maya.student(QStringLiteral("Ada"));
        const Id note = room.maya.note(student, QStringLiteral("first words"));
        room.meet();
        QCOMPARE(room.tom.digest(), room.maya.digest());
        for (int i = 0; i < 25; ++i) {
            room.maya.note(student, QStringLiteral("maya %1").arg(i));
            room.tom.note(student, QStringLiteral("tom %1").arg(i));
        }
        room.maya.rewrite(note, QStringLiteral("Maya's words"));
        room.tom.rewrite(note, QStringLiteral("Tom's words"));
        QVERIFY(room.tom.digest() != room.maya.digest());
        room.meet();
        QCOMPARE(room.tom.digest(), room.maya.digest());
        const auto versions = [&](Tablet &tablet) {
            return tablet.store()
                .read([&](Database &db) {
                    Statement &row = db.use("SELECT versions FROM note WHERE id = ?").with(note);
                    const qint64 count = row.step() ? row.number(0) : qint64(0);
                    row.reset();
                    return count;
                })
                .value();
        };
        QCOMPARE(versions(room.maya), 2);
        QCOMPARE(versions(room.tom), 2);
    }

    // Tom invites Ines while Maya, who began the notebook, is away and has not even seen Tom join.
    void threeDevicesByTwoInvites() {
        Class room;
        Tablet ines(room.clock, 3);
        room.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(room.maya.syncer->connect(room.place()));
        room.maya.student(QStringLiteral("Ada"));
        room.maya.sync();
        QVERIFY(room.tom.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Tom's tablet")));
        room.tom.sync();
        QVERIFY(ines.join(room.tom.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        ines.student(QStringLiteral("Björn"));
        room.tom.student(QStringLiteral("Chidi"));
        room.tom.sync();
        ines.sync();
        room.tom.sync();
        QCOMPARE(ines.digest(), room.tom.digest());
        ines.sync();
        const auto heard = ines.syncer->state().value().devices; // Tom's own word, without Maya's
        QVERIFY(std::any_of(heard.begin(), heard.end(), [](const SyncDevice &device) {
            return device.name == QStringLiteral("Tom's tablet") && device.hasEverything;
        }));
        for (int i = 0; i < 3; ++i) {
            ines.sync();
            room.tom.sync();
            room.maya.sync();
        }
        QCOMPARE(room.tom.digest(), room.maya.digest());
        QCOMPARE(ines.digest(), room.maya.digest());
        const SyncState state = room.maya.syncer->state().value();
        QCOMPARE(state.devices.size(), std::size_t(3));
        QVERIFY(std::all_of(state.devices.begin(), state.devices.end(),
                            [](const SyncDevice &device) { return device.hasEverything; }));
    }

    void syncingAgainChangesNothing() {
        Class room;
        room.share();
        room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        room.meet();
        room.meet();
        std::map<QString, QByteArray> before;
        for (const QString &file : room.files(QString()))
            before[file] = contentOf(file);
        room.clock.advance(std::chrono::hours(1));
        for (Tablet *tablet : {&room.maya, &room.tom}) {
            tablet->files.commits = 0;
            const SyncReport report = tablet->sync();
            QCOMPARE(report.sentEdits + report.sentPictures + report.receivedEdits + report.receivedPictures,
                     0);
            QCOMPARE(tablet->files.commits, 0);
        }
        for (const QString &file : room.files(QString()))
            QCOMPARE(before[file], contentOf(file));
    }

    void theInviterHearsOnceWhoCame() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(room.maya.syncer->connect(room.place()));
        room.maya.sync();
        QVERIFY(room.tom.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Tom's tablet")));
        QCOMPARE(room.maya.sync().joined, std::vector{QStringLiteral("Tom's tablet")});
        QVERIFY(room.maya.sync().joined.empty());
        QVERIFY(room.files(QStringLiteral("/invite/")).isEmpty());
    }

    void anInviteWorksOnce() {
        Class room;
        Tablet eve(room.clock, 3);
        room.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(room.maya.syncer->connect(room.place()));
        const QString code = room.maya.syncer->makeInvite().value();
        QVERIFY(room.tom.join(code, QStringLiteral("Tom's tablet")));
        QCOMPARE(eve.join(code, QStringLiteral("Eve")).error().code, ErrorCode::BadCode); // before Maya knows
        room.maya.sync();
        QCOMPARE(eve.join(code, QStringLiteral("Eve")).error().code, ErrorCode::BadCode); // and after
        QVERIFY(eve.profile->entries().empty());
        const auto again = room.tom.join(room.maya.syncer->makeInvite().value(), QStringLiteral("Tom"));
        QVERIFY(wordsFor(again.error()).sentence().contains(QStringLiteral("is on this device already")));
    }

    void aWrongCodeChangesNothing() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        QVERIFY(room.maya.syncer->connect(room.place()));
        const QString code = room.maya.syncer->makeInvite().value();
        QString wrong = code;
        wrong[7] = wrong[7] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
        const QStringList before = room.files(QString());
        QCOMPARE(room.tom.join(wrong, QStringLiteral("Tom")).error().code, ErrorCode::BadCode);
        QVERIFY(room.tom.profile->entries().empty());
        QCOMPARE(room.files(QString()), before);
        // The right one works afterwards, on another path too.
        const QString moved = room.place() + QStringLiteral("-moved");
        QVERIFY(QDir().rename(room.place(), moved));
        QCOMPARE(room.tom.join(code, QStringLiteral("Tom")).error().code, ErrorCode::Unreachable);
        QVERIFY(Syncer::join(*room.tom.profile, room.tom.parts, code, QStringLiteral("Tom"), moved));
        QVERIFY(QDir().rename(moved, room.place()));
    }

    void onlyFittingFoldersAreTaken() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        QCOMPARE(room.maya.syncer->sync().error().code, ErrorCode::NotConnected);
        QCOMPARE(room.maya.syncer->makeInvite().error().code, ErrorCode::NotConnected);
        QCOMPARE(room.maya.syncer->connect(room.shared.filePath(QStringLiteral("gone"))).error().code,
                 ErrorCode::Unreachable);
        const QTemporaryDir holiday;
        overwrite(holiday.filePath(QStringLiteral("beach.jpg")), "x");
        QCOMPARE(room.maya.syncer->connect(holiday.path()).error().code, ErrorCode::NotAStore);
        room.maya.files.fails = [](Step step, const QString &path) {
            const bool there = path.contains(QStringLiteral("/vault.json")) && step == Step::Commit;
            return there ? std::optional(ErrorCode::NoPermission) : std::nullopt;
        };
        QCOMPARE(room.maya.syncer->connect(room.place()).error().code, ErrorCode::NoPermission);
        room.maya.files.fails = nullptr;
        QVERIFY(room.maya.syncer->state().value().place.isEmpty());
        QVERIFY(room.maya.syncer->connect(QStringLiteral("file://") + room.place()));
        QCOMPARE(room.maya.syncer->state().value().place, room.place());
        room.tom.begin(QStringLiteral("Room 13"));
        const QStringList before = room.files(QString());
        QCOMPARE(room.tom.syncer->connect(room.place()).error().code, ErrorCode::WrongStore);
        QCOMPARE(room.files(QString()), before);
        QVERIFY(room.maya.syncer->disconnect());
        QCOMPARE(room.maya.syncer->sync().error().code, ErrorCode::NotConnected);
    }

    void aFolderThatGoesAndComesBack() {
        Class room;
        room.share();
        const QString away = room.place() + QStringLiteral("-away");
        QVERIFY(QDir().rename(room.place(), away));
        room.maya.student(QStringLiteral("Ada"));
        QCOMPARE(room.maya.syncer->sync().error().code, ErrorCode::Unreachable);
        QVERIFY(!QDir(room.place()).exists());
        SyncState state = room.maya.syncer->state().value();
        QCOMPARE(state.lastProblem.value().code, ErrorCode::Unreachable);
        const Moment first = state.nextTry.value();
        QVERIFY(first > room.clock.now());
        QVERIFY(!room.maya.syncer->sync());
        room.maya.open(); // the wait and the problem outlive the program
        state = room.maya.syncer->state().value();
        QVERIFY(state.nextTry.value() > first);
        QCOMPARE(state.waiting, 1);
        // An empty folder in its place, as under a stick that is out: nothing is begun there.
        QVERIFY(QDir().mkpath(room.place()));
        QCOMPARE(room.maya.syncer->sync().error().code, ErrorCode::StoreMissing);
        QVERIFY(QDir(room.place()).isEmpty());
        QVERIFY(QDir().rmdir(room.place()));
        QVERIFY(QDir().rename(away, room.place()));
        QCOMPARE(room.maya.sync().sentEdits, 1);
        state = room.maya.syncer->state().value();
        QVERIFY(!state.lastProblem && !state.nextTry);
        QCOMPARE(state.waiting, 0);
    }

    void statesOfAnItem() {
        Class room;
        room.share();
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::OnlyHere);
        QCOMPARE(room.maya.syncer->state().value().waitingPages, 1);
        QCOMPARE(room.maya.syncer->state().value().waiting, 4); // two edits, two pictures
        room.maya.sync();
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::Copied);
        QCOMPARE(room.maya.syncer->state().value().waiting, 0);
        QCOMPARE(room.maya.syncer->state().value().copied, 4);

        // Tom has the words but not the original: that does not make the page safe.
        const auto originals = room.files(QStringLiteral("/b/"));
        const QByteArray original = room.maya.pageOf(page).original.name.toHex();
        QString hidden;
        for (const QString &file : originals) {
            if (file.endsWith(QString::fromLatin1(original)))
                hidden = file;
        }
        QVERIFY(QFile::rename(hidden, hidden + QStringLiteral(".hidden")));
        room.tom.sync();
        QCOMPARE(room.tom.syncer->state().value().wanted, 1);
        QVERIFY(room.tom.syncer->itemState(page).value() == ItemState::OnlyHere);
        room.maya.sync();
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::Copied);
        QCOMPARE(room.maya.syncer->state().value().copied, 1);
        QVERIFY(QFile::rename(hidden + QStringLiteral(".hidden"), hidden));
        room.meet();
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::Safe);
        QVERIFY(room.tom.syncer->itemState(page).value() == ItemState::Safe);
        QCOMPARE(room.maya.syncer->state().value().copied, 0);
        room.maya.note(page, QStringLiteral("new"));
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::Safe); // the page itself is as it was
    }

    void wordsGoBeforePreviewsBeforeOriginals() {
        Class room;
        room.share();
        const Id student = room.maya.student(QStringLiteral("Ada"));
        std::vector<QByteArray> originals;
        for (int i = 0; i < 3; ++i)
            originals.push_back(
                room.maya.pageOf(room.maya.page(student, QByteArray(1000 + i, 'p'))).original.name);
        QStringList order;
        room.maya.files.fails = [&](Step step, const QString &path) -> std::optional<ErrorCode> {
            if (step == Step::Commit && path.startsWith(room.place())) {
                const QByteArray name = path.section(QLatin1Char('/'), -1).toLatin1();
                const bool original = std::any_of(originals.begin(), originals.end(),
                                                  [&](const QByteArray &one) { return one.toHex() == name; });
                order << (path.endsWith(QStringLiteral(".b")) ? QStringLiteral("words")
                          : name == "head"                    ? QStringLiteral("head")
                          : original                          ? QStringLiteral("original")
                                                              : QStringLiteral("preview"));
            }
            return std::nullopt;
        };
        room.maya.sync();
        QCOMPARE(order,
                 QStringList({QStringLiteral("words"), QStringLiteral("preview"), QStringLiteral("preview"),
                              QStringLiteral("preview"), QStringLiteral("head"), QStringLiteral("original"),
                              QStringLiteral("original"), QStringLiteral("original")}));
    }

    void aPersonCanStopItAndGoOnLater() {
        Class room;
        room.share();
        const Id student = room.maya.student(QStringLiteral("Ada"));
        for (int i = 0; i < 4; ++i)
            room.maya.page(student, QByteArray(1000 + i, 'p'));
        SyncProgress last;
        const auto stopped = room.maya.syncer->sync([&](const SyncProgress &now) { last = now; },
                                                    [&] { return last.done >= 3; });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(last.done, 3); // the bundle, two previews
        QVERIFY(last.total >= last.done && last.bytesTotal > 0);
        QVERIFY(!room.maya.syncer->state().value().lastProblem);
        QCOMPARE(room.maya.sync().sentPictures, 6);
    }

    void aFullFolderStillTakesWords() {
        Class room;
        room.share();
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        room.maya.files.fails = [&](Step step, const QString &path) {
            return step == Step::Commit && path.startsWith(room.place()) &&
                           path.contains(QStringLiteral("/b/"))
                       ? std::optional(ErrorCode::DiskFull)
                       : std::nullopt;
        };
        const SyncReport report = room.maya.sync();
        QCOMPARE(report.sentEdits, 2);
        QCOMPARE(report.problems.size(), std::size_t(1));
        QCOMPARE(report.problems.front().code, ErrorCode::DiskFull);
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::OnlyHere);
        room.maya.files.fails = nullptr;
        room.meet();
        QVERIFY(room.maya.syncer->itemState(page).value() == ItemState::Safe);
    }

    void whatCouldNotBeWrittenStillWaits() {
        Class room;
        room.share();
        room.maya.student(QStringLiteral("Ada"));
        room.maya.files.fails = [&](Step step, const QString &path) {
            return step == Step::Commit && path.startsWith(room.place()) &&
                           path.contains(QStringLiteral("/ops/"))
                       ? std::optional(ErrorCode::WriteFailed)
                       : std::nullopt;
        };
        static_cast<void>(room.maya.syncer->sync());
        QVERIFY(room.maya.syncer->state().value().waiting > 0);
        room.maya.files.fails = nullptr;
        room.meet();
        QCOMPARE(room.maya.syncer->state().value().waiting, 0);
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }

    // Every write into the folder fails once, the next run goes on, and in the end all is there.
    void aFailureAtAnyStepLosesNothing() {
        for (int at = 0; at < 12; ++at) {
            Class room;
            room.share();
            room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
            room.tom.student(QStringLiteral("Björn"));
            for (Tablet *tablet : {&room.maya, &room.tom}) {
                int step = 0;
                tablet->files.fails = [&room, &step, at](Step, const QString &path) {
                    return path.startsWith(room.place()) && step++ == at
                               ? std::optional(ErrorCode::WriteFailed)
                               : std::nullopt;
                };
                static_cast<void>(tablet->syncer->sync());
                tablet->files.fails = nullptr;
            }
            room.meet();
            QCOMPARE(room.tom.digest(), room.maya.digest());
            QCOMPARE(room.tom.syncer->state().value().wanted, 0);
            QVERIFY(room.maya.sync().problems.empty());
        }
    }

    void aNewFolderGetsEverythingAgainByteForByte() {
        Class room;
        room.share();
        room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        room.meet();
        std::map<QString, QByteArray> before;
        for (const QString &file : room.files(QLatin1Char('/') + room.folderOf(room.maya))) {
            if (!file.endsWith(QStringLiteral("/head")))
                before[file.mid(room.place().size())] = contentOf(file);
        }
        QVERIFY(before.size() >= 4);
        const QTemporaryDir other;
        QVERIFY(room.maya.syncer->connect(other.path()));
        room.maya.sync();
        for (const auto &[file, bytes] : before)
            QCOMPARE(contentOf(other.path() + file), bytes);
    }

    void nothingReadableInTheFolder() {
        Class room;
        room.share();
        SystemRandom random;
        const QByteArray picture = "\xff\xd8\xff\xe0JFIF the bytes of a picture" + random.bytes(20000);
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Zebediah Quillfeather")), picture);
        room.maya.note(page, QStringLiteral("a marvellous metaphor"));
        room.tom.note(page, QStringLiteral("try a stronger verb"));
        room.meet();
        QByteArray all;
        for (const QString &file : room.files(QString()))
            all += file.toUtf8() + contentOf(file);
        QVERIFY(all.size() > 40000);
        for (const char *word : {"Zebediah", "Quillfeather", "metaphor", "verb", "Room 12", "Maya", "Tom's",
                                 "JFIF", "student", "words", "Photograph", "preview of"})
            QVERIFY2(!all.contains(word), word);
        for (qsizetype at = 100; at + 16 < picture.size(); at += 997)
            QVERIFY(!all.contains(picture.sliced(at, 16)));
        QVERIFY(!all.contains(QStringLiteral("Zebediah").toUtf8().toHex()));
    }

    // Tom takes a change of Maya's page back, and his words reach Ines while Maya's cannot.
    void aPictureNamedAgainByAnotherIsFound() {
        Class room;
        room.share();
        const Id student = room.maya.student(QStringLiteral("Ada"));
        const Id page = room.maya.page(student, "picture");
        room.meet();
        const BlobRef first = room.tom.pageOf(page).original;
        Edit again(QStringLiteral("Use the first picture"));
        again.set(page, &Page::original, BlobRef{});
        room.tom.commit(again);
        again = Edit(QStringLiteral("Use the first picture"));
        again.set(page, &Page::original, first);
        room.tom.commit(again);
        room.meet();
        const QString ops = QLatin1Char('/') + room.folderOf(room.maya) + QStringLiteral("/ops/");
        const QStringList mayas = room.files(ops);
        Tablet ines(room.clock, 3);
        QVERIFY(ines.join(room.tom.syncer->makeInvite().value(), QStringLiteral("Ines's tablet")));
        for (const QString &file : mayas)
            QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
        ines.sync();
        QVERIFY(ines.notebook->vault().has(first.name));
        for (const QString &file : mayas)
            QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
        ines.sync();
        QCOMPARE(ines.digest(), room.tom.digest());
    }

    void everyFileIsNamedByItsHash() {
        Class room;
        room.share();
        room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        room.meet();
        int checked = 0;
        for (const QString &file : room.files(QString())) {
            const QString name = file.section(QLatin1Char('/'), -1);
            if (!file.contains(QStringLiteral("/b/")) && !name.endsWith(QStringLiteral(".b")))
                continue;
            const QByteArray hash = name.section(QLatin1Char('-'), -1).left(64).toLatin1();
            QCOMPARE(blobHash(contentOf(file)).toHex(), hash);
            ++checked;
        }
        QVERIFY(checked >= 3);
    }

    void manyEditsTravelInSeveralBundles() {
        Class room;
        room.share();
        for (Tablet *tablet : {&room.maya, &room.tom})
            tablet->syncer->setSnapshotFloor(100 << 20); // else a snapshot soon holds them
        const Id student = room.maya.student(QStringLiteral("Ada"));
        for (int i = 0; i < 12; ++i)
            room.maya.note(student, QString(200'000, QLatin1Char('w')));
        room.meet();
        QVERIFY(room.files(QStringLiteral("/ops/")).size() >= 3);
        QCOMPARE(room.tom.digest(), room.maya.digest());
    }
};

QTEST_GUILESS_MAIN(TestSyncer)
#include "tst_syncer.moc"
