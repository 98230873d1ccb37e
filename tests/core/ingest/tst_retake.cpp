// A page photographed again: the new picture stands where the old one stood, and the old one can come back.
#include "imaging/imaging.h"
#include "ingest/ingest.h"
#include "store/layout.h"
#include "support/fakes.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

class TestRetake : public QObject {
    Q_OBJECT

    static QByteArray shot(QSize size, Qt::GlobalColor color) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(color);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG");
        return buffer.data();
    }

    Page page(const Id &id) {
        return **m_notebook->store().read([&](Database &db) { return find<Page>(db, id); });
    }
    QColor seen(const Page &page, bool original) {
        return decodeUpright(*Ingest(*m_notebook).picture(page, original))->pixelColor(20, 20);
    }

private slots:
    void initTestCase() {
        auto profile =
            Profile::open(m_folder.filePath(QStringLiteral("profile")), {m_files, m_clock, m_random});
        QVERIFY(profile);
        m_profile = std::move(*profile);
        m_notebook = *m_profile->create(QStringLiteral("Room 12"), NotebookKind::Class);
        Student maya;
        maya.id = m_notebook->store().makeId();
        m_maya = maya.id;
        QVERIFY(m_notebook->store().commit(Edit(QString()).create(maya)));
    }

    void theOldOneComesBack() {
        Ingest ingest(*m_notebook);
        const auto first = ingest.keep(shot({400, 300}, Qt::red), {m_maya, {}, {}, {}});
        QVERIFY(first && ingest.derivePage(first->page));
        const auto second = ingest.keep(shot({400, 300}, Qt::green), {m_maya, first->sample, {}, {}});
        QVERIFY(second);
        QVERIFY(m_notebook->store().commit(Edit(QString()).set(first->page, &Page::rotation, 1)));
        const Page before = page(first->page);

        const auto again = ingest.keep(shot({300, 400}, Qt::blue), {m_maya, first->sample, {}, first->page});
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(again->page, first->page);
        QVERIFY(ingest.derivePage(first->page)); // as the intake does after every page
        const Page after = page(first->page);
        QCOMPARE(after.sample, before.sample);
        QCOMPARE(after.position, before.position);
        QCOMPARE(after.rotation, 0); // it was of the old picture
        QCOMPARE(QSize(int(after.width), int(after.height)), QSize(300, 400));
        QVERIFY(seen(after, true).blue() > 200 && seen(after, false).blue() > 200);
        QVERIFY(m_notebook->vault().has(before.original.name));

        QVERIFY(m_notebook->store().undo(again->edit, QStringLiteral("Undo")));
        QCOMPARE(page(first->page), before);
        QVERIFY(seen(before, true).red() > 200 && seen(before, false).red() > 200);
        QVERIFY(ingest.underived()->size() == 1); // the second page, which nobody derived
    }

    void whatIsNoPictureChangesNothing() {
        Ingest ingest(*m_notebook);
        const auto first = ingest.keep(shot({400, 300}, Qt::red), {m_maya, {}, {}, {}});
        const Page before = page(first->page);
        QCOMPARE(ingest.retake(first->page, "no picture").error().code, ErrorCode::NotAPicture);
        const QByteArray good = shot({40, 30}, Qt::red);
        QCOMPARE(ingest.keepAll({good, good}, {}, {m_maya, {}, {}, first->page}).error().code,
                 ErrorCode::BadInput);
        QCOMPARE(ingest.retake(m_notebook->store().makeId(), good).error().code, ErrorCode::NotFound);
        QCOMPARE(page(first->page), before);
    }

private:
    QTemporaryDir m_folder;
    SystemFiles m_files;
    FakeClock m_clock;
    SeededRandom m_random;
    std::unique_ptr<Profile> m_profile;
    Notebook *m_notebook = nullptr;
    Id m_maya;
};

QTEST_MAIN(TestRetake)
#include "tst_retake.moc"
