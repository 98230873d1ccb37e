#include "imaging/flat/flatten.h"
#include "imaging/pageview.h"

#include <QImage>
#include <QLineF>
#include <QPainter>
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
// A page as it may lie in a picture: a rectangle with each corner moved by up to an eighth.
rc::Gen<std::array<QPointF, 4>> sheets() {
    const auto off = rc::gen::container<std::array<int, 8>>(rc::gen::inRange(-125, 126));
    return rc::gen::map(off, [](const std::array<int, 8> &by) {
        std::array<QPointF, 4> corners{QPointF(0.2, 0.2), {0.8, 0.2}, {0.8, 0.8}, {0.2, 0.8}};
        for (std::size_t i = 0; i < 4; ++i)
            corners[i] += QPointF(by[2 * i] / 1000.0, by[2 * i + 1] / 1000.0);
        return corners;
    });
}
rc::Gen<QPointF> partsOfTheSheet() {
    const auto part = rc::gen::map(rc::gen::inRange(0, 1001), [](int n) { return n / 1000.0; });
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
    void flatGoesThereAndBack() {
        QVERIFY(rc::check("fromView undoes toView on a sheet, within a hundredth of a screen's pixel", [] {
            const PageView view(*turns(), *sheets());
            RC_ASSERT(view.sheet().has_value());
            const QPointF inside = *partsOfTheSheet();
            const QPointF original = view.fromView(inside);
            RC_ASSERT(QLineF(view.toView(original), inside).length() * 2000 < 0.01);
            RC_ASSERT(QLineF(view.fromView(view.toView(original)), original).length() * 2000 < 0.01);
            const int turn = *turns();
            const PageView turned = view.turned(turn);
            RC_ASSERT(QLineF(turned.toView(original), PageView(turn).toView(view.toView(original))).length() <
                      1e-6);
        }));
    }
    void sheetsCornersAreTheViewsCorners() {
        QVERIFY(rc::check("the sheet fills the view", [] {
            const auto sheet = *sheets();
            const PageView view(0, sheet);
            const std::array<QPointF, 4> square{QPointF(0, 0), {1, 0}, {1, 1}, {0, 1}};
            for (std::size_t i = 0; i < 4; ++i)
                RC_ASSERT(QLineF(view.toView(sheet[i]), square[i]).length() < 1e-6);
        }));
    }
    void whatIsNoSheetShowsTheWhole() {
        const std::array<QPointF, 4> crossed{QPointF(0, 0), {1, 1}, {1, 0}, {0, 1}};
        QVERIFY(!PageView(1, crossed).sheet());
        QCOMPARE(PageView(1, crossed), PageView(1));
        const std::array<QPointF, 4> nothing{};
        QVERIFY(!PageView(0, nothing).sheet());
    }
    // A dot on the photograph is found where the transform says, on the flattened pixels.
    void flatKeepsANoteOnItsWord() {
        QVERIFY(rc::check("a dot stays where its note is, within 2 pixels", [] {
            const auto sheet = *sheets();
            const QSize size(480, 640);
            QImage photo(size, QImage::Format_RGB32);
            photo.fill(Qt::white);
            const PageView view(0, sheet);
            const QPointF spot = view.fromView({0.15 + 0.7 * (*rc::gen::inRange(0, 101)) / 100.0,
                                                0.15 + 0.7 * (*rc::gen::inRange(0, 101)) / 100.0});
            const QPointF at(spot.x() * size.width(), spot.y() * size.height());
            QPainter painter(&photo);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::black);
            painter.drawEllipse(at, 4, 4);
            painter.end();
            std::array<QPointF, 4> corners = sheet;
            for (QPointF &corner : corners)
                corner = {corner.x() * size.width(), corner.y() * size.height()};
            const QImage flat = flattened(photo, corners, Look::AsShot);
            RC_ASSERT(flat.size() == view.viewSize(size));
            double sum = 0;
            QPointF middle;
            for (int y = 0; y < flat.height(); ++y) {
                for (int x = 0; x < flat.width(); ++x) {
                    const double dark = 255 - qGray(flat.pixel(x, y));
                    sum += dark;
                    middle += QPointF(x + 0.5, y + 0.5) * dark;
                }
            }
            RC_ASSERT(sum > 0);
            middle /= sum;
            const QPointF told = view.toView(spot);
            RC_ASSERT(std::abs(told.x() * flat.width() - middle.x()) < 2 &&
                      std::abs(told.y() * flat.height() - middle.y()) < 2);
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
