#pragma once

namespace inkstep {

// Registers the provider of the test camera with GStreamer. False when GStreamer refuses.
bool registerTestCameraProvider();
// Adds or takes away the device of the provider, if a device monitor has started it.
void announceTestCamera(bool plugged);

} // namespace inkstep
