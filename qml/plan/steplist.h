#pragma once

#include "classfacts.h"
#include "livelist.h"

namespace inkstep {

struct StepRow {
    Id id; // the note's
    Id student;
    QString name;
    Id skill;
    QString words;
    int level = -1; // SupportLevel, -1 before an answer
    bool operator==(const StepRow &) const = default;
};

// The open steps to look for, each student's newest one; those that go alone by now first, as they may be let
// go, then in roster order.
class StepList : public INKSTEP_LIVE_LIST(StepRow) {
    Q_OBJECT
    QML_ELEMENT

public:
    using LiveList::LiveList;

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
};

} // namespace inkstep
