#pragma once

#include "notifier.h"

#include <QDBusConnection>
#include <QObject>

class QDBusPendingCallWatcher;

namespace inkstep {

// The freedesktop.org notification service, version 1.2 of its specification
// (https://specifications.freedesktop.org/notification-spec/1.2/).
class DesktopNotifier final : public QObject, public Notifier {
    Q_OBJECT

public:
    explicit DesktopNotifier(const QDBusConnection &bus);

    void tell(const QString &title, const QString &text) override;
    void withdraw() override;

private:
    void told(QDBusPendingCallWatcher *call);

    QDBusConnection m_bus;
    quint32 m_shown = 0; // the service's number; 0: none
    int m_asked = 0;     // calls on their way
    bool m_withdrawn = false;
};

} // namespace inkstep
