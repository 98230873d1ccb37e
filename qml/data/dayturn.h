#pragma once

#include "base/clock.h"
#include "base/day.h"

#include <QDate>
#include <QObject>
#include <QTimer>

namespace inkstep {

// The day of this place by a given clock, for view-models that show "today": tells when it has turned. It
// looks once a minute, which is how late after midnight a page may still show yesterday.
class DayTurn : public QObject {
    Q_OBJECT

public:
    explicit DayTurn(QObject *parent = nullptr);

    void follow(const Clock *clock); // null: none; must outlive this or the next call
    QDate today() const;             // invalid without a clock
    QString iso() const { return dayText(today()); }
    // Looks now.
    void look();

signals:
    void turned();

private:
    QTimer m_timer;
    const Clock *m_clock = nullptr;
    QDate m_day;
};

} // namespace inkstep
