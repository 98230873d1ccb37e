#pragma once

#include "ingest/childlanguage.h"
#include "report/slip.h"
#include "store/store.h"

namespace inkstep {

// What a slip for one child is made from.
struct SlipNotes {
    Id id; // the student's
    QString name;
    QString homeLanguage; // as the roster has it
    Id compliment;        // notes; null: none
    Id step;
    std::vector<WordsIn> complimentWords; // in every language there are, the note's own first
    std::vector<WordsIn> stepWords;
    bool conferredToday = false;
    bool operator==(const SlipNotes &) const = default;

    bool hasStep() const { return !stepWords.empty(); }
    bool isEmpty() const { return complimentWords.empty() && stepWords.empty(); }
    // Tags of the languages either has words in, the child's own language first where it is among them.
    QStringList languages() const;
    // The language the slip is in when nobody chooses: the child's where there are words in it, else empty.
    QString language() const;
    // Words in `language`; empty for the notes' own.
    Slip slip(const QString &language) const;
    Slip slip() const { return slip(language()); }
};

// Every student of the class who is not archived, in roster order: the latest compliment, the newest step not
// let go. `today` is when the day began. On the store's thread.
std::vector<SlipNotes> readSlipNotes(Database &db, const SkillPack &bank, Moment today);
// One student, archived or not; nothing when it is not there. `note`, when it is about this student, stands
// in for the newest of its kind.
std::optional<SlipNotes> readSlipNotes(Database &db, const SkillPack &bank, Moment today, const Id &student,
                                       const Id &note = {});

// When the day of `now` began, in local time.
Moment dayStart(Moment now);

} // namespace inkstep
