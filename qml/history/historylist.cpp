#include "historylist.h"

#include "base/day.h"
#include "base/hybridtime.h"
#include "model/schema.h"
#include "store/devicenames.h"
#include "store/layout.h"

#include <QDateTime>
#include <QLocale>
#include <map>

namespace inkstep {

namespace {

constexpr int shortId = 4; // letters of a device's id that tell a class's few tablets apart

Id rowId(const Version &edit) {
    return QUuid::createUuidV5(edit.device, QByteArray::number(static_cast<qulonglong>(edit.sequence)));
}

// Which edits were taken back by which, of all that are not older than `since`; an edit is always older than
// the one that takes it back.
std::map<Version, std::vector<Version>> undoesSince(Database &db, quint64 since) {
    std::map<Version, std::vector<Version>> undoes;
    Statement &row = db.use("SELECT d.id, e.first, e.undoes FROM edit e JOIN device d ON d.no = e.device "
                            "WHERE e.undoes IS NOT NULL AND e.time >= ?")
                         .with(since);
    while (row.step()) {
        const Version by{row.id(0), static_cast<quint64>(row.number(1))};
        for (const Version &of : unpackVersions(row.bytes(2)))
            undoes[of].push_back(by);
    }
    row.reset();
    return undoes;
}

QString labelOf(Database &db, const Version &edit) {
    Statement &row = db.use("SELECT e.label FROM edit e JOIN device d ON d.no = e.device "
                            "WHERE d.id = ? AND e.first = ?")
                         .with(edit.device, edit.sequence);
    const QString label = row.step() ? row.text(0) : QString();
    row.reset();
    return label;
}

bool isTakenBack(const std::map<Version, std::vector<Version>> &undoes, const Version &edit, int depth = 0) {
    constexpr int deepest = 64; // undo, redo, undo...: a longer chain is a damaged one
    const auto found = undoes.find(edit);
    if (found == undoes.end() || depth > deepest)
        return false;
    // Only the last of them counts: undo after redo after undo.
    return !isTakenBack(undoes, found->second.back(), depth + 1);
}

} // namespace

std::vector<HistoryRow> readHistory(Database &db, const Id &self, int limit, Moment now) {
    std::vector<HistoryRow> rows;
    quint64 oldest = 0;
    const QDate today = dayOf(now);
    Statement &row =
        db.use("SELECT d.id, e.first, e.time, e.label, e.undoes FROM edit e "
               "JOIN device d ON d.no = e.device WHERE e.label <> '' ORDER BY e.time DESC LIMIT ?")
            .with(limit);
    while (row.step()) {
        HistoryRow one;
        one.edit = {row.id(0), static_cast<quint64>(row.number(1))};
        one.id = rowId(one.edit);
        oldest = static_cast<quint64>(row.number(2));
        one.at = HybridTime::wall(oldest);
        one.label = row.text(3);
        one.own = one.edit.device == self;
        if (!one.own)
            one.device = deviceName(db, one.edit.device);
        one.undoes = !row.isNull(4);
        for (const Version &of : unpackVersions(row.bytes(4)))
            one.redone = labelOf(db, of);
        one.day = dayOf(one.at);
        one.today = today;
        rows.push_back(std::move(one));
    }
    row.reset();
    const auto undoes = undoesSince(db, oldest);
    for (HistoryRow &one : rows)
        one.takenBack = isTakenBack(undoes, one.edit);
    return rows;
}

QString HistoryList::dayWords(const HistoryRow &row) {
    const qint64 ago = row.day.daysTo(row.today);
    if (ago == 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    return QLocale().toString(row.day,
                              row.day.year() == row.today.year() ? tr("dddd, d MMMM") : tr("d MMMM yyyy"));
}

QString HistoryList::timeWords(const HistoryRow &row) {
    // Some locales count seconds even when short; nobody looks for those.
    const QString format = QLocale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss"));
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(row.at)).time(), format);
}

QString HistoryList::whoWords(const HistoryRow &row) {
    if (row.own)
        return tr("this device");
    if (!row.device.isEmpty())
        return row.device;
    return tr("device %1").arg(idText(row.edit.device).right(shortId));
}

const std::vector<HistoryList::Role> &HistoryList::roles() const {
    static const std::vector<Role> table{
        {"label", [](const HistoryRow &r) { return QVariant(r.label); }},
        {"day", [](const HistoryRow &r) { return QVariant(dayWords(r)); }},
        {"time", [](const HistoryRow &r) { return QVariant(timeWords(r)); }},
        {"who", [](const HistoryRow &r) { return QVariant(whoWords(r)); }},
        {"own", [](const HistoryRow &r) { return QVariant(r.own); }},
        {"takenBack", [](const HistoryRow &r) { return QVariant(r.takenBack); }},
        {"undoes", [](const HistoryRow &r) { return QVariant(r.undoes); }},
    };
    return table;
}

KindSet HistoryList::kinds() const {
    KindSet all = 0;
    for (const KindSpec &kind : Schema::instance().kinds())
        all |= KindSet(1) << kind.index;
    return all;
}

HistoryList::Query HistoryList::query() const {
    const Id self = workspace()->notebook()->store().device();
    const Clock *clock = &workspace()->parts().clock; // outlives every store
    // One row more than is shown tells whether there are others.
    return [self, clock, limit = m_limit](Database &db) {
        return readHistory(db, self, limit + 1, clock->now());
    };
}

void HistoryList::rowsChanged() {
    const bool more = count() > m_limit;
    if (more == m_more)
        return;
    m_more = more;
    emit moreChanged();
}

void HistoryList::showMore() {
    m_limit += part;
    rerun();
}

void HistoryList::undo(int row) {
    if (!workspace() || !workspace()->notebook() || row < 0 || row >= count())
        return;
    const HistoryRow &of = rows()[static_cast<std::size_t>(row)];
    const QString label = of.undoes && !of.redone.isEmpty() ? of.redone : tr("Undo: %1").arg(of.label);
    Workspace *target = workspace();
    target->notebook()->store().undo(
        of.edit, label, target, [target, label](const Result<Committed> &undone) {
            if (!undone)
                target->report(undone.error());
            else if (undone->edit)
                target->remember(label, *undone->edit);
            else
                emit target->failed(tr("Somebody has changed this since, so it stays as it is."));
        });
}

} // namespace inkstep
