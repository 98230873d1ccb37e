#include "crypto/crypto.h"

#include <QProcess>
#include <QTemporaryFile>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

struct Sealed {
    BlobRef ref;
    QByteArray bytes;
};

Sealed seal(QByteArrayView plain) {
    SystemRandom random;
    Sealed sealed;
    sealed.ref = sealBlob(plain, random, [&](QByteArrayView piece) -> Status {
                     sealed.bytes.append(piece.data(), piece.size());
                     return {};
                 }).value();
    return sealed;
}

// Opens bytes that were changed, with a name that fits them: what only the seal itself can notice.
Result<QByteArray> openChanged(const QByteArray &bytes, BlobRef ref) {
    ref.name = blobHash(bytes);
    return openBlob(bytes, ref);
}

} // namespace

class TestSealedBlob : public QObject {
    Q_OBJECT

private slots:
    void comesBack_data() {
        QTest::addColumn<qint64>("size");
        const qint64 piece = 1ll << sealedblob::pieceBits;
        for (const qint64 size : {0ll, 1ll, piece - 1, piece, piece + 1, 5 * piece, 9 * piece + 17})
            QTest::addRow("%lld", static_cast<long long>(size)) << size;
    }
    void comesBack() {
        QFETCH(qint64, size);
        SystemRandom random;
        const QByteArray plain = random.bytes(size);
        const Sealed sealed = seal(plain);
        QCOMPARE(sealed.ref.size, size);
        QCOMPARE(sealed.bytes.size(), sealedSize(size));
        QCOMPARE(sealed.ref.name, blobHash(sealed.bytes));
        QCOMPARE(openBlob(sealed.bytes, sealed.ref).value(), plain);
    }

    void nameIsWhatB2sumPrints() {
        const Sealed sealed = seal(QByteArray(300000, 'x'));
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(sealed.bytes);
        file.close();
        QProcess b2sum;
        b2sum.start(QStringLiteral("b2sum"), {QStringLiteral("-l"), QStringLiteral("256"), file.fileName()});
        QVERIFY(b2sum.waitForFinished());
        QCOMPARE(b2sum.readAllStandardOutput().first(64), sealed.ref.name.toHex());
    }

    void sealingTwiceHasNothingInCommon() {
        const QByteArray plain(1000, 'x');
        const Sealed one = seal(plain);
        const Sealed two = seal(plain);
        QVERIFY(one.ref.key != two.ref.key);
        QVERIFY(one.ref.name != two.ref.name);
        QVERIFY(!one.bytes.contains("xxxxxxxx"));
    }

    void whatCannotBeKeptIsSaid() {
        SystemRandom random;
        const auto result = sealBlob(random.bytes(8 << 20), random,
                                     [](QByteArrayView) -> Status { return failure(ErrorCode::DiskFull); });
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::DiskFull);
    }

    void anyFlippedBitIsNoticed() {
        QVERIFY(rc::check([] {
            const auto size = *rc::gen::inRange(0, 2000);
            const Sealed sealed = seal(QByteArray(size, 'x'));
            QByteArray bytes = sealed.bytes;
            const auto at = *rc::gen::inRange<qsizetype>(0, bytes.size());
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8)));
            RC_ASSERT(openBlob(bytes, sealed.ref).error().code == ErrorCode::Damaged);
            RC_ASSERT(!openChanged(bytes, sealed.ref));
        }));
    }

    void anyCutIsNoticed() {
        const Sealed sealed = seal(QByteArray(2 << sealedblob::pieceBits, 'x'));
        const qsizetype piece = (1 << sealedblob::pieceBits) + 17;
        QVERIFY(rc::check([&] {
            const auto end = *rc::gen::oneOf(rc::gen::inRange<qsizetype>(0, sealed.bytes.size()),
                                             rc::gen::element<qsizetype>(32, 32 + piece));
            const QByteArray bytes = sealed.bytes.first(end);
            RC_ASSERT(openBlob(bytes, sealed.ref).error().code == ErrorCode::Damaged);
            RC_ASSERT(openChanged(bytes, sealed.ref).error().code == ErrorCode::Damaged);
            BlobRef fitted = sealed.ref; // and with the size the cut file would have
            fitted.size = std::max<qint64>(0, end - 32 - 17 * ((end - 32 + piece - 1) / piece));
            RC_ASSERT(!openChanged(bytes, fitted));
        }));
        QVERIFY(!openChanged(sealed.bytes + 'x', sealed.ref));
    }

    void swappedPiecesAreNoticed() {
        SystemRandom random;
        const Sealed sealed = seal(random.bytes(3 << sealedblob::pieceBits));
        const qsizetype piece = (1 << sealedblob::pieceBits) + 17;
        const QByteArray bytes = sealed.bytes.first(32) + sealed.bytes.sliced(32 + piece, piece) +
                                 sealed.bytes.sliced(32, piece) + sealed.bytes.sliced(32 + 2 * piece);
        QVERIFY(!openChanged(bytes, sealed.ref));
    }

    void anotherKeyIsSaidToBeOne() {
        Sealed sealed = seal(QByteArray(100, 'x'));
        sealed.ref.key[5] = static_cast<char>(sealed.ref.key[5] ^ 1);
        QCOMPARE(openBlob(sealed.bytes, sealed.ref).error().code, ErrorCode::WrongKey);
    }

    void aNewerFormatIsSaidToBeOne() {
        Sealed sealed = seal(QByteArray(100, 'x'));
        sealed.bytes[5] = 2;
        QCOMPARE(openChanged(sealed.bytes, sealed.ref).error().code, ErrorCode::NewerVersion);
    }

    void smallSealsOpenOnlyWithKeyAndContext() {
        QVERIFY(rc::check([] {
            SystemRandom random;
            const QByteArray key = random.bytes(32);
            const auto text = *rc::gen::arbitrary<std::string>();
            const QByteArray plain = QByteArray::fromStdString(text);
            const QByteArray sealed = sealSmall(plain, key, random, "here");
            RC_ASSERT(openSmall(sealed, key, "here").value() == plain);
            RC_ASSERT(openSmall(sealed, key, "there").error().code == ErrorCode::WrongKey);
            RC_ASSERT(openSmall(sealed, random.bytes(32), "here").error().code == ErrorCode::WrongKey);
            QByteArray changed = sealed;
            const auto at = *rc::gen::inRange<qsizetype>(0, changed.size());
            changed[at] = static_cast<char>(changed[at] ^ 0x10);
            RC_ASSERT(!openSmall(changed, key, "here"));
            RC_ASSERT(!openSmall(sealed.first(at), key, "here"));
        }));
    }

    void derivedKeysDifferByKeyAndContext() {
        const QByteArray key(32, 'k');
        QCOMPARE(deriveKey(key, "a"), deriveKey(key, "a"));
        QVERIFY(deriveKey(key, "a") != deriveKey(key, "b"));
        QVERIFY(deriveKey(key, "a") != deriveKey(QByteArray(32, 'l'), "a"));
        QCOMPARE(deriveKey(key, "a").size(), 32);
    }
};

QTEST_GUILESS_MAIN(TestSealedBlob)
#include "tst_sealedblob.moc"
