#include "cli/lookup.h"
#include "cli/verbs.h"

#include <algorithm>

namespace inkstep {

namespace {

constexpr qsizetype mostWords = 4000; // characters; a sticky note holds a few hundred before it must scroll

Result<QString> wordsGiven(const QString &text) {
    QString words = text.normalized(QString::NormalizationForm_C).trimmed();
    words.removeIf([](QChar c) { return c.category() == QChar::Other_Control && c != QLatin1Char('\n'); });
    if (words.isEmpty())
        return failure(ErrorCode::BadInput, cliText("A note needs words."), text);
    if (words.size() > mostWords)
        return failure(
            ErrorCode::TooLarge,
            cliText("A note is at most %1 characters; this one has %2.").arg(mostWords).arg(words.size()),
            words.first(40) + QStringLiteral("…"));
    return words;
}

Result<Note> noteCalled(Store &store, const Student &student, const QString &idOrWords) {
    const auto notes = notesAbout(store, student.id);
    if (!notes)
        return passOn(notes);
    std::vector<Note> fitting;
    for (const Note &note : *notes) {
        if (idText(note.id) == idOrWords.toLower())
            return note;
        if (nameKey(note.words) == nameKey(idOrWords))
            fitting.push_back(note);
    }
    if (fitting.empty())
        return failure(ErrorCode::NotFound, QStringLiteral("note"), idOrWords);
    if (fitting.size() > 1) {
        QStringList ids;
        for (const Note &note : fitting)
            ids << idText(note.id);
        return failure(ErrorCode::Ambiguous,
                       cliText("Name one by id: %1.").arg(ids.join(QStringLiteral(", "))), idOrWords);
    }
    return fitting.front();
}

// The right margin, below the notes that are on the page: no writing is covered, and no note.
void place(Note &note, qsizetype already) {
    note.y = 0.10 + 0.14 * static_cast<double>(already % 6);
    note.x = 0.60;
    note.cardX = 0.66;
    note.cardY = note.y;
}

Result<Edit> newNote(Store &store, const Student &student, Note &note) {
    const auto page = latestPage(store, student.id);
    if (!page)
        return passOn(page);
    note.id = store.makeId();
    note.about = *page ? (*page)->id : student.id;
    if (*page) {
        const auto notes = notesAbout(store, student.id);
        if (!notes)
            return passOn(notes);
        place(note, std::count_if(notes->begin(), notes->end(),
                                  [&](const Note &other) { return other.about == note.about; }));
    }
    Edit edit(QStringLiteral("Add note"));
    edit.create(note);
    return edit;
}

} // namespace

Status runNote(Invocation &call) {
    std::optional<NoteKind> kind;
    if (call.has(QStringLiteral("kind"))) {
        kind = enumCalled<NoteKind>(call.value(QStringLiteral("kind")));
        if (!kind)
            return call.wrongUse(cliText("“%1” is no kind of note.").arg(call.value(QStringLiteral("kind"))));
    }
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    Store &store = (*notebook)->store();
    const auto student = studentCalled(**notebook, call.value(QStringLiteral("student")));
    if (!student)
        return passOn(student);
    const auto words = wordsGiven(call.words().first());
    if (!words)
        return passOn(words);

    Note note;
    Edit edit(QStringLiteral("Change note"));
    if (call.has(QStringLiteral("replace"))) {
        const auto old = noteCalled(store, *student, call.value(QStringLiteral("replace")));
        if (!old)
            return passOn(old);
        note = *old;
        edit.set(note.id, &Note::words, *words);
        if (kind)
            edit.set(note.id, &Note::kind, *kind);
    } else {
        note.kind = kind.value_or(NoteKind::Noticed);
        note.words = *words;
        auto made = newNote(store, *student, note);
        if (!made)
            return passOn(made);
        edit = std::move(*made);
    }
    const auto committed = store.commit(edit);
    if (!committed)
        return passOn(committed);
    if (call.json())
        call.console().json(
            {{QStringLiteral("note"), idText(note.id)}, {QStringLiteral("about"), idText(note.about)}});
    else
        call.console().line(idText(note.id));
    return {};
}

} // namespace inkstep
