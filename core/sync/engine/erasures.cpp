// Erasing, as sync carries it: pictures leave the store, and every device's receipt.
#include "store/erasing.h"

#include "store/database.h"
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"

#include <algorithm>

namespace inkstep {

Status Session::finishErasures() {
    if (const auto finished = finishErasing(m.notebook); !finished)
        return finished;
    if (!m_mayWrite)
        return {};
    const auto names = m.books.names();
    if (!names)
        return passOn(names);
    for (const Id &name : *names) {
        if (const auto removed = removeErased(name); !removed)
            return removed;
    }
    return {};
}

Status Session::removeErased(const Id &writer) {
    const bool self = writer == m.keys.device;
    const auto ours = m.notebook.store().read([&](Database &db) {
        std::vector<QByteArray> names;
        Statement &row =
            db.use("SELECT name FROM erased_blob WHERE there = 1 AND (device = "
                   "(SELECT no FROM device WHERE id = ?) OR (? AND name IN (SELECT name FROM sync_laid)))")
                .with(writer, self);
        while (row.step())
            names.push_back(row.bytes(0));
        row.reset();
        return names;
    });
    if (!ours)
        return passOn(ours);
    for (const QByteArray &name : *ours) {
        if (const auto gone = storedpicture::remove(m.remote, writer, name); !gone) {
            if (const auto on = note(gone.error()); !on)
                return on;
            continue;
        }
        const auto kept = m.notebook.store().keepBooks([&](Database &db) {
            db.use("UPDATE erased_blob SET there = 0 WHERE name = ?").with(name).run();
            db.use("DELETE FROM sync_laid WHERE name = ?").with(name).run();
        });
        if (!kept)
            return kept;
    }
    return {};
}

Status Syncer::eraseStudent(const Id &student) {
    return inkstep::eraseStudent(m_engine->notebook, student);
}

Result<std::vector<ErasureReceipt>> Syncer::erasureReceipts() {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    const auto orders = erasures(e.notebook.store());
    const auto devices = e.books.devices();
    const auto out = e.books.value(sessionvalues::out);
    const auto scrubbing = e.notebook.store().read([](Database &db) {
        Statement &row = db.use("SELECT 1 FROM meta WHERE name = 'scrub'");
        const bool asked = row.step();
        row.reset();
        return asked;
    });
    if (!orders)
        return passOn(orders);
    if (!devices || !out || !scrubbing)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const auto epochs = e.books.epochs();
    if (!epochs)
        return passOn(epochs);
    const auto keys = e.keys();
    // Only under a key that is younger than the order nothing of it can be read any more.
    std::set<Id> covered;
    for (const Books::Epoch &epoch : *epochs) {
        const auto file = keys ? epochfile::readUnverified(epoch.bytes, keys->notebook, epoch.author)
                               : Result<EpochFile>(failure(ErrorCode::NotFound));
        if (file && file->epoch == keys->current().name && epochfile::begins(*file))
            covered.insert(file->erased.begin(), file->erased.end());
    }
    const Id self = e.notebook.store().device();
    const VersionVector gone = unpackVersions(*out);
    std::vector<ErasureReceipt> receipts;
    const auto name = e.deviceName();
    if (!name)
        return passOn(name);
    for (const Erasure &erasure : *orders) {
        receipts.push_back(
            {erasure.student, erasure.at, self, *name, true,
             !*scrubbing && (!keys || (keys->epochs.size() == 1 && covered.contains(erasure.student)))});
        if (!keys)
            continue;
        for (const Books::Device &device : *devices) {
            const Id &id = device.member.device;
            const bool isGone =
                std::any_of(gone.begin(), gone.end(), [&](const Version &one) { return one.device == id; });
            if (isGone)
                continue;
            const auto head = head::read(device.head, keys->notebook, device.member, *keys);
            const bool behind =
                head && std::any_of(head->wants.begin(), head->wants.end(),
                                    [&](const EpochName &one) { return keys->epoch(one) != nullptr; });
            const bool knows = head && (erasure.order.device == id || covers(head->seen, erasure.order));
            const auto named = e.books.deviceName(id);
            receipts.push_back({erasure.student, erasure.at, id, named.value_or(QString()), false,
                                knows && head->epoch == keys->current().name && !behind &&
                                    covered.contains(erasure.student)});
        }
    }
    return receipts;
}

} // namespace inkstep
