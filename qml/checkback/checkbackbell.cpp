#include "checkbackbell.h"

#include <QQmlEngine>
#include <QVariant>

namespace inkstep {

void CheckBackBell::setRows(CheckBackRows *rows) {
    if (m_rows == rows)
        return;
    if (m_rows)
        m_rows->disconnect(this);
    m_rows = rows;
    if (rows)
        connect(rows, &CheckBackRows::standingsChanged, this, &CheckBackBell::look);
    emit changed();
    look();
}

void CheckBackBell::setInFront(bool inFront) {
    if (m_inFront == inFront)
        return;
    m_inFront = inFront;
    emit changed();
    look();
}

Notifier *CheckBackBell::notifier() {
    if (!m_notifier) {
        if (const QQmlEngine *engine = qmlEngine(this))
            m_notifier = engine->property(engineProperty).value<Notifier *>();
    }
    return m_notifier;
}

void CheckBackBell::look() {
    if (!m_rows)
        return;
    const QStringList due = m_rows->dueIds();
    const QSet<QString> now(due.begin(), due.end());
    const bool fresh = !(now - m_known).isEmpty();
    m_known = now;
    if (fresh && m_sound)
        m_chime.ring();
    if (fresh)
        emit rang();
    if (fresh && !m_inFront && notifier()) {
        notifier()->tell(now.size() == 1 ? tr("A check-back is due")
                                         : tr("%1 check-backs are due").arg(now.size()),
                         m_namesAllowed ? m_rows->dueNames().join(tr(", ")) : QString());
        m_told = true;
    }
    if (m_told && (m_inFront || now.isEmpty()) && notifier()) {
        notifier()->withdraw();
        m_told = false;
    }
}

} // namespace inkstep
