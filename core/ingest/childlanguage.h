#pragma once

#include "ingest/pack/skillpack.h"
#include "model/teaching.h"

#include <span>

namespace inkstep {

// The language a person named, as a BCP 47 tag: "es" for "Spanish", "español", "es", "Spanish (at home)".
// Names in English and in the language itself, accents and capitals aside; of several the first. Empty when
// none is known.
QString languageCalled(const QString &words);

// Its name in itself: "español". The tag where none is known.
QString languageName(const QString &tag);

// Which of `tags` serves who speaks `wanted`: the same, else one of the same language. Empty when none does.
QString servingLanguage(const QString &wanted, const QStringList &tags);

// A note's words in one language.
struct WordsIn {
    QString language; // BCP 47; empty: as a person typed them
    QString words;
    bool operator==(const WordsIn &) const = default;
};

// A note's words in every language there are any. The first are the note's own. Words a person typed stay
// alone; the bank's are known by being the bank's, or by the note having none but a skill. `wordings` are
// the class's own for this skill and win over the pack's; `built` is the skill of the pack with the same
// slug, null when there is none. The pack speaks only for words that are still its own. Empty when there is
// nothing to say.
std::vector<WordsIn> wordsInLanguages(const Note &note, const Skill &skill, std::span<const Wording> wordings,
                                      const PackSkill *built, const QString &packLanguage);

// The words for a child who speaks `language` at home: those, else the note's own.
WordsIn wordsForChild(std::span<const WordsIn> all, const QString &language);

} // namespace inkstep
