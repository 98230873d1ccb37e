#include "store/ledger.h"

#include "store/devicenames.h"
#include "store/layout.h"

#include <QtEndian>
#include <algorithm>

namespace inkstep {

Ledger::Ledger(Database &db, const Clock &clock, Random &random) : m_db(db), m_clock(clock) {
    Statement &stored = m_db.use("SELECT value FROM meta WHERE name = 'device'");
    if (stored.step()) {
        m_self = stored.id(0);
        stored.reset();
    } else {
        m_self = newId(clock, random);
        m_db.use("INSERT INTO meta (name, value) VALUES ('device', ?)").with(m_self).run();
    }
    Statement &devices = m_db.use("SELECT id, no, seen FROM device ORDER BY no");
    while (devices.step())
        m_devices.push_back({devices.id(0), devices.number(1), static_cast<quint64>(devices.number(2))});
    Statement &latest = m_db.use("SELECT time FROM edit ORDER BY time DESC");
    while (latest.step()) { // the first within reason: a wrong clock elsewhere must not become ours
        m_time.observe(static_cast<quint64>(latest.number(0)), clock.now());
        if (m_time.last() > 0)
            break;
    }
    latest.reset();
    Statement &own = m_db.use("SELECT max(time) FROM edit WHERE device = ?").with(device(m_self).number);
    if (own.step())
        m_time = HybridTime(std::max(m_time.last(), static_cast<std::uint64_t>(own.number(0))));
    own.reset();
    Statement &early = m_db.use("SELECT 1 FROM early LIMIT 1");
    m_anyEarly = early.step();
    early.reset();
    Statement &deleted = m_db.use(
        "SELECT entity FROM op INDEXED BY op_deletion WHERE field = '-' AND live = 1 AND value IS NOT NULL");
    while (deleted.step())
        m_deletions.insert(deleted.id(0));
    prepareErasing();
    readBranches();
    prepareDeviceNames(m_db);
    for (const KindSpec &kind : Schema::instance().kinds()) {
        const std::string table = '"' + kind.name.toStdString() + '"';
        std::string names = "changed, deleted, revived, versions";
        std::string marks = "?, ?, ?, ?";
        std::string sets = "changed = ?, deleted = ?, revived = ?, versions = ?";
        for (const FieldSpec &field : kind.fields) {
            const std::string name = '"' + field.name.toStdString() + '"';
            names += ", " + name;
            marks += ", ?";
            sets += ", " + name + " = ?";
        }
        m_sql.push_back({"INSERT INTO " + table + " (" + names + ", id, made) VALUES (" + marks + ", ?, ?)",
                         "UPDATE " + table + " SET " + sets + " WHERE row = ?"});
    }
}

Ledger::DeviceEntry &Ledger::device(const Id &id) {
    for (DeviceEntry &entry : m_devices) {
        if (entry.id == id)
            return entry;
    }
    m_db.use("INSERT INTO device (id) VALUES (?)").with(id).run();
    m_devices.push_back({id, sqlite3_last_insert_rowid(m_db.handle()), 0});
    return m_devices.back();
}

Ledger::DeviceEntry &Ledger::device(qint64 number) {
    const auto found = std::find_if(m_devices.begin(), m_devices.end(),
                                    [&](const DeviceEntry &d) { return d.number == number; });
    if (found == m_devices.end())
        throw DatabaseFailure{SQLITE_CORRUPT, QStringLiteral("operation of an unknown device")};
    return *found;
}

QByteArray Ledger::packReplaced(const std::vector<Version> &versions) {
    QByteArray bytes; // (device number, sequence), 8 bytes each; null when empty
    for (const Version &version : versions) {
        char pair[16];
        qToBigEndian(device(version.device).number, pair);
        qToBigEndian(version.sequence, pair + 8);
        bytes.append(pair, 16);
    }
    return bytes;
}

std::vector<Version> Ledger::unpackReplaced(const QByteArray &bytes) {
    std::vector<Version> versions;
    for (qsizetype at = 0; at + 16 <= bytes.size(); at += 16)
        versions.push_back({device(qFromBigEndian<qint64>(bytes.constData() + at)).id,
                            qFromBigEndian<quint64>(bytes.constData() + at + 8)});
    return versions;
}

std::vector<Version> Ledger::liveVersions(const Id &entity, const QString &field) {
    std::vector<Version> versions;
    Statement &row = m_db.use("SELECT device, seq FROM op WHERE entity = ? AND field = ? AND live = 1")
                         .with(entity, field);
    while (row.step())
        versions.push_back({device(row.number(0)).id, static_cast<quint64>(row.number(1))});
    row.reset();
    return versions;
}

std::vector<Ledger::LiveOp> Ledger::liveOps(const KindSpec &kind, const Id &entity) {
    std::vector<LiveOp> ops;
    Statement &row =
        m_db.use("SELECT field, value, time, device, seq FROM op WHERE entity = ? AND live = 1 AND kind = ?")
            .with(entity, kind.name);
    while (row.step())
        ops.push_back({row.text(0),
                       row.value(1),
                       static_cast<quint64>(row.number(2)),
                       {device(row.number(3)).id, static_cast<quint64>(row.number(4))}});
    row.reset();
    return ops;
}

void Ledger::insertEdit(const DeviceEntry &device, quint64 time, quint64 first, const QString &label,
                        const std::optional<Version> &undoes) {
    m_db.use("INSERT INTO edit (device, first, time, label, undoes) VALUES (?, ?, ?, ?, ?)")
        .with(device.number, first, time, label, undoes ? packVersions({*undoes}) : QByteArray())
        .run();
}

void Ledger::insert(DeviceEntry &author, quint64 time, quint64 edit, const Operation &op, bool own) {
    if (op.field != eraseField && m_erased.contains(op.entity)) {
        // Its number is used; what it says is not kept.
        insertErased(author, time, edit, op);
        author.seen = op.sequence;
        return;
    }
    bool live = true;
    if (m_anyEarly && !own) {
        m_db.use("DELETE FROM early WHERE device = ? AND seq = ?").with(author.number, op.sequence).run();
        live = sqlite3_changes(m_db.handle()) == 0;
    }
    const qint64 number = author.number;
    const QByteArray replaced = packReplaced(op.replaced); // may add devices: `author` is not used below
    m_db.use("INSERT INTO op (device, seq, time, edit, kind, entity, field, value, replaced, live) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(number, op.sequence, time, edit, op.kind, op.entity, op.field, op.value, replaced, live)
        .run();
    for (const Version &version : op.replaced) {
        for (const Version &meant : this->meant(version, op.entity, op.field)) {
            const DeviceEntry &other = device(meant.device);
            m_db.use("UPDATE op SET live = 0 WHERE device = ? AND seq = ?")
                .with(other.number, meant.sequence)
                .run();
            if (meant.sequence > other.seen && sqlite3_changes(m_db.handle()) == 0) {
                m_db.use("INSERT OR IGNORE INTO early (device, seq) VALUES (?, ?)")
                    .with(other.number, meant.sequence)
                    .run();
                m_anyEarly = true;
            }
        }
    }
    device(number).seen = op.sequence;
    if (op.field == eraseField) {
        noteOrder(number, op);
        return;
    }
    const KindSpec *kind = Schema::instance().kind(op.kind);
    if (!kind)
        return; // of a newer version: kept, shown after an update
    if (op.field == deleteField && live && op.value != Value{})
        m_deletions.insert(op.entity);
    noteBlob(*kind, op, number, own);
    if (!m_erased.isEmpty())
        followIntoErased(*kind, op, {device(number).id, op.sequence});
    if (m_touched.empty() || m_touched.back() != Key{kind, op.entity})
        m_touched.emplace_back(kind, op.entity);
}

void Ledger::noteBlob(const KindSpec &kind, const Operation &op, qint64 device, bool here) {
    const FieldSpec *field = kind.field(op.field);
    if (!field || field->type != FieldType::Photo)
        return;
    const BlobRef ref = fromValue<BlobRef>(op.value);
    if (ref.isNull())
        return;
    // A branch's pictures lie where its old name sent them.
    for (auto at = m_branches.begin(); at != m_branches.end(); ++at) {
        if (at->second.number == device) {
            device = at->first;
            at = m_branches.begin();
        }
    }
    m_db.use("INSERT OR IGNORE INTO blob (name, key, size, role, entity, device, seq, here) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .with(ref.name, ref.key, ref.size, op.field, op.entity, device, op.sequence, here)
        .run();
}

void Ledger::resettle() {
    Transaction transaction(m_db);
    Statement &asked = m_db.use("SELECT 1 FROM meta WHERE name = 'resettle'");
    const bool wanted = asked.step();
    asked.reset();
    if (!wanted)
        return;
    m_touched.clear();
    Statement &row = m_db.use("SELECT device, seq, kind, entity, field, value FROM op WHERE live = 1");
    while (row.step()) {
        const KindSpec *kind = Schema::instance().kind(row.text(2));
        if (!kind)
            continue;
        const Operation op{
            static_cast<quint64>(row.number(1)), row.text(2), row.id(3), row.text(4), row.value(5), {}};
        noteBlob(*kind, op, row.number(0), false);
        m_touched.emplace_back(kind, op.entity);
    }
    row.reset();
    followAllIntoErased();
    eraseNow();
    settle(m_touched);
    m_db.exec("DELETE FROM meta WHERE name = 'resettle'");
    transaction.commit();
}

Ledger::Outcome Ledger::commit(const Edit &edit) {
    Transaction transaction(m_db);
    m_touched.clear();
    const DeviceEntry before = device(m_self);
    const HybridTime timeBefore = m_time;
    try {
        const quint64 first = before.seen + 1;
        quint64 next = first;
        std::vector<Operation> ops;
        QSet<Id> made;
        for (const Edit::Change &change : edit.changes()) {
            if (change.field == createField)
                made.insert(change.entity);
            Operation op{next, change.kind, change.entity, change.field, change.value, {}};
            if (!made.contains(change.entity)) {
                op.replaced = liveVersions(change.entity, change.field);
                if (change.onlyOver && op.replaced != std::vector{*change.onlyOver})
                    continue;
            }
            if (op.field == deleteField && op.value != Value{})
                op.value = packVersions(seen());
            if (op.field == eraseField)
                op.value = orderToErase(op.entity);
            ops.push_back(std::move(op));
            ++next;
        }
        if (ops.empty())
            return {};
        const quint64 time = m_time.tick(m_clock.now());
        insertEdit(before, time, first, edit.label(), edit.undoes());
        for (const Operation &op : ops)
            insert(device(m_self), time, first, op, true);
        m_db.use("UPDATE device SET seen = ? WHERE no = ?").with(next - 1, before.number).run();
        const KindSet erased = eraseNow();
        const KindSet touched = settle(m_touched) | erased;
        transaction.commit();
        return {touched, Version{m_self, first}};
    } catch (const DatabaseFailure &) {
        device(before.number).seen = before.seen;
        m_time = timeBefore;
        readErased();
        throw;
    }
}

Ledger::Applied Ledger::apply(std::span<const EditRecord> edits, std::size_t limit, bool gaps,
                              const std::function<bool()> &enough) {
    Transaction transaction(m_db);
    m_touched.clear();
    const std::vector<DeviceEntry> before = m_devices;
    Applied applied;
    std::size_t written = 0;
    QSet<Id> branched; // names that several used, of which something came
    try {
        for (const EditRecord &edit : edits) {
            if (written >= limit || (written > 0 && enough && enough()))
                break;
            const quint64 known = device(edit.device).seen;
            if (edit.last() > known) {
                if (!gaps && edit.first() > known + 1) {
                    applied.gap = true;
                    break;
                }
                m_time.observe(edit.time, m_clock.now());
                if (edit.first() > known)
                    insertEdit(device(edit.device), edit.time, edit.first(), edit.label, edit.undoes);
                for (const auto &[of, branch] : m_branches) {
                    if (device(branch.number).id == edit.device)
                        branched.insert(device(of).id);
                }
                for (const Operation &op : edit.operations) {
                    if (op.sequence <= known)
                        continue;
                    insert(device(edit.device), edit.time, edit.first(), op, false);
                    ++written;
                }
                m_db.use("UPDATE device SET seen = ? WHERE no = ?")
                    .with(edit.last(), device(edit.device).number)
                    .run();
            }
            ++applied.done;
        }
        for (const Id &name : branched)
            standAgain(name);
        const KindSet erased = eraseNow();
        applied.touched = settle(m_touched) | erased;
        transaction.commit();
    } catch (const DatabaseFailure &) {
        m_devices = before; // a device first seen in this transaction is gone with it
        readErased();
        throw;
    }
    return applied;
}

void Ledger::raiseSeen(const VersionVector &vector) {
    Transaction transaction(m_db);
    const std::vector<DeviceEntry> before = m_devices;
    try {
        for (const Version &version : vector) {
            DeviceEntry &entry = device(version.device);
            if (version.sequence <= entry.seen)
                continue;
            m_db.use("UPDATE device SET seen = ? WHERE no = ?").with(version.sequence, entry.number).run();
            entry.seen = version.sequence;
        }
        transaction.commit();
    } catch (const DatabaseFailure &) {
        m_devices = before;
        throw;
    }
}

std::vector<EditRecord> Ledger::everything() {
    std::vector<std::pair<qint64, quint64>> names;
    Statement &row = m_db.use("SELECT device, first FROM edit ORDER BY device, first");
    while (row.step())
        names.emplace_back(row.number(0), static_cast<quint64>(row.number(1)));
    row.reset();
    std::vector<EditRecord> records;
    records.reserve(names.size());
    for (const auto &[number, first] : names) {
        records.push_back(readEdit(number, first));
        if (records.back().operations.empty())
            records.pop_back();
    }
    return records;
}

VersionVector Ledger::seen() {
    VersionVector vector;
    for (const DeviceEntry &entry : m_devices) {
        if (entry.seen > 0)
            vector.push_back({entry.id, entry.seen});
    }
    std::sort(vector.begin(), vector.end());
    return vector;
}

EditRecord Ledger::readEdit(qint64 number, quint64 first) {
    EditRecord record;
    record.device = device(number).id;
    Statement &head =
        m_db.use("SELECT time, label, undoes FROM edit WHERE device = ? AND first = ?").with(number, first);
    if (head.step()) {
        record.time = static_cast<quint64>(head.number(0));
        record.label = head.text(1);
        const auto undoes = unpackVersions(head.bytes(2));
        if (!undoes.empty())
            record.undoes = undoes.front();
    }
    head.reset();
    Statement &ops = m_db.use("SELECT seq, kind, entity, field, value, replaced, edit FROM op "
                              "WHERE device = ? AND seq >= ? ORDER BY seq")
                         .with(number, first);
    while (ops.step() && static_cast<quint64>(ops.number(6)) == first)
        record.operations.push_back({static_cast<quint64>(ops.number(0)), ops.text(1), ops.id(2), ops.text(3),
                                     ops.value(4), unpackReplaced(ops.bytes(5))});
    ops.reset();
    return record;
}

std::vector<EditRecord> Ledger::ownEdits(quint64 after, std::size_t atMost) {
    std::vector<quint64> firsts;
    Statement &row = m_db.use("SELECT first FROM edit WHERE device = ? AND first > ? ORDER BY first LIMIT ?")
                         .with(device(m_self).number, after, static_cast<qint64>(atMost));
    while (row.step())
        firsts.push_back(static_cast<quint64>(row.number(0)));
    row.reset();
    std::vector<EditRecord> records;
    records.reserve(firsts.size());
    for (const quint64 first : firsts)
        records.push_back(readEdit(device(m_self).number, first));
    return records;
}

Edit Ledger::inverse(const Version &first, const QString &label) {
    const EditRecord record = readEdit(device(first.device).number, first.sequence);
    Edit edit(label);
    edit.setUndoes(first);
    for (auto op = record.operations.rbegin(); op != record.operations.rend(); ++op) {
        const Version version{record.device, op->sequence};
        if (op->field == eraseField || m_erased.contains(op->entity))
            continue; // erasing is not taken back
        if (op->field == createField) {
            edit.add({op->kind, op->entity, deleteField, Value{qint64(1)}, {}});
            continue;
        }
        const bool alsoMade =
            std::any_of(record.operations.begin(), record.operations.end(),
                        [&](const auto &o) { return o.entity == op->entity && o.field == createField; });
        if (alsoMade)
            continue; // the thing itself goes; its fields stay as they are, for a redo
        Value previous;
        quint64 latest = 0;
        for (const Version &replaced : op->replaced) {
            Statement &row = m_db.use("SELECT value, time FROM op WHERE device = ? AND seq = ?")
                                 .with(device(replaced.device).number, replaced.sequence);
            if (row.step() && static_cast<quint64>(row.number(1)) >= latest) {
                latest = static_cast<quint64>(row.number(1));
                previous = row.value(0);
            }
            row.reset();
        }
        edit.add({op->kind, op->entity, op->field, previous, standsFor(version, op->entity, op->field)});
    }
    return edit;
}

// What stands in the field now, if all that was written there since `version` was taken back again: then it
// is as if `version` stood. Otherwise `version` itself, over which nothing will be written.
Version Ledger::standsFor(const Version &version, const Id &entity, const QString &field) {
    const std::vector<Version> live = liveVersions(entity, field);
    if (live.size() != 1)
        return version;
    constexpr int mostSteps = 1000; // a damaged database must not turn this into a circle
    Version like = live.front();
    for (int step = 0; step < mostSteps && like != version; ++step) {
        Statement &row =
            m_db.use("SELECT e.undoes FROM op o JOIN edit e ON e.device = o.device AND e.first = o.edit "
                     "WHERE o.device = ? AND o.seq = ?")
                .with(device(like.device).number, like.sequence);
        const VersionVector undone = row.step() ? unpackVersions(row.bytes(0)) : VersionVector{};
        row.reset();
        if (undone.size() != 1)
            return version;
        const auto [author, first] = *undone.begin();
        Statement &taken =
            m_db.use("SELECT replaced FROM op WHERE device = ? AND edit = ? AND entity = ? AND field = ?")
                .with(device(author).number, first, entity, field);
        const std::vector<Version> before =
            taken.step() ? unpackReplaced(taken.bytes(0)) : std::vector<Version>{};
        taken.reset();
        if (before.size() != 1)
            return version;
        like = before.front();
    }
    return like == version ? live.front() : version;
}

} // namespace inkstep
