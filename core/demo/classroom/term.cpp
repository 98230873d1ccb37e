#include "demo/classroom/term.h"

#include <QDateTime>
#include <QSet>
#include <algorithm>
#include <numeric>

namespace inkstep {

namespace {

constexpr int termDays = 60;   // school days in twelve weeks
constexpr int unseenDays = 10; // school days: two weeks and more on the calendar

// Chooses writing at a student's level, none twice for one student, all of it in use before any comes again.
class Library {
public:
    explicit Library(const std::vector<DemoWriting> &writings) : m_writings(writings) {
        m_uses.resize(writings.size());
    }
    DemoWriting pick(int student, int level, Chance &chance) {
        int best = -1;
        double bestCost = 0;
        for (std::size_t i = 0; i < m_writings.size(); ++i) {
            const double cost = 3.0 * std::abs(m_writings[i].level - level) + 1.5 * m_uses[i] +
                                (m_given.contains({student, int(i)}) ? 100 : 0) + chance.unit();
            if (best < 0 || cost < bestCost) {
                best = int(i);
                bestCost = cost;
            }
        }
        ++m_uses[std::size_t(best)];
        m_given.insert({student, best});
        return m_writings[std::size_t(best)];
    }

private:
    const std::vector<DemoWriting> &m_writings;
    std::vector<int> m_uses;
    QSet<std::pair<int, int>> m_given;
};

struct Meeting {
    int daysAgo;
    SampleKind kind;
};

// When one student's writing is looked at: a cold piece, one every other week or so, talks between, sometimes
// a final piece. Every eighth was passed over for two weeks.
std::vector<Meeting> meetingsOf(int student, int students, Chance chance) {
    const bool unseen = student % 8 == 3;
    const bool left = student == students - 1;
    const bool late = student == 8;
    const int earliest = late ? 38 : termDays - 1;
    const int latest = left ? 24 : unseen ? unseenDays : 0;
    std::vector<Meeting> meetings;
    const auto add = [&](int daysAgo, SampleKind kind, double probability) {
        if (chance.is(probability) && daysAgo <= earliest && daysAgo >= latest)
            meetings.push_back({daysAgo, kind});
    };
    add(termDays - 1 - student % 4, SampleKind::Cold, 0.92);
    for (const int around : {47, 33, 19})
        add(around + student % 5, SampleKind::Independent, 0.76);
    add(27, SampleKind::InProgress, 0.25);
    add(12 + student % 3, SampleKind::InProgress, 0.3);
    add(4 + student % 4, SampleKind::Final, 0.35);
    add(student % 3, SampleKind::InProgress, student % 4 == 1 ? 1 : 0);
    if (meetings.empty())
        add(latest + 1, SampleKind::InProgress, 1);
    if (meetings.back().daysAgo > 8)
        add(2 + student % 6, SampleKind::InProgress, 1);
    return meetings;
}

const std::array<const char *, 5> aboutTheStudent{
    "Tells wonderful stories at the door. How can more of them get onto paper?",
    "Writes more when the quiet corner is free.", "Likes to read the page to a friend before adding to it.",
    "Asks for a picture first. Does drawing open the words, or take their time?",
    "Started without being asked three days in a row."};
const std::array<const char *, 3> byTheChild{"I want to write a longer ending.",
                                             "My best part is the end because it is funny.",
                                             "I will read it to my grandma."};
const std::array<const char *, 3> aboutTheSample{"Kept going for the whole block.",
                                                 "Two sittings, and no reminder in between.",
                                                 "Would make a good page to share on Friday."};

// Next steps over one student's meetings, so that the last of them stands where `ending` says: 0 offered,
// 1 tried with help, 2 alone, 3 let go. Earlier ones are tried, done alone and let go before the next comes.
struct Steps {
    std::vector<bool> offered;
    std::vector<std::optional<PlannedAnswer>> answers;
};

Steps stepsOver(std::size_t meetings, int ending, Chance chance) {
    static constexpr std::array helped{SupportLevel::Prompt, SupportLevel::Model, SupportLevel::Together};
    Steps steps{std::vector<bool>(meetings), std::vector<std::optional<PlannedAnswer>>(meetings)};
    const std::size_t last = ending == 0 || meetings < 2 ? meetings - 1 : meetings - 2;
    steps.offered[last] = true;
    if (last + 1 < meetings) {
        steps.answers[last + 1] = ending == 1   ? PlannedAnswer{chance.pick(helped), false}
                                  : ending == 2 ? PlannedAnswer{SupportLevel::Alone, false}
                                                : PlannedAnswer{SupportLevel::Alone, true};
    }
    for (std::size_t at = 0; at < last;) { // a step takes one meeting or two before it is let go
        steps.offered[at] = true;
        const std::size_t closed = std::min(at + (chance.is(0.5) ? 2 : 1), last);
        for (std::size_t between = at + 1; between < closed; ++between)
            steps.answers[between] = PlannedAnswer{chance.pick(helped), false};
        steps.answers[closed] = PlannedAnswer{SupportLevel::Alone, true};
        at = closed;
    }
    return steps;
}

void addNotes(PlannedVisit &visit, bool offersStep, bool isLast, Chance &chance) {
    const DemoWriting &writing = visit.pages.front();
    if (chance.is(0.85) && !writing.noticed.words.isEmpty())
        visit.notes.push_back({NoteKind::Noticed, writing.noticed.words, writing.noticed.trait});
    if (chance.is(0.5) && !writing.wonder.words.isEmpty())
        visit.notes.push_back({NoteKind::Wonder, writing.wonder.words, writing.wonder.trait});
    if (offersStep)
        visit.notes.push_back({NoteKind::NextStep, writing.nextStep.words, writing.nextStep.trait});
    const auto add = [&](NoteKind kind, const char *words, Author author, NotePlaceKind on) {
        visit.notes.push_back({kind, QString::fromUtf8(words), {}, author, on});
    };
    if (isLast && visit.student % 5 == 1)
        add(NoteKind::Wonder, chance.pick(aboutTheStudent), Author::Adult, NotePlaceKind::Student);
    if (isLast && visit.student % 6 == 2)
        add(NoteKind::Noticed, chance.pick(byTheChild), Author::Child, NotePlaceKind::Page);
    if (!isLast && chance.is(0.06))
        add(NoteKind::Noticed, chance.pick(aboutTheSample), Author::Adult, NotePlaceKind::Sample);
}

PlannedStudent planStudent(const DemoStudent &who, int index, int count, Moment now, Chance &chance) {
    PlannedStudent student;
    student.who = who;
    if (index == 17) // every list should hold a name that does not fit
        student.who.name = QStringLiteral("Oluwaseun Abimbola-Fitzwilliam de Souza Montenegro");
    student.from = schoolDay(now, termDays, 0);
    if (index == 8)
        student.from = schoolDay(now, 40, 0);
    if (index == count - 1)
        student.until = schoolDay(now, 22, 0);
    if (index % 9 == 4)
        student.supports = QStringLiteral("Picture cards for new words");
    else if (index % 9 == 7)
        student.supports = QStringLiteral("Talks the story through first");
    student.hand = handOf(chance.next(), who.age);
    return student;
}

} // namespace

Moment schoolDay(Moment now, int daysAgo, int minute) {
    QDateTime day = QDateTime::fromMSecsSinceEpoch(toMs(now));
    const auto atSchool = [](const QDate &date) { return date.dayOfWeek() <= 5; };
    QDate date = day.date();
    while (!atSchool(date))
        date = date.addDays(-1);
    for (int i = 0; i < daysAgo; ++i) {
        do {
            date = date.addDays(-1);
        } while (!atSchool(date));
    }
    const Moment then = fromMs(QDateTime(date, QTime(9, 10).addSecs(minute * 60)).toMSecsSinceEpoch());
    return std::min(then, now - std::chrono::minutes(60 - minute));
}

Term planTerm(const ClassContent &content, Moment now, quint64 seed) {
    Term term;
    term.name = content.name;
    term.grade = content.grade;
    term.start = schoolDay(now, termDays, -60);
    Chance chance = Chance(seed).fork(7);
    Library library(content.writings);
    const int count = int(content.students.size());
    std::vector<int> minuteOf(termDays + 1, 0); // a teacher is with one child at a time
    for (int i = 0; i < count; ++i) {
        const DemoStudent &who = content.students[std::size_t(i)];
        Chance own = chance.fork(quint64(i));
        term.students.push_back(planStudent(who, i, count, now, own));
        const std::vector<Meeting> meetings = meetingsOf(i, count, own.fork(1));
        const Steps steps = stepsOver(meetings.size(), i % 4, own.fork(2));
        for (std::size_t at = 0; at < meetings.size(); ++at) {
            PlannedVisit visit;
            visit.student = i;
            int &minute = minuteOf[std::size_t(meetings[at].daysAgo)];
            visit.at = schoolDay(now, meetings[at].daysAgo, minute % 48);
            minute += 5;
            visit.kind = meetings[at].kind;
            visit.pages.push_back(library.pick(i, who.level, own));
            if (own.is(0.08))
                visit.pages.push_back(library.pick(i, who.level, own));
            visit.answer = steps.answers[at];
            addNotes(visit, steps.offered[at], at + 1 == meetings.size(), own);
            term.visits.push_back(std::move(visit));
        }
    }
    std::stable_sort(term.visits.begin(), term.visits.end(),
                     [](const PlannedVisit &a, const PlannedVisit &b) { return a.at < b.at; });
    return term;
}

} // namespace inkstep
