#include "liveoutline.h"

#include <algorithm>

namespace inkstep {

namespace {
constexpr qint64 leastRest = 40; // milliseconds between one frame looked at and the next
}

LiveOutline::LiveOutline(QObject *parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

LiveOutline::~LiveOutline() {
    m_pool.clear();
    m_pool.waitForDone();
}

void LiveOutline::setSink(QVideoSink *sink) {
    if (m_sink == sink)
        return;
    if (m_sink)
        m_sink->disconnect(this);
    m_sink = sink;
    startAnew();
    if (sink)
        connect(sink, &QVideoSink::videoFrameChanged, this, &LiveOutline::onFrame);
    emit sinkChanged();
}

void LiveOutline::setActive(bool active) {
    if (m_active == active)
        return;
    m_active = active;
    startAnew();
    emit activeChanged();
}

void LiveOutline::startAnew() {
    ++m_round;
    m_tracker.reset();
    show({});
}

void LiveOutline::onFrame(const QVideoFrame &frame) {
    if (!m_active || m_busy || !frame.isValid() || (m_since.isValid() && m_since.elapsed() < m_rest))
        return;
    m_busy = true;
    m_pool.start([this, frame, round = m_round] {
        QElapsedTimer work;
        work.start();
        const QImage picture = smallFrame(frame, frameSide);
        const auto found = picture.isNull() ? std::nullopt : findPageLive(picture);
        QMetaObject::invokeMethod(
            this,
            [this, round, found, size = picture.size(), took = work.elapsed()] {
                onLooked(round, found, size, took);
            },
            Qt::QueuedConnection);
    });
}

void LiveOutline::onLooked(int round, const std::optional<Outline> &found, QSize size, qint64 took) {
    m_busy = false;
    m_rest = std::max(leastRest, 2 * took);
    m_since.start();
    if (round != m_round)
        return;
    ++m_seen;
    if (size != m_size) { // another camera: what was steady is in another measure
        m_size = size;
        m_tracker.reset();
    }
    QList<QPointF> corners;
    if (const auto steady = m_tracker.saw(found)) {
        for (const QPointF &corner : steady->corners)
            corners << QPointF(corner.x() / size.width(), corner.y() / size.height());
    }
    show(corners);
}

void LiveOutline::show(const QList<QPointF> &corners) {
    if (m_corners == corners)
        return;
    m_corners = corners;
    emit cornersChanged();
}

} // namespace inkstep
