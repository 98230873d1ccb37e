// Operations that get another name: a device that goes on as one of its own, a branch of what several wrote
// under one name. Numbers, and all words about them, are changed alike wherever it happens.
#include "store/moving.h"

#include "store/ledger.h"

#include <QtEndian>
#include <algorithm>

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
        if (fork == 0)
            vector.erase(vector.begin() + qptrdiff(i));
        break;
    }
    std::sort(vector.begin(), vector.end());
    return packVersions(vector);
}

Value movedValue(const QString &field, const Value &value, const Id &from, quint64 fork, const Id &to) {
    const QByteArray *bytes = std::get_if<QByteArray>(&value);
    if (bytes && field == deleteField)
        return movedVector(*bytes, from, fork, to);
    if (!bytes || field != eraseField || bytes->size() < 4)
        return value;
    const qsizetype versions = 24 * qsizetype(qFromBigEndian<quint32>(bytes->constData()));
    const QByteArray vector = movedVector(bytes->mid(4, versions), from, fork, to);
    QByteArray count(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(vector.size() / 24), count.data());
    return count + vector + bytes->mid(4 + versions);
}

} // namespace

EditRecord renamed(EditRecord edit, const Id &from, quint64 fork, const Id &to) {
    const bool own = edit.device == from && edit.first() > fork;
    if (own)
        edit.device = to;
    if (edit.undoes)
        edit.undoes = moved(*edit.undoes, from, fork, to);
    for (Operation &op : edit.operations) {
        if (own)
            op.sequence -= fork;
        op.value = movedValue(op.field, op.value, from, fork, to);
        for (Version &version : op.replaced)
            version = moved(version, from, fork, to);
    }
    return edit;
}

void Ledger::renumber(const Id &from, quint64 fork, const Id &to) {
    const qint64 before = device(from).number;
    const quint64 last = device(from).seen;
    const qint64 now = device(to).number;
    m_db.use("UPDATE op SET device = ?, seq = seq - ?, edit = edit - ? WHERE device = ? AND seq > ?")
        .with(now, fork, fork, before, fork)
        .run();
    m_db.use("UPDATE edit SET device = ?, first = first - ? WHERE device = ? AND first > ?")
        .with(now, fork, before, fork)
        .run();
    m_db.use("UPDATE erasure SET device = ?, seq = seq - ? WHERE device = ? AND seq > ?")
        .with(now, fork, before, fork)
        .run();
    readdress(now, from, fork, to);
    m_db.use("UPDATE device SET seen = ? WHERE no = ?").with(fork, before).run();
    m_db.use("UPDATE device SET seen = ? WHERE no = ?").with(last - fork, now).run();
    device(from).seen = fork;
    device(to).seen = last - fork;
}

void Ledger::readdress(qint64 number, const Id &from, quint64 fork, const Id &to) {
    struct Row {
        quint64 sequence;
        QString field;
        Value value;
        QByteArray replaced;
    };
    std::vector<Row> rows;
    Statement &op = m_db.use("SELECT seq, field, value, replaced FROM op WHERE device = ?").with(number);
    while (op.step())
        rows.push_back({quint64(op.number(0)), op.text(1), op.value(2), op.bytes(3)});
    op.reset();
    for (const Row &row : rows) {
        std::vector<Version> replaced = unpackReplaced(row.replaced);
        for (Version &version : replaced)
            version = moved(version, from, fork, to);
        m_db.use("UPDATE op SET value = ?, replaced = ? WHERE device = ? AND seq = ?")
            .with(movedValue(row.field, row.value, from, fork, to), packReplaced(replaced), number,
                  row.sequence)
            .run();
        if (row.field != eraseField)
            continue;
        Statement &order =
            m_db.use("SELECT seen FROM erasure WHERE device = ? AND seq = ?").with(number, row.sequence);
        const QByteArray seen = order.step() ? order.bytes(0) : QByteArray();
        order.reset();
        m_db.use("UPDATE erasure SET seen = ? WHERE device = ? AND seq = ?")
            .with(movedVector(seen, from, fork, to), number, row.sequence)
            .run();
    }
    std::vector<std::pair<quint64, QByteArray>> edits;
    Statement &edit =
        m_db.use("SELECT first, undoes FROM edit WHERE device = ? AND undoes IS NOT NULL").with(number);
    while (edit.step())
        edits.emplace_back(quint64(edit.number(0)), edit.bytes(1));
    edit.reset();
    for (const auto &[first, packed] : edits) {
        std::vector<Version> undoes = unpackVersions(packed);
        for (Version &version : undoes)
            version = moved(version, from, fork, to);
        m_db.use("UPDATE edit SET undoes = ? WHERE device = ? AND first = ?")
            .with(undoes.empty() ? QByteArray() : packVersions(undoes), number, first)
            .run();
    }
}

void Ledger::moveOn(quint64 fork, const Id &to) {
    const Id from = m_self;
    const qint64 before = device(from).number;
    const qint64 now = device(to).number;
    renumber(from, fork, to);
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
    m_db.use("UPDATE blob SET device = ?, seq = seq - ? WHERE device = ? AND seq > ?")
        .with(now, fork, before, fork)
        .run();
    m_db.use("UPDATE meta SET value = ? WHERE name = 'device'").with(to).run();
    m_self = to;
    m_db.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('resettle', 1)");
    readErased();
}

} // namespace inkstep
