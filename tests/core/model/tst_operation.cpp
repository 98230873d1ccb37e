#include "model/operation.h"

#include <QTest>
#include <algorithm>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

Version anyVersion() {
    Version version;
    version.device = QUuid(*rc::gen::inRange<uint>(1, 9), 7, 7, 1, 2, 3, 4, 5, 6, 7, 8);
    version.sequence = *rc::gen::inRange<quint64>(0, 40);
    return version;
}

std::vector<Version> anyVersions() {
    std::vector<Version> versions;
    const int count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i)
        versions.push_back(anyVersion());
    return versions;
}

} // namespace

class TestOperation : public QObject {
    Q_OBJECT

private slots:
    void versionsGoThereAndBack() {
        QVERIFY(rc::check("packed and unpacked", [] {
            std::vector<Version> versions = anyVersions();
            if (!versions.empty())
                versions.front().sequence = *rc::gen::arbitrary<quint64>();
            const QByteArray packed = packVersions(versions);
            RC_ASSERT(packed.size() == qsizetype(versions.size()) * 24);
            RC_ASSERT(unpackVersions(packed) == versions);
        }));
    }

    void whatDoesNotFitIsLeftOut() {
        QVERIFY(rc::check("a cut list gives the whole ones before the cut", [] {
            const std::vector<Version> versions = anyVersions();
            const QByteArray packed = packVersions(versions);
            const auto keep = *rc::gen::inRange<qsizetype>(0, packed.size() + 1);
            const auto unpacked = unpackVersions(packed.first(keep));
            RC_ASSERT(qsizetype(unpacked.size()) == keep / 24);
            RC_ASSERT(std::equal(unpacked.begin(), unpacked.end(), versions.begin()));
        }));
    }

    void aVectorCoversWhatCameBeforeOnTheSameDevice() {
        QVERIFY(rc::check("covers", [] {
            VersionVector vector{anyVersion()};
            const Version version = anyVersion();
            RC_ASSERT(covers(vector, version) ==
                      (vector[0].device == version.device && vector[0].sequence >= version.sequence));
        }));
        QVERIFY(!covers({}, Version{QUuid(), 0}));
    }

    void versionsHaveATotalOrder() {
        QVERIFY(rc::check("exactly one of less, equal, greater", [] {
            const Version a = anyVersion(), b = anyVersion(), c = anyVersion();
            RC_ASSERT(int(a < b) + int(b < a) + int(a == b) == 1);
            if (a < b && b < c)
                RC_ASSERT(a < c);
        }));
    }
};

QTEST_APPLESS_MAIN(TestOperation)
#include "tst_operation.moc"
