// A store that was put back to an older copy of itself, or has lost files otherwise: what this device wrote
// and still holds is sent again by itself.
#include "crypto/crypto.h"
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"

#include <algorithm>

namespace inkstep {

namespace {
// Nothing need tell of a picture that is gone: once in a while they are counted. On a person's word a
// folder's are each time. A server's are spread over up to 256 listings, which would keep somebody on a slow
// line waiting, notes and all: there one listing tells whether folders of them are gone, and every picture is
// counted once a day.
constexpr auto countEvery = std::chrono::hours(24 * 7);
constexpr auto countDistantEvery = std::chrono::hours(24);
} // namespace

// Our newest snapshot may be all that is left of what was trimmed. `shown`: what our head in the store names.
Status Session::lookForSnapshot(const SnapshotRecord &shown) {
    if (m_ownSnapshot.name.hash.isEmpty())
        return {};
    const auto size = m.books.value(sessionvalues::snapshotSize);
    if (!size)
        return passOn(size);
    const auto listed = m.remote.list(syncnames::snapshots(m.keys.device));
    if (!listed)
        return passOn(listed);
    const QString file = syncnames::snapshotFile(m_ownSnapshot.name);
    bool there = false;
    std::vector<QString> others;
    for (const RemoteEntry &entry : *listed) {
        if (entry.name == file && entry.size == size->toLongLong())
            there = true;
        else
            others.push_back(entry.name);
    }
    if (there) {
        // A copy of us that goes on under our name would show its own.
        if (shown.name == m_ownSnapshot.name)
            m_oldSnapshots = std::move(others);
        return {};
    }
    m_putBack = true;
    return m.books.setValue(sessionvalues::bytesSince, QByteArray::number(sessionvalues::snapshotIsDue));
}

// The newest one holds all that older ones do; one that was cut short nobody was told of.
Status Session::dropOldSnapshots() {
    if (!m_mayWrite)
        return {};
    for (const QString &file : m_oldSnapshots) {
        const auto gone = m.remote.remove(syncnames::snapshots(m.keys.device) + QLatin1Char('/') + file);
        if (gone)
            continue;
        if (const auto on = note(gone.error()); !on)
            return on;
    }
    return {};
}

Status Session::lookForPictures() {
    if (!m_mayWrite)
        return {};
    const auto counted = m.books.value(sessionvalues::counted);
    const auto names = m.books.names();
    if (!counted || !names)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const auto now = m.world.clock.now();
    const auto last = counted->isEmpty() ? Moment() : fromMs(counted->toLongLong());
    const auto within = [&](auto time) { return now - last < time && last <= now; };
    const bool asked = m.manner.asked;
    if (!m_putBack && !asked && within(countEvery))
        return {};
    const bool foldersOnly = !m_putBack && asked && m.remote.distant() && within(countDistantEvery);
    const auto all = m.books.allPictures();
    if (!all)
        return passOn(all);
    std::map<QString, std::map<QByteArray, qint64>> there; // by folder: names, and bytes of them
    std::vector<QByteArray> lost;
    std::set<QString> present; // folders, where only these are looked at
    if (foldersOnly) {
        for (const Id &name : *names) {
            const QString above = syncnames::blobs(name);
            const auto listed = m.remote.list(above);
            if (!listed)
                return passOn(listed);
            for (const RemoteEntry &entry : *listed)
                present.insert(above + QLatin1Char('/') + entry.name);
        }
    }
    for (const Books::Picture &picture : *all) {
        const bool own = std::find(names->begin(), names->end(), picture.device) != names->end();
        if (!picture.here || !picture.sent || !own)
            continue;
        const QString path = syncnames::blob(picture.device, picture.ref.name);
        const QString folder = path.first(path.lastIndexOf(QLatin1Char('/')));
        if (foldersOnly) {
            if (!present.contains(folder))
                lost.push_back(picture.ref.name);
            continue;
        }
        if (!there.contains(folder)) {
            const auto listed = m.remote.list(folder);
            if (!listed)
                return passOn(listed);
            auto &found = there[folder];
            for (const RemoteEntry &entry : *listed) {
                const auto piece = syncnames::parsePieceFile(entry.name);
                found[piece ? piece->name : QByteArray::fromHex(entry.name.toLatin1())] += entry.size;
            }
        }
        const auto &found = there.at(folder);
        const auto one = found.find(picture.ref.name);
        if (one == found.end() || one->second != sealedSize(picture.ref.size))
            lost.push_back(picture.ref.name);
    }
    const Status kept = m.notebook.store().keepBooks([&](Database &db) {
        for (const QByteArray &name : lost)
            db.use("UPDATE blob SET sent = 0, device = (SELECT no FROM device WHERE id = ?) "
                   "WHERE name = ? AND sent = 1")
                .with(m.keys.device, name)
                .run();
        if (!foldersOnly)
            Books::writeValue(db, sessionvalues::counted, QByteArray::number(qint64(toMs(now))));
    });
    return kept;
}

} // namespace inkstep
