#include "classsheet.h"

#include "ways.h"

#include <QDateTime>

namespace inkstep {

namespace {
constexpr std::chrono::minutes clockLook{1}; // how late after midnight today may still be yesterday
}

ClassSheet::ClassSheet(QObject *parent) : QObject(parent) {
    m_clockTimer.setInterval(clockLook);
    connect(&m_clockTimer, &QTimer::timeout, this, &ClassSheet::lookAtClock);
    m_clockTimer.start();
}

void ClassSheet::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    if (m_workspace)
        m_workspace->disconnect(this);
    m_workspace = workspace;
    if (workspace) {
        connect(workspace, &Workspace::notebookClosing, this, &ClassSheet::clear);
        connect(workspace, &Workspace::notebookChanged, this, &ClassSheet::rerun);
    }
    emit workspaceChanged();
    rerun();
}

void ClassSheet::clear() {
    m_watch.reset();
    ++m_run;
    m_pending.clear();
    m_levels.clear();
    m_awaited.reset();
    m_stored = {};
    m_ready = false;
    show();
}

void ClassSheet::rerun() {
    m_watch.reset();
    const int run = ++m_run; // an earlier query's answer may still be on its way
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook)
        return;
    m_watch = notebook->store().watch(
        kindsOf<Student, Skill, Check, Absence, WorkBlock, Teaching>(),
        [id = notebook->id(), device = notebook->store().device(), clock = &m_workspace->parts().clock](
            Database &db) { return readSheet(db, id, device, clock->now()); },
        this,
        [this, run](SheetData data) {
            if (run == m_run)
                take(std::move(data));
        });
}

void ClassSheet::take(SheetData data) {
    const bool first = !m_ready;
    m_ready = true;
    if (!first && data == m_stored)
        return;
    m_stored = std::move(data);
    show();
}

void ClassSheet::lookAtClock() {
    if (!m_workspace || !m_ready)
        return;
    const QDate day = dayOf(m_workspace->parts().clock.now());
    if (day == m_stored.day)
        return;
    m_stored.turnTo(day);
    show();
    rerun(); // who is expected may differ too
}

void ClassSheet::show() {
    const auto same = [](const auto &a, const auto &b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const auto &x, const auto &y) { return x.id == y.id; });
    };
    SheetData next = m_stored;
    for (const Pending &change : m_pending)
        apply(next, change);
    const bool structure = !same(next.students, m_shown.students) || !same(next.skills, m_shown.skills);
    m_shown = std::move(next);
    std::vector<SheetName> names;
    names.reserve(m_shown.students.size());
    for (const SheetStudent &student : m_shown.students)
        names.push_back({student.id, student.name, student.absent()});
    m_names.fill(std::move(names));
    tellColumns();
    if (structure || !m_ready || m_shown.students.empty() || m_shown.skills.empty())
        emit changed();
    emit marksChanged();
}

void ClassSheet::tellColumns() {
    std::vector<SheetColumn> columns;
    columns.reserve(m_shown.skills.size());
    for (int column = 0; column < m_shown.columns(); ++column) {
        const SheetSkill &skill = m_shown.skills[static_cast<std::size_t>(column)];
        columns.push_back(
            {skill.id, skill.name, m_shown.decision(column), m_shown.thresholds, levelOf(column)});
    }
    m_columns.fill(std::move(columns));
}

void ClassSheet::apply(SheetData &to, const Pending &change) const {
    const int row = to.rowOf(change.student);
    if (row < 0)
        return;
    if (change.absences)
        to.students[static_cast<std::size_t>(row)].absences = *change.absences;
    const int column = to.columnOf(change.skill);
    if (column < 0)
        return;
    for (const Id &id : change.remove)
        to.take(row, column, id);
    for (const SheetMark &mark : change.add)
        to.add(row, column, mark);
    if (change.evidence) {
        SheetCell &cell = to.cell(row, column);
        for (SheetMark &mark : cell.today) {
            if (mark.id == change.evidence->first)
                mark.evidence = change.evidence->second;
        }
        if (cell.last && cell.last->id == change.evidence->first)
            cell.last->evidence = change.evidence->second;
    }
}

// What was read before the change was committed is delivered before `then` is called, so the change stays on
// its way until then, and every later answer of the live query holds it.
void ClassSheet::perform(Pending change, Edit edit) {
    change.serial = ++m_serial;
    const int serial = change.serial;
    apply(m_shown, change);
    m_pending.push_back(std::move(change));
    if (m_pending.back().absences)
        show();
    else
        tellColumns();
    emit marksChanged();
    m_workspace->perform(std::move(edit), [self = QPointer(this), serial](bool kept) {
        if (!self)
            return;
        const auto found = std::find_if(self->m_pending.begin(), self->m_pending.end(),
                                        [serial](const Pending &one) { return one.serial == serial; });
        if (found == self->m_pending.end())
            return; // another notebook is shown by now
        if (kept)
            self->apply(self->m_stored, *found);
        self->m_pending.erase(found);
        if (!kept)
            self->show();
    });
}

bool ClassSheet::at(int row, int column) const {
    return m_workspace && row >= 0 && column >= 0 && row < rows() && column < columns();
}

QString ClassSheet::summary() const {
    const auto absent = std::count_if(m_shown.students.begin(), m_shown.students.end(),
                                      [](const SheetStudent &student) { return student.absent(); });
    const auto here = rows() - absent;
    return absent > 0 ? tr("%1 here, %2 absent").arg(here).arg(absent) : tr("%1 here").arg(here);
}

// What was used last in the column: here, or today before the page was opened, or alone.
int ClassSheet::levelOf(int column) const {
    const auto used = m_levels.constFind(m_shown.skills[static_cast<std::size_t>(column)].id);
    if (used != m_levels.constEnd())
        return static_cast<int>(*used);
    const SheetMark *latest = nullptr;
    for (int row = 0; row < rows(); ++row) {
        const SheetMark *own = m_shown.cell(row, column).ownToday();
        if (own && (!latest || own->at > latest->at))
            latest = own;
    }
    return static_cast<int>(latest ? latest->level : SupportLevel::Alone);
}

QString ClassSheet::spokenMark(int row, int column) const {
    const SheetMark *mark = m_shown.cell(row, column).shown();
    if (!mark)
        return tr("nothing recorded");
    const QString level = m_levelNames.value(static_cast<int>(mark->level));
    const qint64 days = dayOf(mark->at).daysTo(m_shown.day);
    const QString when = days <= 0 ? tr("today") : days == 1 ? tr("yesterday") : tr("%1 days ago").arg(days);
    QStringList words{level};
    if (mark->trying)
        words << tr("trying");
    words << when;
    if (!mark->evidence.isNull())
        words << tr("with a photo");
    return words.join(QStringLiteral(", "));
}

QString ClassSheet::spoken(int row, int column) const {
    if (row < 0 || column < 0 || row >= rows() || column >= columns())
        return {};
    const SheetStudent &student = m_shown.students[static_cast<std::size_t>(row)];
    QStringList words{student.name, m_shown.skills[static_cast<std::size_t>(column)].name,
                      spokenMark(row, column)};
    if (student.absent())
        words << tr("absent today");
    return words.join(QStringLiteral(", "));
}

QVariantMap ClassSheet::about(int row, int column) const {
    if (!at(row, column))
        return {};
    const SheetStudent &student = m_shown.students[static_cast<std::size_t>(row)];
    const SheetSkill &skill = m_shown.skills[static_cast<std::size_t>(column)];
    const SheetCell &cell = m_shown.cell(row, column);
    const SheetMark *mark = cell.shown();
    const SheetMark *own = cell.ownToday();
    return {
        {QStringLiteral("studentId"), idText(student.id)},
        {QStringLiteral("student"), student.name},
        {QStringLiteral("absent"), student.absent()},
        {QStringLiteral("skillId"), idText(skill.id)},
        {QStringLiteral("skill"), skill.name},
        {QStringLiteral("words"), spokenMark(row, column)},
        {QStringLiteral("marked"), mark != nullptr},
        {QStringLiteral("level"), mark ? static_cast<int>(mark->level) : -1},
        {QStringLiteral("trying"), own && own->trying},
        {QStringLiteral("today"), !cell.today.empty()},
        {QStringLiteral("own"), own != nullptr},
        {QStringLiteral("evidence"), mark && !mark->evidence.isNull() ? idText(mark->evidence) : QString()}};
}

QVariantMap ClassSheet::whoOf(const QString &skillId) const {
    const int column = columnOf(skillId);
    if (column < 0)
        return {};
    QVariantList notAlone, unchecked;
    for (int row = 0; row < rows(); ++row) {
        const SheetStudent &student = m_shown.students[static_cast<std::size_t>(row)];
        if (student.absent())
            continue;
        const LatestChecks checks = m_shown.cell(row, column).all();
        QVariantMap one{{QStringLiteral("studentId"), idText(student.id)},
                        {QStringLiteral("name"), student.name},
                        {QStringLiteral("level"), -1},
                        {QStringLiteral("levelName"), QString()}};
        if (checks.standing() == Standing::NotChecked)
            unchecked << one;
        if (checks.standing() != Standing::NotAlone)
            continue;
        // The help that was tried last says more than the "not yet" the decision rests on.
        const auto level = static_cast<int>(checks.latest()->level);
        one[QStringLiteral("level")] = level;
        one[QStringLiteral("levelName")] = m_levelNames.value(level);
        notAlone << one;
    }
    const Decision decision = m_shown.decision(column);
    return {{QStringLiteral("skillId"), skillId},
            {QStringLiteral("name"), m_shown.skills[static_cast<std::size_t>(column)].name},
            {QStringLiteral("sentence"), wordsOf(decision).sentence()},
            {QStringLiteral("alone"), decision.alone},
            {QStringLiteral("notAlone"), notAlone},
            {QStringLiteral("unchecked"), unchecked}};
}

} // namespace inkstep
