#include "sliplist.h"

#include "childslip.h"

#include <algorithm>

namespace inkstep {

SlipList::SlipList(QObject *parent) : LiveList(parent) {
    connect(this, &SlipList::chosenChanged, this, &SlipList::slipsChanged);
}

void SlipList::chooseThose(bool (*wanted)(const SlipNotes &)) {
    m_chosen.clear();
    for (const SlipNotes &row : rows()) {
        if (wanted(row))
            m_chosen.insert(idText(row.id), true);
    }
    emit chosenChanged();
}

int SlipList::conferredCount() const {
    return static_cast<int>(
        std::count_if(rows().begin(), rows().end(), [](const SlipNotes &row) { return row.conferredToday; }));
}

std::vector<Slip> SlipList::slips() const {
    std::vector<Slip> slips;
    for (const SlipNotes &row : rows()) {
        if (m_chosen.contains(idText(row.id)))
            slips.push_back(row.slip());
    }
    return slips;
}

void SlipList::choose(const QString &student, bool wanted) {
    m_touched = true;
    if (wanted)
        m_chosen.insert(student, true);
    else
        m_chosen.remove(student);
    emit chosenChanged();
}

void SlipList::chooseAll() {
    m_touched = true;
    chooseThose([](const SlipNotes &) { return true; });
}

void SlipList::chooseNone() {
    m_touched = true;
    chooseThose([](const SlipNotes &) { return false; });
}

void SlipList::chooseConferred() {
    m_touched = true;
    chooseThose([](const SlipNotes &row) { return row.conferredToday; });
}

void SlipList::rowsChanged() {
    if (!m_touched)
        return chooseThose([](const SlipNotes &row) { return row.hasStep(); });
    QVariantMap still;
    for (const SlipNotes &row : rows()) {
        if (m_chosen.contains(idText(row.id)))
            still.insert(idText(row.id), true);
    }
    m_chosen = still;
    emit chosenChanged();
}

KindSet SlipList::kinds() const {
    return kindsOf<Student>() | kindsOf<Sample>() | kindsOf<Page>() | kindsOf<Note>() | kindsOf<Answer>() |
           kindsOf<Skill>() | kindsOf<Wording>() | kindsOf<Conference>();
}

SlipList::Query SlipList::query() const {
    return [today = dayStart(workspace()->parts().clock.now())](Database &db) {
        std::vector<SlipNotes> rows = readSlipNotes(db, slipBank(), today);
        std::erase_if(rows, [](const SlipNotes &row) { return row.isEmpty(); });
        return rows;
    };
}

const std::vector<SlipList::Role> &SlipList::roles() const {
    static const std::vector<Role> roles{
        {"studentId", [](const SlipNotes &r) { return QVariant(idText(r.id)); }},
        {"name", [](const SlipNotes &r) { return QVariant(r.name); }},
        {"step", [](const SlipNotes &r) { return QVariant(r.slip().step); }},
        {"compliment", [](const SlipNotes &r) { return QVariant(r.slip().compliment); }},
        {"languageName",
         [](const SlipNotes &r) {
             const QString tag = r.language();
             return QVariant(tag.isEmpty() || tag == slipBank().language ? QString() : languageName(tag));
         }},
    };
    return roles;
}

} // namespace inkstep
