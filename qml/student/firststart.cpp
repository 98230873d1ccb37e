#include "firststart.h"

#include "ingest/enroll.h"
#include "ingest/skillbank.h"

namespace inkstep {

void FirstStart::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    m_workspace = workspace;
    emit workspaceChanged();
}

void FirstStart::setBusy(bool busy) {
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged();
}

void FirstStart::startClass(const QString &name, const QString &names) {
    if (!m_workspace || m_busy)
        return;
    Roster roster;
    if (!names.trimmed().isEmpty()) {
        auto read = readRosterText(names, tr("This list"));
        if (!read)
            return m_workspace->report(read.error());
        roster = std::move(*read);
    }
    const QString title = name.simplified().isEmpty() ? tr("My class") : name.simplified();
    setBusy(true);
    Workspace *workspace = m_workspace;
    // This page goes when the notebook opens; what is still to do belongs to the workspace.
    auto *once = new QObject(workspace);
    connect(workspace, &Workspace::failed, once, [this, self = QPointer(this), once] {
        once->deleteLater();
        if (self)
            setBusy(false);
    });
    connect(workspace, &Workspace::notebookChanged, once, [workspace, once, roster] {
        once->deleteLater();
        Notebook *notebook = workspace->notebook();
        if (!notebook)
            return;
        if (const auto pack = builtInSkillPack()) {
            notebook->store().commit(takeInSkills(*pack, notebook->id(), {}), workspace,
                                     [workspace](const Result<Committed> &kept) {
                                         if (!kept)
                                             workspace->report(kept.error());
                                     });
        }
        if (!roster.entries.empty())
            workspace->perform(
                enroll(roster.entries, 0, workspace->parts().clock, workspace->parts().random));
    });
    workspace->startClass(title);
}

} // namespace inkstep
