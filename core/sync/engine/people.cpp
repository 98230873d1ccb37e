// What a person decides about devices: who is taken out, whom nobody waits for, whose invite is withdrawn.
// Each is only written down here; the next sync carries it out.
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"

#include <algorithm>

namespace inkstep {

namespace {

Result<Books::Device> known(Books &books, const Id &device) {
    const auto devices = books.devices();
    if (!devices)
        return passOn(devices);
    const auto found = std::find_if(devices->begin(), devices->end(),
                                    [&](const Books::Device &one) { return one.member.device == device; });
    if (found == devices->end())
        return failure(ErrorCode::NotFound, QStringLiteral("device"), idText(device));
    return *found;
}

} // namespace

// The next sync must not be content with a look at the heads.
Status Syncer::Engine::carryOutNext(const QString &name, const QByteArray &value) {
    if (const auto kept = books.setValue(name, value); !kept)
        return kept;
    return books.setValue(syncvalues::lastWhole, {});
}

Result<std::vector<OpenInvite>> Syncer::openInvites() {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    const auto invites = e.books.invites();
    if (!invites)
        return passOn(invites);
    std::vector<OpenInvite> open;
    for (const Books::OwnInvite &invite : *invites) {
        if (invite.record.answered.device.isNull())
            open.push_back({invite.record.id});
    }
    return open;
}

Status Syncer::withdrawInvite(const Id &invite) {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return ready;
    // Forgotten first: from here on an answer to it is not recognized, whatever becomes of the file.
    if (const auto dropped = e.books.dropInvite(invite); !dropped)
        return dropped;
    const auto remote = e.store();
    const auto names = e.books.names();
    if (!remote || !names)
        return remote ? passOn(names) : passOn(remote);
    for (const Id &name : *names) {
        if (const auto gone = (*remote)->remove(syncnames::invite(name, invite)); !gone)
            return gone;
    }
    return {};
}

Status Syncer::removeDevice(const Id &device) {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return ready;
    if (device == e.notebook.store().device())
        return failure(ErrorCode::BadInput, QStringLiteral("A device cannot take itself out."));
    if (const auto found = known(e.books, device); !found)
        return passOn(found);
    const auto pending = e.books.value(sessionvalues::pendingOut);
    if (!pending)
        return passOn(pending);
    return e.carryOutNext(sessionvalues::pendingOut, *pending + toBytes(device));
}

Status Syncer::newKeys() {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return ready;
    return e.carryOutNext(sessionvalues::forced, "1");
}

Status Syncer::retireDevice(const Id &device) {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return ready;
    const auto found = known(e.books, device);
    const auto before = e.books.value(sessionvalues::retired);
    if (!found)
        return passOn(found);
    if (!before)
        return passOn(before);
    VersionVector retired = unpackVersions(*before);
    std::erase_if(retired, [&](const Version &one) { return one.device == device; });
    retired.push_back({device, found->headNumber});
    return e.carryOutNext(sessionvalues::retired, packVersions(retired));
}

Result<QString> Syncer::nameOf(const Id &device) {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    return device == e.notebook.store().device() ? e.deviceName() : e.books.deviceName(device);
}

void Syncer::setSnapshotFloor(qint64 bytes) {
    m_engine->snapshotFloor = bytes;
}

} // namespace inkstep
