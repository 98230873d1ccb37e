#include "crypto/crypto.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

class TestKeys : public QObject {
    Q_OBJECT

private slots:
    void signaturesFitOnlyTheirMessageAndKey() {
        QVERIFY(rc::check([] {
            SystemRandom random;
            const SigningKey key = SigningKey::generate(random);
            QByteArray message = QByteArray::fromStdString(*rc::gen::arbitrary<std::string>()) + "end";
            QByteArray signature = key.sign(message);
            RC_ASSERT(signatureFits(message, signature, key.publicKey()));
            RC_ASSERT(!signatureFits(message, signature, SigningKey::generate(random).publicKey()));
            RC_ASSERT(!signatureFits(message, signature.chopped(1), key.publicKey()));
            const auto at = *rc::gen::inRange<qsizetype>(0, message.size());
            message[at] = static_cast<char>(message[at] ^ 1);
            RC_ASSERT(!signatureFits(message, signature, key.publicKey()));
        }));
    }

    void seedsGiveTheSameKeyAgain() {
        SystemRandom random;
        const SigningKey key = SigningKey::generate(random);
        QCOMPARE(SigningKey::fromSeed(key.seed()).publicKey(), key.publicKey());
        const BoxKey box = BoxKey::generate(random);
        QCOMPARE(BoxKey::fromSecret(box.secret()).publicKey(), box.publicKey());
    }

    void boxesOpenForTheirOwnerOnly() {
        SystemRandom random;
        const BoxKey mine = BoxKey::generate(random);
        const Secret plain(random.bytes(32));
        QByteArray sealed = sealFor(mine.publicKey(), plain).value();
        QVERIFY(mine.open(sealed).value() == plain);
        QCOMPARE(BoxKey::generate(random).open(sealed).error().code, ErrorCode::WrongKey);
        QVERIFY(!mine.open(sealed.chopped(1)));
        QVERIFY(!mine.open({}));
        sealed[40] = static_cast<char>(sealed[40] ^ 1);
        QVERIFY(!mine.open(sealed));
        QVERIFY(!sealFor("short", plain));
    }

    void streamsOpenOnlyWithKeyAndBound() {
        SystemRandom random;
        const Secret key(random.bytes(32));
        for (const qsizetype size : {0, 1, 1 << 20, (1 << 20) + 1, 3 << 20}) {
            const QByteArray plain = random.bytes(size);
            const QByteArray sealed = sealStream(plain, key, "bound");
            QCOMPARE(openStream(sealed, key, "bound").value(), plain);
            QCOMPARE(openStream(sealed, key, "other").error().code, ErrorCode::WrongKey);
            QCOMPARE(openStream(sealed, Secret(random.bytes(32)), "bound").error().code, ErrorCode::WrongKey);
            QVERIFY(!openStream(sealed.chopped(1), key, "bound"));
            QVERIFY(!openStream(sealed + 'x', key, "bound"));
            if (size > (1 << 20)) // exactly between two pieces
                QCOMPARE(openStream(sealed.first(24 + (1 << 20) + 17), key, "bound").error().code,
                         ErrorCode::Damaged);
        }
    }

    void anyFlippedBitOfAStreamIsNoticed() {
        QVERIFY(rc::check([] {
            SystemRandom random;
            const Secret key(random.bytes(32));
            QByteArray sealed = sealStream(random.bytes(*rc::gen::inRange(0, 500)), key, "bound");
            const auto at = *rc::gen::inRange<qsizetype>(0, sealed.size());
            sealed[at] = static_cast<char>(sealed[at] ^ (1 << *rc::gen::inRange(0, 8)));
            RC_ASSERT(!openStream(sealed, key, "bound"));
        }));
    }

    void secretsAreWipedWhenTaken() {
        QByteArray source("very secret");
        source.detach();
        const Secret secret = Secret::take(source);
        QCOMPARE(secret.bytes(), QByteArray("very secret"));
        QVERIFY(source.isEmpty());
        Secret copy = secret;
        QVERIFY(copy == secret);
        QVERIFY(copy.bytes().constData() != secret.bytes().constData());
        const Secret moved = std::move(copy);
        QVERIFY(copy.isEmpty()); // NOLINT: what is left of it is the point
        QVERIFY(moved == secret);
    }

    void keyFileComesBackAndIsPrivate() {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("keys"));
        SystemFiles files;
        SystemRandom random;
        const SystemClock clock;
        NotebookKeys keys = foundKeys(newId(clock, random), newId(clock, random), random);
        keys.epochs.push_back({{2, newId(clock, random)}, Secret(random.bytes(32))});
        keys.invite = newId(clock, random);
        keys.unknown[QStringLiteral("later")] = 7;
        QVERIFY(saveKeys(files, path, keys));
        QCOMPARE(QFileInfo(path).permissions() & ~QFileDevice::Permissions(0x7000),
                 QFileDevice::ReadUser | QFileDevice::WriteUser);
        const NotebookKeys again = loadKeys(files, path).value();
        QCOMPARE(again.notebook, keys.notebook);
        QCOMPARE(again.device, keys.device);
        QCOMPARE(again.signing.publicKey(), keys.signing.publicKey());
        QCOMPARE(again.box.publicKey(), keys.box.publicKey());
        QVERIFY(again.epochs == keys.epochs);
        QVERIFY(again.founder == keys.founder);
        QCOMPARE(again.invite, keys.invite);
        QCOMPARE(again.unknown, keys.unknown);
        QVERIFY(again.epoch(keys.epochs.front().name));
        QVERIFY(!again.epoch({9, keys.device}));
    }

    void aDamagedKeyFileIsNoticed() {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("keys"));
        SystemFiles files;
        SystemRandom random;
        const SystemClock clock;
        QCOMPARE(loadKeys(files, path).error().code, ErrorCode::NotFound);
        QVERIFY(saveKeys(files, path, foundKeys(newId(clock, random), newId(clock, random), random)));
        const QByteArray good = files.read(path, 1 << 20).value();
        QVERIFY(rc::check([&] {
            QByteArray bad = good;
            const auto at = *rc::gen::inRange<qsizetype>(0, bad.size());
            bad[at] = static_cast<char>(bad[at] ^ (1 << *rc::gen::inRange(0, 8)));
            QFile file(path);
            RC_ASSERT(file.open(QIODevice::WriteOnly));
            RC_ASSERT(file.write(*rc::gen::arbitrary<bool>() ? bad : good.first(at)) >= 0);
            file.close();
            const auto loaded = loadKeys(files, path);
            RC_ASSERT(!loaded);
            RC_ASSERT(loaded.error().code == ErrorCode::Damaged);
        }));
        // Whole by its sum, and its content breaks off: a map of two, a key, and no more.
        for (const char *content : {"a201", "a1", "a20141ff02", "5bff"}) {
            const QByteArray bad = good.first(8) + QByteArray::fromHex(content);
            QVERIFY(files.save(path, bad + blobHash(bad)));
            QCOMPARE(loadKeys(files, path).error().code, ErrorCode::Damaged);
        }
        QByteArray newer = good.chopped(32);
        newer[5] = 2;
        QVERIFY(files.save(path, newer + blobHash(newer)));
        QCOMPARE(loadKeys(files, path).error().code, ErrorCode::NewerVersion);
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
