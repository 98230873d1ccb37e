#include "childslip.h"

namespace inkstep {

const SkillPack &slipBank() {
    static const SkillPack bank = builtInSkillPack().value_or(SkillPack{});
    return bank;
}

ChildSlip::ChildSlip(QObject *parent) : LiveValue(parent) {
    connect(this, &LiveValueBase::changed, this, &ChildSlip::shownChanged);
}

void ChildSlip::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    m_student = idFromText(id);
    m_chosen.clear();
    clear();
    emit parametersChanged();
    rerun();
}

void ChildSlip::setNoteId(const QString &id) {
    if (m_note == idFromText(id))
        return;
    m_note = idFromText(id);
    emit parametersChanged();
    rerun();
}

QVariantList ChildSlip::languages() const {
    QVariantList list;
    for (const QString &tag : value().languages())
        list << QVariantMap{{QStringLiteral("tag"), tag}, {QStringLiteral("name"), languageName(tag)}};
    return list;
}

QString ChildSlip::language() const {
    const auto &words = value().stepWords.empty() ? value().complimentWords : value().stepWords;
    return wordsForChild(words, shownLanguage()).language;
}

void ChildSlip::setLanguage(const QString &tag) {
    if (m_chosen == tag)
        return;
    m_chosen = tag;
    emit shownChanged();
}

KindSet ChildSlip::kinds() const {
    return kindsOf<Student>() | kindsOf<Sample>() | kindsOf<Page>() | kindsOf<Note>() | kindsOf<Answer>() |
           kindsOf<Skill>() | kindsOf<Wording>() | kindsOf<Conference>();
}

ChildSlip::Query ChildSlip::query() const {
    return [student = m_student, note = m_note, today = dayStart(workspace()->parts().clock.now())](
               Database &db) { return readSlipNotes(db, slipBank(), today, student, note); };
}

} // namespace inkstep
