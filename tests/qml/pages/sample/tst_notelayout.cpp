#include "notelayout.h"

#include <QTest>

using namespace inkstep;

class TestNoteLayout : public QObject {
    Q_OBJECT

    static bool hides(QPointF place, QSizeF card, QPointF anchor, double reach) {
        return QRectF(place, card)
            .intersects(QRectF(anchor.x() - reach, anchor.y() - reach, 2 * reach, 2 * reach));
    }

private slots:
    void aCardNeverHidesItsWords_data() {
        QTest::addColumn<QPointF>("anchor");
        QTest::addColumn<QPointF>("wished");
        for (int x = 0; x <= 400; x += 100) {
            for (int y = 0; y <= 600; y += 150)
                QTest::addRow("%d,%d", x, y) << QPointF(x, y) << QPointF(x - 60, y - 20);
        }
    }
    void aCardNeverHidesItsWords() {
        QFETCH(QPointF, anchor);
        QFETCH(QPointF, wished);
        const QSizeF card(130, 48);
        const QRectF bounds(0, 0, 400, 600);
        const QPointF place = keepClear(QRectF(wished, card), anchor, 24, bounds);
        QVERIFY(!hides(place, card, anchor, 24));
        QVERIFY(bounds.contains(QRectF(place, card)));
    }
    void aCardThatIsClearStaysWhereItWasPut() {
        QCOMPARE(keepClear(QRectF(200, 300, 130, 48), {50, 50}, 24, {0, 0, 400, 600}), QPointF(200, 300));
    }
    void newCardsGoWhereThereIsRoom() {
        const QSizeF card(130, 48);
        const QRectF bounds(0, 0, 400, 600);
        QList<QRectF> cards;
        QList<QPointF> anchors;
        for (int i = 0; i < 5; ++i) {
            const QPointF anchor(200, 250 + i * 10);
            const QPointF place = placeBeside(anchor, card, 24, bounds, bounds, cards, anchors);
            QVERIFY(!hides(place, card, anchor, 24));
            QVERIFY(bounds.contains(QRectF(place, card)));
            for (const QRectF &other : cards)
                QVERIFY(!other.intersects(QRectF(place, card)));
            cards << QRectF(place, card);
            anchors << anchor;
        }
    }
    void newCardsLieBesideThePageWhereThereIsDesk() {
        const QSizeF card(130, 48);
        const QRectF page(300, 0, 400, 600);
        const QPointF anchor(600, 300);
        const QRectF place(placeBeside(anchor, card, 24, page, {0, 0, 1000, 600}, {}, {}), card);
        QVERIFY(place.left() > 660);
        QVERIFY(std::abs(place.center().y() - anchor.y()) < 1);
    }
    void notesNobodyAimedDoNotPileUp() {
        const QRectF bounds(0, 0, 400, 600);
        QList<QPointF> anchors;
        for (int i = 0; i < 6; ++i) {
            const QPointF spot = sensibleAnchor(bounds, anchors);
            QVERIFY(bounds.contains(spot));
            for (const QPointF &other : anchors)
                QVERIFY(QLineF(other, spot).length() > 40);
            anchors << spot;
        }
    }
};

QTEST_GUILESS_MAIN(TestNoteLayout)
#include "tst_notelayout.moc"
