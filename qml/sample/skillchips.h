#pragma once

#include "livelist.h"
#include "model/entities.h"

namespace inkstep {

struct SkillRow {
    Id id;
    QString name;
    QString trait;
    QString compliment;
    QString childWords;
    bool open = false;  // a next step on it is open now
    bool next = false;  // not yet the child's own, and all that should come first is
    bool own = false;   // done alone or let go
    bool named = false; // asked for by name: it comes from the sheet
    bool operator==(const SkillRow &) const = default;
};

// The skill bank as chips for one child: the skill the sheet asked for, the open step's, then all others by
// how likely each is this child's next (practice/skillpath.h). For a compliment the same order serves: what a
// child is working on is what there is to notice.
class SkillChips : public INKSTEP_LIVE_LIST(SkillRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY parametersChanged)
    Q_PROPERTY(QString trait READ trait WRITE setTrait NOTIFY parametersChanged) // empty: all
    Q_PROPERTY(int atMost READ atMost WRITE setAtMost NOTIFY parametersChanged)  // 0: all
    // Comes first and is marked; empty: none.
    Q_PROPERTY(QString namedSkill READ namedSkill WRITE setNamedSkill NOTIFY parametersChanged)
    // What is likely next, and what is named; nothing else.
    Q_PROPERTY(bool onlyNext READ onlyNext WRITE setOnlyNext NOTIFY parametersChanged)
    // {id, name} of the class's traits in use, in the order to teach them.
    Q_PROPERTY(QVariantList traits READ traits NOTIFY traitsChanged)

public:
    using LiveList::LiveList;
    QString studentId() const { return idText(m_student); }
    void setStudentId(const QString &id);
    QString trait() const { return m_trait; }
    void setTrait(const QString &trait);
    int atMost() const { return m_atMost; }
    void setAtMost(int atMost);
    bool onlyNext() const { return m_onlyNext; }
    void setOnlyNext(bool onlyNext);
    QString namedSkill() const { return m_named.isNull() ? QString() : idText(m_named); }
    void setNamedSkill(const QString &skill);
    QVariantList traits() const { return m_traits; }

signals:
    void parametersChanged();
    void traitsChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rerun() override;
    void clear() override;

private:
    Id m_student;
    Id m_named;
    QString m_trait;
    int m_atMost = 0;
    bool m_onlyNext = false;
    QVariantList m_traits;
    std::unique_ptr<Watch> m_traitWatch;
};

} // namespace inkstep
