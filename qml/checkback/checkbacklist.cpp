#include "checkbacklist.h"

#include "days.h"
#include "store/layout.h"

#include <algorithm>

namespace inkstep {

namespace {

constexpr std::chrono::seconds lookEvery{1};

int rankOf(Standby standby) {
    switch (standby) {
    case Standby::Due:
        return 0;
    case Standby::Later:
        return 1;
    case Standby::LeftOver:
        return 2;
    }
    return 2;
}

bool comesBefore(const CheckBackRow &a, const CheckBackRow &b) {
    const auto key = [](const CheckBackRow &row) {
        return std::tuple(rankOf(row.standing.standby), row.kept.due.value_or(Moment{}));
    };
    return key(a) < key(b);
}

Outcome outcomeOf(CheckBackRows::Answer how) {
    switch (how) {
    case CheckBackRows::SeenIt:
        return Outcome::Seen;
    case CheckBackRows::Started:
        return Outcome::Started;
    case CheckBackRows::NotYet:
        return Outcome::NotSeen;
    case CheckBackRows::LetDrop:
        return Outcome::Dropped;
    }
    return Outcome::Dropped;
}

} // namespace

CheckBackRows::CheckBackRows(QObject *parent) : LiveList<CheckBackRow>(parent) {
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &CheckBackRows::lookAtClock);
    m_look.start();
}

int CheckBackRows::countOf(Standby standby) const {
    return static_cast<int>(std::count_if(rows().begin(), rows().end(), [=](const CheckBackRow &row) {
        return row.standing.standby == standby;
    }));
}

const CheckBackRow *CheckBackRows::find(const QString &id) const {
    const auto found =
        std::find_if(rows().begin(), rows().end(),
                     [wanted = idFromText(id)](const CheckBackRow &row) { return row.id == wanted; });
    return found == rows().end() ? nullptr : &*found;
}

const CheckBackRow *CheckBackRows::firstDue() const {
    return rows().empty() || rows().front().standing.standby != Standby::Due ? nullptr : &rows().front();
}

QString CheckBackRows::dueId() const {
    return firstDue() ? idText(firstDue()->id) : QString();
}

QString CheckBackRows::dueName() const {
    return firstDue() ? firstDue()->name : QString();
}

QString CheckBackRows::dueWords() const {
    return firstDue() ? firstDue()->expect : QString();
}

QStringList CheckBackRows::dueIds() const {
    QStringList ids;
    for (const CheckBackRow &row : rows()) {
        if (row.standing.standby == Standby::Due)
            ids << idText(row.id) + QString::number(toMs(row.kept.due.value_or(Moment{})));
    }
    return ids;
}

QStringList CheckBackRows::dueNames() const {
    QStringList names;
    for (const CheckBackRow &row : rows()) {
        if (row.standing.standby == Standby::Due)
            names << row.name;
    }
    return names;
}

QString CheckBackRows::summary() const {
    QStringList parts;
    for (const CheckBackRow &row : rows()) {
        if (row.standing.standby == Standby::Due)
            parts << tr("%1 now", "a student whose check-back is due").arg(row.name);
        else if (row.standing.standby == Standby::Later)
            parts << tr("%1 %2 min", "a student, and in how many minutes")
                         .arg(row.name)
                         .arg(row.standing.minutes);
    }
    return parts.join(tr(", "));
}

void CheckBackRows::lookAtClock() {
    if (!workspace())
        return;
    const Moment now = workspace()->parts().clock.now();
    const bool stale = std::any_of(rows().begin(), rows().end(), [now](const CheckBackRow &row) {
        return !(row.standing == standingOf(row.kept, now)) ||
               (row.standing.standby == Standby::LeftOver && row.day != dayName(row.kept.due, now));
    });
    if (stale)
        rerun();
}

void CheckBackRows::answer(const QString &checkBack, Answer how) {
    const CheckBackRow *row = find(checkBack);
    if (!row)
        return;
    CheckBack after = row->kept;
    after.outcome = outcomeOf(how);
    after.answered = workspace()->parts().clock.now();
    workspace()->perform(Edit(tr("Check-back of %1").arg(row->name)).changed(row->kept, after));
}

void CheckBackRows::later(const QString &checkBack, int minutes) {
    const CheckBackRow *row = find(checkBack);
    if (!row)
        return;
    const Moment now = workspace()->parts().clock.now();
    CheckBack after = row->kept;
    after.set = now; // what was meant is counted from here, should the clock jump
    after.due = dueIn(minutes, now);
    workspace()->perform(Edit(tr("Put off check-back")).changed(row->kept, after));
}

void CheckBackRows::dropLeftOver() {
    Edit edit(tr("Let old check-backs drop"));
    for (const CheckBackRow &row : rows()) {
        if (row.standing.standby != Standby::LeftOver)
            continue;
        CheckBack after = row.kept;
        after.outcome = Outcome::Dropped;
        after.answered = workspace()->parts().clock.now();
        edit.changed(row.kept, after);
    }
    if (!edit.isEmpty())
        workspace()->perform(std::move(edit));
}

CheckBackRows::Query CheckBackRows::query() const {
    const Clock *clock = &workspace()->parts().clock; // outlives every store
    return [clock](Database &db) {
        const Moment now = clock->now();
        std::vector<CheckBackRow> rows;
        static const std::string sql =
            "SELECT " + columnsOf<CheckBack>("c") +
            ", s.name FROM checkBack c JOIN student s ON s.id = c.student WHERE c.deleted = 0 "
            "AND coalesce(c.outcome, 'waiting') = 'waiting' "
            "AND s.deleted = 0 AND coalesce(s.archived, 0) = 0 ORDER BY c.made, c.row";
        Statement &found = db.use(sql);
        while (found.step()) {
            CheckBackRow row;
            row.kept = readRow<CheckBack>(found);
            row.id = row.kept.id;
            row.student = row.kept.student;
            row.expect = row.kept.expect;
            row.name = found.text(inkstep::columnCount<CheckBack>()); // not the model's
            row.standing = standingOf(row.kept, now);
            if (row.standing.standby == Standby::LeftOver)
                row.day = dayName(row.kept.due, now);
            rows.push_back(std::move(row));
        }
        found.reset();
        std::stable_sort(rows.begin(), rows.end(), comesBefore);
        return rows;
    };
}

const std::vector<CheckBackRows::Role> &CheckBackRows::roles() const {
    static const std::vector<Role> table{
        {"checkBackId", [](const CheckBackRow &r) { return QVariant(idText(r.id)); }},
        {"studentId", [](const CheckBackRow &r) { return QVariant(idText(r.student)); }},
        {"name", [](const CheckBackRow &r) { return QVariant(r.name); }},
        {"expect", [](const CheckBackRow &r) { return QVariant(r.expect); }},
        {"due", [](const CheckBackRow &r) { return QVariant(r.standing.standby == Standby::Due); }},
        {"leftOver", [](const CheckBackRow &r) { return QVariant(r.standing.standby == Standby::LeftOver); }},
        {"minutes", [](const CheckBackRow &r) { return QVariant(r.standing.minutes); }},
        {"when",
         [](const CheckBackRow &r) {
             switch (r.standing.standby) {
             case Standby::Due:
                 return QVariant(tr("now"));
             case Standby::Later:
                 return QVariant(tr("%1 min", "minutes until a check-back").arg(r.standing.minutes));
             case Standby::LeftOver:
                 return QVariant(r.day);
             }
             return QVariant();
         }},
    };
    return table;
}

} // namespace inkstep
