#pragma once

#include "livevalue.h"
#include "practice/stepwords.h"

namespace inkstep {

struct SkipFacts {
    QString before; // the name of what should come first and does not go alone yet; empty: nothing
    bool operator==(const SkipFacts &) const = default;
};

// One quiet sentence about a next step that may be too much for one writer at once; empty for most. A hint,
// never a block: nothing waits for it.
class StepHint : public INKSTEP_LIVE_VALUE(SkipFacts) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY parametersChanged)
    Q_PROPERTY(QString skillId READ skillId WRITE setSkillId NOTIFY parametersChanged)
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged)
    Q_PROPERTY(QString text READ text NOTIFY textChanged)

public:
    explicit StepHint(QObject *parent = nullptr);

    QString studentId() const { return m_student.isNull() ? QString() : idText(m_student); }
    void setStudentId(const QString &id);
    QString skillId() const { return m_skill.isNull() ? QString() : idText(m_skill); }
    void setSkillId(const QString &id);
    QString words() const { return m_words; }
    void setWords(const QString &words);
    QString text() const;

signals:
    void parametersChanged();
    void wordsChanged();
    void textChanged();

protected:
    KindSet kinds() const override;
    Query query() const override;

private:
    Id m_student;
    Id m_skill;
    QString m_words;
};

} // namespace inkstep
