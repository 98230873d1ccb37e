#include "planlist.h"

#include "ways.h"

#include <QLocale>
#include <algorithm>

namespace inkstep {

namespace {
constexpr int mostMinutes = 240;
}

PlanList::PlanList(QObject *parent) : LiveList<PlanRow>(parent) {
    const auto again = [this] {
        emit dayChanged();
        rerun();
    };
    connect(&m_turn, &DayTurn::turned, this, again);
    connect(this, &LiveListBase::workspaceChanged, this, [this] {
        m_turn.follow(workspace() ? &workspace()->parts().clock : nullptr);
        if (workspace()) {
            connect(workspace(), &Workspace::notebookClosing, this, [this] { m_minutesWatch.reset(); });
            connect(workspace(), &Workspace::notebookChanged, this, &PlanList::readMinutes);
        }
        readMinutes();
        emit dayChanged();
    });
}

void PlanList::readMinutes() {
    m_minutesWatch.reset();
    Notebook *notebook = workspace() ? workspace()->notebook() : nullptr;
    if (!notebook)
        return;
    m_minutesWatch = notebook->store().watch(
        kindsOf<Teaching>(), [id = notebook->id()](Database &db) { return teachingOf(db, id); }, this,
        [this](const Teaching &teaching) {
            const auto sensible = [](qint64 written, int usual) {
                return written >= 1 && written <= 366 ? static_cast<int>(written) : usual;
            };
            m_allMinutes = sensible(teaching.blockMinutes, 40);
            m_conference = sensible(teaching.conferenceMinutes, 5);
            m_group = sensible(teaching.groupMinutes, 10);
            emit summaryChanged();
        });
}

void PlanList::setDay(const QString &day) {
    if (day == m_day)
        return;
    m_day = day;
    emit dayChanged();
    rerun();
}

void PlanList::setOfToday(bool today) {
    if (today == m_ofToday)
        return;
    m_ofToday = today;
    emit dayChanged();
    rerun();
}

void PlanList::setSuggests(bool suggests) {
    if (suggests == m_suggests)
        return;
    m_suggests = suggests;
    emit dayChanged();
    rerun();
}

QDate PlanList::date() const {
    const QDate today = m_turn.today();
    if (m_ofToday)
        return today;
    const QDate asked = QDate::fromString(m_day, Qt::ISODate);
    return asked.isValid() ? asked : nextSchoolDay(today);
}

QString PlanList::dayName() const {
    const qint64 ahead = m_turn.today().daysTo(date());
    if (ahead == 0)
        return tr("Today");
    return ahead == 1 ? tr("Tomorrow") : QLocale().dayName(date().dayOfWeek());
}

QString PlanList::dayWords() const {
    return QLocale().toString(date(), tr("dddd, d MMMM"));
}

bool PlanList::kept() const {
    return !rows().empty() && !rows().front().items.isEmpty();
}

int PlanList::minutes() const {
    int sum = 0;
    for (const PlanRow &row : rows())
        sum += row.minutes;
    return sum;
}

int PlanList::groups() const {
    return static_cast<int>(std::count_if(rows().begin(), rows().end(),
                                          [](const PlanRow &row) { return row.students.size() > 1; }));
}

int PlanList::left() const {
    return static_cast<int>(
        std::count_if(rows().begin(), rows().end(), [](const PlanRow &row) { return !row.done; }));
}

QString PlanList::summary() const {
    QStringList parts;
    const auto add = [&](int number, const QString &one, const QString &more) {
        if (number > 0)
            parts << (number == 1 ? one : more.arg(number));
    };
    add(groups(), tr("1 group"), tr("%1 groups"));
    add(conferences(), tr("1 conference"), tr("%1 conferences"));
    return parts.join(tr(", "));
}

QStringList PlanList::planned() const {
    QStringList ids;
    for (const PlanRow &row : rows()) {
        for (const Id &student : row.students)
            ids << idText(student);
    }
    return ids;
}

void PlanList::keep() {
    change(tr("Keep the plan"), [](std::vector<PlanRow> &) {});
}

void PlanList::takeIn(const QStringList &students, const QString &skill) {
    PlanRow row;
    for (const QString &text : students) {
        if (const Id id = idFromText(text); !id.isNull() && !row.students.contains(id))
            row.students << id;
    }
    if (row.students.isEmpty())
        return;
    row.skill = idFromText(skill);
    row.minutes = row.students.size() > 1 ? m_group : m_conference;
    row.first = row.students.front();
    const Id key = derivedId(row.students, row.skill);
    const bool there = std::any_of(rows().begin(), rows().end(), [&](const PlanRow &one) {
        return derivedId(one.students, one.skill) == key;
    });
    if (!there)
        change(tr("Take into the plan"), [&](std::vector<PlanRow> &all) { all.push_back(row); });
}

void PlanList::takeOut(int row) {
    if (row >= 0 && row < count())
        change(tr("Take out of the plan"), [&](std::vector<PlanRow> &all) { all.erase(all.begin() + row); });
}

void PlanList::move(int row, int by) {
    const int to = row + by;
    if (row < 0 || to < 0 || row >= count() || to >= count() || by == 0)
        return;
    change(tr("Move in the plan"), [&](std::vector<PlanRow> &all) {
        const PlanRow moved = all[static_cast<std::size_t>(row)];
        all.erase(all.begin() + row);
        all.insert(all.begin() + to, moved);
    });
}

void PlanList::setMinutes(int row, int minutes) {
    if (row < 0 || row >= count())
        return;
    change(tr("Change minutes"), [&](std::vector<PlanRow> &all) {
        all[static_cast<std::size_t>(row)].minutes = std::clamp(minutes, 1, mostMinutes);
    });
}

void PlanList::setDone(int row, bool done) {
    if (row < 0 || row >= count())
        return;
    change(done ? tr("Mark as done") : tr("Mark as not done"),
           [&](std::vector<PlanRow> &all) { all[static_cast<std::size_t>(row)].done = done; });
}

void PlanList::startOver() {
    change(tr("Suggest a plan anew"), [](std::vector<PlanRow> &all) { all.clear(); });
}

// The change shows at once; the notebook's own answer comes to the same.
void PlanList::change(const QString &label, const std::function<void(std::vector<PlanRow> &)> &how) {
    Notebook *to = workspace() ? workspace()->notebook() : nullptr;
    if (!to || !ready())
        return;
    const std::vector<PlanRow> before = rows();
    std::vector<PlanRow> after = before;
    how(after);
    const QString day = date().toString(Qt::ISODate);
    Edit edit(label);
    // What stands in order keeps its place; new parts, which have none yet, come after.
    qint64 last = -1;
    bool inOrder = true;
    for (const PlanRow &row : after) {
        inOrder = inOrder && (row.position < 0 || row.position >= last);
        last = std::max(last, row.position);
    }
    qint64 position = -1;
    for (PlanRow &row : after) {
        // In order, with gaps where something was taken out.
        position = std::max(position + 1, inOrder ? row.position : 0);
        if (row.items.isEmpty()) {
            PlanItem item;
            item.id = to->store().makeId();
            item.day = day;
            item.position = position;
            item.minutes = row.minutes;
            item.students = row.students;
            item.skill = row.skill;
            item.done = row.done;
            edit.create(item);
            row.id = item.id;
            row.items << item.id;
            row.position = position;
            continue;
        }
        const auto was =
            std::find_if(before.begin(), before.end(), [&](const PlanRow &one) { return one.id == row.id; });
        for (const Id &item : std::as_const(row.items)) {
            // Only what is elsewhere now: an undo of something else must find it untouched.
            if (row.position != position)
                edit.set(item, &PlanItem::position, position);
            if (was->minutes != row.minutes)
                edit.set(item, &PlanItem::minutes, static_cast<qint64>(row.minutes));
            if (was->done != row.done)
                edit.set(item, &PlanItem::done, row.done);
        }
        row.position = position;
    }
    for (const PlanRow &row : before) {
        const bool stays =
            std::any_of(after.begin(), after.end(), [&](const PlanRow &one) { return one.id == row.id; });
        for (const Id &item : row.items) {
            if (!stays)
                edit.remove<PlanItem>(item);
        }
    }
    if (edit.isEmpty())
        return;
    if (!after.empty()) // else the suggestion comes in a moment
        show(after);
    workspace()->perform(std::move(edit), [this](bool saved) {
        if (!saved)
            rerun();
    });
}

QString PlanList::describe(const PlanRow &row) const {
    const QString names = row.names.join(tr(", "));
    const QString what = row.students.size() > 1
                             ? (row.skillName.isEmpty() ? tr("Group: %1").arg(names)
                                                        : tr("Group: %1, %2").arg(names, row.skillName))
                             : (row.step.isEmpty() ? tr("Conference with %1").arg(names)
                                                   : tr("Conference with %1, %2").arg(names, row.step));
    return tr("%1, %2 minutes").arg(what).arg(row.minutes) + (row.done ? tr(", done") : QString());
}

const std::vector<PlanList::Role> &PlanList::roles() const {
    static const std::vector<Role> table{
        {"itemId", [](const PlanRow &r) { return QVariant(idText(r.id)); }},
        {"names", [](const PlanRow &r) { return QVariant(r.names); }},
        {"studentId", [](const PlanRow &r) { return QVariant(idText(r.first)); }},
        {"skillId",
         [](const PlanRow &r) { return QVariant(r.skill.isNull() ? QString() : idText(r.skill)); }},
        {"skillName", [](const PlanRow &r) { return QVariant(r.skillName); }},
        {"step", [](const PlanRow &r) { return QVariant(r.step); }},
        {"minutes", [](const PlanRow &r) { return QVariant(r.minutes); }},
        {"done", [](const PlanRow &r) { return QVariant(r.done); }},
        {"isGroup", [](const PlanRow &r) { return QVariant(r.students.size() > 1); }},
        {"away", [](const PlanRow &r) { return QVariant(r.away); }},
    };
    return table;
}

KindSet PlanList::kinds() const {
    return kindsOf<Student, Sample, Page, Note, Answer, Skill, Check, Absence, Conference, PlanItem,
                   Teaching>();
}

PlanList::Query PlanList::query() const {
    return [notebook = workspace()->notebook()->id(), day = date(), suggests = m_suggests](Database &db) {
        return readPlan(db, notebook, day, suggests);
    };
}

} // namespace inkstep
