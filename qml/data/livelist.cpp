#include "livelist.h"

namespace inkstep {

void LiveListBase::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    if (m_workspace)
        m_workspace->disconnect(this);
    m_workspace = workspace;
    if (workspace) {
        connect(workspace, &Workspace::notebookClosing, this, [this] { clear(); });
        connect(workspace, &Workspace::notebookChanged, this, [this] { rerun(); });
    }
    emit workspaceChanged();
    rerun();
}

void LiveListBase::setReady(bool ready) {
    if (m_ready == ready)
        return;
    m_ready = ready;
    emit readyChanged();
}

} // namespace inkstep
