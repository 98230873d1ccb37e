#pragma once

#include "checkbacklist.h"
#include "chime.h"
#include "notifier.h"

#include <QPointer>
#include <QSet>

namespace inkstep {

// What is done, besides showing it, when a check-back falls due: a word from the system while the window is
// not in front, a soft sound for those who want one. Each time once. A lock screen never learns what a child
// was to do, and the name only if a person allowed it.
class CheckBackBell : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(inkstep::CheckBackRows *rows READ rows WRITE setRows NOTIFY changed REQUIRED)
    Q_PROPERTY(bool inFront READ inFront WRITE setInFront NOTIFY changed) // the window is
    Q_PROPERTY(bool namesAllowed MEMBER m_namesAllowed NOTIFY changed)
    Q_PROPERTY(bool sound MEMBER m_sound NOTIFY changed)

public:
    // The engine's property of this name holds the notifier main made; without one nothing is told.
    static constexpr const char *engineProperty = "inkstepNotifier";

    using QObject::QObject;
    CheckBackRows *rows() const { return m_rows; }
    void setRows(CheckBackRows *rows);
    bool inFront() const { return m_inFront; }
    void setInFront(bool inFront);
    void setNotifier(Notifier *notifier) { m_notifier = notifier; }

signals:
    void changed();
    void rang();

private:
    void look();
    Notifier *notifier();

    QPointer<CheckBackRows> m_rows;
    bool m_inFront = true;
    bool m_namesAllowed = false;
    bool m_sound = false;
    bool m_told = false;   // the system shows something of ours
    QSet<QString> m_known; // what was due at the last look
    Notifier *m_notifier = nullptr;
    Chime m_chime;
};

} // namespace inkstep
