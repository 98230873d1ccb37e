// The pile after a break: whoever comes back to it, after a crash or a walk, finds it where it was; and a
// disk that is full in the middle of it is said, with nothing lost and nothing half made.
#include "intake.h"
#include "pile.h"
#include "store/layout.h"
#include "support/fakes.h"
#include "support/fillingfiles.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

QByteArray picture(int shade) {
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(QColor(shade * 20 % 256, 255 - shade, shade));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return buffer.data();
}

} // namespace

class PileKeptTest : public QObject {
    Q_OBJECT

    static QStringList four() {
        return {QStringLiteral("Ana"), QStringLiteral("Leo"), QStringLiteral("Maya"), QStringLiteral("Omar")};
    }

    struct Desk {
        QTemporaryDir folder;
        FillingFiles files;
        FakeClock clock{fromMs(QDateTime(QDate(2026, 10, 14), QTime(9, 0)).toMSecsSinceEpoch())};
        SeededRandom random;
        std::unique_ptr<Workspace> workspace;

        void open() {
            workspace.reset();
            workspace = std::make_unique<Workspace>(folder.path(), Store::Parts{files, clock, random});
            QSignalSpy state(workspace.get(), &Workspace::stateChanged);
            workspace->open();
            QVERIFY(state.wait());
        }
        void start(const QStringList &names) {
            open();
            QSignalSpy shown(workspace.get(), &Workspace::notebookChanged);
            workspace->startClass(QStringLiteral("Room 12"));
            QVERIFY(shown.wait());
            Edit edit{QString()};
            for (qsizetype i = 0; i < names.size(); ++i) {
                Student student;
                student.id = newId(clock, random);
                student.name = names.at(i);
                student.position = i;
                edit.create(student);
            }
            QVERIFY(workspace->notebook()->store().commit(edit));
        }
        std::unique_ptr<Pile> pile(bool independent = true) {
            auto made = std::make_unique<Pile>();
            made->setIndependent(independent);
            made->setWorkspace(workspace.get());
            made->setActive(true);
            [&] { QTRY_VERIFY(made->ready()); }();
            return made;
        }
        Id student(const QString &name) {
            return *workspace->notebook()->store().read([&](Database &db) {
                Statement &row = db.use("SELECT id FROM student WHERE name = ?").with(name);
                const Id id = row.step() ? row.id(0) : Id();
                row.reset();
                return id;
            });
        }
        QStringList pages() {
            return *workspace->notebook()->store().read([](Database &db) {
                QStringList all;
                Statement &row = db.use(
                    "SELECT t.name, count(*) FROM page p JOIN sample s ON s.id = p.sample JOIN student t ON "
                    "t.id = s.student WHERE p.deleted = 0 AND s.deleted = 0 GROUP BY s.id ORDER BY s.row");
                while (row.step())
                    all << row.text(0) + QLatin1Char(' ') + QString::number(row.number(1));
                row.reset();
                return all;
            });
        }
    };

private slots:
    void itGoesOnWhereItWas_data() {
        QTest::addColumn<bool>("independent");
        QTest::newRow("two-weekly sample") << true;
        QTest::newRow("any pile") << false;
    }
    void itGoesOnWhereItWas() {
        QFETCH(bool, independent);
        Desk desk;
        desk.start(four());
        {
            const auto pile = desk.pile(independent);
            QVERIFY(!pile->resumed());
            pile->shoot(picture(1));
            pile->skip(); // Leo
            QCOMPARE(pile->currentName(), QStringLiteral("Maya"));
            QTRY_VERIFY(!pile->saving());
        }
        desk.open();
        {
            const auto pile = desk.pile(independent);
            QVERIFY(pile->resumed());
            QCOMPARE(pile->currentName(), QStringLiteral("Maya"));
            QCOMPARE(pile->inside(), 1);
            QCOMPARE(pile->skipped(), 1);
            QCOMPARE(pile->lastName(), QStringLiteral("Ana")); // whose the last page is can still be said
            pile->reassign(idText(desk.student(QStringLiteral("Omar"))));
            QTRY_COMPARE(desk.pages(), QStringList{QStringLiteral("Omar 1")});
            QCOMPARE(pile->currentName(), QStringLiteral("Ana"));
            pile->shoot(picture(2));
            QTRY_VERIFY(!pile->saving());
        }
        desk.open();
        const auto pile = desk.pile(independent);
        QCOMPARE(pile->currentName(), QStringLiteral("Maya")); // after the last shot, past who was skipped
        pile->shoot(picture(3));
        QVERIFY(pile->finished());
        QCOMPARE(pile->skipped(), 1);
        QTRY_VERIFY(!pile->saving());
        pile->finish();
        desk.open();
        const auto next = desk.pile(independent);
        QVERIFY(!next->resumed());
        QCOMPARE(next->currentName(), independent ? QStringLiteral("Leo") : QStringLiteral("Ana"));
    }

    void anotherDayAnotherPile() {
        Desk desk;
        desk.start(four());
        {
            const auto pile = desk.pile(false);
            pile->shoot(picture(1));
            QTRY_VERIFY(!pile->saving());
        }
        desk.clock.advance(std::chrono::hours(24));
        const auto pile = desk.pile(false);
        QVERIFY(!pile->resumed());
        QCOMPARE(pile->currentName(), QStringLiteral("Ana"));
    }

    void aNewOneCanBeBegun() {
        Desk desk;
        desk.start(four());
        {
            const auto pile = desk.pile(false);
            pile->shoot(picture(1));
            pile->shoot(picture(2));
            QTRY_VERIFY(!pile->saving());
        }
        const auto pile = desk.pile(false);
        QCOMPARE(pile->currentName(), QStringLiteral("Maya"));
        pile->beginAnew();
        QTRY_COMPARE(pile->currentName(), QStringLiteral("Ana"));
        QCOMPARE(pile->inside(), 0);
        pile->shoot(picture(3));
        QTRY_VERIFY(!pile->saving());
        QCOMPARE(desk.pages().size(), 3);
    }

    void oneMorePageOfTheLastChilds() {
        Desk desk;
        desk.start(four());
        const auto pile = desk.pile();
        pile->shoot(picture(1));
        pile->anotherPage(); // before the first is kept
        QCOMPARE(pile->currentName(), QStringLiteral("Ana"));
        pile->shoot(picture(2));
        QCOMPARE(pile->currentName(), QStringLiteral("Leo"));
        pile->shoot(picture(3));
        pile->shoot(picture(4));
        pile->shoot(picture(5));
        QVERIFY(pile->finished());
        pile->anotherPage();
        pile->shoot(picture(6));
        QVERIFY(pile->finished());
        QTRY_VERIFY(!pile->saving());
        QTRY_COMPARE(desk.pages(), (QStringList{QStringLiteral("Ana 2"), QStringLiteral("Leo 1"),
                                                QStringLiteral("Maya 1"), QStringLiteral("Omar 2")}));
    }

    void aFullDiskIsSaidAndNothingIsLost() {
        Desk desk;
        desk.start(four());
        const auto pile = desk.pile();
        pile->shoot(picture(1));
        QTRY_VERIFY(!pile->saving());
        desk.files.room = 0;
        pile->shoot(picture(2)); // Leo
        pile->anotherPage();
        pile->shoot(picture(3)); // his second page waits for the first
        QTRY_VERIFY(!pile->saving());
        QVERIFY2(pile->trouble().startsWith(QStringLiteral("Leo’s page was not kept. There is no room left")),
                 qPrintable(pile->trouble()));
        QVERIFY(pile->trouble().contains(QStringLiteral("Everything saved so far is safe.")));
        QCOMPARE(desk.pages(), QStringList{QStringLiteral("Ana 1")});
        QVERIFY(QDir(desk.folder.path())
                    .entryList({QStringLiteral(".part-*")}, QDir::Files | QDir::Hidden)
                    .isEmpty());
        desk.files.room = 1000;
        QCOMPARE(pile->currentName(), QStringLiteral("Maya"));
        pile->shoot(picture(4));
        pile->shoot(picture(5));
        QCOMPARE(pile->currentName(), QStringLiteral("Leo")); // again
        pile->shoot(picture(6));
        QVERIFY(pile->finished());
        QTRY_VERIFY(!pile->saving());
        QCOMPARE(desk.pages().size(), 4);
        QVERIFY(pile->trouble().isEmpty());
    }
};

QTEST_MAIN(PileKeptTest)
#include "tst_pilekept.moc"
