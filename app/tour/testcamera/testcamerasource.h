#pragma once

#include <gst/gst.h>
#include <memory>

namespace inkstep {

class TestCameraFeed;

// A live source of a test camera's frames, paced like a webcam. Floating, as GStreamer wants it.
GstElement *newTestCameraSource(const std::shared_ptr<TestCameraFeed> &feed, const gchar *name);
// Every format the camera offers, largest first.
GstCaps *testCameraFormats(const TestCameraFeed &feed);

} // namespace inkstep
