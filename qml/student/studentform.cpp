#include "studentform.h"

#include "days.h"
#include "ingest/roster/roster.h"
#include "store/layout.h"
#include "studentlist.h"

#include <QDateTime>
#include <QLocale>

namespace inkstep {

namespace {

QString dateText(const std::optional<Moment> &moment) {
    return moment ? shortDay(*moment) : QString();
}

// As it is shown, as the locale writes dates in figures, or 2026-09-01 anywhere. Two-digit years are of this
// century.
std::optional<QDate> dateFrom(const QString &text) {
    QDate date = QDate::fromString(text.trimmed(), Qt::ISODate);
    if (!date.isValid())
        date = QLocale().toDate(text.simplified(), QStringLiteral("d MMM yyyy"));
    if (!date.isValid())
        date = QLocale().toDate(text.trimmed(), QLocale::ShortFormat);
    if (date.isValid() && date.year() < 2000)
        date = date.addYears(100);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<Moment> momentFrom(const QString &text, const std::optional<Moment> &kept) {
    if (text.trimmed().isEmpty())
        return {};
    if (text == dateText(kept))
        return kept; // another device's time zone may have chosen another hour of that day
    const auto date = dateFrom(text);
    return date ? std::optional(fromMs(date->startOfDay().toMSecsSinceEpoch())) : kept;
}

} // namespace

void StudentForm::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    m_workspace = workspace;
    if (workspace)
        connect(workspace, &Workspace::notebookClosing, this, [this] { m_watch.reset(); });
    emit workspaceChanged();
    watch();
}

void StudentForm::setStudentId(const QString &id) {
    if (m_id == idFromText(id))
        return;
    m_id = idFromText(id);
    emit studentIdChanged();
    watch();
}

void StudentForm::watch() {
    m_watch.reset();
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook || m_id.isNull())
        return;
    m_watch = notebook->store().watch(
        kindsOf<Student, Sample, Page, Note, CheckBack>(), [id = m_id](Database &db) { return load(db, id); },
        this, [this](Loaded loaded) { show(std::move(loaded)); });
}

StudentForm::Loaded StudentForm::load(Database &db, const Id &id) {
    Loaded loaded;
    Statement &there = db.use("SELECT 1 FROM student WHERE id = ? AND deleted = 0").with(id);
    const bool exists = there.step();
    there.reset();
    if (!exists)
        return loaded;
    loaded.student = find<Student>(db, id);
    Statement &counts =
        db.use("WITH mine AS (SELECT id FROM sample WHERE student = ?1 AND deleted = 0), "
               "sheets AS (SELECT id FROM page WHERE deleted = 0 AND sample IN (SELECT id FROM mine)) "
               "SELECT (SELECT count(*) FROM mine), (SELECT count(*) FROM sheets), "
               "(SELECT count(*) FROM note WHERE deleted = 0 AND about IN "
               "(SELECT ?1 UNION ALL SELECT id FROM mine UNION ALL SELECT id FROM sheets)), "
               "(SELECT count(*) FROM checkBack WHERE student = ?1 AND deleted = 0 AND "
               "coalesce(outcome, 'waiting') = 'waiting')")
            .with(id);
    if (counts.step()) {
        loaded.samples = counts.number(0);
        loaded.pages = counts.number(1);
        loaded.notes = counts.number(2);
        loaded.checkBacks = counts.number(3);
    }
    counts.reset();
    return loaded;
}

void StudentForm::show(Loaded now) {
    m_samples = now.samples;
    m_pages = now.pages;
    m_notes = now.notes;
    m_checkBacks = now.checkBacks;
    m_missing = !now.student;
    // What is being typed stays, also when another device changes the student meanwhile.
    const bool keepTyped = m_student && changed();
    m_student = std::move(now.student);
    if (m_student && !keepTyped) {
        m_name = m_student->name;
        m_grade = m_student->grade;
        m_homeLanguage = m_student->homeLanguage;
        m_supports = m_student->supports;
        m_from = dateText(m_student->from);
        m_until = dateText(m_student->until);
        emit edited();
    }
    emit loaded();
}

QString StudentForm::firstDayExample() const {
    return shortDay(fromMs(QDate(2026, 9, 1).startOfDay().toMSecsSinceEpoch()));
}

QString StudentForm::lastDayExample() const {
    return shortDay(fromMs(QDate(2027, 7, 2).startOfDay().toMSecsSinceEpoch()));
}

QString StudentForm::nameError() const {
    if (m_name.trimmed().isEmpty())
        return tr("A student needs a name.");
    if (m_name.simplified().size() > RosterBounds::nameLength)
        return tr("This name is too long: %1 letters are the most.").arg(RosterBounds::nameLength);
    return {};
}

QString StudentForm::textError() const {
    for (const QString &text : {m_grade, m_homeLanguage, m_supports}) {
        if (text.size() > RosterBounds::otherLength)
            return tr("This is too long: %1 letters are the most.").arg(RosterBounds::otherLength);
    }
    return {};
}

QString StudentForm::fromError() const {
    if (m_from.trimmed().isEmpty() || dateFrom(m_from))
        return {};
    return tr("This is not a date. Write it like %1.").arg(firstDayExample());
}

QString StudentForm::untilError() const {
    if (m_until.trimmed().isEmpty())
        return {};
    const auto until = dateFrom(m_until);
    if (!until)
        return tr("This is not a date. Write it like %1.").arg(lastDayExample());
    const auto from = dateFrom(m_from);
    if (from && *until < *from)
        return tr("The last day is before the first.");
    return {};
}

bool StudentForm::valid() const {
    return nameError().isEmpty() && textError().isEmpty() && fromError().isEmpty() && untilError().isEmpty();
}

Student StudentForm::asTyped() const {
    Student typed = *m_student;
    typed.name = m_name.simplified();
    typed.grade = m_grade.trimmed();
    typed.homeLanguage = m_homeLanguage.trimmed();
    typed.supports = m_supports.trimmed();
    typed.from = momentFrom(m_from, m_student->from);
    typed.until = momentFrom(m_until, m_student->until);
    return typed;
}

bool StudentForm::changed() const {
    return m_student && !(asTyped() == *m_student);
}

QString StudentForm::belongings() const {
    if (m_samples == 0 && m_notes == 0)
        return tr("Nothing has been kept for this student yet.");
    const QString samples = m_samples == 1 ? tr("1 sample") : tr("%1 samples").arg(m_samples);
    const QString pages = m_pages == 1 ? tr("1 page") : tr("%1 pages").arg(m_pages);
    const QString notes = m_notes == 1 ? tr("1 note") : tr("%1 notes").arg(m_notes);
    return tr("This goes along: %1, %2, %3.").arg(samples, pages, notes);
}

QString StudentForm::waiting() const {
    if (m_checkBacks == 0)
        return {};
    return m_checkBacks == 1 ? tr("An open check-back waits until the student is back.")
                             : tr("%1 open check-backs wait until the student is back.").arg(m_checkBacks);
}

void StudentForm::perform(Edit edit) {
    if (edit.isEmpty()) {
        emit done();
        return;
    }
    m_workspace->perform(std::move(edit), [self = QPointer(this)](bool kept) {
        if (self && kept)
            emit self->done();
    });
}

void StudentForm::save() {
    if (m_workspace && m_student && valid())
        perform(std::move(Edit(tr("Change %1").arg(m_student->name)).changed(*m_student, asTyped())));
}

void StudentForm::setArchived(bool archived) {
    if (!m_workspace || !m_student)
        return;
    const QString label = archived ? archiveLabel(m_student->name, m_checkBacks)
                                   : tr("Bring %1 back to class").arg(m_student->name);
    perform(std::move(Edit(label).set(m_id, &Student::archived, archived)));
}

void StudentForm::remove() {
    if (m_workspace && m_student)
        perform(std::move(Edit(tr("Delete %1").arg(m_student->name)).remove<Student>(m_id)));
}

} // namespace inkstep
