#pragma once

#include "classfacts.h"
#include "dayturn.h"
#include "livelist.h"

namespace inkstep {

struct RoundRow {
    Id id; // the student's
    QString name;
    bool in = false; // with an independent sample dated in this round
    bool away = false;
    QDate last; // of the round
    bool operator==(const RoundRow &) const = default;
};

// The two-weekly sample: everybody, in roster order, and whether they are in.
class RoundList : public INKSTEP_LIVE_LIST(RoundRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int inside READ inside NOTIFY roundChanged)   // how many are in
    Q_PROPERTY(int missing READ missing NOTIFY roundChanged) // how many are not
    Q_PROPERTY(QStringList missingNames READ missingNames NOTIFY roundChanged)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY roundChanged) // "Friday, 27 November": by then all are in
    Q_PROPERTY(int daysLeft READ daysLeft NOTIFY roundChanged)   // 0 on the last day

public:
    explicit RoundList(QObject *parent = nullptr);
    int inside() const { return count() - missing(); }
    int missing() const;
    QStringList missingNames() const;
    QString lastDay() const;
    int daysLeft() const;
    void lookAtClock() { m_turn.look(); }

signals:
    void roundChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override { emit roundChanged(); }

private:
    DayTurn m_turn;
};

// The round `day` lies in, by this class's ways.
Round roundOf(const Teaching &teaching, QDate day);
// The students with an independent sample dated in the round.
QSet<Id> sampledIn(Database &db, const Round &round);

} // namespace inkstep
