// A voice note goes where pictures go: sealed, with its words first, whole on the other tablet.
#include "core/sync/class.h"
#include "ingest/voices.h"
#include "model/voice.h"

#include <vector>

using namespace inkstep;
using namespace inkstep::test;

class TestVoiceSync : public QObject {
    Q_OBJECT

private slots:
    void whatWasSaidArrives() {
        Class room;
        room.share();
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        SoundWriter writer;
        QVERIFY(writer.add(std::vector<qint16>(soundRate * 3, 1'000)));
        const QByteArray file = *writer.finish();
        const auto kept = keepVoice(*room.maya.notebook, {file, QStringLiteral("05"), ada, Author::Child});
        QVERIFY(kept);
        const SyncReport sent = room.maya.sync();
        QVERIFY(sent.problems.empty());
        QCOMPARE(sent.sentPictures, 1);
        for (const QString &path : room.files(QString()))
            QVERIFY2(!contentOf(path).contains("OpusHead"), qPrintable(path));

        const SyncReport received = room.tom.sync();
        QVERIFY(received.problems.empty());
        QCOMPARE(received.receivedPictures, 1);
        QCOMPARE(room.tom.digest(), room.maya.digest());
        QCOMPARE(voiceFile(*room.tom.notebook, kept->voice).value(), file);
        const auto voice =
            room.tom.store().read([&](Database &db) { return find<Voice>(db, kept->voice); }).value();
        QVERIFY(voice);
        QCOMPARE(voice->about, ada);
        QCOMPARE(voice->length, 3'000);
        QCOMPARE(voice->author, Author::Child);

        // Deleted there, gone here; brought back, it is whole.
        const auto removed =
            room.tom.store().commit(Edit(QStringLiteral("Delete voice note")).remove<Voice>(kept->voice));
        QVERIFY(removed);
        room.meet();
        const auto deleted = [&] {
            return room.maya.store()
                .read([&](Database &db) {
                    Statement &row = db.use("SELECT deleted FROM voice WHERE id = ?").with(kept->voice);
                    const bool gone = row.step() && row.number(0) != 0;
                    row.reset();
                    return gone;
                })
                .value();
        };
        QVERIFY(deleted());
        QVERIFY(room.tom.store().undo(*removed->edit, QStringLiteral("Undo")));
        room.meet();
        QVERIFY(!deleted());
        QCOMPARE(voiceFile(*room.maya.notebook, kept->voice).value(), file);
    }

    // A notebook of an older Inkstep gets the place for them, and keeps what it had.
    void anOlderNotebookLearnsToListen() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        QVERIFY(room.maya.store().keepBooks([](Database &db) {
            db.exec("DROP TABLE voice");
            db.exec("PRAGMA user_version = 2");
        }));
        room.maya.open();
        SoundWriter writer;
        QVERIFY(writer.add(std::vector<qint16>(soundRate, 1'000)));
        const auto kept = keepVoice(*room.maya.notebook, {*writer.finish(), {}, ada, Author::Adult});
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QVERIFY(room.maya.store().read([&](Database &db) { return find<Student>(db, ada); }).value());
    }

    void nothingThatIsNoRecordingIsKept() {
        Class room;
        room.maya.begin(QStringLiteral("Room 12"));
        const Id ada = room.maya.student(QStringLiteral("Ada"));
        QCOMPARE(keepVoice(*room.maya.notebook, {{}, {}, ada, Author::Adult}).error().code,
                 ErrorCode::BadInput);
        QCOMPARE(keepVoice(*room.maya.notebook, {"OggS", {}, ada, Author::Adult}).error().code,
                 ErrorCode::BadInput);
        QVERIFY(room.maya.notebook->vault().names()->empty());
    }
};

QTEST_GUILESS_MAIN(TestVoiceSync)
#include "tst_voicesync.moc"
