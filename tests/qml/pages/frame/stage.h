// A real notebook and real pages in a window, for tests that touch, type and look.
#pragma once

#include "preferences.h"
#include "support/fakes.h"
#include "systemsecrets.h"
#include "theme.h"
#include "workspace.h"

#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <functional>

namespace inkstep::test {

class Stage {
public:
    // Opens a profile in a folder of its own; without a class it is the first start.
    explicit Stage(const QSize &size = {1280, 800});
    ~Stage();

    // A class made as the app makes it, with these students; waits until it shows.
    void startClass(const QStringList &names);
    // Loads the frame and waits until it can be used.
    void show();
    void resize(const QSize &size);

    QQuickItem *root() const { return view->rootObject(); }
    Theme &theme() const;
    // The visible item of this object name, or null.
    QQuickItem *item(const QString &objectName) const;
    // The visible item whose accessible name begins with this.
    QQuickItem *named(const QString &accessibleName) const;
    std::vector<QQuickItem *> visibleItems() const;
    QString place() const;

    // A finger on the middle of it, and off again.
    bool tap(const QString &objectName);
    bool tap(QQuickItem *item);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    // Brings a page up without the way there.
    void go(const QString &place, const QVariantMap &args = {});
    // Until nothing is to be laid out any more.
    void settle() const;
    void picture(const QString &name);

    template<class T>
    T read(std::function<T(Database &)> query) {
        return *workspace->notebook()->store().read(std::move(query));
    }
    bool commit(const Edit &edit) { return workspace->notebook()->store().commit(edit).has_value(); }
    Id student(const QString &name);

    QPoint settledMiddle(QQuickItem *item) const;

    QTemporaryDir folder;
    SystemFiles files;
    FakeClock clock;
    SeededRandom random;
    FileSecrets secrets{folder.filePath(QStringLiteral("secrets.json")), files};
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Preferences> preferences;
    std::unique_ptr<QQuickView> view;
    int taps = 0;
};

// Interactive things without a name or a role for the screen reader, one a line. These two wait until there
// is nothing to say, for as long as a slow machine may need.
QStringList unnamed(const Stage &stage);
// Words that are cut off or reach out of the window, one a line; `passOver`: lines that are meant so.
QStringList cutOff(const Stage &stage, const std::function<bool(const QString &)> &passOver = {});
// Warnings since the last call; tests fail on any.
QStringList warnings();
void watchWarnings();

} // namespace inkstep::test
