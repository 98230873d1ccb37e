// Every page that needs pictures, a camera or a store, in every size: names and roles for the screen reader,
// no word cut off. The others are looked at where the frame's pages are tried.
#include "ingest/ingest.h"
#include "ingest/skillbank.h"
#include "stage.h"
#include "syncservice.h"
#include "testcamera.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QScopeGuard>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

QImage paper(int lines) {
    QImage page(900, 1200, QImage::Format_RGB32);
    page.fill(QColor(250, 247, 239));
    QPainter painter(&page);
    for (int line = 0; line < lines; ++line)
        painter.fillRect(90, 120 + 90 * line, 500 + 40 * (line % 5), 14, QColor(50, 55, 80));
    return page;
}

QByteArray jpeg(const QImage &picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPEG");
    return bytes;
}

} // namespace

class EverywhereTest : public QObject {
    Q_OBJECT

    // A page of Maya's with a note of each kind, one of them an open step, and a second piece of writing.
    static Id fill(Stage &stage) {
        const auto bank = builtInSkillPack();
        stage.startClass({QStringLiteral("Leo"), QStringLiteral("Maya")});
        if (!bank || !stage.commit(takeInSkills(*bank, stage.workspace->notebook()->id(), {})))
            return {};
        Ingest ingest(*stage.workspace->notebook());
        Id page;
        for (int i = 0; i < 2; ++i) {
            const auto kept = ingest.keep(jpeg(paper(8 + i)), {stage.student(QStringLiteral("Maya")), {}});
            if (!kept || !ingest.derivePage(kept->page))
                return {};
            page = kept->page;
        }
        for (const NoteKind kind : {NoteKind::Noticed, NoteKind::Wonder, NoteKind::NextStep}) {
            Note note;
            note.id = newId(stage.clock, stage.random);
            note.about = page;
            note.kind = kind;
            note.words = QStringLiteral("Leave a finger of space between words");
            note.x = 0.3;
            note.y = 0.2 + 0.2 * int(kind);
            note.cardX = 0.5;
            note.cardY = note.y;
            if (!stage.commit(Edit(QStringLiteral("Add note")).create(note)))
                return {};
        }
        return page;
    }

private slots:
    void initTestCase() {
        QVERIFY(m_camera.install());
        m_camera.show(paper(9));
        m_camera.plug();
        watchWarnings();
    }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void everyPage_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("tablet") << QSize(1280, 800) << 1.0 << false;
        QTest::newRow("upright-dark") << QSize(800, 1280) << 1.0 << true;
        QTest::newRow("phone") << QSize(390, 844) << 1.0 << false;
        QTest::newRow("large-phone") << QSize(390, 844) << 2.0 << false;
    }
    void everyPage() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        Stage stage(size);
        const Id pageId = fill(stage);
        QVERIFY(!pageId.isNull());
        stage.preferences->setTextScale(scale);
        stage.preferences->setAppearance(dark ? Theme::Dark : Theme::Light);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        const QString maya = idText(stage.student(QStringLiteral("Maya")));
        const auto look = [&](const QString &page) {
            stage.settle();
            stage.picture(name + QLatin1Char('-') + page);
            const QStringList wrong = unnamed(stage) + cutOff(stage);
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(page + QStringLiteral(": ") + wrong.join(QLatin1Char('\n'))));
        };

        stage.go(QStringLiteral("samples"));
        QTRY_VERIFY(stage.named(QStringLiteral("Maya")));
        look(QStringLiteral("samples"));
        QVERIFY(stage.tap(stage.named(QStringLiteral("More filters"))));
        QTRY_VERIFY(stage.named(QStringLiteral("Fewer filters")));
        look(QStringLiteral("filters"));

        stage.go(QStringLiteral("student"), {{QStringLiteral("studentId"), maya}});
        QTRY_VERIFY(stage.named(QStringLiteral("Photograph a page of Maya")));
        look(QStringLiteral("child"));

        stage.go(QStringLiteral("page"), {{QStringLiteral("pageId"), idText(pageId)}});
        QTRY_VERIFY(stage.named(QStringLiteral("Next step: ")));
        look(QStringLiteral("page"));
        stage.key(Qt::Key_N);
        QTRY_VERIFY(stage.named(QStringLiteral("The whole skill bank")));
        look(QStringLiteral("note"));
        stage.key(Qt::Key_Escape);

        stage.go(QStringLiteral("camera"), {{QStringLiteral("studentId"), maya}});
        QTRY_VERIFY(stage.named(QStringLiteral("Shutter")));
        QTRY_VERIFY_WITH_TIMEOUT(stage.named(QStringLiteral("Shutter"))->isEnabled(), 20'000);
        look(QStringLiteral("camera"));
        m_camera.unplug();
        QTRY_VERIFY(stage.named(QStringLiteral("Import a picture")));
        look(QStringLiteral("no-camera"));
        m_camera.plug();

        // However the tablet is turned, the shutter is where the thumb is.
        for (const QSize turned : {size.transposed(), size}) {
            stage.resize(turned);
            stage.settle();
            const QQuickItem *shutter = stage.item(QStringLiteral("shutter"));
            const QPointF at = shutter->mapToScene(QPointF(shutter->width(), shutter->height())) -
                               QPointF(turned.width(), 0);
            if (turned.width() > turned.height())
                QVERIFY2(at.x() > -shutter->width(), qPrintable(QString::number(at.x())));
            else
                QVERIFY2(at.y() > turned.height() - 2 * shutter->height(),
                         qPrintable(QString::number(at.y())));
        }

        stage.go(QStringLiteral("join"));
        QTRY_VERIFY(stage.item(QStringLiteral("code")));
        look(QStringLiteral("join"));
        for (const char *place :
             {"recover", "server", "syncHistory", "recovery", "eraseStudent", "backup", "restore"}) {
            QVariantMap whose;
            if (place == QLatin1StringView("eraseStudent"))
                whose.insert(QStringLiteral("studentId"), maya);
            stage.go(QString::fromLatin1(place), whose);
            QTRY_COMPARE(stage.place(), QString::fromLatin1(place));
            look(QString::fromLatin1(place));
        }
        stage.go(QStringLiteral("sync"));
        QTRY_VERIFY(stage.item(QStringLiteral("chooseFolder")));
        look(QStringLiteral("sync-nowhere"));
        auto *sync = stage.view->engine()->singletonInstance<SyncService *>(
            qmlTypeId("Inkstep.Sync", 1, 0, "SyncService"));
        QVERIFY(sync);
        const QString store = stage.folder.filePath(QStringLiteral("store"));
        QVERIFY(QDir().mkpath(store));
        sync->connectTo(QUrl::fromLocalFile(store));
        QTRY_VERIFY_WITH_TIMEOUT(stage.named(QStringLiteral("Send and fetch now")), 30'000);
        look(QStringLiteral("sync"));
        sync->makeInvite();
        QTRY_VERIFY(stage.named(QStringLiteral("Copy the code")));
        look(QStringLiteral("invite"));
    }

    // The next page and the colors are one tap away at once; so is what the panel beside the page offers.
    void undoBarLeavesThePageFree_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        for (const QSize size : {QSize(1280, 800), QSize(800, 1280), QSize(390, 844)})
            for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft})
                QTest::addRow("%d x %d, %d", size.width(), size.height(), int(direction))
                    << size << direction;
    }
    void undoBarLeavesThePageFree() {
        QFETCH(QSize, size);
        QFETCH(Qt::LayoutDirection, direction);
        QGuiApplication::setLayoutDirection(direction);
        const auto asBefore =
            qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto); });
        Stage stage(size);
        const Id pageId = fill(stage);
        stage.show();
        stage.go(QStringLiteral("page"), {{QStringLiteral("pageId"), idText(pageId)}});
        QTRY_VERIFY(stage.named(QStringLiteral("Next step: ")));
        const bool narrow = size.width() < 600;
        if (!narrow) {
            stage.key(Qt::Key_N);
            QTRY_VERIFY(stage.named(QStringLiteral("The whole skill bank")));
        }
        stage.workspace->perform(
            Edit(QStringLiteral("Change Maya"))
                .set(stage.student(QStringLiteral("Maya")), &Student::grade, QStringLiteral("4")));
        QTRY_VERIFY(stage.item(QStringLiteral("undoBar")));
        stage.settle();
        const auto onScreen = [](const QQuickItem *item) {
            return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        };
        const QRectF bar = onScreen(stage.item(QStringLiteral("undoBar")));
        QVERIFY(QRectF(QPointF(0, 0), size).contains(bar));
        QStringList free{QStringLiteral("Photograph another page"), QStringLiteral("Add pages from files")};
        if (narrow)
            free << QStringLiteral("Add note: Noticed");
        else
            free << QStringLiteral("Words on the note") << QStringLiteral("Delete note");
        for (const QString &name : free) {
            const QQuickItem *item = stage.named(name);
            QVERIFY2(item, qPrintable(name));
            QVERIFY2(!onScreen(item).intersects(bar), qPrintable(name));
        }
    }

private:
    TestCamera m_camera;
};

QTEST_MAIN(EverywhereTest)
#include "tst_whole_everywhere.moc"
