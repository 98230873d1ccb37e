#include "staminaweeks.h"

#include "store/layout.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

QString dayShort(QDate day) {
    return QLocale().toString(day, QCoreApplication::translate("inkstep::StaminaWeeks", "d MMM"));
}

} // namespace

StaminaWeeks::StaminaWeeks(QObject *parent) : LiveList<StaminaRow>(parent) {
    connect(&m_turn, &DayTurn::turned, this, [this] { rerun(); });
    connect(this, &LiveListBase::workspaceChanged, this,
            [this] { m_turn.follow(workspace() ? &workspace()->parts().clock : nullptr); });
}

int StaminaWeeks::blocks() const {
    int sum = 0;
    for (const StaminaRow &row : rows())
        sum += row.week.blocks;
    return sum;
}

double StaminaWeeks::most() const {
    double most = 1;
    for (const StaminaRow &row : rows())
        most = std::max({most, row.week.held, row.week.planned});
    return most;
}

QString StaminaWeeks::words() const {
    QStringList parts;
    for (const StaminaRow &row : rows()) {
        if (row.week.blocks > 0)
            parts << tr("week of %1: %2 of %3 minutes")
                         .arg(dayShort(row.week.monday))
                         .arg(std::lround(row.week.held))
                         .arg(std::lround(row.week.planned));
    }
    return parts.isEmpty() ? tr("No blocks yet") : tr("Minutes held a block, %1").arg(parts.join(tr("; ")));
}

const std::vector<StaminaWeeks::Role> &StaminaWeeks::roles() const {
    static const std::vector<Role> table{
        {"monday", [](const StaminaRow &r) { return QVariant(dayShort(r.week.monday)); }},
        {"blocks", [](const StaminaRow &r) { return QVariant(r.week.blocks); }},
        {"held", [](const StaminaRow &r) { return QVariant(r.week.held); }},
        {"planned", [](const StaminaRow &r) { return QVariant(r.week.planned); }},
    };
    return table;
}

KindSet StaminaWeeks::kinds() const {
    return kindsOf<WorkBlock>();
}

StaminaWeeks::Query StaminaWeeks::query() const {
    const Clock *clock = &workspace()->parts().clock; // outlives every store
    return [clock](Database &db) {
        static const std::string sql = "SELECT " + columnsOf<WorkBlock>("b") +
                                       " FROM workBlock b WHERE b.deleted = 0 AND b.until IS NOT NULL AND "
                                       "b.\"from\" >= ?";
        const QDate today = dayOf(clock->now());
        std::vector<WorkBlock> blocks;
        Statement &row = db.use(sql).with(today.addDays(-7 * (weeks + 1)).startOfDay().toMSecsSinceEpoch());
        while (row.step())
            blocks.push_back(readRow<WorkBlock>(row));
        row.reset();
        static const Id space = QUuid::fromString(QStringLiteral("c1a7b1f4-53f4-4bd4-8d83-5f1f0f6d6a11"));
        std::vector<StaminaRow> rows;
        for (const StaminaWeek &week : staminaByWeek(withoutOverlaps(blocks), today, weeks))
            rows.push_back({QUuid::createUuidV5(space, week.monday.toString(Qt::ISODate)), week});
        return rows;
    };
}

} // namespace inkstep
