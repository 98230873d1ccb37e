#pragma once

#include "cli/console.h"

#include <QHash>
#include <QImage>
#include <QPointF>
#include <QPointer>
#include <QQuickWindow>
#include <QStringList>
#include <functional>

class QPointingDevice;
class QQuickItem;

namespace inkstep {

// In the language of the interface.
QString tourText(const char *text);

// One person in front of one window: finds things by their name, touches them, waits until something is so,
// takes pictures. The first thing that does not work stops everything after it, so a script reads as a list
// of what is done; nothing here sleeps.
class Stagehand {
public:
    // Pictures go below `folder`.
    Stagehand(QString folder, Console &console);
    ~Stagehand();

    // The window everything below is about. Null between two windows.
    void watch(QQuickWindow *window);
    QQuickWindow &window() const { return *m_window; }
    // Pictures go to this folder below the first, numbered in each.
    void setShelf(const QString &shelf);

    bool going() const { return m_stop.isEmpty(); }
    void stop(const QString &sentence); // only the first counts
    // Does not stop the tour, and yet it has failed.
    void lament(const QString &sentence);
    // Why the tour failed; empty when it did not.
    QString trouble() const;

    // A busy machine is slow; a broken page never comes. Durable writing of a whole class takes longer.
    static constexpr int patience = 30'000;      // ms
    static constexpr int longPatience = 240'000; // ms
    // False, and the tour stops, when it is not so in time. `what` completes "waited for".
    bool waitFor(const QString &what, const std::function<bool()> &isSo, int ms = patience);

    using Test = std::function<bool(QQuickItem &)>;
    // Visible and enabled, the one in front first. By its object name, else by what the screen reader says.
    QQuickItem *find(const QString &name) const;
    QQuickItem *find(const Test &test) const;
    QList<QQuickItem *> all(const Test &test) const; // visible ones, the one in front first
    QQuickItem *await(const QString &name);
    QQuickItem *await(const QString &what, const Test &test);

    // Once it is there and everything stands still, as a person does.
    void tap(const QString &name);
    void tap(const QString &what, const Test &test);
    void tapAt(QPointF place);
    void drag(QPointF from, QPointF to);
    // Taps the field, takes out what is in it, types.
    void type(const QString &name, const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void resize(QSize size);

    // Waits until lists have their rows, pictures are loaded, and two looks at the window are the same.
    void settle();
    QImage see();
    // A PNG of the settled window, and a line with a tick.
    void picture(const QString &name, const QString &sentence);
    void tick(const QString &sentence, const QString &picture = {});

    int pictures() const { return m_pictures; }

private:
    bool ready(QString *waitsFor) const;
    void tapItem(const std::function<QQuickItem *()> &find);
    bool underToast(const QQuickItem &item) const;
    void bringIntoView(const QPointer<QQuickItem> &item);
    QPointF middleOf(QQuickItem *item) const;

    QString m_folder;
    QString m_shelf;
    Console &m_console;
    QPointer<QQuickWindow> m_window;
    std::unique_ptr<QPointingDevice> m_finger;
    QString m_stop;
    QString m_lastDone;
    QStringList m_laments;
    QHash<QString, int> m_numbers; // the last on each shelf
    int m_pictures = 0;
};

} // namespace inkstep
