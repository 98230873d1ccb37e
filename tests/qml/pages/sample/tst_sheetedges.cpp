// A sheet's corners in a person's hands: they go where they are put, and it stays a sheet whatever is done.
#include "imaging/pageview.h"
#include "sheetedges.h"

#include <QLineF>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

class TestSheetEdges : public QObject {
    Q_OBJECT

    static constexpr auto square = "0.2,0.2,0.8,0.2,0.8,0.8,0.2,0.8";

private slots:
    void itStaysASheet() {
        QVERIFY(rc::check("any moves leave a sheet that a page can be shown by, within the photograph", [] {
            SheetEdges edges;
            edges.setTurns(*rc::gen::inRange(0, 4));
            edges.setSize({1600, 1200});
            edges.begin(QString::fromLatin1(square));
            const int moves = *rc::gen::inRange(1, 12);
            for (int i = 0; i < moves; ++i) {
                const QPointF to(*rc::gen::inRange(-500, 1501) / 1000.0,
                                 *rc::gen::inRange(-500, 1501) / 1000.0);
                const int which = *rc::gen::inRange(0, 8);
                if (which < 4)
                    edges.moveCorner(which, to);
                else
                    edges.moveSide(which - 4, to);
                const auto kept = sheetFrom(edges.sheet());
                RC_ASSERT(kept.has_value());
                RC_ASSERT(PageView(0, *kept).sheet().has_value());
                for (const QPointF &corner : *kept)
                    RC_ASSERT(corner.x() >= 0 && corner.x() <= 1 && corner.y() >= 0 && corner.y() <= 1);
            }
        }));
    }

    void aCornerGoesWhereItIsPut() {
        for (int turns = 0; turns < 4; ++turns) {
            SheetEdges edges;
            edges.setTurns(turns);
            edges.begin(QString::fromLatin1(square));
            edges.moveCorner(0, {0.1, 0.15});
            QVERIFY(QLineF(edges.corners().at(0), QPointF(0.1, 0.15)).length() < 1e-9);
            QCOMPARE(edges.corners().at(2), QPointF(0.8, 0.8));
            // Top left as seen, wherever that is in the photograph.
            const QPointF there = PageView(turns).fromView({0.1, 0.15});
            const auto kept = *sheetFrom(edges.sheet());
            QVERIFY(std::any_of(kept.begin(), kept.end(),
                                [&](QPointF corner) { return QLineF(corner, there).length() < 1e-4; }));
        }
    }

    // Through the opposite corner it does not go, but as far as that.
    void itGoesAsFarAsItCan() {
        SheetEdges edges;
        edges.begin(QString::fromLatin1(square));
        edges.moveCorner(0, {0.95, 0.95});
        const QPointF at = edges.corners().at(0);
        QVERIFY(at.x() > 0.45 && at.x() < 0.5 && std::abs(at.x() - at.y()) < 1e-6);
    }

    // Across itself in the picture's own pixels, along itself not at all.
    void aSideGoesAcross() {
        SheetEdges edges;
        edges.setSize({2000, 1000});
        edges.begin(QString::fromLatin1(square));
        edges.moveSide(1, {0.9, 0.1});
        QCOMPARE(edges.corners().at(1), QPointF(0.9, 0.2));
        QCOMPARE(edges.corners().at(2), QPointF(0.9, 0.8));
        QCOMPARE(edges.corners().at(0), QPointF(0.2, 0.2));
        QCOMPARE(edges.middles().at(1), QPointF(0.9, 0.5));
    }

    void whatIsNoSheetBeginsWithARim() {
        for (const char *text : {"", "nonsense", "0,0,1,1,1,0,0,1"}) {
            SheetEdges edges;
            edges.begin(QString::fromLatin1(text));
            QVERIFY(edges.corners().at(0).x() > 0.02 && edges.corners().at(2).y() < 0.98);
        }
        SheetEdges edges;
        edges.takeWhole();
        QCOMPARE(edges.sheet(), sheetText(wholePicture()));
    }
};

QTEST_GUILESS_MAIN(TestSheetEdges)
#include "tst_sheetedges.moc"
