#pragma once

#include "ingest/skillbank.h"
#include "livelist.h"

namespace inkstep {

struct BankSkillRow {
    Id id;
    Skill skill;
    QString traitName;
    bool first = false; // of its trait, among those that are used
    bool last = false;
    bool operator==(const BankSkillRow &) const = default;
};

// The skills of a class, trait by trait, each along the continuum.
class BankSkillList : public INKSTEP_LIVE_LIST(BankSkillRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        QString search READ search WRITE setSearch NOTIFY parametersChanged) // name or words; empty: all
    Q_PROPERTY(bool archived READ archived WRITE setArchived NOTIFY parametersChanged) // only those put away

public:
    using LiveList::LiveList;
    QString search() const { return m_search; }
    void setSearch(const QString &search);
    bool archived() const { return m_archived; }
    void setArchived(bool archived);

    // One place earlier (-1) or later (1) in its trait.
    Q_INVOKABLE void move(const QString &skill, int by);
    // Returns the new skill's id, last of its trait; empty when there is no name.
    Q_INVOKABLE QString add(const QString &name, const QString &trait);

signals:
    void parametersChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;

private:
    QString m_search;
    bool m_archived = false;
};

} // namespace inkstep
