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

// The students one can choose, in roster order, whose name holds what is searched for; nobody who was
// archived.
class StudentChoices : public INKSTEP_LIVE_LIST(ChoiceRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)

public:
    using LiveList::LiveList;

    QString search() const { return m_search; }
    void setSearch(const QString &search);

signals:
    void searchChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<Student>(); }
    Query query() const override;

private:
    QString m_search;
};

} // namespace inkstep
