#pragma once

#include "livelist.h"
#include "model/entities.h"

namespace inkstep {

struct ChoiceRow {
    Id id;
    QString name;
    QString grade;
    bool operator==(const ChoiceRow &) const = default;
};

// The students one can choose, in roster order; nobody who was archived.
class StudentChoices : public INKSTEP_LIVE_LIST(ChoiceRow) {
    Q_OBJECT
    QML_ELEMENT

public:
    using LiveList::LiveList;

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<Student>(); }
    Query query() const override;
};

} // namespace inkstep
