#include "base/blobref.h"
#include "base/id.h"
#include "support/fakes.h"

#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {
QByteArray someBytes(std::size_t count) {
    const auto bytes =
        *rc::gen::container<std::vector<unsigned char>>(count, rc::gen::arbitrary<unsigned char>());
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}
} // namespace

class TestIds : public QObject {
    Q_OBJECT

private slots:
    void idsAreVersionSevenAndSortByTheirTime() {
        QVERIFY(rc::check("RFC 9562, 5.7", [] {
            test::SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
            test::FakeClock clock(fromMs(*rc::gen::inRange<std::int64_t>(0, (1ll << 48) - 2)));
            const Id first = newId(clock, random);
            clock.advance(std::chrono::milliseconds(1));
            const Id second = newId(clock, random);
            RC_ASSERT(toBytes(first)[6] >> 4 == 7);
            RC_ASSERT((static_cast<unsigned char>(toBytes(first)[8]) >> 6) == 2);
            RC_ASSERT(idLess(first, second));
            RC_ASSERT(!idLess(second, first));
        }));
    }

    void idsOfOneMomentDiffer() {
        test::SeededRandom random;
        const test::FakeClock clock;
        QSet<Id> made;
        for (int i = 0; i < 10'000; ++i)
            made << newId(clock, random);
        QCOMPARE(made.size(), 10'000);
    }

    void theOrderIsThatOfTheBytes() {
        QVERIFY(rc::check("idLess orders as memcmp", [] {
            const QByteArray a = someBytes(16);
            const int common = *rc::gen::inRange(0, 16); // so that every byte gets to decide
            const QByteArray b = a.first(common) + someBytes(16 - static_cast<std::size_t>(common));
            RC_ASSERT(idLess(idFromBytes(a), idFromBytes(b)) == (std::memcmp(a.data(), b.data(), 16) < 0));
            RC_ASSERT(!idLess(idFromBytes(a), idFromBytes(a)));
        }));
    }

    void textAndBytesGoThereAndBack() {
        QVERIFY(rc::check("round trips", [] {
            const Id id = idFromBytes(someBytes(16));
            RC_ASSERT(idFromBytes(toBytes(id)) == id);
            RC_ASSERT(idFromText(idText(id)) == id);
        }));
        QVERIFY(idFromBytes(QByteArray(15, 'x')).isNull());
        QVERIFY(idFromText(QStringLiteral("Maya")).isNull());
    }

    void pictureReferencesGoThereAndBack() {
        QVERIFY(rc::check("round trips", [] {
            const BlobRef ref{someBytes(32), someBytes(32), *rc::gen::inRange<qint64>(0, 1ll << 40)};
            RC_ASSERT(toBytes(ref).size() == 72);
            RC_ASSERT(blobRefFromBytes(toBytes(ref)) == ref);
            RC_ASSERT(blobRefFromBytes(toBytes(ref).chopped(1)).isNull());
        }));
        QVERIFY(toBytes(BlobRef()).isEmpty());
        QVERIFY(blobRefFromBytes({}).isNull());
    }
};

QTEST_APPLESS_MAIN(TestIds)
#include "tst_ids.moc"
