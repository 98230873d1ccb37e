#include "dayturn.h"

namespace inkstep {

DayTurn::DayTurn(QObject *parent) : QObject(parent) {
    m_timer.setInterval(std::chrono::minutes(1));
    connect(&m_timer, &QTimer::timeout, this, &DayTurn::look);
    m_timer.start();
}

void DayTurn::follow(const Clock *clock) {
    m_clock = clock;
    m_day = today();
}

QDate DayTurn::today() const {
    return m_clock ? dayOf(m_clock->now()) : QDate();
}

void DayTurn::look() {
    const QDate now = today();
    if (now == m_day)
        return;
    m_day = now;
    emit turned();
}

} // namespace inkstep
