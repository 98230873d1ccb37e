#include "classtraits.h"

#include "ingest/skillbank.h"
#include "store/layout.h"

#include <QCoreApplication>

namespace inkstep {

namespace {

// What the built-in pack says in English, for translators to find; a test holds the two together.
constexpr const char *builtInWords[] = {
    QT_TRANSLATE_NOOP("Traits", "Ideas"),
    QT_TRANSLATE_NOOP("Traits", "What the writing is about, and why it matters to the writer."),
    QT_TRANSLATE_NOOP("Traits", "Organization"),
    QT_TRANSLATE_NOOP("Traits", "How the parts are put in order and held together."),
    QT_TRANSLATE_NOOP("Traits", "Elaboration"),
    QT_TRANSLATE_NOOP("Traits", "The details that let a reader see, hear and understand."),
    QT_TRANSLATE_NOOP("Traits", "Word choice"),
    QT_TRANSLATE_NOOP("Traits", "Words picked because they are the right ones."),
    QT_TRANSLATE_NOOP("Traits", "Sentences"),
    QT_TRANSLATE_NOOP("Traits", "How thoughts are built, joined and made to flow."),
    QT_TRANSLATE_NOOP("Traits", "Conventions"),
    QT_TRANSLATE_NOOP("Traits", "Spelling, spacing and marks that help others read it."),
    QT_TRANSLATE_NOOP("Traits", "Process"),
    QT_TRANSLATE_NOOP("Traits", "What a writer does before, during and after a draft."),
    QT_TRANSLATE_NOOP("Traits", "Stamina"),
    QT_TRANSLATE_NOOP("Traits", "Starting, going on and coming back without being asked."),
    QT_TRANSLATE_NOOP("Traits", "Routines"),
    QT_TRANSLATE_NOOP("Traits", "Looking after the tools, the place and small problems."),
};

const SkillPack &builtBank() {
    static const SkillPack bank = builtInSkillPack().value_or(SkillPack{});
    return bank;
}

QString inInterfaceLanguage(const QString &builtIn) {
    const auto found = std::find_if(std::begin(builtInWords), std::end(builtInWords),
                                    [&](const char *words) { return builtIn == QString::fromUtf8(words); });
    return found == std::end(builtInWords) ? builtIn : QCoreApplication::translate("Traits", *found);
}

} // namespace

std::vector<Trait> ownTraits(Database &db) {
    std::vector<Trait> own;
    static const std::string sql =
        "SELECT " + columnsOf<Trait>("t") + " FROM trait t WHERE t.deleted = 0 ORDER BY t.position, t.row";
    Statement &row = db.use(sql);
    while (row.step())
        own.push_back(readRow<Trait>(row));
    row.reset();
    return own;
}

std::vector<Trait> traitsIn(Database &db, const Id &notebook) {
    // The class's name of a trait shows as it was written, Inkstep's own in the language of the interface.
    std::vector<Trait> traits = traitsOf(ownTraits(db), builtBank(), notebook);
    for (Trait &trait : traits) {
        for (const PackTrait &built : builtBank().traits) {
            if (built.id != trait.slug)
                continue;
            if (trait.name == built.name)
                trait.name = inInterfaceLanguage(built.name);
            if (trait.about == built.about)
                trait.about = inInterfaceLanguage(built.about);
        }
    }
    return traits;
}

} // namespace inkstep
