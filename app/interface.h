// The window: composes the profile's workspace, preferences, pictures and the frame.
// In: the program's arguments. Out: the program's exit code. Decides nothing else.
#pragma once

#include "notifier.h"
#include "preferences.h"
#include "systemsecrets.h"
#include "workspace.h"

#include <QQmlApplicationEngine>
#include <memory>

class QQuickWindow;

namespace inkstep {

class LookAround;

// What the window stands on. Objects live here, in the order they need each other.
class Interface {
public:
    Interface(const QString &profileFolder, Store::Parts parts);
    ~Interface();

    // Shows the window and opens the profile behind it; false when this build cannot.
    bool open(const QString &notebook = {});

    // Lets the first start lead to a made-up class.
    void offer(LookAround &lookAround);

    Workspace &workspace() { return m_workspace; }
    Preferences &preferences() { return m_preferences; }
    QQmlApplicationEngine &engine() { return *m_engine; }
    QQuickWindow *window() const;

private:
    std::unique_ptr<Secrets> m_secrets;
    Workspace m_workspace;
    Preferences m_preferences;
    std::unique_ptr<Notifier> m_notifier;
    std::unique_ptr<QQmlApplicationEngine> m_engine; // goes first: what it shows looks at those above
};

// [--profile DIR] [--notebook NAME|ID]; 2 for arguments that do not fit.
int runInterface(int argc, char **argv);

} // namespace inkstep
