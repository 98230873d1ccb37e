#pragma once

#include "workspace.h"

namespace inkstep {

// Another try after the notebook could not be opened.
class Reopener : public QObject {
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;
    Q_INVOKABLE void open(inkstep::Workspace *workspace) {
        if (!workspace)
            return;
        if (Profile *profile = workspace->profile()) // it is held: only the notebook was refused
            workspace->showNotebook(idText(profile->current()));
        else
            workspace->open();
    }
};

} // namespace inkstep
