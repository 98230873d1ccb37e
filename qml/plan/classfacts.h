// Who and when: who was not seen for long, whose step to look for, who could be a group, what tomorrow holds,
// and who is in the two-weekly sample. In: students, what was made for each, this class's minutes. Out: lists
// that say it, plan items when the teacher keeps them. The rules are in core/practice; here they get facts.
#pragma once

#include "practice/plan.h"
#include "practice/rounds.h"
#include "practice/visits.h"
#include "store/database.h"

#include <QHash>

namespace inkstep {

struct ClassMember {
    Id id;
    QString name;
    qint64 position = 0;
    // When their work was last looked at: a conference, an answer, a note, a check, a sample's date, a new
    // page.
    std::optional<Moment> seen;
    bool absent = false; // on the day asked for
};

// A next step that was not let go.
struct OpenStepFact {
    Id note;
    Id student;
    Id skill; // null: the teacher's own words only
    QString words;
    int level = -1; // SupportLevel of its latest answer, -1 before there is one
    Moment offered;
};

// What the pages about who and when are worked out from; students in roster order, nobody archived.
struct ClassFacts {
    std::vector<ClassMember> members;
    QHash<Id, std::size_t> places;   // of a member's id
    std::vector<OpenStepFact> steps; // newest first
    std::vector<Skill> skills;
    Teaching teaching;

    std::vector<Visited> visited() const;
    // Open steps with a skill, and skills taught now that a check showed not to go alone.
    std::vector<Need> needs;
    const Skill *skill(const Id &id) const;
};

enum class ClassParts { All, SeenAndSteps }; // the latter without skills and needs

// `day` decides who is away.
ClassFacts readClass(Database &db, const Id &notebook, QDate day, ClassParts parts = ClassParts::All);

// What would fill the day's minutes: groups first, up to half of them, then whoever waited longest.
std::vector<Planned> suggestedPlan(const ClassFacts &facts);

// Days since, by the calendar of this place, never less than 0; -1 for nobody yet.
int daysSince(const std::optional<Moment> &then, Moment now);
// "not seen yet", "seen today", "last seen 3 days ago".
QString seenInWords(int days);

// A name for what has no id of its own, the same every time: so a list knows its rows again.
Id derivedId(const QByteArray &content);
Id derivedId(const QList<Id> &students, const Id &skill); // whatever the students' order

} // namespace inkstep
