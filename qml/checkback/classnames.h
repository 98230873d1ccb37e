#pragma once

#include "livelist.h"

namespace inkstep {

struct NameRow {
    Id id;
    QString name;
    bool operator==(const NameRow &) const = default;
};

// Who is in the class, in roster order.
class ClassNames : public INKSTEP_LIVE_LIST(NameRow) {
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
