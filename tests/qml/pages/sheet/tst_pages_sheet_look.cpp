// How the sheet looks: in every size and light, with a class of 400, with names that do not end.
#include "sheetstage.h"

using namespace inkstep;
using namespace inkstep::test;

class SheetLookTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void dimIsDimEverywhereAndStays() {
        Sheet stage;
        stage.fill();
        stage.open();
        QVERIFY(stage.tap(QStringLiteral("dim")));
        QTRY_VERIFY(stage.theme().dim());
        QCOMPARE(stage.theme().quick(), 0);
        stage.settle();
        stage.picture(QStringLiteral("sheet-dim"));
        const QImage image = stage.view->grabWindow();
        double light = 0;
        for (int y = 0; y < image.height(); y += 4) {
            for (int x = 0; x < image.width(); x += 4)
                light += qGray(image.pixel(x, y));
        }
        QVERIFY(light / (image.width() / 4.0 * image.height() / 4.0) < 25);
        const Preferences again(stage.folder.path(), nullptr);
        QVERIFY(again.dim());
    }

    void anEmptyOneFitsAPhone() {
        Sheet stage({360, 640});
        stage.startClass({QStringLiteral("Maya")});
        stage.show();
        stage.go(QStringLiteral("sheet"));
        QTRY_VERIFY(stage.item(QStringLiteral("empty")));
        stage.settle();
        stage.picture(QStringLiteral("sheet-empty-phone"));
        const QQuickItem *empty = stage.item(QStringLiteral("empty"));
        const QRectF place = empty->mapRectToScene(QRectF(0, 0, empty->width(), empty->height()));
        QVERIFY(place.left() >= 0 && place.right() <= 360);
        QCOMPARE(cut(stage), QString());
    }

    void looks_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("mood"); // 0 light, 1 dark, 2 dim, 3 right to left
        QTest::addColumn<int>("columns");
        QTest::newRow("tablet") << QSize(1280, 800) << 1.0 << 0 << 6;
        QTest::newRow("tablet-two") << QSize(1280, 800) << 1.0 << 0 << 2;
        QTest::newRow("upright") << QSize(800, 1280) << 1.0 << 0 << 6;
        QTest::newRow("phone") << QSize(390, 844) << 1.0 << 0 << 6;
        QTest::newRow("dark") << QSize(1280, 800) << 1.0 << 1 << 6;
        QTest::newRow("dim") << QSize(1280, 800) << 1.0 << 2 << 6;
        QTest::newRow("dim-phone") << QSize(390, 844) << 1.0 << 2 << 6;
        QTest::newRow("large-tablet") << QSize(1280, 800) << 2.0 << 0 << 6;
        QTest::newRow("large-phone") << QSize(390, 844) << 2.0 << 0 << 6;
        QTest::newRow("large-small") << QSize(360, 640) << 2.0 << 0 << 6;
        QTest::newRow("mirrored") << QSize(1280, 800) << 1.0 << 3 << 6;
    }

    void looks() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(int, mood);
        QFETCH(int, columns);
        Sheet stage(size);
        stage.fill(25, columns);
        int turn = 0;
        for (int row = 0; row < 25; ++row) {
            for (int column = 0; column < columns; ++column) {
                ++turn;
                if ((turn * 7 + column) % 5 == 0)
                    continue;
                const bool today = (turn * 3) % 4 == 0;
                const auto level = static_cast<SupportLevel>((turn * 5 + row) % (column < 2 ? 2 : 5));
                stage.check(stage.student(names[row]), stage.skills[column], level, today ? 0 : 1 + turn % 5,
                            turn % 11 == 0);
            }
        }
        Absence absence;
        absence.id = newId(stage.clock, stage.random);
        absence.student = stage.student(names[3]);
        absence.day = QStringLiteral("2026-10-14");
        QVERIFY(stage.commit(Edit(QStringLiteral("Absent")).create(absence)));
        stage.preferences->setTextScale(scale);
        stage.preferences->setAppearance(mood == 1 ? Theme::Dark : Theme::Light);
        stage.preferences->setDim(mood == 2);
        if (mood == 3)
            stage.theme().setRightToLeft(true);
        stage.open();
        stage.settle();
        stage.picture(QStringLiteral("sheet-") + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(unnamed(stage).join(QLatin1Char('\n')), QString());
        QCOMPARE(cut(stage), QString());
        stage.theme().setRightToLeft(false);
    }

    void fourHundredLongNames() {
        Sheet stage;
        QStringList many;
        for (int i = 0; i < 400; ++i)
            many << QStringLiteral("Maya") + QString::number(i) +
                        (i % 2 ? QString(296, QLatin1Char('x'))
                               : QStringLiteral(" of the long name").repeated(17));
        many[0] = QStringLiteral("Maya");
        stage.startClass(many);
        for (int column = 0; column < 12; ++column)
            stage.addSkill(QStringLiteral("skill %1 ").arg(column) + QString(280, QLatin1Char('y')), column);
        stage.open();
        stage.tapCell(1, 1);
        QCOMPARE(stage.level(1, 1), 0);
        QTRY_COMPARE(stage.stored(), 1);
        stage.settle();
        stage.picture(QStringLiteral("sheet-many"));
        QCOMPARE(cut(stage), QString());
        for (int i = 0; i < 60; ++i)
            stage.key(Qt::Key_PageDown);
        stage.key(Qt::Key_End);
        QCOMPARE(stage.grid()->currentRow(), 399);
        stage.key(Qt::Key_4);
        QTRY_COMPARE(stage.stored(), 2);
        stage.settle();
        stage.picture(QStringLiteral("sheet-many-end"));
        QVERIFY(stage.middle(399, 11).y() < 800 && stage.middle(399, 11).x() < 1280);
        stage.key(Qt::Key_Menu);
        QTRY_VERIFY(stage.item(QStringLiteral("rung-0")));
        QVERIFY(stage.item(QStringLiteral("rung-0"))->width() < 700);
    }
};

QTEST_MAIN(SheetLookTest)
#include "tst_pages_sheet_look.moc"
