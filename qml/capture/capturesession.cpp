#include "capturesession.h"

#include "intake.h"
#include "store/layout.h"

namespace inkstep {

void CaptureSession::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    m_workspace = workspace;
    if (workspace) {
        connect(workspace->intake(), &Intake::kept, this,
                [this](int ticket, const QString &sample, const QString &page) {
                    if (!m_tickets.remove(ticket))
                        return;
                    if (m_sample.isNull()) {
                        m_sample = idFromText(sample);
                        m_before = m_pages = 0;
                        emit sampleChanged();
                    }
                    m_lastPage = page;
                    if (m_retake.isNull())
                        ++m_pages;
                    emit savingChanged();
                    emit keptChanged();
                    for (const QByteArray &held : std::exchange(m_held, {}))
                        shootNow(held);
                    emit kept(page);
                });
        connect(workspace->intake(), &Intake::failed, this, [this](int ticket) {
            if (!m_tickets.remove(ticket))
                return;
            // Each held shot is tried by itself: the one that failed must not take them along.
            for (const QByteArray &held : std::exchange(m_held, {}))
                shootNow(held);
            emit savingChanged();
        });
        connect(workspace, &Workspace::notebookClosing, this, [this] { m_nameWatch.reset(); });
    }
    emit workspaceChanged();
    watchName();
    countPages();
}

void CaptureSession::setStudentId(const QString &id) {
    const Id student = idFromText(id);
    if (student == m_student)
        return;
    m_student = student;
    m_studentName.clear();
    watchName();
    emit studentChanged();
}

void CaptureSession::setSampleId(const QString &id) {
    const Id sample = idFromText(id);
    if (sample == m_sample)
        return;
    m_sample = sample;
    m_before = m_pages = 0;
    countPages();
    emit sampleChanged();
}

void CaptureSession::setRetakeId(const QString &id) {
    m_retake = idFromText(id);
    emit sampleChanged();
}

void CaptureSession::countPages() {
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook || m_sample.isNull())
        return;
    notebook->store().read(
        [sample = m_sample](Database &db) {
            Statement &row =
                db.use("SELECT count(*) FROM page WHERE sample = ? AND deleted = 0").with(sample);
            const int pages = row.step() ? static_cast<int>(row.number(0)) : 0;
            row.reset();
            return pages;
        },
        this,
        [this, sample = m_sample](const Result<int> &pages) {
            if (!pages || sample != m_sample)
                return;
            m_before = std::max(0, *pages - m_pages); // those kept meanwhile are counted already
            emit keptChanged();
        });
}

void CaptureSession::watchName() {
    m_nameWatch.reset();
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook || m_student.isNull())
        return;
    const Id student = m_student;
    m_nameWatch = notebook->store().watch(
        kindsOf<Student>(),
        [student](Database &db) { return find<Student>(db, student).value_or(Student{}).name; }, this,
        [this, student](const QString &name) {
            if (student != m_student)
                return;
            m_studentName = name;
            emit studentChanged();
        });
}

void CaptureSession::await(int ticket) {
    m_tickets.insert(ticket);
    emit savingChanged();
}

void CaptureSession::shoot(const QByteArray &picture) {
    // The second page of a sample that is just being made waits the moment until the sample has its name.
    if (m_sample.isNull() && m_retake.isNull() && !m_tickets.isEmpty()) {
        m_held << picture;
        return;
    }
    shootNow(picture);
}

void CaptureSession::shootNow(const QByteArray &picture) {
    if (m_workspace)
        await(m_workspace->intake()->keep(picture, destination()));
}

Destination CaptureSession::destination() const {
    return {m_student, m_sample, m_independent ? SampleKind::Independent : SampleKind::InProgress, m_retake};
}

void CaptureSession::importFiles(const QList<QUrl> &files) {
    if (m_workspace && !files.isEmpty())
        await(m_workspace->intake()->keepFiles(files, destination()));
}

bool CaptureSession::paste() {
    return m_workspace && m_workspace->intake()->keepClipboard(destination());
}

void CaptureSession::nextSample() {
    setSampleId({});
    emit keptChanged();
}

void CaptureSession::giveTo(const QString &studentId) {
    setStudentId(studentId);
    if (!m_workspace || m_sample.isNull())
        return;
    m_workspace->perform(Edit(tr("Say whose page it is")).set(m_sample, &Sample::student, m_student));
}

} // namespace inkstep
