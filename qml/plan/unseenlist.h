#pragma once

#include "classfacts.h"
#include "dayturn.h"
#include "livelist.h"

namespace inkstep {

struct UnseenRow {
    Id id; // the student's
    QString name;
    int days = -1;
    Id skill; // of the open step
    QString step;
    bool away = false; // today
    bool operator==(const UnseenRow &) const = default;
};

// Who was not seen for some days, whose turn it is first; who is away today comes after them.
class UnseenList : public INKSTEP_LIVE_LIST(UnseenRow) {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit UnseenList(QObject *parent = nullptr);
    void lookAtClock() { m_turn.look(); }

    static constexpr int days = 5; // whole days without being seen before a student is listed

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;

private:
    DayTurn m_turn;
};

} // namespace inkstep
