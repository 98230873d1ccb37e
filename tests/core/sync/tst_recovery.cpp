// Words on paper open the notebook on a bare device; nothing else does.
#include "core/sync/class.h"

#include "crypto/recoverywords.h"
#include "store/erasing.h"

using namespace inkstep;
using namespace inkstep::test;

class TestRecovery : public QObject {
    Q_OBJECT

private slots:
    void wordsAreReadAsPeopleWriteThem() {
        SeededRandom random(4);
        for (int i = 0; i < 50; ++i) {
            const RecoveryWords words = RecoveryWords::generate(random);
            const QString text = words.text();
            QCOMPARE(text.split(QLatin1Char(' ')).size(), 6);
            QCOMPARE(RecoveryWords::read(text).value().text(), text);
            QString sloppy = text.toUpper();
            sloppy.replace(QLatin1Char(' '), QStringLiteral(",\n - "));
            QCOMPARE(RecoveryWords::read(sloppy).value().text(), text);
            QString slip = text;
            slip[7] = slip[7] == QLatin1Char('a') ? QLatin1Char('o') : QLatin1Char('a');
            QCOMPARE(RecoveryWords::read(slip).error().code, ErrorCode::BadWords);
        }
        for (const char *wrong : {"", "lusab", "lusab babad gutih tugad muluk mojat lusab", "1 2 3 4 5 6"})
            QCOMPARE(RecoveryWords::read(QString::fromLatin1(wrong)).error().code, ErrorCode::BadWords);
    }

    void theSameWordsMakeTheSameKeys() {
        SeededRandom random(5);
        const RecoveryWords words = RecoveryWords::generate(random);
        RecoveryParameters cheap;
        cheap.salt = QByteArray(16, 's');
        cheap.passes = 1;
        cheap.memory = 8 << 10;
        const auto keys = words.keys(cheap).value();
        QCOMPARE(words.keys(cheap).value().box.publicKey(), keys.box.publicKey());
        RecoveryParameters other = cheap;
        other.salt[3] = 't';
        QVERIFY(words.keys(other).value().box.publicKey() != keys.box.publicKey());
        QVERIFY(keys.box.publicKey() != keys.signing.publicKey());
        QVERIFY(RecoveryParameters::fromBytes(cheap.bytes()) == cheap);
        other.memory = 0xffffffff; // a store that asks for all there is
        QCOMPARE(words.keys(other).error().code, ErrorCode::Damaged);
    }

    void aBareDeviceOpensEverything() {
        Class room;
        room.share();
        const Id page = room.maya.page(room.maya.student(QStringLiteral("Ada")), "picture");
        room.tom.note(page, QStringLiteral("seen by Tom"));
        room.meet();
        QVERIFY(!room.maya.syncer->hasRecoveryWords().value());
        const QString words = room.maya.syncer->makeRecoveryWords().value();
        QVERIFY(room.maya.syncer->hasRecoveryWords().value());
        QVERIFY(room.maya.syncer->recoveryWordsFit(words).value());
        room.meet();
        QVERIFY(room.tom.syncer->hasRecoveryWords().value());
        QVERIFY(room.tom.syncer->recoveryWordsFit(words).value());
        const QByteArray digest = room.maya.digest();

        // Both tablets are gone.
        Tablet bare(room.clock, 7);
        SeededRandom random(9);
        QCOMPARE(Syncer::recover(*bare.profile, bare.parts, RecoveryWords::generate(random).text(),
                                 room.place(), QStringLiteral("New"))
                     .error()
                     .code,
                 ErrorCode::BadWords);
        QVERIFY(bare.profile->entries().empty());
        bare.use(
            Syncer::recover(*bare.profile, bare.parts, words, room.place(), QStringLiteral("New")).value());
        QVERIFY(bare.sync().problems.empty());
        QCOMPARE(bare.digest(), digest);
        QCOMPARE(bare.notebook->vault().get(bare.pageOf(page).original).value(), QByteArray("picture"));

        // They turn up again, and believe it.
        bare.note(page, QStringLiteral("written on the new one"));
        bare.sync();
        room.meet();
        bare.sync();
        QCOMPARE(room.maya.digest(), bare.digest());
        QCOMPARE(room.tom.digest(), bare.digest());
    }

    void wordsOutliveANewEpochButNoErasure() {
        Class room;
        room.share();
        const Id student = room.maya.student(QStringLiteral("Ada"));
        const QString words = room.maya.syncer->makeRecoveryWords().value();
        room.meet();
        QVERIFY(room.tom.syncer->newKeys()); // by one who has not seen the words
        for (int i = 0; i < 4; ++i)
            room.meet();
        QVERIFY(room.maya.syncer->hasRecoveryWords().value());
        QVERIFY(room.maya.syncer->recoveryWordsFit(words).value());
        Tablet bare(room.clock, 7);
        bare.use(
            Syncer::recover(*bare.profile, bare.parts, words, room.place(), QStringLiteral("New")).value());
        QVERIFY(bare.sync().problems.empty());
        QCOMPARE(bare.digest(), room.maya.digest());
        for (int i = 0; i < 3; ++i) {
            bare.sync();
            room.meet();
        }
        QVERIFY(eraseStudent(*room.maya.notebook, student));
        for (int i = 0; i < 4; ++i) {
            room.meet();
            bare.sync();
        }
        QVERIFY(!room.maya.syncer->hasRecoveryWords().value());
        QVERIFY(!room.tom.syncer->recoveryWordsFit(words).value());
    }

    void whoHasOnlyTheFolderGetsNoKey() {
        Class room;
        room.share();
        const QString words = room.maya.syncer->makeRecoveryWords().value();
        room.meet();
        QByteArray all;
        for (const QString &file : room.files(QString()))
            all += contentOf(file);
        for (const QString &word : words.split(QLatin1Char(' ')))
            QVERIFY(!all.contains(word.toLatin1()));
    }
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
