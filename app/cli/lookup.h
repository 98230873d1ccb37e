#pragma once

#include "ingest/roster/roster.h"
#include "model/entities.h"
#include "store/profile.h"

namespace inkstep {

// The student with this name, capitals aside, or this id. NotFound; Ambiguous lists the ids.
Result<Student> studentCalled(Notebook &notebook, const QString &nameOrId);
// Every student who was not deleted, in roster order.
Result<std::vector<Student>> allStudents(Store &store);
// The page that shows the student's latest writing; nothing before there is one.
Result<std::optional<Page>> latestPage(Store &store, const Id &student);
// The notes on the student, the student's samples and pages.
Result<std::vector<Note>> notesAbout(Store &store, const Id &student);

// The enumerator a word on the command line stands for: "next-step" is NoteKind::NextStep.
template<class E>
std::optional<E> enumCalled(const QString &dashed) {
    for (std::size_t i = 0; i < EnumWords<E>::words.size(); ++i) {
        QString word;
        for (const char *at = EnumWords<E>::words[i]; *at; ++at) {
            if (*at >= 'A' && *at <= 'Z')
                word += QLatin1Char('-');
            word += QChar::fromLatin1(*at).toLower();
        }
        if (word == dashed)
            return static_cast<E>(i);
    }
    return std::nullopt;
}

} // namespace inkstep
