// Pictures of an import there was no room for go again, so that a full disk is not kept full of what nobody
// can see. When a picture was taken, where its camera's clock cannot be right.
#include "imaging/layout.h"
#include "ingest/ingest.h"
#include "store/layout.h"
#include "support/fakes.h"
#include "support/fillingfiles.h"

#include <QBuffer>
#include <QDateTime>
#include <QImage>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

QByteArray picture(int shade) {
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(QColor(shade, 255 - shade, 120));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return buffer.data();
}

} // namespace

class TestFresh : public QObject {
    Q_OBJECT

    struct Room {
        QTemporaryDir folder;
        FillingFiles files;
        FakeClock clock{fromMs(1'790'000'000'000)};
        SeededRandom random;
        std::unique_ptr<Profile> profile;
        Notebook *notebook = nullptr;
        Id maya;

        Room()
            : profile(
                  std::move(*Profile::open(folder.filePath(QStringLiteral("p")), {files, clock, random}))) {
            notebook = *profile->create(QStringLiteral("Room 12"), NotebookKind::Class);
            Student student;
            student.id = maya = notebook->store().makeId();
            std::ignore = notebook->store().commit(Edit(QString()).create(student));
        }
        std::size_t pictures() { return notebook->vault().names()->size(); }
    };

private slots:
    void aFullDiskLeavesNothing() {
        Room room;
        Ingest ingest(*room.notebook);
        QVERIFY(ingest.keep(picture(1), {room.maya, {}, {}, {}}));
        room.files.room = 3;
        std::vector<QByteArray> many;
        for (int i = 2; i < 8; ++i)
            many.push_back(picture(i));
        const auto kept = ingest.keepAll(many, {}, {room.maya, {}, {}, {}});
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::DiskFull);
        QCOMPARE(room.pictures(), std::size_t(1));
        room.files.room = 1000;
        QVERIFY(ingest.keepAll(many, {}, {room.maya, {}, {}, {}}));
        QCOMPARE(room.pictures(), std::size_t(7));
    }

    // The original fits, its preview does not: the page stays as it was, and nothing else stays.
    void aRetakeThatDoesNotFitLeavesNothing() {
        Room room;
        Ingest ingest(*room.notebook);
        const auto page = ingest.keep(picture(1), {room.maya, {}, {}, {}});
        QVERIFY(page && ingest.derivePage(page->page));
        QCOMPARE(room.pictures(), std::size_t(2));
        room.files.room = 1;
        const auto again = ingest.keep(picture(2), {room.maya, page->sample, {}, page->page});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::DiskFull);
        QCOMPARE(room.pictures(), std::size_t(2));
    }

    void aPicturesTimeThatCannotBeCountsAsNone_data() {
        QTest::addColumn<int>("year");
        QTest::addColumn<bool>("believed");
        QTest::newRow("1980") << 1980 << false;
        QTest::newRow("1999") << 1999 << true;
        QTest::newRow("last year") << 2025 << true;
        QTest::newRow("2099") << 2099 << false;
    }
    void aDeviceWithoutAClockBelievesTheCamera() {
        Room room;
        room.clock.set(fromMs(0));
        const QByteArray bytes = picture(1);
        PictureLayout layout = layoutOf(bytes).value();
        layout.tags.taken =
            CaptureTime{std::chrono::local_days(std::chrono::year(2026) / 3 / 1), std::chrono::minutes(0)};
        const auto page = Ingest(*room.notebook).keep(assemble(layout), {room.maya, {}, {}, {}});
        QVERIFY(page);
        const auto kept =
            room.notebook->store().read([&](Database &db) { return find<Page>(db, page->page); });
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(toMs(*(*kept)->taken), Qt::UTC).date().year(), 2026);
    }

    void aPicturesTimeThatCannotBeCountsAsNone() {
        QFETCH(int, year);
        QFETCH(bool, believed);
        Room room; // in 2026
        const QByteArray bytes = picture(1);
        PictureLayout layout = layoutOf(bytes).value();
        layout.tags.taken =
            CaptureTime{std::chrono::local_days(std::chrono::year(year) / 3 / 1), std::chrono::minutes(0)};
        const auto page = Ingest(*room.notebook).keep(assemble(layout), {room.maya, {}, {}, {}});
        QVERIFY(page);
        const auto kept =
            room.notebook->store().read([&](Database &db) { return find<Page>(db, page->page); });
        const QDateTime taken = QDateTime::fromMSecsSinceEpoch(toMs(*(*kept)->taken), Qt::UTC);
        QCOMPARE(taken.date().year(), believed ? year : 2026);
    }
};

QTEST_GUILESS_MAIN(TestFresh)
#include "tst_fresh.moc"
