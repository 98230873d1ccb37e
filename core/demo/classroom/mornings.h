#pragma once

#include "demo/classroom/term.h"
#include "model/teaching.h"
#include "store/store.h"

namespace inkstep {

// In the language of the interface.
QString demoText(const char *text);

// The writing blocks of the demo class's term: what was taught, who was marked with how much help, who was
// away, what was expected and looked at again. Lived act by act beside the visits, each at its time.
class Mornings {
public:
    // `skills` is the class's bank; `students` in the order of `term.students`.
    Mornings(Store &store, const Term &term, const std::vector<Id> &students,
             const std::vector<Skill> &skills, Moment now, quint64 seed);

    // Lives what is due before `moment`; `setClock` is told each act's time.
    Status liveUntil(Moment moment, const std::function<void(Moment)> &setClock);

private:
    struct Act {
        Moment at;
        std::function<void(Edit &)> write;
        QString label;
    };
    struct Taught { // one skill on the sheet, from one school day to another, counted back from now
        const char *slug;
        int from;
        int until; // -1: still taught
    };
    static const std::vector<Taught> &taught();

    void planSheet();
    void planMorning(int daysAgo);
    void planMarks(int daysAgo, Moment start, const Id &block, const QSet<int> &away);
    void planCheckBacks(int daysAgo, Moment start, const Id &block);
    void planRunning();
    void act(Moment at, const QString &label, std::function<void(Edit &)> write);
    const Skill *skill(const char *slug) const;
    bool inClass(int student, Moment at) const;

    Store &m_store;
    const Term &m_term;
    const std::vector<Id> &m_students;
    const std::vector<Skill> &m_skills;
    Moment m_now;
    Chance m_chance;
    std::vector<Act> m_acts; // in the order of time
    std::size_t m_next = 0;
};

} // namespace inkstep
