// Settings: looks and habits of this device, the notebook's name, its bank of skills, and what Inkstep is.
// In: what a person chooses; a pack of skills as a file. Out: preferences kept beside the notebooks, one edit
// for a pack taken in, a file for a pack handed on.
#pragma once

#include "ingest/skillbank.h"
#include "workspace.h"

#include <QUrl>

namespace inkstep {

// The bank of skills of a notebook as a whole: how much there is, in and out as a pack.
class SkillBankModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(int skills READ skills NOTIFY changed)
    Q_PROPERTY(int traits READ traits NOTIFY changed)
    // What the last pack in or out did, in a sentence.
    Q_PROPERTY(QString outcome READ outcome NOTIFY outcomeChanged)

public:
    using QObject::QObject;

    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    bool ready() const { return m_ready; }
    int skills() const { return m_skills; }
    int traits() const { return m_traits; }
    QString outcome() const { return m_outcome; }

    // What the pack that comes with Inkstep has and this notebook has not.
    Q_INVOKABLE void takeInBuiltIn();
    Q_INVOKABLE void takeIn(const QUrl &file);
    Q_INVOKABLE void handOn(const QUrl &file);

signals:
    void workspaceChanged();
    void changed();
    void outcomeChanged();

private:
    struct Outcome {
        Edit edit;
        int added = 0;
    };
    void watch();
    void tell(const QString &sentence);
    // `read` runs behind the interface and gives the pack.
    void takeInFrom(std::function<Result<SkillPack>()> read, const QString &label);

    QPointer<Workspace> m_workspace;
    std::unique_ptr<Watch> m_watch;
    bool m_ready = false;
    int m_skills = 0;
    int m_traits = 0;
    QString m_outcome;
    Executor m_executor;
};

} // namespace inkstep
