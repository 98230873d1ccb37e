#include "liveoutline.h"

#include <QTransform>
#include <algorithm>

namespace inkstep {

namespace {

struct Yuv {
    int y;
    int u;
    int v;
};

// BT.601, as cameras send it; near enough for finding edges whatever they say.
QRgb rgbOf(int y, int u, int v) {
    const int c = 298 * std::max(0, y - 16) + 128;
    const int d = u - 128;
    const int e = v - 128;
    const auto clip = [](int value) { return std::clamp(value >> 8, 0, 255); };
    return qRgb(clip(c + 409 * e), clip(c - 100 * d - 208 * e), clip(c + 516 * d));
}

// Four samples of each block, which is enough against moire and leaves most of a large frame untouched.
template<class Read>
QImage sampled(QSize size, int side, Read read) {
    const int step = std::max(1, (std::max(size.width(), size.height()) + side - 1) / side);
    QImage small(std::max(1, size.width() / step), std::max(1, size.height() / step), QImage::Format_RGB32);
    const int first = step / 4;
    const int second = step - 1 - first;
    for (int y = 0; y < small.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(small.scanLine(y));
        for (int x = 0; x < small.width(); ++x) {
            Yuv sum{0, 0, 0};
            for (const int down : {first, second}) {
                for (const int across : {first, second}) {
                    const Yuv one = read(x * step + across, y * step + down);
                    sum = {sum.y + one.y, sum.u + one.u, sum.v + one.v};
                }
            }
            line[x] = rgbOf(sum.y / 4, sum.u / 4, sum.v / 4);
        }
    }
    return small;
}

QImage planes(const QVideoFrame &frame, int side) {
    const QSize size = frame.size();
    const auto line = [&frame](int plane, int row) {
        return frame.bits(plane) + row * frame.bytesPerLine(plane);
    };
    // Two pixels share their colors: bytes of the first and the second brightness, and of the two colors.
    const auto packed = [&](int y, int u, int v) {
        return sampled(size, side, [&](int x, int row) {
            const uchar *pair = line(0, row) + (x / 2) * 4;
            return Yuv{pair[y + 2 * (x % 2)], pair[u], pair[v]};
        });
    };
    const auto twoPlanes = [&](int u, int v) {
        return sampled(size, side, [&](int x, int row) {
            const uchar *pair = line(1, row / 2) + (x / 2) * 2;
            return Yuv{line(0, row)[x], pair[u], pair[v]};
        });
    };
    const auto threePlanes = [&](int u, int v) {
        return sampled(size, side, [&](int x, int row) {
            return Yuv{line(0, row)[x], line(u, row / 2)[x / 2], line(v, row / 2)[x / 2]};
        });
    };
    switch (frame.pixelFormat()) {
    case QVideoFrameFormat::Format_YUYV:
        return packed(0, 1, 3);
    case QVideoFrameFormat::Format_UYVY:
        return packed(1, 0, 2);
    case QVideoFrameFormat::Format_NV12:
        return twoPlanes(0, 1);
    case QVideoFrameFormat::Format_NV21:
        return twoPlanes(1, 0);
    case QVideoFrameFormat::Format_YUV420P:
        return threePlanes(1, 2);
    case QVideoFrameFormat::Format_YV12:
        return threePlanes(2, 1);
    default:
        return {};
    }
}

} // namespace

QImage smallFrame(const QVideoFrame &given, int side) {
    QVideoFrame frame = given;
    QImage small;
    if (frame.map(QVideoFrame::ReadOnly)) {
        small = planes(frame, side);
        frame.unmap();
    }
    if (small.isNull())
        small = given.toImage(); // what is rare; already upright
    else {
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
        const int turn = int(given.rotation());
#else
        const int turn = int(given.rotationAngle());
#endif
        if (given.mirrored())
            small = small.mirrored(true, false);
        if (turn != 0)
            small = small.transformed(QTransform().rotate(turn));
    }
    if (std::max(small.width(), small.height()) > side)
        small = small.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return small;
}

} // namespace inkstep
