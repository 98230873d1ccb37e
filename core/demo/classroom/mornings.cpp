#include "demo/classroom/mornings.h"

#include "base/day.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace inkstep {

QString demoText(const char *text) {
    return QCoreApplication::translate("DemoClass", text);
}

namespace {

using std::chrono::minutes;

const std::array<const char *, 5> reflections{
    "Quiet until the door opened. The last ten minutes were the best.",
    "Two asked for spellings; the chart answered one of them.",
    "Louder than yesterday. Tomorrow: pencils out before the lesson.",
    "Nobody wanted to stop. Longer on Thursday?",
    "Many finished early. Practice what to do with the next piece.",
};
const std::array<const char *, 3> celebrations{
    "Three writers went back and added to yesterday's page.",
    "Everyone had begun within two minutes.",
    "Someone helped a friend find a word without saying it.",
};
const std::array<const char *, 3> talkAbouts{
    "What can you do when your pencil breaks?",
    "How do you know that a piece is done?",
    "Where do we look before we ask?",
};
const std::array<const char *, 4> expectations{
    "Two more sentences",
    "The first line is on the page",
    "Still at the table, still writing",
    "A picture with its words",
};

constexpr int days = 58; // school days with a block

} // namespace

const std::vector<Mornings::Taught> &Mornings::taught() {
    static const std::vector<Taught> all{
        {"start-right-away", 58, 30}, {"spaces", 56, 18},         {"words-match-picture", 50, 25},
        {"end-marks", 34, -1},        {"one-more-thing", 27, -1}, {"reread", 20, -1},
        {"keep-going", 14, -1},       {"who-and-where", 9, -1},   {"use-the-chart", 4, -1},
    };
    return all;
}

Mornings::Mornings(Store &store, const Term &term, const std::vector<Id> &students,
                   const std::vector<Skill> &skills, Moment now, quint64 seed)
    : m_store(store), m_term(term), m_students(students), m_skills(skills), m_now(now),
      m_chance(Chance(seed).fork(11)) {
    planSheet();
    for (int daysAgo = days; daysAgo >= 0; --daysAgo)
        planMorning(daysAgo);
    planRunning();
    std::stable_sort(m_acts.begin(), m_acts.end(), [](const Act &a, const Act &b) { return a.at < b.at; });
}

void Mornings::act(Moment at, const QString &label, std::function<void(Edit &)> write) {
    m_acts.push_back({std::min(at, m_now - std::chrono::seconds(30)), std::move(write), label});
}

const Skill *Mornings::skill(const char *slug) const {
    const auto found = std::find_if(m_skills.begin(), m_skills.end(),
                                    [&](const Skill &one) { return one.slug == QLatin1StringView(slug); });
    return found == m_skills.end() ? nullptr : &*found;
}

bool Mornings::inClass(int student, Moment at) const {
    const PlannedStudent &planned = m_term.students[std::size_t(student)];
    return (!planned.from || *planned.from <= at) && (!planned.until || at < *planned.until);
}

void Mornings::planSheet() {
    qint64 column = 0;
    for (const Taught &one : taught()) {
        const Skill *its = skill(one.slug);
        if (!its)
            continue;
        const Moment from = schoolDay(m_now, one.from, -20);
        act(from, demoText("Put %1 on the sheet").arg(its->name),
            [id = its->id, from, place = column](Edit &edit) {
                edit.set(id, &Skill::taughtFrom, from).set(id, &Skill::column, place);
            });
        ++column;
        if (one.until < 0)
            continue;
        const Moment until = schoolDay(m_now, one.until, 45);
        act(until, demoText("Let go of %1").arg(its->name),
            [id = its->id, until](Edit &edit) { edit.set(id, &Skill::letGo, until); });
    }
}

void Mornings::planMorning(int daysAgo) {
    Chance chance = m_chance.fork(quint64(1000 + daysAgo));
    const Moment start = schoolDay(m_now, daysAgo, -5);
    WorkBlock block;
    block.id = m_store.makeId();
    block.from = start;
    const double grown = 1.0 - double(daysAgo) / days;
    block.plannedMinutes = 20 + 5 * int(grown * 4);
    const int held = std::max(6, int(std::lround(12 + 27 * grown + 3 * chance.normal())));
    block.until = start + minutes(std::min<int>(held, int(block.plannedMinutes) + 4));
    block.endedBy = held < block.plannedMinutes - 4
                        ? (chance.is(0.7) ? BlockEnd::Restless : BlockEnd::Interrupted)
                    : held > block.plannedMinutes + 2 ? BlockEnd::WantedMore
                                                      : BlockEnd::AsPlanned;
    if (chance.is(0.3))
        block.reflection = QString::fromUtf8(chance.pick(reflections));
    act(start, demoText("Start writing time"), [block](Edit &edit) {
        WorkBlock begun = block;
        begun.until.reset();
        begun.endedBy = BlockEnd::Unsaid;
        begun.reflection.clear();
        edit.create(begun);
    });
    QSet<int> away;
    const QString day = dayText(start);
    for (int student = 0; student < int(m_students.size()); ++student) {
        if (!inClass(student, start) || !(daysAgo == 0 ? student % 12 == 6 : chance.is(0.035)))
            continue;
        away << student;
        const Absence absence{m_store.makeId(), m_students[std::size_t(student)], day};
        act(start + minutes(1), demoText("Mark absent"), [absence](Edit &edit) { edit.create(absence); });
    }
    planMarks(daysAgo, start, block.id, away);
    planCheckBacks(daysAgo, start, block.id);
    act(*block.until, demoText("End writing time"), [block](Edit &edit) {
        edit.set(block.id, &WorkBlock::until, block.until).set(block.id, &WorkBlock::endedBy, block.endedBy);
        if (!block.reflection.isEmpty())
            edit.set(block.id, &WorkBlock::reflection, block.reflection);
    });
    const auto share = [&](NoteKind kind, const char *words) {
        Note note;
        note.id = m_store.makeId();
        note.about = block.id;
        note.kind = kind;
        note.words = QString::fromUtf8(words);
        act(*block.until + minutes(2), demoText("Add note"), [note](Edit &edit) { edit.create(note); });
    };
    if (chance.is(0.3) || daysAgo == 1)
        share(NoteKind::Noticed, chance.pick(celebrations));
    if (chance.is(0.2) || daysAgo == 1)
        share(NoteKind::Wonder, chance.pick(talkAbouts));
}

// A handful a day for each skill: a child gets there sooner with a skill that was taught for longer, and
// further with more practice; the youngest skill has hardly been looked at.
void Mornings::planMarks(int daysAgo, Moment start, const Id &block, const QSet<int> &away) {
    Chance chance = m_chance.fork(quint64(2000 + daysAgo));
    static constexpr std::array helped{SupportLevel::Prompt, SupportLevel::Prompt, SupportLevel::Model,
                                       SupportLevel::Together};
    double minute = 4;
    for (const Taught &one : taught()) {
        const Skill *its = skill(one.slug);
        if (!its || daysAgo >= one.from || daysAgo < one.until)
            continue;
        const int taughtFor = one.from - daysAgo;
        for (int student = 0; student < int(m_students.size()); ++student) {
            if (away.contains(student) || !inClass(student, start) || !chance.is(0.09))
                continue;
            const int level = m_term.students[std::size_t(student)].who.level;
            const double ready = 0.12 + 0.15 * level + 0.018 * taughtFor;
            Check check;
            check.id = m_store.makeId();
            check.student = m_students[std::size_t(student)];
            check.skill = its->id;
            check.at = start + std::chrono::seconds(int(minute * 60));
            check.block = block;
            const double drawn = chance.unit();
            check.level = drawn < ready         ? SupportLevel::Alone
                          : drawn < ready + 0.3 ? chance.pick(helped)
                                                : SupportLevel::NotYet;
            check.trying = check.level == SupportLevel::Alone && chance.is(0.2);
            minute += 0.25;
            act(*check.at, demoText("Mark %1").arg(its->name), [check](Edit &edit) { edit.create(check); });
        }
    }
}

void Mornings::planCheckBacks(int daysAgo, Moment start, const Id &block) {
    Chance chance = m_chance.fork(quint64(3000 + daysAgo));
    if (!chance.is(0.35))
        return;
    const int student = chance.below(int(m_students.size()));
    if (!inClass(student, start))
        return;
    CheckBack back;
    back.id = m_store.makeId();
    back.student = m_students[std::size_t(student)];
    back.expect = QString::fromUtf8(chance.pick(expectations));
    back.set = start + minutes(8);
    back.due = start + minutes(18);
    back.block = block;
    act(*back.set, demoText("Come back in 10 minutes"), [back](Edit &edit) { edit.create(back); });
    const Outcome outcome = chance.is(0.6)   ? Outcome::Seen
                            : chance.is(0.5) ? Outcome::Started
                                             : Outcome::NotSeen;
    const Moment answered = *back.due + minutes(1);
    act(answered, demoText("Answer check-back"), [id = back.id, outcome, answered](Edit &edit) {
        edit.set(id, &CheckBack::outcome, outcome).set(id, &CheckBack::answered, answered);
    });
}

// Two children wait to be looked at again while the class is opened for the first time.
void Mornings::planRunning() {
    const std::array<std::pair<int, int>, 2> running{{{1, 4}, {10, 8}}};
    for (const auto &[student, inMinutes] : running) {
        if (student >= int(m_students.size()))
            continue;
        CheckBack back;
        back.id = m_store.makeId();
        back.student = m_students[std::size_t(student)];
        back.expect = QString::fromUtf8(expectations[std::size_t(student % 2)]);
        back.set = m_now - minutes(10 - inMinutes);
        back.due = m_now + minutes(inMinutes);
        act(*back.set, demoText("Come back in 10 minutes"), [back](Edit &edit) { edit.create(back); });
    }
}

Status Mornings::liveUntil(Moment moment, const std::function<void(Moment)> &setClock) {
    for (; m_next < m_acts.size() && m_acts[m_next].at < moment; ++m_next) {
        setClock(m_acts[m_next].at);
        Edit edit(m_acts[m_next].label);
        m_acts[m_next].write(edit);
        if (const auto done = m_store.commit(edit); !done)
            return passOn(done);
    }
    return {};
}

} // namespace inkstep
