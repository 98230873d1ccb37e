#pragma once

#include "syncservice.h"

namespace inkstep {

// What a person decides about the tablets of a notebook. Everything is written down at once and carried out
// by the sync that follows, or by the next one there can be.
class DeviceDecisions : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(inkstep::SyncService *service MEMBER m_service REQUIRED)
    Q_PROPERTY(int openInvites READ openInvites NOTIFY openInvitesChanged) // codes nobody has answered yet

public:
    explicit DeviceDecisions(QObject *parent = nullptr) : QObject(parent) {}

    int openInvites() const { return m_openInvites; }

    // What the others call the tablet in hand, from its next sync on.
    Q_INVOKABLE void nameThisTablet(const QString &name);
    // It gets nothing new from then on; what it already had can still be read on it.
    Q_INVOKABLE void takeOut(const QString &device);
    // Nothing is kept back for it any more, until it is heard of again.
    Q_INVOKABLE void doNotWaitFor(const QString &device);
    Q_INVOKABLE void closeInvites();
    Q_INVOKABLE void lookForInvites();

signals:
    void openInvitesChanged();
    void failed(const QString &sentence);

private:
    void carryOut(std::function<Status(Syncer &)> decision);

    SyncService *m_service = nullptr;
    int m_openInvites = 0;
};

} // namespace inkstep
