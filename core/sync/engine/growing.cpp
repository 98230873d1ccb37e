// What keeps a store from growing for ever: snapshots, and the trimming of bundles they hold.
#include "sync/engine/session.h"

#include "crypto/crypto.h"

#include <QCborArray>
#include <QCborValue>
#include <QCoreApplication>
#include <algorithm>

namespace inkstep {

namespace {

quint64 upTo(const VersionVector &vector, const Id &device) {
    for (const Version &version : vector) {
        if (version.device == device)
            return version.sequence;
    }
    return 0;
}

} // namespace

Status Session::cameBy(qint64 bytes) {
    const auto before = m.books.value(sessionvalues::bytesSince);
    if (!before)
        return passOn(before);
    return m.books.setValue(sessionvalues::bytesSince, QByteArray::number(before->toLongLong() + bytes));
}

int Session::snapshotsNeeded() const {
    int alive = 1;
    for (const auto &[device, known] : m_devices)
        alive += counts(device) ? 1 : 0;
    return std::min(2, alive);
}

int Session::snapshotsWith(quint64 last) const {
    const EpochName current = m.keys.current().name;
    const auto holds = [&](const SnapshotRecord &record) {
        return !record.name.hash.isEmpty() && record.epoch == current &&
               upTo(record.positions, m.keys.device) >= last;
    };
    int found = holds(m_ownSnapshot) ? 1 : 0;
    for (const auto &[device, head] : m_heads)
        found += counts(device) && holds(head.snapshot) ? 1 : 0;
    return found;
}

Status Session::snapshotIfDue() {
    const auto bundles = m.books.bundles();
    const auto size = m.books.value(sessionvalues::snapshotSize);
    const auto since = m.books.value(sessionvalues::bytesSince);
    const auto renew = m.books.value(sessionvalues::snapshotLate);
    if (!bundles || !size || !since || !renew)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    if (!m_mayWrite || m_full)
        return {};
    const EpochName current = m.keys.current().name;
    Snapshot::Position own{m.keys.device, 0, {}};
    quint64 older = 0; // last operation of the bundles of ours that keep an old epoch alive
    for (const Books::Bundle &bundle : *bundles) {
        if (!bundle.sent)
            break;
        own = {m.keys.device, bundle.last, bundle.name.hash};
        if (!bundle.trimmed && bundle.epoch != current)
            older = bundle.last;
    }
    const bool begunHere = std::any_of(m_epochs.begin(), m_epochs.end(), [&](const EpochFile &file) {
        return file.epoch == current && file.author == m.keys.device && epochfile::begins(file);
    });
    const bool begun = m.keys.epochs.size() > 1 && m_ownSnapshot.epoch != current &&
                       (begunHere || !m_ownSnapshot.name.hash.isEmpty());
    // An old epoch goes when enough devices have gathered everything under the new one, also what came late.
    const bool leaving =
        m.keys.epochs.size() > 1 && m_ownSnapshot.epoch != current &&
        (snapshotsWith(0) < snapshotsNeeded() || (older > 0 && snapshotsWith(own.last) < snapshotsNeeded()));
    // Somebody gathered everything under this epoch and is alone with it: nothing can be trimmed until a
    // second has done so too, and who came in later has no old epoch to be reminded by.
    const bool second = m_ownSnapshot.epoch != current && snapshotsNeeded() > 1 && snapshotsWith(0) == 1;
    const bool late = m_ownSnapshot.epoch == current &&
                      (!renew->isEmpty() || upTo(m_ownSnapshot.positions, m.keys.device) < older);
    const bool grown = since->toLongLong() > std::max(m.snapshotFloor, size->toLongLong());
    if (!begun && !leaving && !second && !late && !grown)
        return {};
    if (const auto on = goOn(); !on)
        return on;

    auto everything = m.notebook.store().everything();
    if (!everything)
        return passOn(everything);
    Snapshot snapshot;
    snapshot.seen = std::move(everything->seen);
    snapshot.edits = std::move(everything->edits);
    // Our own operations count as far as they are in the store: others go on with the bundle after that.
    std::erase_if(snapshot.edits, [&](const EditRecord &edit) {
        return edit.device == m.keys.device && edit.first() > own.last;
    });
    for (Version &version : snapshot.seen) {
        if (version.device == m.keys.device)
            version.sequence = own.last;
    }
    SnapshotRecord record;
    const auto position = [&](const Snapshot::Position &one) {
        if (one.last == 0)
            return;
        snapshot.positions.push_back(one);
        record.positions.push_back({one.device, one.last});
    };
    position(own);
    for (const auto &[device, known] : m_devices)
        position({device, known.last, known.lastHash});
    for (const Books::Branch &branch : m_branches)
        position({branch.id, branch.last, branch.lastHash});
    std::sort(record.positions.begin(), record.positions.end());
    const quint64 number = m_ownSnapshot.name.sequence + 1;
    const QByteArray bytes =
        snapshot::seal(snapshot, m.keys.notebook, m.keys.device, number, m.keys.current(), m.keys.signing);
    snapshot.edits.clear();
    snapshot.edits.shrink_to_fit();
    record.name = {number, blobHash(bytes)};
    record.epoch = current;
    const QString folder = syncnames::snapshots(m.keys.device);
    if (const auto put =
            m.remote.write(folder + QLatin1Char('/') + syncnames::snapshotFile(record.name), bytes);
        !put)
        return note(put.error());
    const QByteArray packed = QCborValue(QCborArray{qint64(number), record.name.hash, qint64(current.number),
                                                    toBytes(current.mark), packVersions(record.positions)})
                                  .toCbor();
    const std::pair<QString, QByteArray> values[] = {
        {sessionvalues::snapshot, packed},
        {sessionvalues::snapshotSize, QByteArray::number(bytes.size())},
        {sessionvalues::bytesSince, {}},
        {sessionvalues::snapshotLate, {}}};
    for (const auto &[name, value] : values) {
        if (const auto kept = m.books.setValue(name, value); !kept)
            return kept;
    }
    m_ownSnapshot = record;
    for (const Version &one : record.positions) {
        if (const auto dropped = m.books.dropKept(one.device, one.sequence); !dropped)
            return dropped;
    }
    did(bytes.size(), true);
    return {};
}

Status Session::trim() {
    if (!m_mayWrite)
        return {};
    const auto bundles = m.books.bundles();
    if (!bundles)
        return passOn(bundles);
    for (const Books::Bundle &bundle : *bundles) {
        if (bundle.trimmed)
            continue;
        if (!bundle.sent || snapshotsWith(bundle.last) < snapshotsNeeded())
            return {};
        for (const auto &[device, known] : m_devices) {
            const auto head = m_heads.find(device);
            if (counts(device) &&
                (head == m_heads.end() || upTo(head->second.seen, m.keys.device) < bundle.last))
                return {};
        }
        const QString path =
            syncnames::bundles(m.keys.device) + QLatin1Char('/') + syncnames::bundleFile(bundle.name);
        // Remembered first: a file that stays behind is no harm, one that is missed would be sent again.
        if (const auto kept = m.books.setTrimmed(bundle.name.sequence); !kept)
            return kept;
        if (const auto gone = m.remote.remove(path); !gone) {
            if (const auto on = note(gone.error()); !on)
                return on;
        }
    }
    return {};
}

Result<bool> Session::takeSnapshot(const Member &writer, const SnapshotRecord &record) {
    auto bytes = m.remote.read(syncnames::snapshots(writer.device) + QLatin1Char('/') +
                                   syncnames::snapshotFile(record.name),
                               snapshot::limit);
    if (!bytes) {
        if (const auto on = note(bytes.error()); !on && bytes.error().code != ErrorCode::NotFound)
            return passOn(on);
        return false;
    }
    if (blobHash(*bytes) != record.name.hash)
        return false; // torn, or on its way
    auto opened = snapshot::open(*bytes, m.keys.notebook, writer, record.name.sequence, m.keys);
    const qsizetype size = bytes->size();
    bytes->clear();
    if (!opened) {
        m_report.problems.push_back({opened.error().code, opened.error().detail,
                                     QCoreApplication::translate("Sync", "A snapshot of another device")});
        return false;
    }
    clipToForks(*opened);
    Everything everything{std::move(opened->seen), std::move(opened->edits)};
    // What of our own it does not hold is here; what it holds of us beyond that is another copy's.
    std::erase_if(everything.seen, [&](const Version &one) { return one.device == m.keys.device; });
    const auto before = m.notebook.store().seen();
    if (const auto taken = m.notebook.store().takeOver(everything, m.cancelled); !taken)
        return passOn(taken);
    for (const EditRecord &edit : everything.edits) {
        if (before && edit.last() > upTo(*before, edit.device))
            ++m_report.receivedEdits;
    }
    bool further = false; // else what it has beyond us is a branch's that nobody can tell it by
    for (const Snapshot::Position &position : opened->positions) {
        for (Books::Branch &branch : m_branches) {
            if (branch.id != position.device || branch.last >= position.last)
                continue;
            further = true;
            branch.last = position.last;
            branch.lastHash = position.lastHash;
            const auto kept =
                m.notebook.store().keepBooks([&](Database &db) { Books::writeBranch(db, branch); });
            if (!kept)
                return passOn(kept);
        }
        const auto device = m_devices.find(position.device);
        if (device == m_devices.end() || device->second.last >= position.last)
            continue;
        further = true;
        device->second.last = position.last;
        device->second.lastHash = position.lastHash;
        if (const auto kept = m.books.keepDevice(device->second); !kept)
            return passOn(kept);
    }
    // What came this way others may not be able to read any more: ours must hold it.
    if (const auto late = m.books.setValue(sessionvalues::snapshotLate, "1"); !late)
        return passOn(late);
    did(size, false);
    return further;
}

Result<bool> Session::fillFromSnapshots(const std::set<Id> &behind) {
    struct Candidate {
        const Head *head;
        Member writer;
        quint64 gain;
    };
    std::vector<Candidate> candidates;
    for (const auto &[device, head] : m_heads) {
        const auto writer = m_devices.find(device);
        if (isOut(device) || writer == m_devices.end() || head.snapshot.name.hash.isEmpty() ||
            !m.keys.epoch(head.snapshot.epoch))
            continue;
        quint64 gain = 0;
        for (const Id &id : behind) {
            const quint64 to = upTo(head.snapshot.positions, id);
            gain += to > m_devices.at(id).last ? to - m_devices.at(id).last : 0;
            for (const Books::Branch &branch : m_branches) {
                const quint64 further = branch.device == id ? upTo(head.snapshot.positions, branch.id) : 0;
                gain += further > branch.last ? further - branch.last : 0;
            }
        }
        if (gain > 0)
            candidates.push_back({&head, writer->second.member, gain});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.gain > b.gain; });
    for (const Candidate &candidate : candidates) {
        const auto taken = takeSnapshot(candidate.writer, candidate.head->snapshot);
        if (!taken || *taken)
            return taken;
    }
    return false;
}

} // namespace inkstep
