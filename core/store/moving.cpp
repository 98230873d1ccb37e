// The ledger's part in becoming a device of its own: what a copy of this device did not write stays its, the
// rest is numbered anew under the new name.
#include "store/ledger.h"

#include <QtEndian>

namespace inkstep {

namespace {

Version moved(const Version &version, const Id &from, quint64 fork, const Id &to) {
    return version.device == from && version.sequence > fork ? Version{to, version.sequence - fork} : version;
}

// A deletion's or an order's "seen": what went beyond the fork is now two entries.
QByteArray movedVector(const QByteArray &packed, const Id &from, quint64 fork, const Id &to) {
    VersionVector vector = unpackVersions(packed);
    for (std::size_t i = 0; i < vector.size(); ++i) {
        if (vector[i].device != from || vector[i].sequence <= fork)
            continue;
        vector.push_back({to, vector[i].sequence - fork});
        vector[i].sequence = fork;
        break;
    }
    std::sort(vector.begin(), vector.end());
    return packVersions(vector);
}

} // namespace

void Ledger::moveOn(quint64 fork, const Id &to) {
    const Id from = m_self;
    const qint64 before = device(from).number;
    const quint64 last = device(from).seen;
    const qint64 now = device(to).number;
    struct Row {
        quint64 sequence;
        QString field;
        Value value;
        QByteArray replaced;
    };
    std::vector<Row> rows;
    Statement &op = m_db.use("SELECT seq, field, value, replaced FROM op WHERE device = ? AND seq > ?")
                        .with(before, fork);
    while (op.step())
        rows.push_back({quint64(op.number(0)), op.text(1), op.value(2), op.bytes(3)});
    op.reset();
    for (const Row &row : rows) {
        std::vector<Version> replaced = unpackReplaced(row.replaced);
        for (Version &version : replaced)
            version = moved(version, from, fork, to);
        Value value = row.value;
        if (const QByteArray *bytes = std::get_if<QByteArray>(&value)) {
            if (row.field == deleteField) {
                value = movedVector(*bytes, from, fork, to);
            } else if (row.field == eraseField && bytes->size() >= 4) {
                const qsizetype versions = 24 * qsizetype(qFromBigEndian<quint32>(bytes->constData()));
                const QByteArray vector = movedVector(bytes->mid(4, versions), from, fork, to);
                QByteArray count(4, Qt::Uninitialized);
                qToBigEndian(static_cast<quint32>(vector.size() / 24), count.data());
                value = count + vector + bytes->mid(4 + versions);
            }
        }
        m_db.use("UPDATE op SET device = ?, seq = ?, edit = edit - ?, value = ?, replaced = ? "
                 "WHERE device = ? AND seq = ?")
            .with(now, row.sequence - fork, fork, value, packReplaced(replaced), before, row.sequence)
            .run();
    }
    std::vector<std::pair<quint64, QByteArray>> edits;
    Statement &edit =
        m_db.use("SELECT first, undoes FROM edit WHERE device = ? AND first > ?").with(before, fork);
    while (edit.step())
        edits.emplace_back(quint64(edit.number(0)), edit.bytes(1));
    edit.reset();
    for (const auto &[first, packed] : edits) {
        std::vector<Version> undoes = unpackVersions(packed);
        for (Version &version : undoes)
            version = moved(version, from, fork, to);
        m_db.use("UPDATE edit SET device = ?, first = ?, undoes = ? WHERE device = ? AND first = ?")
            .with(now, first - fork, undoes.empty() ? QByteArray() : packVersions(undoes), before, first)
            .run();
    }
    // What stands is worked out anew: operations of third devices may speak of the copy's, which had the same
    // numbers as ours and has yet to come.
    m_db.use("UPDATE op SET live = 1 WHERE device = ? AND entity NOT IN (SELECT entity FROM erased)")
        .with(now)
        .run();
    std::vector<QByteArray> said;
    Statement &all = m_db.use("SELECT replaced FROM op WHERE replaced IS NOT NULL");
    while (all.step())
        said.push_back(all.bytes(0));
    all.reset();
    for (const QByteArray &packed : said) {
        for (const Version &version : unpackReplaced(packed)) {
            if (version.device == to) {
                m_db.use("UPDATE op SET live = 0 WHERE device = ? AND seq = ?")
                    .with(now, version.sequence)
                    .run();
            } else if (version.device == from && version.sequence > fork) {
                m_db.use("INSERT OR IGNORE INTO early (device, seq) VALUES (?, ?)")
                    .with(before, version.sequence)
                    .run();
                m_anyEarly = true;
            }
        }
    }
    for (const char *sql : {"UPDATE blob SET device = ?, seq = seq - ? WHERE device = ? AND seq > ?",
                            "UPDATE erasure SET device = ?, seq = seq - ? WHERE device = ? AND seq > ?"})
        m_db.use(sql).with(now, fork, before, fork).run();
    m_db.use("UPDATE device SET seen = ? WHERE no = ?").with(fork, before).run();
    m_db.use("UPDATE device SET seen = ? WHERE no = ?").with(last - fork, now).run();
    m_db.use("UPDATE meta SET value = ? WHERE name = 'device'").with(to).run();
    device(from).seen = fork;
    device(to).seen = last - fork;
    m_self = to;
    m_db.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('resettle', 1)");
    readErased();
}

} // namespace inkstep
