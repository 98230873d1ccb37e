#include "sharenotes.h"

namespace inkstep {

void ShareNotes::setBlockId(const QString &id) {
    const Id block = idFromText(id);
    if (block == m_block)
        return;
    m_block = block;
    emit blockIdChanged();
    rerun();
}

void ShareNotes::add(int kind, const QString &words) {
    const QString text = words.trimmed();
    if (!workspace() || !workspace()->notebook() || m_block.isNull() || text.isEmpty())
        return;
    Note note;
    note.id = workspace()->notebook()->store().makeId();
    note.about = m_block;
    note.kind = kind == static_cast<int>(NoteKind::Wonder) ? NoteKind::Wonder : NoteKind::Noticed;
    note.words = text;
    workspace()->perform(Edit(tr("Add to the class share")).create(note));
}

void ShareNotes::change(const QString &noteId, const QString &words) {
    const Id id = idFromText(noteId);
    const auto found =
        std::find_if(rows().begin(), rows().end(), [&](const ShareRow &r) { return r.id == id; });
    const QString text = words.trimmed();
    if (!workspace() || found == rows().end() || found->words == text)
        return;
    if (text.isEmpty())
        remove(noteId);
    else
        workspace()->perform(Edit(tr("Change the class share")).set(id, &Note::words, text));
}

void ShareNotes::remove(const QString &noteId) {
    if (workspace())
        workspace()->perform(Edit(tr("Take out of the class share")).remove<Note>(idFromText(noteId)));
}

const std::vector<ShareNotes::Role> &ShareNotes::roles() const {
    static const std::vector<Role> table{
        {"noteId", [](const ShareRow &r) { return QVariant(idText(r.id)); }},
        {"kind", [](const ShareRow &r) { return QVariant(static_cast<int>(r.kind)); }},
        {"words", [](const ShareRow &r) { return QVariant(r.words); }},
    };
    return table;
}

KindSet ShareNotes::kinds() const {
    return kindsOf<Note, WorkBlock>();
}

ShareNotes::Query ShareNotes::query() const {
    return [block = m_block](Database &db) {
        std::vector<ShareRow> rows;
        Statement &row = db.use("SELECT n.id, n.kind, n.words FROM note n JOIN workBlock b ON b.id = n.about "
                                "WHERE n.about = ? AND n.deleted = 0 AND b.deleted = 0 ORDER BY n.made")
                             .with(block);
        while (row.step())
            rows.push_back({row.id(0), enumOf<NoteKind>(row.text(1), NoteKind::Noticed), row.text(2)});
        row.reset();
        return rows;
    };
}

} // namespace inkstep
