// What every page's view-model stands on: the profile that is open, the notebook shown, changes with undo,
// pictures. In: intents from view-models, as Edits. Out: live rows, the last change for the undo bar, errors
// in a person's words. Nothing here waits: the profile opens, edits commit and pictures are kept on other
// threads.
#pragma once

#include "store/profile.h"

#include <QObject>
#include <QPointer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <functional>

class QQmlEngine;
class QJSEngine;

namespace inkstep {

class Intake;

class Workspace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged) // a sentence, in state Failed
    Q_PROPERTY(QString notebookName READ notebookName NOTIFY notebooksChanged)
    Q_PROPERTY(QString notebookId READ notebookId NOTIFY notebookChanged)
    Q_PROPERTY(QVariantList notebooks READ notebooks NOTIFY notebooksChanged) // {id, name, current}
    Q_PROPERTY(QString undoLabel READ undoLabel NOTIFY undoChanged)           // empty: nothing to undo
    Q_PROPERTY(QString redoLabel READ redoLabel NOTIFY undoChanged)
    Q_PROPERTY(inkstep::Intake *intake READ intake CONSTANT)

public:
    enum State { Opening, NoNotebook, Open, Failed };
    Q_ENUM(State)

    Workspace(QString profileFolder, Store::Parts parts, QObject *parent = nullptr);
    ~Workspace() override;

    // The engine's `workspace` property holds the object main made.
    static Workspace *create(QQmlEngine *engine, QJSEngine *);
    static constexpr const char *engineProperty = "inkstepWorkspace";

    // Opens the profile and its notebook (`notebook`: an id, a name, or empty for the last one).
    void open(const QString &notebook = {});

    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString notebookName() const;
    QString notebookId() const;
    QVariantList notebooks() const;
    QString undoLabel() const;
    QString redoLabel() const;
    Intake *intake() const { return m_intake.get(); }

    Notebook *notebook() const { return m_notebook; } // null until one is open
    Profile *profile() const { return m_profile.get(); }
    Store::Parts parts() const { return m_parts; }

    // Commits in the background. Success is remembered for undo; failure is told by failed(). `then` gets
    // whether it was saved.
    void perform(Edit edit, std::function<void(bool)> then = {});
    // An edit was committed elsewhere (the intake) and can be undone here.
    void remember(const QString &label, const Version &edit);
    void report(const Error &error);

    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void startClass(const QString &name);
    Q_INVOKABLE void showNotebook(const QString &id);
    Q_INVOKABLE void renameNotebook(const QString &name);
    // A notebook was added to the profile from outside (a join); shows it.
    void adopted(const Id &id);

signals:
    void stateChanged();
    void notebookClosing();
    void notebookChanged();
    void notebooksChanged();
    void undoChanged();
    void performed(const QString &label); // shows the undo bar
    void failed(const QString &sentence);

private:
    struct Done {
        QString label;
        Version edit;
    };
    void setState(State state, const QString &problem = {});
    void show(Notebook *notebook);
    void inBackground(std::function<Result<Notebook *>()> work);

    QString m_folder;
    Store::Parts m_parts;
    State m_state = Opening;
    QString m_problem;
    std::unique_ptr<Profile> m_profile;
    QPointer<QObject> m_guard;
    Notebook *m_notebook = nullptr;
    std::unique_ptr<Watch> m_nameWatch;
    std::vector<Done> m_undo;
    std::vector<Done> m_redo;
    std::unique_ptr<Intake> m_intake;
    Executor m_background; // opening and making notebooks, one after the other
};

} // namespace inkstep
