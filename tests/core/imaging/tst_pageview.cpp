#include "imaging/pageview.h"

#include <QImage>
#include <QTest>
#include <QTransform>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

bool near(QPointF a, QPointF b) {
    return std::abs(a.x() - b.x()) < 1e-12 && std::abs(a.y() - b.y()) < 1e-12;
}

rc::Gen<QPointF> points() {
    const auto part = rc::gen::map(rc::gen::inRange(-2000, 3001), [](int n) { return n / 1000.0; });
    return rc::gen::map(rc::gen::pair(part, part),
                        [](std::pair<double, double> p) { return QPointF(p.first, p.second); });
}
rc::Gen<int> turns() {
    return rc::gen::inRange(-9, 10);
}

} // namespace

class TestPageView : public QObject {
    Q_OBJECT

private slots:
    void goesThereAndBack() {
        QVERIFY(rc::check("fromView undoes toView", [] {
            const PageView view(*turns());
            const QPointF p = *points();
            RC_ASSERT(near(view.fromView(view.toView(p)), p));
            RC_ASSERT(near(view.toView(view.fromView(p)), p));
        }));
    }
    void turnsAddUp() {
        QVERIFY(rc::check("turning twice is turning by the sum", [] {
            const int a = *turns();
            const int b = *turns();
            const QPointF p = *points();
            RC_ASSERT(near(PageView(b).toView(PageView(a).toView(p)), PageView(a + b).toView(p)));
            RC_ASSERT(PageView(a).turned(b) == PageView(a + b));
            RC_ASSERT(near(PageView(a).turned(4).toView(p), PageView(a).toView(p)));
        }));
    }
    void staysOnThePage() {
        QVERIFY(rc::check("a point on the page stays on the page, one beside it beside it", [] {
            const PageView view(*turns());
            const QPointF p = *points();
            const auto on = [](QPointF q) { return q.x() >= 0 && q.x() <= 1 && q.y() >= 0 && q.y() <= 1; };
            RC_ASSERT(on(view.toView(p)) == on(p));
        }));
    }
    void keepsANoteOnItsWord() {
        // Pixels turned by Qt are where the transform says they are.
        QImage page(40, 30, QImage::Format_RGB32);
        page.fill(Qt::white);
        const QPoint word(31, 7);
        page.setPixel(word, qRgb(0, 0, 0));
        for (int turn = 0; turn < 4; ++turn) {
            const PageView view(turn);
            const QImage shown = page.transformed(QTransform().rotate(90 * turn));
            QCOMPARE(shown.size(), view.viewSize(page.size()));
            const QPointF at =
                view.toView({(word.x() + 0.5) / page.width(), (word.y() + 0.5) / page.height()});
            QCOMPARE(shown.pixel(int(at.x() * shown.width()), int(at.y() * shown.height())), qRgb(0, 0, 0));
        }
    }
};

QTEST_GUILESS_MAIN(TestPageView)
#include "tst_pageview.moc"
