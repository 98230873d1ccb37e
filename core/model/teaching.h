// The kinds of the independent writing block: who can do what alone, conferences, check-backs, the block
// itself and the plan for the next one. In: nothing; these are words with fields. Out: structs with their
// Descriptions, as in entities.h.
#pragma once

#include "model/entities.h"

namespace inkstep {

// One student, one skill, one moment, one support level. Appended, never overwritten; taken back only by
// deleting it.
struct Check {
    Id id;
    Id student;
    Id skill;
    std::optional<Moment> at;
    SupportLevel level = SupportLevel::Alone;
    bool trying = false; // an approximation: still alone, when it was made without help
    Id evidence;         // a page that shows it
    Id block;            // the work block it was made in
    bool operator==(const Check &) const = default;
};
template<>
struct Description<Check> {
    static constexpr const char *kind = "check";
    static constexpr auto fields = std::tuple{
        Field{"student", &Check::student, Container},
        Field{"skill", &Check::skill},
        Field{"at", &Check::at},
        Field{"level", &Check::level},
        Field{"trying", &Check::trying},
        Field{"evidence", &Check::evidence},
        Field{"block", &Check::block},
    };
};

// A student is not there on a day. Two devices may both say so: any one that stands is enough.
struct Absence {
    Id id;
    Id student;
    QString day; // ISO 8601, local: "2026-11-22"
    bool operator==(const Absence &) const = default;
};
template<>
struct Description<Absence> {
    static constexpr const char *kind = "absence";
    static constexpr auto fields = std::tuple{
        Field{"student", &Absence::student, Container},
        Field{"day", &Absence::day},
    };
};

// A talk with one writer, at the child's own page.
struct Conference {
    Id id;
    Id student;
    std::optional<Moment> from;
    std::optional<Moment> until; // unset while it goes on, or when the device was closed in the middle of it
    Id page;                     // what was looked at
    SupportLevel level = SupportLevel::Alone; // the most help given; counts only if `supported`
    bool supported = false;                   // a person said how much help there was
    QList<Id> notes;                          // the notes made in it
    bool operator==(const Conference &) const = default;
};
template<>
struct Description<Conference> {
    static constexpr const char *kind = "conference";
    static constexpr auto fields = std::tuple{
        Field{"student", &Conference::student, Container},
        Field{"from", &Conference::from},
        Field{"until", &Conference::until},
        Field{"page", &Conference::page},
        Field{"level", &Conference::level},
        Field{"supported", &Conference::supported},
        Field{"notes", &Conference::notes},
    };
};

enum class Outcome { Waiting, Seen, Started, NotSeen, Dropped };
template<>
struct EnumWords<Outcome> {
    static constexpr std::array words{"waiting", "seen", "started", "notSeen", "dropped"};
};

// "What I expect to see when I come by again."
struct CheckBack {
    Id id;
    Id student;
    QString expect;
    std::optional<Moment> set;
    std::optional<Moment> due;
    Outcome outcome = Outcome::Waiting;
    std::optional<Moment> answered;
    Id block;
    bool operator==(const CheckBack &) const = default;
};
template<>
struct Description<CheckBack> {
    static constexpr const char *kind = "checkBack";
    static constexpr auto fields = std::tuple{
        Field{"student", &CheckBack::student, Container},
        Field{"expect", &CheckBack::expect, Searchable | Content},
        Field{"set", &CheckBack::set},
        Field{"due", &CheckBack::due},
        Field{"outcome", &CheckBack::outcome},
        Field{"answered", &CheckBack::answered},
        Field{"block", &CheckBack::block},
    };
};

enum class BlockEnd { Unsaid, AsPlanned, Restless, Interrupted, WantedMore, Other };
template<>
struct EnumWords<BlockEnd> {
    static constexpr std::array words{"unsaid",      "asPlanned",  "restless",
                                      "interrupted", "wantedMore", "other"};
};

// One independent work time. What to share with the class are notes about it.
struct WorkBlock {
    Id id;
    std::optional<Moment> from;
    std::optional<Moment> until; // unset while it goes on
    qint64 plannedMinutes = 0;
    BlockEnd endedBy = BlockEnd::Unsaid;
    QString reflection;
    bool operator==(const WorkBlock &) const = default;
};
template<>
struct Description<WorkBlock> {
    static constexpr const char *kind = "workBlock";
    static constexpr auto fields = std::tuple{
        Field{"from", &WorkBlock::from},
        Field{"until", &WorkBlock::until},
        Field{"plannedMinutes", &WorkBlock::plannedMinutes},
        Field{"endedBy", &WorkBlock::endedBy},
        Field{"reflection", &WorkBlock::reflection, KeepBoth | Searchable | Content},
    };
};

// A part of a day's plan: a conference with one student, or a small group.
struct PlanItem {
    Id id;
    QString day; // ISO 8601, local
    qint64 position = 0;
    qint64 minutes = 0;
    QList<Id> students;
    Id skill;
    QString words; // why, or what to look at, in the teacher's words
    bool done = false;
    bool operator==(const PlanItem &) const = default;
};
template<>
struct Description<PlanItem> {
    static constexpr const char *kind = "planItem";
    static constexpr auto fields = std::tuple{
        Field{"day", &PlanItem::day},         Field{"position", &PlanItem::position},
        Field{"minutes", &PlanItem::minutes}, Field{"students", &PlanItem::students},
        Field{"skill", &PlanItem::skill},     Field{"words", &PlanItem::words, Content},
        Field{"done", &PlanItem::done},
    };
};

// A class's own trait, or its own words for one of the bank's.
struct Trait {
    Id id;
    QString slug; // what Skill::trait says
    QString name;
    QString about;
    qint64 position = 0;
    bool archived = false;
    bool operator==(const Trait &) const = default;
};
template<>
struct Description<Trait> {
    static constexpr const char *kind = "trait";
    static constexpr auto fields = std::tuple{
        Field{"slug", &Trait::slug},         Field{"name", &Trait::name, Content},
        Field{"about", &Trait::about},       Field{"position", &Trait::position},
        Field{"archived", &Trait::archived},
    };
};

// What a child is told about a skill, in another language.
struct Wording {
    Id id;
    Id skill;
    QString language; // BCP 47: "es"
    QString childWords;
    QString compliment;
    bool operator==(const Wording &) const = default;
};
template<>
struct Description<Wording> {
    static constexpr const char *kind = "wording";
    static constexpr auto fields = std::tuple{
        Field{"skill", &Wording::skill, Container},
        Field{"language", &Wording::language},
        Field{"childWords", &Wording::childWords, Content},
        Field{"compliment", &Wording::compliment, Content},
    };
};

// How this class works: its ladder, its thresholds, its usual minutes. One a notebook; teachingId() names it.
// An empty name stands for the built-in one, so that it follows the interface's language.
struct Teaching {
    Id id;
    QString aloneName;
    QString promptName;
    QString modelName;
    QString togetherName;
    QString notYetName;
    bool usesPrompt = true;
    bool usesModel = true;
    bool usesTogether = true;
    QString moveOnAt;        // of the students present and expected: "3/4"; empty: two thirds
    QString teachAgainBelow; // of the same; empty: half
    qint64 conferenceMinutes = 5;
    qint64 groupMinutes = 10;
    qint64 checkBackMinutes = 10;
    qint64 blockMinutes = 40;
    qint64 sampleEveryDays = 14;
    QString sampleFrom; // the day a two-weekly round begins, ISO 8601; empty: counted from a Monday long ago
    bool checkBackSound = false;
    bool operator==(const Teaching &) const = default;
};
template<>
struct Description<Teaching> {
    static constexpr const char *kind = "teaching";
    static constexpr auto fields = std::tuple{
        Field{"aloneName", &Teaching::aloneName},
        Field{"promptName", &Teaching::promptName},
        Field{"modelName", &Teaching::modelName},
        Field{"togetherName", &Teaching::togetherName},
        Field{"notYetName", &Teaching::notYetName},
        Field{"usesPrompt", &Teaching::usesPrompt},
        Field{"usesModel", &Teaching::usesModel},
        Field{"usesTogether", &Teaching::usesTogether},
        Field{"moveOnAt", &Teaching::moveOnAt},
        Field{"teachAgainBelow", &Teaching::teachAgainBelow},
        Field{"conferenceMinutes", &Teaching::conferenceMinutes},
        Field{"groupMinutes", &Teaching::groupMinutes},
        Field{"checkBackMinutes", &Teaching::checkBackMinutes},
        Field{"blockMinutes", &Teaching::blockMinutes},
        Field{"sampleEveryDays", &Teaching::sampleEveryDays},
        Field{"sampleFrom", &Teaching::sampleFrom},
        Field{"checkBackSound", &Teaching::checkBackSound},
    };
};

// The notebook's one Teaching, the same id on every device: two that change it without contact change one
// thing. UUIDv5 (RFC 9562, section 5.5).
Id teachingId(const Id &notebook);
// The class's own version of a bank's trait, likewise.
Id traitId(const Id &notebook, const QString &slug);

} // namespace inkstep
