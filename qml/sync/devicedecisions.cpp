#include "devicedecisions.h"

namespace inkstep {

void DeviceDecisions::carryOut(std::function<Status(Syncer &)> decision) {
    m_service->decide(std::move(decision), this, [this](const Status &done) {
        if (!done)
            emit failed(wordsFor(done.error()).sentence());
        lookForInvites();
    });
}

void DeviceDecisions::nameThisTablet(const QString &name) {
    if (name.trimmed().isEmpty())
        return;
    carryOut([name](Syncer &syncer) { return syncer.setDeviceName(name); });
}

void DeviceDecisions::takeOut(const QString &device) {
    const Id id = idFromText(device);
    if (id.isNull())
        return;
    carryOut([id](Syncer &syncer) { return syncer.removeDevice(id); });
}

void DeviceDecisions::doNotWaitFor(const QString &device) {
    const Id id = idFromText(device);
    if (id.isNull())
        return;
    carryOut([id](Syncer &syncer) { return syncer.retireDevice(id); });
}

void DeviceDecisions::closeInvites() {
    carryOut([](Syncer &syncer) -> Status {
        const auto open = syncer.openInvites();
        if (!open)
            return passOn(open);
        for (const OpenInvite &invite : *open) {
            if (const auto closed = syncer.withdrawInvite(invite.id); !closed)
                return closed;
        }
        return {};
    });
}

void DeviceDecisions::lookForInvites() {
    m_service->ask([](Syncer &syncer) { return syncer.openInvites(); }, this,
                   [this](const Result<std::vector<OpenInvite>> &open) {
                       m_openInvites = open ? int(open->size()) : 0;
                       emit openInvitesChanged();
                   });
}

} // namespace inkstep
