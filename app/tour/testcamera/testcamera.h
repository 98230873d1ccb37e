// The test camera: a camera without a device, seen by this process alone, for the tour and the tests; one or
// several. In: a picture to look at; orders to be plugged in, unplugged, busy or stuck.
// Out: a GStreamer device like any webcam, so Qt Multimedia's real pipeline runs from the device list to the
// still.
#pragma once

#include "base/error.h"

#include <QImage>
#include <QSize>
#include <QString>
#include <memory>

namespace inkstep {

class TestCameraFeed;

// What a camera is and offers. Two with different names can be plugged in at once.
struct TestCameraModel {
    QString name;
    QByteArray formats; // GStreamer's words for them, the largest first
    QSize largest;

    static TestCameraModel
    webcam(const QString &name = QStringLiteral("Test camera")); // raw, up to 2048 x 1536
    // 4000 x 3000, as JPEG frames: what large cameras send, since raw frames would not fit the cable.
    static TestCameraModel twelveMegapixels(const QString &name = QStringLiteral("Large test camera"));
};

class TestCamera {
public:
    // How a camera can be there and yet give nothing.
    enum class Trouble {
        NoElement, // the system cannot even make a source of it
        Busy,      // another program has it: opening it fails
        NoFrames,  // it opens, and stays silent
    };

    explicit TestCamera(const TestCameraModel &model = TestCameraModel::webcam());
    ~TestCamera(); // unplugs it
    TestCamera(const TestCamera &) = delete;
    TestCamera &operator=(const TestCamera &) = delete;

    // Makes test cameras known to GStreamer. Once in a process, whichever camera is asked, before anything
    // asks Qt for cameras: Qt starts its device monitor on the first question and sees no provider that comes
    // later. Not plugged in at first.
    Status install();

    // What the camera looks at, from the next frame on. Scaled into the frame with grey bars where it does
    // not fit.
    Status show(const QString &picturePath);
    void show(const QImage &picture);

    void plug();
    void unplug(); // a running source fails the way a webcam's does when it is pulled out
    bool isPlugged() const;

    // The next `times` openings end in trouble.
    void failNext(Trouble trouble, int times = 1);
    // A running source stops sending, or goes on.
    void setFrozen(bool frozen);

    // Frames handed to the pipeline since the start, over all openings.
    int framesSent() const;
    // Sources that are open now: 0 once the camera is released.
    int openSources() const;

    const TestCameraModel &model() const;
    // Of the usual one.
    static QString name();       // as the device list shows it
    static QSize largestFrame(); // of the formats offered

private:
    std::shared_ptr<TestCameraFeed> m_feed;
};

} // namespace inkstep
