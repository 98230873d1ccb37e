// What a class teaches with: skills in their order and languages, traits, the ladder, the thresholds. In:
// what a person changes; a bank as a file. Out: one edit a change, with undo; a file to hand on; sentences
// about what cannot be.
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
    Q_PROPERTY(int students READ students NOTIFY changed) // in the class now
    // Skills that wait for each other, in a sentence; empty: none.
    Q_PROPERTY(QString circle READ circle NOTIFY changed)
    // What the last pack in or out did, in a sentence.
    Q_PROPERTY(QString outcome READ outcome NOTIFY outcomeChanged)

public:
    using QObject::QObject;

    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    bool ready() const { return m_ready; }
    int skills() const { return m_skills; }
    int traits() const { return m_traits; }
    int students() const { return m_students; }
    QString outcome() const { return m_outcome; }
    QString circle() const { return m_circle; }

    // What the thresholds mean for `all` students, in a sentence. Shares as text: "2/3".
    Q_INVOKABLE QString meaning(const QString &moveOnAt, const QString &teachAgainBelow, int all) const;

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
        bool words = false; // traits, languages
        bool rungs = false; // names of support levels
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
    int m_students = 0;
    QString m_outcome;
    QString m_circle;
    Executor m_executor;
};

} // namespace inkstep
