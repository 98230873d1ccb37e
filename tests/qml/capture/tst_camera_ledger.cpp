#include "cameraledger.h"

#include <QTest>

using namespace inkstep;

namespace {

CameraInfo camera(const char *id, const char *name = "Webcam") {
    return {id, QString::fromLatin1(name), false};
}

QByteArrayList idsOf(const QList<CameraInfo> &cameras) {
    QByteArrayList ids;
    for (const CameraInfo &each : cameras)
        ids.append(each.id);
    return ids;
}

} // namespace

class TestCameraLedger : public QObject {
    Q_OBJECT

private slots:
    void aCameraThereAtStartIsListedOnce() {
        CameraLedger ledger;
        QCOMPARE(idsOf(ledger.update({camera("0")})), QByteArrayList({"0"}));
        QCOMPARE(idsOf(ledger.update({camera("0"), camera("1")})), QByteArrayList({"0"}));
    }

    void unpluggedIsGoneThoughOneEntryStays() {
        CameraLedger ledger;
        ledger.update({camera("0")});
        ledger.update({camera("0"), camera("1")});
        QCOMPARE(idsOf(ledger.update({camera("1")})), QByteArrayList());
        QCOMPARE(idsOf(ledger.update({camera("1"), camera("2")})), QByteArrayList({"2"}));
        QCOMPARE(idsOf(ledger.update({camera("1")})), QByteArrayList());
    }

    void theEntryTakenAwayMayBeEither() {
        CameraLedger ledger;
        ledger.update({camera("0")});
        ledger.update({camera("0"), camera("1")});
        QCOMPARE(idsOf(ledger.update({camera("0")})), QByteArrayList());
    }

    void doublesInTheFirstListAreSeenToo() {
        CameraLedger ledger;
        QCOMPARE(idsOf(ledger.update({camera("0"), camera("1")})), QByteArrayList({"0"}));
    }

    void camerasPluggedInLaterAreListedOnce() {
        CameraLedger ledger;
        QCOMPARE(idsOf(ledger.update({})), QByteArrayList());
        QCOMPARE(idsOf(ledger.update({camera("0")})), QByteArrayList({"0"}));
        QCOMPARE(idsOf(ledger.update({camera("0"), camera("1")})), QByteArrayList({"0", "1"}));
        QCOMPARE(idsOf(ledger.update({camera("1")})), QByteArrayList({"1"}));
    }

    void twoCamerasAtStartKeepTheirDoublesApart() {
        CameraLedger ledger;
        ledger.update({camera("0", "Desk"), camera("1", "Front")});
        const auto all =
            QList{camera("0", "Desk"), camera("1", "Front"), camera("2", "Desk"), camera("3", "Front")};
        QCOMPARE(idsOf(ledger.update(all)), QByteArrayList({"0", "1"}));
        QCOMPARE(idsOf(ledger.update({all[1], all[2], all[3]})), QByteArrayList({"1"}));
    }

    // A third camera of the name of one whose double is known is a camera of its own.
    void aSecondCameraOfTheSameNameCounts() {
        CameraLedger ledger;
        ledger.update({camera("0")});
        ledger.update({camera("0"), camera("1")});
        QCOMPARE(idsOf(ledger.update({camera("0"), camera("1"), camera("2")})), QByteArrayList({"0", "2"}));
    }
};

QTEST_GUILESS_MAIN(TestCameraLedger)
#include "tst_camera_ledger.moc"
