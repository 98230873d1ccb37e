#include "stephint.h"

#include "skillstanding.h"
#include "store/layout.h"

namespace inkstep {

StepHint::StepHint(QObject *parent) : LiveValue<SkipFacts>(parent) {
    connect(this, &StepHint::wordsChanged, this, &StepHint::textChanged);
    connect(this, &LiveValueBase::changed, this, &StepHint::textChanged);
}

void StepHint::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    m_student = idFromText(id);
    emit parametersChanged();
    rerun();
}

void StepHint::setSkillId(const QString &id) {
    if (m_skill == idFromText(id))
        return;
    m_skill = idFromText(id);
    emit parametersChanged();
    rerun();
}

void StepHint::setWords(const QString &words) {
    if (m_words == words)
        return;
    m_words = words;
    emit wordsChanged();
}

QString StepHint::text() const {
    const StepHints hints = hintsFor(m_words);
    if (hints.asksTwoThings)
        return tr("This may be two steps. Which one first?");
    if (hints.isLong)
        return tr("This is a lot to keep in mind. What is the smallest part of it?");
    if (!value().before.isEmpty())
        return tr("“%1” usually comes before this.").arg(value().before);
    return {};
}

KindSet StepHint::kinds() const {
    return kindsOf<Skill, Note, Answer, Check, Page, Sample>();
}

StepHint::Query StepHint::query() const {
    return [student = m_student, skill = m_skill](Database &db) -> std::optional<SkipFacts> {
        SkipFacts facts;
        if (skill.isNull())
            return facts;
        const std::vector<Skill> skills = readSkills(db);
        const std::vector<Id> before = skipped(skill, skills, readStanding(db, student).alone);
        for (const Skill &one : skills) {
            if (!before.empty() && one.id == before.front())
                facts.before = one.name;
        }
        return facts;
    };
}

} // namespace inkstep
