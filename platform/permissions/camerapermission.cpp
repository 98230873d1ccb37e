#include "camerapermission.h"

#include <QtGlobal>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0) && QT_CONFIG(permissions)
#include <QCoreApplication>
#include <QPermissions>
#endif

namespace inkstep {
namespace {

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0) && QT_CONFIG(permissions)

CameraPermission::Answer answerFor(Qt::PermissionStatus status) {
    switch (status) {
    case Qt::PermissionStatus::Granted:
        return CameraPermission::Answer::Granted;
    case Qt::PermissionStatus::Denied:
        return CameraPermission::Answer::Denied;
    case Qt::PermissionStatus::Undetermined:
        break;
    }
    return CameraPermission::Answer::NotAsked;
}

template<class Device>
class SystemPermission final : public CameraPermission {
public:
    Answer answer() const override { return answerFor(qApp->checkPermission(Device())); }

    void ask(QObject *context, std::function<void(Answer)> then) override {
        qApp->requestPermission(Device(), context, [then = std::move(then)](const QPermission &permission) {
            then(answerFor(permission.status()));
        });
    }
};
using SystemCameraPermission = SystemPermission<QCameraPermission>;
using SystemMicrophonePermission = SystemPermission<QMicrophonePermission>;

#else

class SystemCameraPermission final : public CameraPermission {
public:
    Answer answer() const override { return Answer::Granted; }

    void ask(QObject *context, std::function<void(Answer)> then) override {
        QMetaObject::invokeMethod(
            context, [then = std::move(then)] { then(Answer::Granted); }, Qt::QueuedConnection);
    }
};
using SystemMicrophonePermission = SystemCameraPermission;

#endif

} // namespace

std::unique_ptr<CameraPermission> systemCameraPermission() {
    return std::make_unique<SystemCameraPermission>();
}

std::unique_ptr<CameraPermission> systemMicrophonePermission() {
    return std::make_unique<SystemMicrophonePermission>();
}

} // namespace inkstep
