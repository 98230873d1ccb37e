#include "livevalue.h"

namespace inkstep {

void LiveValueBase::setWorkspace(Workspace *workspace) {
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

void LiveValueBase::setReady(bool ready) {
    m_ready = ready;
    emit changed();
}

} // namespace inkstep
