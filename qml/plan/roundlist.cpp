#include "roundlist.h"

#include "ways.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace inkstep {

Round roundOf(const Teaching &teaching, QDate day) {
    constexpr qint64 year = 366;
    constexpr int usual = 14;
    const qint64 every = teaching.sampleEveryDays;
    return roundAt(day, every >= 1 && every <= year ? static_cast<int>(every) : usual,
                   QDate::fromString(teaching.sampleFrom, Qt::ISODate));
}

QSet<Id> sampledIn(Database &db, const Round &round) {
    QSet<Id> students;
    Statement &row =
        db.use("SELECT DISTINCT s.student FROM sample s WHERE s.deleted = 0 AND s.kind = 'independent' "
               "AND s.date >= ? AND s.date < ?")
            .with(round.first.startOfDay().toMSecsSinceEpoch(),
                  round.last.addDays(1).startOfDay().toMSecsSinceEpoch());
    while (row.step())
        students.insert(row.id(0));
    row.reset();
    return students;
}

RoundList::RoundList(QObject *parent) : LiveList<RoundRow>(parent) {
    connect(&m_turn, &DayTurn::turned, this, [this] { rerun(); });
    connect(this, &LiveListBase::workspaceChanged, this,
            [this] { m_turn.follow(workspace() ? &workspace()->parts().clock : nullptr); });
}

int RoundList::missing() const {
    return static_cast<int>(
        std::count_if(rows().begin(), rows().end(), [](const RoundRow &row) { return !row.in; }));
}

QStringList RoundList::missingNames() const {
    QStringList names;
    for (const RoundRow &row : rows()) {
        if (!row.in)
            names << row.name;
    }
    return names;
}

QString RoundList::lastDay() const {
    return rows().empty() ? QString() : QLocale().toString(rows().front().last, tr("dddd, d MMMM"));
}

int RoundList::daysLeft() const {
    return rows().empty() ? 0 : static_cast<int>(m_turn.today().daysTo(rows().front().last));
}

const std::vector<RoundList::Role> &RoundList::roles() const {
    static const std::vector<Role> table{
        {"studentId", [](const RoundRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const RoundRow &r) { return QVariant(r.name); }},
        {"inside", [](const RoundRow &r) { return QVariant(r.in); }},
        {"away", [](const RoundRow &r) { return QVariant(r.away); }},
    };
    return table;
}

KindSet RoundList::kinds() const {
    return kindsOf<Student, Sample, Absence, Teaching>();
}

RoundList::Query RoundList::query() const {
    const Clock *clock = &workspace()->parts().clock; // outlives every store
    return [clock, notebook = workspace()->notebook()->id()](Database &db) {
        const QDate today = dayOf(clock->now());
        const Round round = roundOf(teachingOf(db, notebook), today);
        const QSet<Id> sampled = sampledIn(db, round);
        std::vector<RoundRow> rows;
        Statement &row =
            db.use("SELECT t.id, t.name, EXISTS (SELECT 1 FROM absence a WHERE a.student = t.id AND "
                   "a.day = ? AND a.deleted = 0) FROM student t "
                   "WHERE t.deleted = 0 AND coalesce(t.archived, 0) = 0 ORDER BY t.position, t.row")
                .with(today.toString(Qt::ISODate));
        while (row.step())
            rows.push_back(
                {row.id(0), row.text(1), sampled.contains(row.id(0)), row.number(2) != 0, round.last});
        row.reset();
        return rows;
    };
}

} // namespace inkstep
