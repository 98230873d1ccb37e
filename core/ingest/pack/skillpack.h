// What this room is for: reading and writing content packs, the lists of skills a school can edit and hand
// on. In: a pack's JSON, from a file or the one built in at :/packs/skills.json. Out: SkillPack, plain values
// that were checked, or an Error whose words name the place that is wrong.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <vector>

namespace inkstep {

struct PackTrait {
    QString id; // "ideas", "organization", "elaboration", "wordChoice", "sentences", ...
    QString name;
    QString about; // one line for a teacher

    bool operator==(const PackTrait &) const = default;
};

// One rung of the support ladder, in the pack's order: least help first, "not yet" last.
struct PackSupportLevel {
    QString id; // "alone", "prompt", "model", "together", "notYet"
    QString name;
    QString explanation;

    bool operator==(const PackSupportLevel &) const = default;
};

// What a child is told about a skill, in a language other than the pack's own.
struct PackWording {
    QString childWords;
    QString compliment;

    bool operator==(const PackWording &) const = default;
};

struct PackSkill {
    QString id;         // never changes, also when the words do
    QString trait;      // a PackTrait's id
    QString name;       // a teacher's words
    QString childWords; // the next step, as said to the child
    QString compliment; // what the writer did, as said to the child
    int fromAge = 5;    // years, both ends included
    int toAge = 11;
    int order = 0;             // place inside its trait, lowest first, no two alike
    QStringList prerequisites; // ids of skills that should come first; never a circle
    // By BCP 47 tag: "es". A pack may leave any of it out. The format's version did not change for it: a
    // reader that does not know the field passes it over and loses nothing else of the pack.
    QMap<QString, PackWording> in = {};

    bool operator==(const PackSkill &) const = default;
};

struct SkillPack {
    QString language; // BCP 47, "en"
    QString title;
    std::vector<PackTrait> traits; // in the order to show them
    std::vector<PackSupportLevel> supportLadder;
    std::vector<PackSkill> skills; // by trait, then by order

    bool operator==(const SkillPack &) const = default;
};

// Bounds of a pack, in characters of text where not said otherwise. Room for languages a third longer than
// English.
struct PackBounds {
    static constexpr int bytes = 4 * 1024 * 1024;
    static constexpr int skills = 2000;
    static constexpr int traits = 40;
    static constexpr int supportLevels = 9;
    static constexpr int languages = 60; // of one skill, besides the pack's own
    static constexpr int idLength = 64;
    static constexpr int nameLength = 80;
    static constexpr int sentenceLength = 160;
    static constexpr int lineLength = 240;
    static constexpr int youngest = 3; // years
    static constexpr int oldest = 19;
};

// Reads a pack. `subject` names it in an error, usually the file's name.
// BadInput: broken JSON, something missing, too long, twice or unknown, or skills that wait for each other in
// a circle; the detail is a sentence for a teacher that names the place. NewerVersion: a later format.
// TooLarge.
Result<SkillPack> readSkillPack(const QByteArray &json, const QString &subject = {});

// Whether a text has the form of a BCP 47 language tag: "es", "zh-Hant", "pt-BR".
bool isLanguageTag(const QString &text);

// The pack as readable JSON; reading it gives the same pack.
QByteArray writeSkillPack(const SkillPack &pack);

// The pack that comes with Inkstep.
Result<SkillPack> builtInSkillPack();

} // namespace inkstep
