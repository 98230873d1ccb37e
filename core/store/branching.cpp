// The ledger's part in what several wrote under one name, unseen of each other (a copied profile used on two
// tablets): each branch is a device of its own. Third devices may have written about either by the old name;
// which one they meant is told by the thing and field they wrote on, and where that leaves both possible
// neither is replaced, so that nothing is lost.
#include "store/ledger.h"

#include <algorithm>

namespace inkstep {

void Ledger::readBranches() {
    m_db.exec("CREATE TABLE IF NOT EXISTS branch (device INTEGER PRIMARY KEY, of INTEGER NOT NULL, "
              "base INTEGER NOT NULL)");
    m_branches.clear();
    Statement &row = m_db.use("SELECT of, device, base FROM branch ORDER BY device");
    while (row.step())
        m_branches.emplace(row.number(0), Branch{row.number(1), quint64(row.number(2))});
    row.reset();
}

void Ledger::split(const Id &name, quint64 base, const std::vector<Id> &branches, const Id &held,
                   const Id &alsoOf) {
    const qint64 of = device(name).number;
    for (const Id &branch : branches)
        m_db.use("INSERT OR IGNORE INTO branch (device, of, base) VALUES (?, ?, ?)")
            .with(device(branch).number, of, base)
            .run();
    if (!held.isNull() && device(name).seen > base) {
        renumber(name, base, held);
        if (!alsoOf.isNull())
            readdress(device(alsoOf).number, name, base, held);
    }
    readBranches();
    m_db.use("DELETE FROM early WHERE device = ? AND seq > ?").with(of, base).run();
    m_touched.clear();
    standAgain(name);
    m_db.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('resettle', 1)");
    readErased();
}

// What a version names, now that its device's name may have been several's.
std::vector<Version> Ledger::meant(const Version &version, const Id &entity, const QString &field) {
    if (m_branches.empty())
        return {version};
    const auto [first, last] = m_branches.equal_range(device(version.device).number);
    bool split = false;
    std::vector<Version> found;
    for (auto at = first; at != last; ++at) {
        if (version.sequence <= at->second.base)
            continue;
        split = true;
        Statement &op = m_db.use("SELECT 1 FROM op WHERE device = ? AND seq = ? AND entity = ? AND field = ?")
                            .with(at->second.number, version.sequence - at->second.base, entity, field);
        const bool there = op.step();
        op.reset();
        if (!there)
            continue;
        const Version branch{device(at->second.number).id, version.sequence - at->second.base};
        const auto deeper = meant(branch, entity, field);
        found.insert(found.end(), deeper.begin(), deeper.end());
    }
    if (!split)
        return {version};
    return found.size() == 1 ? found : std::vector<Version>{};
}

// Which operations of the branches of a name stand, worked out anew: one that arrives may be meant by what
// is here already.
void Ledger::standAgain(const Id &name) {
    std::vector<qint64> numbers;
    const auto [first, last] = m_branches.equal_range(device(name).number);
    for (auto at = first; at != last; ++at)
        numbers.push_back(at->second.number);
    for (const qint64 number : numbers) {
        m_db.use("UPDATE op SET live = 1 WHERE device = ? "
                 "AND (field = '!' OR entity NOT IN (SELECT entity FROM erased))")
            .with(number)
            .run();
        Statement &op = m_db.use("SELECT kind, entity FROM op WHERE device = ?").with(number);
        while (op.step()) {
            if (const KindSpec *kind = Schema::instance().kind(op.text(0)))
                m_touched.emplace_back(kind, op.id(1));
        }
        op.reset();
    }
    struct Said {
        Id entity;
        QString field;
        QByteArray replaced;
    };
    std::vector<Said> said;
    Statement &all = m_db.use("SELECT entity, field, replaced FROM op WHERE replaced IS NOT NULL");
    while (all.step())
        said.push_back({all.id(0), all.text(1), all.bytes(2)});
    all.reset();
    const qint64 of = device(name).number;
    for (const Said &one : said) {
        for (const Version &version : unpackReplaced(one.replaced)) {
            const qint64 number = device(version.device).number;
            if (number != of && std::find(numbers.begin(), numbers.end(), number) == numbers.end())
                continue;
            for (const Version &meant : this->meant(version, one.entity, one.field))
                m_db.use("UPDATE op SET live = 0 WHERE device = ? AND seq = ?")
                    .with(device(meant.device).number, meant.sequence)
                    .run();
        }
    }
    m_deletions.clear();
    Statement &deleted = m_db.use(
        "SELECT entity FROM op INDEXED BY op_deletion WHERE field = '-' AND live = 1 AND value IS NOT NULL");
    while (deleted.step())
        m_deletions.insert(deleted.id(0));
    deleted.reset();
}

std::optional<EditRecord> Ledger::edit(const Version &first) {
    EditRecord record = readEdit(device(first.device).number, first.sequence);
    return record.operations.empty() ? std::nullopt : std::optional(std::move(record));
}

} // namespace inkstep
