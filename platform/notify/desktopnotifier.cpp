#include "desktopnotifier.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace inkstep {

namespace {

const auto service = QStringLiteral("org.freedesktop.Notifications");
const auto path = QStringLiteral("/org/freedesktop/Notifications");
constexpr int asTheSystemLikes = -1; // how long it stays

} // namespace

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus) : m_bus(bus) {}

void DesktopNotifier::tell(const QString &title, const QString &text) {
    m_withdrawn = false;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    // Without sound: it must not disturb writers. The window has its own, for those who want one.
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("inkstep")},
                            {QStringLiteral("suppress-sound"), true}};
    call << QCoreApplication::applicationName() << m_shown << QStringLiteral("inkstep") << title << text
         << QStringList() << hints << asTheSystemLikes;
    ++m_asked;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, &DesktopNotifier::told);
}

void DesktopNotifier::told(QDBusPendingCallWatcher *call) {
    const QDBusPendingReply<quint32> reply = *call;
    call->deleteLater();
    --m_asked;
    if (reply.isValid())
        m_shown = reply.value();
    if (m_withdrawn && m_asked == 0)
        withdraw();
}

void DesktopNotifier::withdraw() {
    m_withdrawn = true;
    if (m_shown == 0 || m_asked > 0)
        return; // when the answer comes it is known what to take back
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, service, QStringLiteral("CloseNotification"));
    call << m_shown;
    m_shown = 0;
    m_bus.asyncCall(call);
}

std::unique_ptr<Notifier> systemNotifier() {
    return std::make_unique<DesktopNotifier>(QDBusConnection::sessionBus());
}

} // namespace inkstep
