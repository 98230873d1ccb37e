// The test camera: a camera without a device, seen by this process alone, for the tour and the tests.
// In: a picture to look at; orders to be plugged in, unplugged, busy or stuck.
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

class TestCamera {
public:
    // How a camera can be there and yet give nothing.
    enum class Trouble {
        NoElement, // the system cannot even make a source of it
        Busy,      // another program has it: opening it fails
        NoFrames,  // it opens, and stays silent
    };

    TestCamera();
    ~TestCamera(); // unplugs it
    TestCamera(const TestCamera &) = delete;
    TestCamera &operator=(const TestCamera &) = delete;

    // Makes the camera known to GStreamer. Once in a process, before anything asks Qt for cameras: Qt starts
    // its device monitor on the first question and sees no provider that comes later. Not plugged in at
    // first.
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

    static QString name();       // as the device list shows it
    static QSize largestFrame(); // of the formats offered

private:
    std::shared_ptr<TestCameraFeed> m_feed;
};

} // namespace inkstep
