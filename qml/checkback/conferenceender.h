#pragma once

#include "workspace.h"

#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace inkstep {

// Ends the conferences this device was closed in the middle of, at the last thing done in them, when their
// notebook is opened. Those of other devices only when they are half a day old: till then they may go on.
class ConferenceEnder : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)

public:
    using QObject::QObject;
    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);

signals:
    void workspaceChanged();
    void ended(int count);

private:
    void endThem();

    QPointer<Workspace> m_workspace;
};

} // namespace inkstep
