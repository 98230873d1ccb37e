// What Inkstep knows about: plain values, each described once; tables, operations, merge, search and export
// follow. In: nothing; these are words with fields. Out: structs, and for each a Description naming its
// fields. A new concept is one struct, one Description, one entry in schema.cpp, and the queries that read
// it.
#pragma once

#include "model/description.h"

namespace inkstep {

enum class NotebookKind { Class, Coaching, Personal, Guest };
template<>
struct EnumWords<NotebookKind> {
    static constexpr std::array words{"class", "coaching", "personal", "guest"};
};

// The notebook's own entry; its entity id is the notebook's id.
struct NotebookInfo {
    Id id;
    QString name;
    NotebookKind kind = NotebookKind::Class;
    bool operator==(const NotebookInfo &) const = default;
};
template<>
struct Description<NotebookInfo> {
    static constexpr const char *kind = "notebook";
    static constexpr auto fields = std::tuple{
        Field{"name", &NotebookInfo::name, Content},
        Field{"kind", &NotebookInfo::kind},
    };
};

struct Student {
    Id id;
    QString name;
    QString grade;
    QString homeLanguage;
    QString supports;
    std::optional<Moment> from; // first day in this class
    std::optional<Moment> until;
    bool archived = false;
    qint64 position = 0; // roster order
    bool operator==(const Student &) const = default;
};
template<>
struct Description<Student> {
    static constexpr const char *kind = "student";
    static constexpr auto fields = std::tuple{
        Field{"name", &Student::name, Searchable | Content},
        Field{"grade", &Student::grade},
        Field{"homeLanguage", &Student::homeLanguage},
        Field{"supports", &Student::supports, Content},
        Field{"from", &Student::from},
        Field{"until", &Student::until},
        Field{"archived", &Student::archived},
        Field{"position", &Student::position},
    };
};

struct Skill {
    Id id;
    QString slug; // the same in every class that took it from the bank
    QString name; // the teacher's words
    QString trait;
    QString childWords; // the step as said to a child
    QString compliment;
    qint64 fromAge = 5;
    qint64 toAge = 11;
    QList<Id> prerequisites;
    qint64 position = 0; // along the continuum
    bool archived = false;
    std::optional<Moment> taughtFrom; // on the sheet since then: the unit's window opens here
    std::optional<Moment> letGo;      // off the sheet again; taught now while this is unset
    qint64 column = 0;                // its place on the sheet, lowest first
    bool operator==(const Skill &) const = default;
    bool taughtNow() const { return taughtFrom && !letGo; }
};
template<>
struct Description<Skill> {
    static constexpr const char *kind = "skill";
    static constexpr auto fields = std::tuple{
        Field{"slug", &Skill::slug},
        Field{"name", &Skill::name, Searchable | Content},
        Field{"trait", &Skill::trait},
        Field{"childWords", &Skill::childWords, Searchable | Content},
        Field{"compliment", &Skill::compliment, Content},
        Field{"fromAge", &Skill::fromAge},
        Field{"toAge", &Skill::toAge},
        Field{"prerequisites", &Skill::prerequisites},
        Field{"position", &Skill::position},
        Field{"archived", &Skill::archived},
        Field{"taughtFrom", &Skill::taughtFrom},
        Field{"letGo", &Skill::letGo},
        Field{"column", &Skill::column},
    };
};

enum class SampleKind { Cold, Independent, InProgress, Final, NotebookPage };
template<>
struct EnumWords<SampleKind> {
    static constexpr std::array words{"cold", "independent", "inProgress", "final", "notebookPage"};
};

// One piece of writing.
struct Sample {
    Id id;
    Id student;
    QString title;
    std::optional<Moment> date;
    SampleKind kind = SampleKind::InProgress;
    QString genre;
    QString stage;
    QString unit;
    QString chosenBy;
    QString audience;
    QString purpose;
    QString mentorText;
    qint64 lines = 0; // 0: not counted
    qint64 words = 0; // 0: not counted
    bool operator==(const Sample &) const = default;
};
template<>
struct Description<Sample> {
    static constexpr const char *kind = "sample";
    static constexpr auto fields = std::tuple{
        Field{"student", &Sample::student, Container},
        Field{"title", &Sample::title, Searchable | Content},
        Field{"date", &Sample::date},
        Field{"kind", &Sample::kind},
        Field{"genre", &Sample::genre},
        Field{"stage", &Sample::stage},
        Field{"unit", &Sample::unit},
        Field{"chosenBy", &Sample::chosenBy},
        Field{"audience", &Sample::audience},
        Field{"purpose", &Sample::purpose},
        Field{"mentorText", &Sample::mentorText},
        Field{"lines", &Sample::lines},
        Field{"words", &Sample::words},
    };
};

// How a page is shown. ByItself: nobody chose; see viewOf() in sheet.h.
enum class PageLook { ByItself, AsShot, Page, Clear };
template<>
struct EnumWords<PageLook> {
    static constexpr std::array words{"byItself", "asShot", "page", "clear"};
};

// One photograph: the original as shot, never changed, and how it is shown.
struct Page {
    Id id;
    Id sample;
    BlobRef original;
    BlobRef preview;     // at most 2048 pixels and 300 KB, upright
    qint64 position = 0; // among the sample's pages
    qint64 rotation = 0; // quarter turns clockwise a person added, 0 to 3
    qint64 width = 0;    // of the upright original, in pixels
    qint64 height = 0;
    std::optional<Moment> taken;
    QString foundSheet; // the sheet's corners as they were found; see sheet.h. Empty: not for sure
    QString sheet;      // as a person set them: these count. Empty: nobody did
    PageLook look = PageLook::ByItself;
    QString hints; // what one may want to take it again for: words of hintWords(), a space between
    bool operator==(const Page &) const = default;
};
template<>
struct Description<Page> {
    static constexpr const char *kind = "page";
    static constexpr auto fields = std::tuple{
        Field{"sample", &Page::sample, Container},
        Field{"original", &Page::original, Content},
        Field{"preview", &Page::preview},
        Field{"position", &Page::position},
        Field{"rotation", &Page::rotation},
        Field{"width", &Page::width},
        Field{"height", &Page::height},
        Field{"taken", &Page::taken},
        Field{"foundSheet", &Page::foundSheet},
        Field{"sheet", &Page::sheet},
        Field{"look", &Page::look},
        Field{"hints", &Page::hints},
    };
};

enum class NoteKind { Noticed, Wonder, NextStep };
template<>
struct EnumWords<NoteKind> {
    static constexpr std::array words{"noticed", "wonder", "nextStep"};
};

enum class Author { Adult, Child };
template<>
struct EnumWords<Author> {
    static constexpr std::array words{"adult", "child"};
};

// A sticky note, on a page, a sample or a student; on a work block it is for the whole class to share.
struct Note {
    Id id;
    Id about; // a page, a sample, a student or a work block
    NoteKind kind = NoteKind::Noticed;
    QString words;
    Id skill;
    double x = 0.5; // where the tail points: 0 to 1 across the upright original
    double y = 0.5;
    double cardX = 0.5; // the card's top left corner, in the same measure
    double cardY = 0.5;
    Author author = Author::Adult;
    bool operator==(const Note &) const = default;
};
template<>
struct Description<Note> {
    static constexpr const char *kind = "note";
    static constexpr auto fields = std::tuple{
        Field{"about", &Note::about, Container},
        Field{"kind", &Note::kind},
        Field{"words", &Note::words, KeepBoth | Searchable | Content},
        Field{"skill", &Note::skill, Content},
        Field{"x", &Note::x},
        Field{"y", &Note::y},
        Field{"cardX", &Note::cardX},
        Field{"cardY", &Note::cardY},
        Field{"author", &Note::author},
    };
};

// How much help there was. The first is the only one that counts as independent.
enum class SupportLevel { Alone, Prompt, Model, Together, NotYet };
template<>
struct EnumWords<SupportLevel> {
    static constexpr std::array words{"alone", "prompt", "model", "together", "notYet"};
};

// How a next step went, once. Appended, never overwritten; the step's state is the latest.
struct Answer {
    Id id;
    Id note;
    std::optional<Moment> at;
    SupportLevel level = SupportLevel::NotYet;
    bool letGo = false; // the child does it without thinking; the step is over
    bool operator==(const Answer &) const = default;
};
template<>
struct Description<Answer> {
    static constexpr const char *kind = "answer";
    static constexpr auto fields = std::tuple{
        Field{"note", &Answer::note, Container},
        Field{"at", &Answer::at},
        Field{"level", &Answer::level},
        Field{"letGo", &Answer::letGo},
    };
};

// The state of a next step, from its latest answer.
enum class StepState { Offered, TriedWithHelp, Alone, LetGo };
template<>
struct EnumWords<StepState> {
    static constexpr std::array words{"offered", "triedWithHelp", "alone", "letGo"};
};
StepState stepStateAfter(const std::optional<Answer> &latest);

} // namespace inkstep
