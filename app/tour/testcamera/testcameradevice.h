#pragma once

#include <memory>

namespace inkstep {

class TestCameraFeed;

// Registers the provider of the test cameras with GStreamer. False when GStreamer refuses.
bool registerTestCameraProvider();
// Adds or takes away the device of this camera. A device monitor that starts later sees it too.
void announceTestCamera(const std::shared_ptr<TestCameraFeed> &feed, bool plugged);

} // namespace inkstep
