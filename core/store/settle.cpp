// The second half of Ledger: from the live operations of a thing to the row that shows it.
#include "store/layout.h"
#include "store/ledger.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <algorithm>

namespace inkstep {

KindSet Ledger::settle(const std::vector<Key> &touched) {
    std::vector<Key> keys = touched;
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    KindSet kinds = 0;
    std::vector<Key> left; // what these things lie in now: what keeps it may be moved out of it
    if (!m_deletions.isEmpty()) {
        for (const auto &[kind, entity] : keys) {
            const auto containers = containersOf(*kind, entity);
            left.insert(left.end(), containers.begin(), containers.end());
        }
    }
    for (const auto &[kind, entity] : keys)
        settleRow(*kind, entity, kinds);
    if (!m_deletions.isEmpty()) {
        for (const auto &[kind, entity] : keys)
            settleAncestors(*kind, entity, kinds);
        for (const auto &[kind, entity] : left) {
            if (m_deletions.contains(entity))
                settleRow(*kind, entity, kinds);
            settleAncestors(*kind, entity, kinds);
        }
    }
    return kinds;
}

void Ledger::settleRow(const KindSpec &kind, const Id &entity, KindSet &also) {
    const std::vector<LiveOp> live = liveOps(kind, entity);
    const auto made =
        std::find_if(live.begin(), live.end(), [](const LiveOp &op) { return op.field == createField; });
    if (made == live.end())
        return; // updates never make rows: it waits until the thing itself arrives
    also |= KindSet(1) << kind.index;

    qint64 versions = 1;
    quint64 changed = 0;
    std::vector<const LiveOp *> shown(kind.fields.size(), nullptr);
    std::vector<qint64> counts(kind.fields.size(), 0);
    for (const LiveOp &op : live) {
        changed = std::max(changed, op.time);
        const FieldSpec *field = kind.field(op.field);
        if (!field)
            continue;
        const auto at = static_cast<std::size_t>(field - kind.fields.data());
        const LiveOp *&best = shown[at];
        if (!best || op.time > best->time || (op.time == best->time && best->version < op.version))
            best = &op;
        if (field->is(KeepBoth))
            versions = std::max(versions, ++counts[at]);
    }
    bool overruled = false;
    const bool deleted = deletedNow(kind, entity, live, overruled);

    const std::string table = kind.name.toStdString();
    Statement &known = m_db.use("SELECT row FROM \"" + table + "\" WHERE id = ?").with(entity);
    const bool fresh = !known.step();
    const qint64 knownRow = fresh ? 0 : known.number(0);
    known.reset();

    const auto &sql = m_sql[static_cast<std::size_t>(kind.index)];
    Statement &write = m_db.use(fresh ? sql.insert : sql.update);
    write.with(changed, deleted, overruled, versions);
    int at = 4;
    for (const LiveOp *op : shown) {
        ++at;
        if (op)
            write.bind(at, op->value);
    }
    if (fresh) {
        write.bind(at + 1, entity);
        write.bind(at + 2, static_cast<qint64>(made->time));
    } else {
        write.bind(at + 1, knownRow);
    }
    write.run();
    if (kind.searchable())
        index(kind, fresh ? sqlite3_last_insert_rowid(m_db.handle()) : knownRow, live, fresh);
}

void Ledger::index(const KindSpec &kind, qint64 row, const std::vector<LiveOp> &live, bool fresh) {
    QStringList words;
    for (const FieldSpec &field : kind.fields) {
        if (!field.is(Searchable))
            continue;
        for (const LiveOp &op : live) {
            if (op.field == field.name)
                words << fromValue<QString>(op.value);
        }
    }
    const QString text = words.join(QLatin1Char('\n'));
    const qint64 rowid = row * searchStride + kind.index;
    if (!fresh) {
        Statement &old = m_db.use("SELECT words FROM search WHERE rowid = ?").with(rowid);
        const bool there = old.step();
        const bool same = there && old.text(0) == text;
        old.reset();
        if (same)
            return;
        if (there)
            m_db.use("DELETE FROM search WHERE rowid = ?").with(rowid).run();
    }
    if (!text.isEmpty())
        m_db.use("INSERT INTO search (rowid, words) VALUES (?, ?)").with(rowid, text).run();
}

bool Ledger::deletedNow(const KindSpec &kind, const Id &entity, const std::vector<LiveOp> &live,
                        bool &overruled) {
    bool standing = false;
    bool deleted = false;
    for (const LiveOp &op : live) {
        if (op.field != deleteField || op.value == Value{})
            continue;
        standing = true;
        const QByteArray *seenThen = std::get_if<QByteArray>(&op.value);
        deleted =
            deleted || !hasUnseenContent(kind, entity, unpackVersions(seenThen ? *seenThen : QByteArray()));
    }
    if (!standing)
        m_deletions.remove(entity);
    overruled = standing && !deleted;
    return deleted;
}

bool Ledger::hasUnseenContent(const KindSpec &kind, const Id &entity, const VersionVector &seenThen) {
    for (const LiveOp &op : liveOps(kind, entity)) {
        const FieldSpec *field = kind.field(op.field);
        const bool content = op.field == createField || (field && field->is(Content));
        if (content && !covers(seenThen, op.version))
            return true;
    }
    for (const KindSpec &inner : Schema::instance().kinds()) {
        for (const FieldSpec &field : inner.fields) {
            if (!field.is(Container))
                continue;
            std::vector<Id> children;
            Statement &row = m_db.use("SELECT id FROM \"" + inner.name.toStdString() + "\" WHERE \"" +
                                      field.name.toStdString() + "\" = ? AND deleted = 0")
                                 .with(entity);
            while (row.step())
                children.push_back(row.id(0));
            row.reset();
            for (const Id &child : children) {
                if (hasUnseenContent(inner, child, seenThen))
                    return true;
            }
        }
    }
    return false;
}

void Ledger::settleAncestors(const KindSpec &kind, const Id &entity, KindSet &also) {
    for (const auto &[outer, container] : containersOf(kind, entity)) {
        if (m_deletions.contains(container))
            settleRow(*outer, container, also);
        settleAncestors(*outer, container, also);
    }
}

std::vector<Ledger::Key> Ledger::containersOf(const KindSpec &kind, const Id &entity) {
    std::vector<Key> containers;
    for (const FieldSpec &field : kind.fields) {
        if (!field.is(Container))
            continue;
        Statement &row = m_db.use("SELECT \"" + field.name.toStdString() + "\" FROM \"" +
                                  kind.name.toStdString() + "\" WHERE id = ?")
                             .with(entity);
        const Id container = row.step() ? row.id(0) : Id();
        row.reset();
        if (container.isNull())
            continue;
        for (const KindSpec &outer : Schema::instance().kinds()) {
            Statement &there =
                m_db.use("SELECT 1 FROM \"" + outer.name.toStdString() + "\" WHERE id = ?").with(container);
            const bool found = there.step();
            there.reset();
            if (!found)
                continue;
            containers.emplace_back(&outer, container);
            break;
        }
    }
    return containers;
}

QByteArray Ledger::digest() {
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const auto addBytes = [&](const QByteArray &bytes) {
        char length[8];
        qToBigEndian(static_cast<qint64>(bytes.size()), length);
        hash.addData(QByteArrayView(length, 8));
        hash.addData(bytes);
    };
    Statement &row = m_db.use("SELECT o.entity, o.field, d.id, o.seq, o.kind, o.value FROM op o "
                              "JOIN device d ON d.no = o.device WHERE o.live = 1 "
                              "ORDER BY o.entity, o.field, d.id, o.seq");
    while (row.step()) {
        for (int column = 0; column < 6; ++column)
            addBytes(row.bytes(column)); // numbers as their decimal text: SQLite's conversion is fixed
    }
    row.reset();
    return hash.result();
}

} // namespace inkstep
