#pragma once

#include "ingest/skillbank.h"
#include "livevalue.h"

#include <QVariantList>

namespace inkstep {

// Every skill that was not deleted, along the continuum, on the store's thread.
std::vector<Skill> skillsIn(Database &db);
// That some of them wait for each other in a circle, and what to do, as a sentence; empty: none do.
QString circleIn(const std::vector<Skill> &skills);

struct BankSkillFacts {
    Skill skill;
    std::vector<Skill> all;
    std::vector<Wording> wordings; // the class's own for this skill
    bool operator==(const BankSkillFacts &) const = default;
};

// One skill being looked after. Each change is kept at once, as one edit; what cannot be kept is said.
class BankSkill : public INKSTEP_LIVE_VALUE(BankSkillFacts) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString skillId READ skillId WRITE setSkillId NOTIFY skillIdChanged)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString childWords READ childWords NOTIFY changed)
    Q_PROPERTY(QString compliment READ compliment NOTIFY changed)
    Q_PROPERTY(int fromAge READ fromAge NOTIFY changed)
    Q_PROPERTY(int toAge READ toAge NOTIFY changed)
    Q_PROPERTY(QString trait READ trait NOTIFY changed)
    Q_PROPERTY(bool archived READ archived NOTIFY changed)
    Q_PROPERTY(QVariantList before READ before NOTIFY changed) // {id, name} of what should come first
    // That this skill waits for itself by way of others, in a sentence; empty: it does not.
    Q_PROPERTY(QString circle READ circle NOTIFY changed)
    // {tag, name, childWords, compliment, own}: the class's words, or those that come with Inkstep.
    Q_PROPERTY(QVariantList languages READ languages NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged) // why the last change was not kept

public:
    using LiveValue::LiveValue;
    QString skillId() const { return idText(m_skill); }
    void setSkillId(const QString &id);
    QString name() const { return value().skill.name; }
    QString childWords() const { return value().skill.childWords; }
    QString compliment() const { return value().skill.compliment; }
    int fromAge() const { return static_cast<int>(value().skill.fromAge); }
    int toAge() const { return static_cast<int>(value().skill.toAge); }
    QString trait() const { return value().skill.trait; }
    bool archived() const { return value().skill.archived; }
    QVariantList before() const;
    QString circle() const;
    QVariantList languages() const;
    QString problem() const { return m_problem; }

    Q_INVOKABLE void rename(const QString &name);
    Q_INVOKABLE void writeChildWords(const QString &words);
    Q_INVOKABLE void writeCompliment(const QString &words);
    Q_INVOKABLE void setAges(int from, int to); // years; turned round when the first is above the second
    Q_INVOKABLE void setTrait(const QString &slug);
    Q_INVOKABLE void archive(bool away);
    // {id, name} of skills that could be named as coming first, whose name holds `search`; at most `most`.
    Q_INVOKABLE QVariantList candidates(const QString &search, int most) const;
    // Refused with a sentence when skills would wait for each other in a circle.
    Q_INVOKABLE void require(const QString &skill);
    Q_INVOKABLE void dropRequired(const QString &skill);
    // Both empty: back to what comes with Inkstep.
    Q_INVOKABLE void write(const QString &tag, const QString &childWords, const QString &compliment);
    // "Polish", "polski" or "pl" → "pl"; empty, with a sentence, for one nobody knows. Opens a place for its
    // words.
    Q_INVOKABLE QString addLanguage(const QString &name);

signals:
    void skillIdChanged();
    void problemChanged();

protected:
    KindSet kinds() const override;
    Query query() const override;

private:
    void change(const QString &label, const std::function<void(Skill &)> &how);
    void complain(const QString &sentence);

    Id m_skill;
    QStringList m_begun; // languages with a place and no words yet
    QString m_problem;
};

} // namespace inkstep
