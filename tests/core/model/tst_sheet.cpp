// The corners of a sheet as a page keeps them, and which of the things said about a page decides how it is
// shown.
#include "model/sheet.h"

#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

class TestSheet : public QObject {
    Q_OBJECT

private slots:
    void cornersComeBack() {
        QVERIFY(rc::check("corners come back within a hundredth of a pixel of a large picture", [] {
            const auto numbers =
                *rc::gen::container<std::array<int, 8>>(rc::gen::inRange(-900'000, 1'900'000));
            SheetCorners corners;
            for (std::size_t i = 0; i < 4; ++i)
                corners[i] = {numbers[2 * i] / 1e6, numbers[2 * i + 1] / 1e6};
            const auto back = sheetFrom(sheetText(corners));
            RC_ASSERT(back.has_value());
            for (std::size_t i = 0; i < 4; ++i) {
                RC_ASSERT(std::abs((*back)[i].x() - corners[i].x()) <= 0.5001e-5);
                RC_ASSERT(std::abs((*back)[i].y() - corners[i].y()) <= 0.5001e-5);
            }
            // Kept again it is the same text: nothing changes that nobody changed.
            RC_ASSERT(sheetText(*back) == sheetText(corners));
        }));
        QCOMPARE(sheetText(wholePicture()), QStringLiteral("0,0,1,0,1,1,0,1"));
        QVERIFY(!sheetText({QPointF(-1e-7, 1e-7), {1, 0}, {1, 1}, {0, 1}}).contains(QLatin1Char('e')));
    }

    void whatIsNoSheetIsNone() {
        for (const char *text :
             {"", "whole", "0,0,1,0,1,1,0", "0,0,1,0,1,1,0,1,1", "0,0,1,0,1,1,0,x", "0,0,1,0,1,1,0,nan",
              "0,0,1,0,1,1,0,inf", "0,0,1,0,1,1,0,3", "-2,0,1,0,1,1,0,1"})
            QVERIFY2(!sheetFrom(QString::fromLatin1(text)), text);
    }

    void aPersonCounts() {
        const QString found = QStringLiteral("0.1,0.1,0.9,0.1,0.9,0.9,0.1,0.9");
        const QString mine = QStringLiteral("0.2,0.2,0.8,0.2,0.8,0.8,0.2,0.8");
        const auto corners = [](const QString &view) { return sheetText(flatViewFrom(view)->corners); };
        QCOMPARE(viewOf(PageLook::ByItself, {}, {}), QString());
        QCOMPARE(corners(viewOf(PageLook::ByItself, {}, found)), found);
        QVERIFY(!flatViewFrom(viewOf(PageLook::ByItself, {}, found))->clear);
        QCOMPARE(corners(viewOf(PageLook::ByItself, mine, found)), mine);
        QCOMPARE(viewOf(PageLook::AsShot, mine, found), QString());
        QVERIFY(flatViewFrom(viewOf(PageLook::Clear, mine, found))->clear);
        QCOMPARE(corners(viewOf(PageLook::Page, {}, {})), sheetText(wholePicture()));
    }

    void whatIsNoViewIsAsShot() {
        for (const char *view :
             {"", "page", "page,", "page,1,2", "vivid,0,0,1,0,1,1,0,1", ",0,0,1,0,1,1,0,1"})
            QVERIFY2(!flatViewFrom(QString::fromLatin1(view)), view);
    }
};

QTEST_GUILESS_MAIN(TestSheet)
#include "tst_sheet.moc"
