// Parts of a flat sheet: what the whole shows there, as sharp as the original, without a seam.
#include "imaging/flat/flatparts.h"
#include "imaging/pageview.h"
#include "pictures.h"

#include <QPainter>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

using Corners = std::array<QPointF, 4>;

Corners inPixels(Corners corners, QSize size) {
    for (QPointF &corner : corners)
        corner = {corner.x() * size.width(), corner.y() * size.height()};
    return corners;
}

rc::Gen<Corners> sheets() {
    const auto off = rc::gen::container<std::array<int, 8>>(rc::gen::inRange(-120, 121));
    return rc::gen::map(off, [](const std::array<int, 8> &by) {
        Corners corners{QPointF(0.2, 0.2), {0.8, 0.2}, {0.8, 0.8}, {0.2, 0.8}};
        for (std::size_t i = 0; i < 4; ++i)
            corners[i] += QPointF(by[2 * i] / 1000.0, by[2 * i + 1] / 1000.0);
        return corners;
    });
}

// Unevenly lit paper with soft marks all over.
QImage photograph(QSize size) {
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const int light = 150 + 60 * x / size.width() + 30 * y / size.height();
            image.setPixel(x, y, qRgb(light, light, light - 6));
        }
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(60, 60, 90), size.width() / 100.0));
    for (int i = 1; i < 12; ++i)
        painter.drawEllipse(QPointF(size.width() * i / 12.0, size.height() * (i * 5 % 12) / 12.0),
                            size.width() / 30.0, size.width() / 40.0);
    return image;
}

double difference(const QImage &a, const QImage &b) {
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    return sum / (a.width() * a.height());
}

} // namespace

class TestFlatParts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_photo = photograph({960, 1280});
        m_file = pictures::encoded(m_photo, "jpeg", 97);
        m_preview = m_photo.scaled(480, 640, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }

    // Every part, laid over the whole as a view lays it, shows the same.
    void fitsOverTheWhole_data() {
        QTest::addColumn<int>("look");
        QTest::newRow("as shot") << int(Look::AsShot);
        QTest::newRow("page") << int(Look::Page);
        QTest::newRow("clear") << int(Look::Clear);
    }
    void fitsOverTheWhole() {
        QFETCH(int, look);
        QVERIFY(rc::check("a part is what the whole shows there", [&] {
            const Corners sheet = *sheets();
            const FlatParts parts(m_preview, sheet, static_cast<Look>(look));
            const QImage whole = flattened(m_photo, inPixels(sheet, m_photo.size()), static_cast<Look>(look));
            const int across = *rc::gen::inRange(whole.width() / 4, whole.width() / 2);
            const int down = *rc::gen::inRange(whole.height() / 4, whole.height() / 2);
            const QPoint at(*rc::gen::inRange(0, whole.width() - across),
                            *rc::gen::inRange(0, whole.height() - down));
            const QRect place(at, QSize(across, down));
            const auto part =
                parts.part(m_file,
                           QRectF(double(place.x()) / whole.width(), double(place.y()) / whole.height(),
                                  double(across) / whole.width(), double(down) / whole.height()),
                           {4000, 4000});
            RC_ASSERT(part.has_value());
            RC_ASSERT(part->size() == place.size());
            RC_ASSERT(difference(*part, whole.copy(place)) < 2.5);
        }));
    }

    // A dot on the photograph is where the page's transform says, turned or not, in a part as on the whole.
    void keepsANoteOnItsWord() {
        QVERIFY(rc::check("a dot in a part lies where its note is, within 2 pixels", [&] {
            const Corners sheet = *sheets();
            const PageView view(0, sheet);
            const QPointF told(0.15 + 0.7 * *rc::gen::inRange(0, 101) / 100.0,
                               0.15 + 0.7 * *rc::gen::inRange(0, 101) / 100.0);
            const QPointF spot = view.fromView(told);
            QImage photo(QSize(960, 1280), QImage::Format_RGB32);
            photo.fill(Qt::white);
            QPainter painter(&photo);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::black);
            painter.drawEllipse(QPointF(spot.x() * 960, spot.y() * 1280), 6, 6);
            painter.end();
            const QRectF place(told.x() - 0.12, told.y() - 0.12, 0.24, 0.24);
            const auto part = FlatParts(photo, sheet, Look::AsShot)
                                  .part(pictures::encoded(photo, "png"), place, {2000, 2000});
            RC_ASSERT(part.has_value());
            double sum = 0;
            QPointF middle;
            for (int y = 0; y < part->height(); ++y)
                for (int x = 0; x < part->width(); ++x) {
                    const double dark = 255 - qGray(part->pixel(x, y));
                    sum += dark;
                    middle += QPointF(x + 0.5, y + 0.5) * dark;
                }
            RC_ASSERT(sum > 0);
            middle /= sum;
            RC_ASSERT(std::abs(middle.x() - part->width() / 2.0) < 2 &&
                      std::abs(middle.y() - part->height() / 2.0) < 2);
        }));
    }

    void neverGrowsAndStaysWithin() {
        const Corners sheet{QPointF(0.1, 0.1), {0.9, 0.1}, {0.9, 0.9}, {0.1, 0.9}};
        const FlatParts parts(m_preview, sheet, Look::Page);
        QCOMPARE(parts.part(m_file, {0, 0, 0.5, 0.5}, {4000, 4000})->size(), QSize(384, 512));
        QCOMPARE(parts.part(m_file, {0, 0, 0.5, 0.5}, {96, 4000})->size(), QSize(96, 128));
        // Nothing was photographed beyond the picture: paper.
        const Corners beyond{QPointF(0.5, 0.1), {1.4, 0.1}, {1.4, 0.9}, {0.5, 0.9}};
        const auto part =
            FlatParts(m_preview, beyond, Look::AsShot).part(m_file, {0.8, 0.4, 0.2, 0.2}, {50, 50});
        QVERIFY(part);
        QCOMPARE(part->pixelColor(25, 25), QColor(Qt::white));
        QVERIFY(!parts.part(m_file.first(300), {0, 0, 1, 1}, {100, 100}));
    }

private:
    QImage m_photo;
    QByteArray m_file;
    QImage m_preview;
};

QTEST_GUILESS_MAIN(TestFlatParts)
#include "tst_flatparts.moc"
