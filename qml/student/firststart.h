#pragma once

#include "workspace.h"

#include <QtQml/qqmlregistration.h>

namespace inkstep {

// Starting a class: a notebook, the bank of skills, and the students, from a name and a pasted list.
class FirstStart : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)

public:
    using QObject::QObject;
    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    bool busy() const { return m_busy; }

    // `names` as pasted; empty is allowed, students can come later. What cannot be read as names is told by
    // the workspace and nothing is started.
    Q_INVOKABLE void startClass(const QString &name, const QString &names);

signals:
    void workspaceChanged();
    void busyChanged();

private:
    void setBusy(bool busy);

    QPointer<Workspace> m_workspace;
    bool m_busy = false;
};

} // namespace inkstep
