#pragma once

#include "demo/generator/generator.h"
#include "model/entities.h"

namespace inkstep {

// What happens in the demo class's term, day by day, before any of it is written down.

struct PlannedStudent {
    DemoStudent who;
    QString supports;
    std::optional<Moment> from;
    std::optional<Moment> until; // has left: archived
    Handwriting hand;
};

enum class NotePlaceKind { Page, Sample, Student };

struct PlannedNote {
    NoteKind kind = NoteKind::Noticed;
    QString words;
    QString trait; // a trait of the skill bank; may be empty
    Author author = Author::Adult;
    NotePlaceKind on = NotePlaceKind::Page;
};

struct PlannedAnswer { // to the student's step at hand
    SupportLevel level = SupportLevel::NotYet;
    bool letGo = false;
};

// The teacher sits down with one student: looks at the writing, photographs it, asks how the last step went.
struct PlannedVisit {
    int student = 0;
    Moment at;
    SampleKind kind = SampleKind::InProgress;
    std::vector<DemoWriting> pages; // one or two
    std::optional<PlannedAnswer> answer;
    std::vector<PlannedNote> notes;
};

struct Term {
    QString name;
    int grade = 1;
    Moment start;
    std::vector<PlannedStudent> students;
    std::vector<PlannedVisit> visits; // in the order of time
};

// School days ago, at some minute of the writing block, which begins at 9:10. Never after `now`.
Moment schoolDay(Moment now, int daysAgo, int minute);

Term planTerm(const ClassContent &content, Moment now, quint64 seed);

} // namespace inkstep
