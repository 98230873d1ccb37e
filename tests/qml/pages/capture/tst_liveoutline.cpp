// The page's outline in what the camera sees: there once three frames agree, gone when the page is, never in
// the way.
#include "liveoutline.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace inkstep;

namespace {

const std::array<QPointF, 4> paper{QPointF(0.3, 0.14), {0.7, 0.16}, {0.72, 0.88}, {0.27, 0.86}};

QImage desk(bool withPage, QSize size = {1280, 960}) {
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(QColor(80, 62, 50));
    if (!withPage)
        return picture;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF sheet;
    for (const QPointF &corner : paper)
        sheet << QPointF(corner.x() * size.width(), corner.y() * size.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(228, 226, 220));
    painter.drawPolygon(sheet);
    return picture;
}

int luma(QRgb p) {
    return (66 * qRed(p) + 129 * qGreen(p) + 25 * qBlue(p) + 128) / 256 + 16;
}
int cb(QRgb p) {
    return (-38 * qRed(p) - 74 * qGreen(p) + 112 * qBlue(p) + 128) / 256 + 128;
}
int cr(QRgb p) {
    return (112 * qRed(p) - 94 * qGreen(p) - 18 * qBlue(p) + 128) / 256 + 128;
}

// A frame as cameras send them.
QVideoFrame frameOf(const QImage &picture, QVideoFrameFormat::PixelFormat format) {
    QVideoFrame frame(QVideoFrameFormat(picture.size(), format));
    if (!frame.map(QVideoFrame::WriteOnly))
        return {};
    const auto set = [&frame](int plane, int row, int at, int value) {
        frame.bits(plane)[row * frame.bytesPerLine(plane) + at] = uchar(value);
    };
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb p = picture.pixel(x, y);
            switch (format) {
            case QVideoFrameFormat::Format_YUYV:
                set(0, y, 2 * x, luma(p));
                set(0, y, 2 * x + 1, x % 2 ? cr(p) : cb(p));
                break;
            case QVideoFrameFormat::Format_UYVY:
                set(0, y, 2 * x + 1, luma(p));
                set(0, y, 2 * x, x % 2 ? cr(p) : cb(p));
                break;
            case QVideoFrameFormat::Format_NV12:
            case QVideoFrameFormat::Format_NV21: {
                const bool first = format == QVideoFrameFormat::Format_NV12;
                set(0, y, x, luma(p));
                set(1, y / 2, x / 2 * 2, first ? cb(p) : cr(p));
                set(1, y / 2, x / 2 * 2 + 1, first ? cr(p) : cb(p));
                break;
            }
            case QVideoFrameFormat::Format_YUV420P:
            case QVideoFrameFormat::Format_YV12: {
                const bool first = format == QVideoFrameFormat::Format_YUV420P;
                set(0, y, x, luma(p));
                set(first ? 1 : 2, y / 2, x / 2, cb(p));
                set(first ? 2 : 1, y / 2, x / 2, cr(p));
                break;
            }
            default: // BGRA
                memcpy(frame.bits(0) + y * frame.bytesPerLine(0) + 4 * x, &p, 4);
            }
        }
    }
    frame.unmap();
    return frame;
}

// A sink takes the same frame only once; a camera never sends it twice.
class Camera {
public:
    Camera(const QImage &picture, QVideoFrameFormat::PixelFormat format)
        : m_frames{frameOf(picture, format), frameOf(picture, format)} {}
    void send(QVideoSink &sink) { sink.setVideoFrame(m_frames[std::size_t(m_next = 1 - m_next)]); }

private:
    std::array<QVideoFrame, 2> m_frames;
    int m_next = 0;
};

} // namespace

class TestLiveOutline : public QObject {
    Q_OBJECT

private slots:
    void framesAreReadAsTheyCome_data() {
        QTest::addColumn<int>("format");
        using F = QVideoFrameFormat;
        for (const auto &[name, format] :
             {std::pair("YUYV", F::Format_YUYV), std::pair("UYVY", F::Format_UYVY),
              std::pair("NV12", F::Format_NV12), std::pair("NV21", F::Format_NV21),
              std::pair("YUV420P", F::Format_YUV420P), std::pair("YV12", F::Format_YV12),
              std::pair("BGRA", F::Format_BGRA8888)})
            QTest::newRow(name) << int(format);
    }
    void framesAreReadAsTheyCome() {
        QFETCH(int, format);
        QImage picture(1300, 900, QImage::Format_RGB32);
        picture.fill(QColor(200, 60, 40));
        QPainter painter(&picture);
        painter.fillRect(650, 0, 650, 450, QColor(40, 160, 70));
        painter.fillRect(0, 450, 650, 450, QColor(50, 70, 210));
        painter.end();
        const QVideoFrame frame = frameOf(picture, static_cast<QVideoFrameFormat::PixelFormat>(format));
        QVERIFY(frame.isValid());
        const QImage small = smallFrame(frame, 640);
        QVERIFY(std::max(small.width(), small.height()) <= 640 && small.width() >= 400);
        QVERIFY(std::abs(double(small.width()) / small.height() - 1300.0 / 900) < 0.02);
        for (const QPointF at :
             {QPointF(0.2, 0.2), QPointF(0.8, 0.2), QPointF(0.2, 0.8), QPointF(0.8, 0.8)}) {
            const QColor got = small.pixelColor(int(at.x() * small.width()), int(at.y() * small.height()));
            const QColor want = picture.pixelColor(int(at.x() * 1300), int(at.y() * 900));
            QVERIFY2(std::abs(got.red() - want.red()) < 8 && std::abs(got.green() - want.green()) < 8 &&
                         std::abs(got.blue() - want.blue()) < 8,
                     qPrintable(got.name() + QLatin1Char(' ') + want.name()));
        }
    }

    void steadyAfterThreeAndGoneWithThePage() {
        QVideoSink sink;
        LiveOutline live;
        live.setSink(&sink);
        live.setActive(true);
        Camera page(desk(true), QVideoFrameFormat::Format_YUYV);
        Camera bare(desk(false), QVideoFrameFormat::Format_YUYV);
        const auto look = [&](Camera &camera) {
            const int before = live.framesSeen();
            return QTest::qWaitFor([&] {
                camera.send(sink);
                return live.framesSeen() > before;
            });
        };
        QVERIFY(look(page));
        QVERIFY(live.corners().isEmpty());
        for (int i = 0; i < 5 && live.corners().isEmpty(); ++i)
            QVERIFY(look(page));
        QCOMPARE(live.corners().size(), 4);
        for (qsizetype i = 0; i < 4; ++i)
            QVERIFY(QLineF(live.corners().at(i), paper[std::size_t(i)]).length() < 0.01);
        for (int i = 0; i < 6 && !live.corners().isEmpty(); ++i)
            QVERIFY(look(bare));
        QVERIFY(live.corners().isEmpty());
        QVERIFY(look(bare));
        QVERIFY(live.corners().isEmpty());
    }

    // While a picture is taken nothing is looked at, and what was asked before is not shown after.
    void restsWhenTold() {
        QVideoSink sink;
        LiveOutline live;
        live.setSink(&sink);
        live.setActive(true);
        Camera page(desk(true), QVideoFrameFormat::Format_NV12);
        QVERIFY(QTest::qWaitFor([&] {
            page.send(sink);
            return !live.corners().isEmpty();
        }));
        page.send(sink);
        live.setActive(false);
        QVERIFY(live.corners().isEmpty());
        const int seen = live.framesSeen();
        QSignalSpy changes(&live, &LiveOutline::cornersChanged);
        for (int i = 0; i < 5; ++i) {
            page.send(sink);
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
            QThread::yieldCurrentThread();
        }
        QVERIFY(!changes.wait(300));
        QCOMPARE(live.framesSeen(), seen);
    }

    // Frames come faster than they can be looked at: the interface thread never waits, and old ones are let
    // go.
    void aFloodIsDropped() {
        QVideoSink sink;
        LiveOutline live;
        live.setSink(&sink);
        live.setActive(true);
        Camera page(desk(true, {3840, 2160}), QVideoFrameFormat::Format_YUYV);
        QElapsedTimer all;
        all.start();
        qint64 longest = 0;
        for (int i = 0; i < 60; ++i) {
            QElapsedTimer one;
            one.start();
            page.send(sink);
            longest = std::max(longest, one.elapsed());
            QCoreApplication::processEvents();
        }
        QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
        QVERIFY(live.framesSeen() < 30);
        QVERIFY(QTest::qWaitFor([&] {
            page.send(sink);
            return !live.corners().isEmpty();
        }));
    }

    void survivesWhateverComes() {
        QVideoSink sink;
        LiveOutline live;
        live.setActive(true);
        live.setSink(&sink);
        sink.setVideoFrame(QVideoFrame());
        sink.setVideoFrame(frameOf(desk(false, {2, 2}), QVideoFrameFormat::Format_YUYV));
        QVERIFY(QTest::qWaitFor([&] { return live.framesSeen() == 1; }));
        live.setSink(nullptr);
        {
            LiveOutline shortLived;
            shortLived.setSink(&sink);
            shortLived.setActive(true);
            sink.setVideoFrame(frameOf(desk(true), QVideoFrameFormat::Format_YUYV));
        }
        QVERIFY(live.corners().isEmpty());
    }
};

QTEST_MAIN(TestLiveOutline)
#include "tst_liveoutline.moc"
