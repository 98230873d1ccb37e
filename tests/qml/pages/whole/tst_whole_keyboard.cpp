// The main job by keyboard alone, on the whole interface: a child, the camera, a page, a compliment and a
// next step from the bank, undo, send.
#include "ingest/skillbank.h"
#include "stage.h"
#include "store/layout.h"
#include "syncservice.h"
#include "testcamera.h"

#include <QAccessible>
#include <QDir>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

QString heard(QQuickItem *item) {
    QAccessibleInterface *face = item ? QAccessible::queryAccessibleInterface(item) : nullptr;
    return face ? face->text(QAccessible::Name) : QString();
}

} // namespace

class KeyboardTest : public QObject {
    Q_OBJECT

    QString focused() const { return heard(m_stage->view->activeFocusItem()); }

    // Tab until what has the focus is called so; what was passed is told when it never comes.
    bool tabTo(const QString &name, Qt::Key key = Qt::Key_Tab) {
        QStringList passed;
        constexpr int enough = 60;
        for (int i = 0; i < enough; ++i) {
            m_stage->settle();
            if (focused().startsWith(name))
                return true;
            passed << focused();
            m_stage->key(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
        qWarning().noquote() << "never at" << name << "but at" << passed.join(QStringLiteral(" | "));
        return false;
    }
    bool press(const QString &name, Qt::Key with = Qt::Key_Return) {
        if (!tabTo(name))
            return false;
        m_stage->key(with);
        ++m_pressed;
        return true;
    }
    std::vector<Note> notes() {
        return m_stage->read<std::vector<Note>>([](Database &db) {
            std::vector<Note> found;
            static const std::string sql =
                "SELECT " + columnsOf<Note>("n") + " FROM note n WHERE n.deleted = 0 ORDER BY n.made";
            Statement &row = db.use(sql);
            while (row.step())
                found.push_back(readRow<Note>(row));
            row.reset();
            return found;
        });
    }
    int pages() {
        return m_stage->read<int>([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM page WHERE deleted = 0");
            const int count = row.step() ? int(row.number(0)) : 0;
            row.reset();
            return count;
        });
    }

private slots:
    void initTestCase() {
        QVERIFY(m_camera.install());
        QImage paper(800, 600, QImage::Format_RGB32);
        paper.fill(QColor(250, 247, 239));
        m_camera.show(paper);
        m_camera.plug();
        watchWarnings();
    }

    void theMainJob_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("tablet") << QSize(1280, 800);
        QTest::newRow("phone") << QSize(390, 844);
    }
    void theMainJob() {
        QFETCH(QSize, size);
        Stage stage(size);
        m_stage = &stage;
        stage.startClass({QStringLiteral("Leo"), QStringLiteral("Maya")});
        const auto bank = builtInSkillPack();
        QVERIFY(bank);
        QVERIFY(stage.commit(takeInSkills(*bank, stage.workspace->notebook()->id(), {})));
        stage.show();
        auto *sync = stage.view->engine()->singletonInstance<SyncService *>(
            qmlTypeId("Inkstep.Sync", 1, 0, "SyncService"));
        QVERIFY(sync);
        const QString store = stage.folder.filePath(QStringLiteral("store"));
        QVERIFY(QDir().mkpath(store));
        sync->connectTo(QUrl::fromLocalFile(store));
        QTRY_VERIFY(sync->connected());
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));

        // A child, and the camera for her.
        QVERIFY(press(QStringLiteral("Maya")));
        QTRY_COMPARE(stage.place(), QStringLiteral("student"));
        QVERIFY(press(QStringLiteral("Photograph a page of Maya")));
        QTRY_COMPARE(stage.place(), QStringLiteral("camera"));
        QTRY_VERIFY_WITH_TIMEOUT(stage.named(QStringLiteral("Shutter"))->isEnabled(), 20'000);
        stage.key(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(stage.place(), QStringLiteral("page"), 20'000);
        QCOMPARE(pages(), 1);
        QTRY_VERIFY(stage.named(QStringLiteral("Add note: ")));

        // A compliment from the bank.
        QVERIFY(press(QStringLiteral("Add note: Noticed"), Qt::Key_Space));
        QTRY_VERIFY(stage.named(QStringLiteral("The whole skill bank")));
        QVERIFY(pressFirstSkill());
        QTRY_COMPARE(notes().size(), std::size_t(1));
        QCOMPARE(notes().front().kind, NoteKind::Noticed);
        QVERIFY(!notes().front().words.isEmpty());
        stage.key(Qt::Key_Escape);
        QTRY_VERIFY(!stage.named(QStringLiteral("The whole skill bank")));
        QCOMPARE(stage.place(), QStringLiteral("page"));

        // A next step from the bank, taken back and done again.
        QVERIFY(press(QStringLiteral("Add note: Next step"), Qt::Key_Space));
        QTRY_VERIFY(stage.named(QStringLiteral("The whole skill bank")));
        QVERIFY(pressFirstSkill());
        QTRY_COMPARE(notes().size(), std::size_t(2));
        QCOMPARE(notes().back().kind, NoteKind::NextStep);
        stage.key(Qt::Key_Escape);
        QTRY_VERIFY(!stage.named(QStringLiteral("The whole skill bank")));
        const QString undo = stage.workspace->undoLabel();
        QVERIFY(!undo.isEmpty());
        stage.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(notes().size(), std::size_t(1));
        stage.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(notes().size(), std::size_t(2));

        // Home, and everything goes.
        for (int i = 0; i < 5 && stage.place() != QLatin1StringView("today"); ++i) {
            stage.key(Qt::Key_Left, Qt::AltModifier);
            stage.settle();
        }
        QCOMPARE(stage.place(), QStringLiteral("today"));
        QVERIFY(press(QStringLiteral("Sync: ")));
        QTRY_COMPARE(stage.place(), QStringLiteral("sync"));
        QVERIFY(press(QStringLiteral("Send and fetch now")));
        QTRY_COMPARE_WITH_TIMEOUT(sync->standing(), QStringLiteral("copied"), 30'000);
        QCOMPARE(sync->waiting(), 0);
        QCOMPARE(warnings(), QStringList());
        qInfo("%d things pressed", m_pressed);
        m_stage = nullptr;
    }

private:
    // The chips come right after the panel's close button.
    bool pressFirstSkill() {
        if (!tabTo(QStringLiteral("Close")))
            return false;
        m_stage->key(Qt::Key_Tab);
        m_stage->settle();
        m_stage->key(Qt::Key_Space);
        return true;
    }

    TestCamera m_camera;
    Stage *m_stage = nullptr;
    int m_pressed = 0;
};

QTEST_MAIN(KeyboardTest)
#include "tst_whole_keyboard.moc"
