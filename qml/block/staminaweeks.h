#pragma once

#include "dayturn.h"
#include "livelist.h"
#include "practice/stamina.h"

namespace inkstep {

struct StaminaRow {
    Id id; // of the week
    StaminaWeek week;
    bool operator==(const StaminaRow &) const = default;
};

// Minutes held a block, week by week, the latest eight, oldest first.
class StaminaWeeks : public INKSTEP_LIVE_LIST(StaminaRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int blocks READ blocks NOTIFY weeksChanged)   // in all of them
    Q_PROPERTY(double most READ most NOTIFY weeksChanged)    // the largest number of minutes that shows
    Q_PROPERTY(QString words READ words NOTIFY weeksChanged) // the picture, said

public:
    explicit StaminaWeeks(QObject *parent = nullptr);
    int blocks() const;
    double most() const;
    QString words() const;
    void lookAtClock() { m_turn.look(); }

    static constexpr int weeks = 8;

signals:
    void weeksChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override { emit weeksChanged(); }

private:
    DayTurn m_turn;
};

} // namespace inkstep
