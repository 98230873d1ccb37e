#pragma once

#include "testcamera.h"

#include <QByteArray>
#include <QHash>
#include <mutex>

namespace inkstep {

// What the test camera sees and how it behaves, shared between the thread that gives orders and GStreamer's
// threads.
class TestCameraFeed {
public:
    explicit TestCameraFeed(TestCameraModel model) : m_model(std::move(model)) {}
    const TestCameraModel &model() const { return m_model; } // never changes

    void setPicture(const QImage &picture);
    // The picture as one frame of packed YUY2, ITU-R BT.601, limited range: what most webcams send.
    QByteArray frame(QSize size);
    // The same as a JPEG.
    QByteArray jpegFrame(QSize size);

    void failNext(TestCamera::Trouble trouble, int times);
    // Takes one of the failures ordered, if it is of this kind.
    bool takeFailure(TestCamera::Trouble trouble);

    void setPlugged(bool plugged);
    bool plugged() const;
    void setFrozen(bool frozen);
    bool frozen() const;

    void countFrame();
    int framesSent() const;
    void countSource(int change);
    int openSources() const;

private:
    const TestCameraModel m_model;
    mutable std::mutex m_mutex;
    QImage m_picture;
    QHash<QSize, QByteArray> m_frames;
    QHash<QSize, QByteArray> m_jpegFrames;
    TestCamera::Trouble m_trouble = TestCamera::Trouble::NoElement;
    int m_troubles = 0;
    int m_framesSent = 0;
    int m_openSources = 0;
    bool m_plugged = false;
    bool m_frozen = false;
};

} // namespace inkstep
