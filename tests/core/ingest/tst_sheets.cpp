// Where the sheet lies in a photograph, and what was wrong with the shot: found when the page is derived,
// kept apart from what a person says, gone with the picture.
#include "demo/generator/scene.h"
#include "imaging/imaging.h"
#include "ingest/ingest.h"
#include "model/sheet.h"
#include "store/layout.h"
#include "support/fakes.h"

#include <QBuffer>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

class TestSheets : public QObject {
    Q_OBJECT

    Page page(const Id &id) {
        return **m_notebook->store().read([&](Database &db) { return find<Page>(db, id); });
    }
    Id photographed(const Scene &scene) {
        Ingest ingest(*m_notebook);
        const auto kept = ingest.keep(scene.jpeg, {m_maya, {}, {}, {}});
        return kept && ingest.derivePage(kept->page) ? kept->page : Id();
    }
    void open() {
        m_profile.reset();
        const QString folder = m_folder.filePath(QStringLiteral("profile"));
        auto profile = Profile::open(folder, {m_files, m_clock, m_random});
        QVERIFY(profile);
        m_profile = std::move(*profile);
        if (!m_maya.isNull()) {
            m_notebook = *m_profile->notebook(m_id);
            return;
        }
        m_notebook = *m_profile->create(QStringLiteral("Room 12"), NotebookKind::Class);
        m_id = m_notebook->id();
        Student maya;
        maya.id = m_notebook->store().makeId();
        m_maya = maya.id;
        QVERIFY(m_notebook->store().commit(Edit(QString()).create(maya)));
    }
    static double likeness(const QString &sheet, const Scene &scene) {
        auto corners = sheetFrom(sheet).value_or(SheetCorners{});
        for (QPointF &corner : corners)
            corner = {corner.x() * scene.camera.size.width(), corner.y() * scene.camera.size.height()};
        return sharedArea(*scene.corners, corners);
    }

private slots:
    void initTestCase() { open(); }

    void aSheetIsFoundAndShown() {
        const Id id = photographed(m_scene);
        const Page found = page(id);
        QVERIFY(likeness(found.foundSheet, m_scene) > 0.97);
        QVERIFY(found.sheet.isEmpty());
        QVERIFY(!viewOf(found).isEmpty());
        QVERIFY(!hintsFrom(found.hints).noPage);
        // Nobody did that: there is nothing of it to take back.
        const Page kept = found;
        QVERIFY(m_notebook->store().commit(Edit(QStringLiteral("Turn page")).set(id, &Page::rotation, 1)));
        QCOMPARE(page(id).foundSheet, kept.foundSheet);
    }

    void noSheetNoView() {
        const Id id = photographed(makeScene(SceneKind::NoPage, Part::Development, 3));
        const Page shown = page(id);
        QVERIFY(shown.foundSheet.isEmpty());
        QVERIFY(hintsFrom(shown.hints).noPage);
        QVERIFY(viewOf(shown).isEmpty());
    }

    // Of a page that was there before its sheet could be found, or when nothing was: it is looked for once
    // more, and nothing else of the page changes.
    void aSheetIsFoundLater() {
        const Id id = photographed(m_scene);
        QVERIFY(m_notebook->store().commit(
            Edit(QString()).set(id, &Page::foundSheet, QString()).set(id, &Page::hints, QString())));
        Page before = page(id);
        QVERIFY(Ingest(*m_notebook).findSheet(id));
        const Page after = page(id);
        QVERIFY(likeness(after.foundSheet, m_scene) > 0.97);
        before.foundSheet = after.foundSheet;
        QCOMPARE(after, before);

        const Id none = photographed(makeScene(SceneKind::NoPage, Part::Development, 3));
        QVERIFY(m_notebook->store().commit(Edit(QString()).set(none, &Page::hints, QString())));
        before = page(none);
        QVERIFY(Ingest(*m_notebook).findSheet(none));
        QCOMPARE(page(none), before);
    }

    // Worked out again, as after a crash or on another device, it takes nothing from a person.
    void aPersonsCornersStay() {
        const Id id = photographed(m_scene);
        const QString mine = QStringLiteral("0.2,0.2,0.8,0.2,0.8,0.8,0.2,0.8");
        Edit edit(QStringLiteral("Set edges"));
        edit.set(id, &Page::sheet, mine)
            .set(id, &Page::look, PageLook::Clear)
            .set(id, &Page::preview, BlobRef());
        QVERIFY(m_notebook->store().commit(edit));
        QVERIFY(Ingest(*m_notebook).derivePage(id));
        QVERIFY(!page(id).preview.isNull());
        QCOMPARE(page(id).sheet, mine);
        QCOMPARE(page(id).look, PageLook::Clear);
        QVERIFY(likeness(page(id).foundSheet, m_scene) > 0.97);
    }

    void anotherPictureAnotherSheet() {
        const Id id = photographed(m_scene);
        QVERIFY(m_notebook->store().commit(
            Edit(QStringLiteral("Set edges"))
                .set(id, &Page::sheet, QStringLiteral("0.2,0.2,0.8,0.2,0.8,0.8,0.2,0.8"))
                .set(id, &Page::look, PageLook::AsShot)));
        const Page before = page(id);
        const Scene other = makeScene(SceneKind::Contrast, Part::Development, 8);
        const auto again = Ingest(*m_notebook).retake(id, other.jpeg);
        QVERIFY(again);
        const Page after = page(id);
        QVERIFY(likeness(after.foundSheet, other) > 0.97);
        QVERIFY(after.sheet.isEmpty());
        QCOMPARE(after.look, PageLook::ByItself);
        QVERIFY(m_notebook->store().undo(again->edit, QStringLiteral("Undo")));
        QCOMPARE(page(id), before);
    }

    // Sheet or whole, what a thumbnail shows is its view; and it is not made twice.
    void thumbnailsShowTheView() {
        const Id id = photographed(m_scene);
        const Page shown = page(id);
        Ingest ingest(*m_notebook);
        const auto asShot = ingest.thumbnail(shown);
        const auto flat = ingest.thumbnail(shown, viewOf(shown));
        QVERIFY(asShot && flat);
        // The desk is brown, the sheet white to its corners.
        const auto corner = [](const QByteArray &bytes) { return qGray(decodeUpright(bytes)->pixel(5, 5)); };
        QVERIFY(corner(*flat) > 225);
        QVERIFY(corner(*asShot) < 200);
        QVERIFY(decodeUpright(*flat)->width() <= thumbnailSide &&
                decodeUpright(*flat)->height() <= thumbnailSide);
        QCOMPARE(*ingest.thumbnail(shown, viewOf(shown)), *flat);
        QCOMPARE(*ingest.thumbnail(shown), *asShot);
        Page moved = shown;
        moved.sheet = QStringLiteral("0.4,0.4,0.6,0.4,0.6,0.6,0.4,0.6");
        QVERIFY(*ingest.thumbnail(moved, viewOf(moved)) != *flat);
    }

    // A database of before has its place for them, and what a newer device sent meanwhile waits among the
    // operations.
    void anOlderDatabaseGetsItsPlaces() {
        const Id id = photographed(m_scene);
        QVERIFY(
            m_notebook->store().commit(Edit(QStringLiteral("Look")).set(id, &Page::look, PageLook::Clear)));
        const Page before = page(id);
        QVERIFY(m_notebook->store().keepBooks([](Database &db) {
            for (const char *field : {"foundSheet", "sheet", "look", "hints"})
                db.exec((std::string("ALTER TABLE page DROP COLUMN \"") + field + '"').c_str());
            db.exec("PRAGMA user_version = 3");
        }));
        open();
        QCOMPARE(page(id), before);
    }

private:
    QTemporaryDir m_folder;
    SystemFiles m_files;
    FakeClock m_clock;
    SeededRandom m_random;
    std::unique_ptr<Profile> m_profile;
    Notebook *m_notebook = nullptr;
    Id m_id;
    Id m_maya;
    Scene m_scene = makeScene(SceneKind::Contrast, Part::Development, 5);
};

QTEST_MAIN(TestSheets)
#include "tst_sheets.moc"
