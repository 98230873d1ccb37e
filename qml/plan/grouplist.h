#pragma once

#include "classfacts.h"
#include "livelist.h"

namespace inkstep {

struct GroupRow {
    Id id;
    Id skill;
    QString skillName;
    QList<Id> students;
    QStringList names;
    bool shared = true;
    bool operator==(const GroupRow &) const = default;
};

// Who could be a group: by a next step they share, or by neighboring skills.
class GroupList : public INKSTEP_LIVE_LIST(GroupRow) {
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
