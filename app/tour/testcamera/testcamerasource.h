#pragma once

#include <gst/gst.h>

namespace inkstep {

// A live source of the test camera's frames, paced like a webcam.
GType testCameraSourceType();
// Every format the camera offers, largest first.
GstCaps *testCameraFormats();

} // namespace inkstep
