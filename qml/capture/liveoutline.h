#pragma once

#include "imaging/outline/tracker.h"

#include <QElapsedTimer>
#include <QImage>
#include <QList>
#include <QObject>
#include <QPointF>
#include <QPointer>
#include <QThreadPool>
#include <QVideoFrame>
#include <QVideoSink>
#include <QtQml/qqmlregistration.h>

namespace inkstep {

// Where a page lies in what the camera sees right now, once three frames agree on it. One frame at a time is
// looked at, small, on a thread of low priority; those that come meanwhile are dropped, and after each one it
// rests for longer than it worked, so that the preview and the shutter have the processor to themselves.
class LiveOutline : public QObject {
    Q_OBJECT
    QML_ELEMENT
    // The preview's; null: nothing to look at.
    Q_PROPERTY(QVideoSink *sink READ sink WRITE setSink NOTIFY sinkChanged)
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged)
    // 0 to 1 across and down the frame as it is shown, clockwise from the page's top left. Empty: none for
    // sure.
    Q_PROPERTY(QList<QPointF> corners READ corners NOTIFY cornersChanged)

public:
    explicit LiveOutline(QObject *parent = nullptr);
    ~LiveOutline() override;

    QVideoSink *sink() const { return m_sink; }
    void setSink(QVideoSink *sink);
    bool active() const { return m_active; }
    void setActive(bool active);
    QList<QPointF> corners() const { return m_corners; }

    int framesSeen() const { return m_seen; }

    static constexpr int frameSide = 640; // pixels, the longer side of what is looked at, at most

signals:
    void sinkChanged();
    void activeChanged();
    void cornersChanged();

private:
    void onFrame(const QVideoFrame &frame);
    void onLooked(int round, const std::optional<Outline> &found, QSize size, qint64 took);
    void startAnew();
    void show(const QList<QPointF> &corners);

    QPointer<QVideoSink> m_sink;
    bool m_active = false;
    bool m_busy = false;
    int m_round = 0; // what was asked in an earlier one is of no use any more
    int m_seen = 0;
    qint64 m_rest = 0; // milliseconds to let pass before the next frame
    QElapsedTimer m_since;
    OutlineTracker m_tracker;
    QSize m_size;
    QList<QPointF> m_corners;
    QThreadPool m_pool;
};

// A frame's picture, upright as it is shown, its longer side at most `side` pixels; null when it cannot be
// read. The common formats of cameras are read in place, without a copy in full size.
QImage smallFrame(const QVideoFrame &frame, int side);

} // namespace inkstep
