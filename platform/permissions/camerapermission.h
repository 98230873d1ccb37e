// Permissions: asks the system for leave to use the camera, the same way whatever the system.
// In: nothing but the system's own answer. Out: CameraPermission, and the one that speaks for this system.
// Where a system knows no such permission (a Linux desktop, or Qt older than 6.5) the answer is Granted.
#pragma once

#include <QObject>
#include <functional>
#include <memory>

namespace inkstep {

class CameraPermission {
public:
    enum class Answer { NotAsked, Granted, Denied };

    virtual ~CameraPermission() = default;
    virtual Answer answer() const = 0;
    // Shows the system's question once; `then` gets Granted or Denied on the context's thread, if it still
    // lives.
    virtual void ask(QObject *context, std::function<void(Answer)> then) = 0;
};

std::unique_ptr<CameraPermission> systemCameraPermission();
// The same question, of the microphone.
std::unique_ptr<CameraPermission> systemMicrophonePermission();

} // namespace inkstep
