#include "pagenotes.h"

#include "notelayout.h"
#include "shownpage.h"
#include "store/layout.h"

#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

constexpr double lineHeight = 0.06; // of the page: anchors this near in height are read left to right

NoteRow shown(const Note &note, const PageView &view) {
    NoteRow row;
    row.id = note.id;
    row.note = note;
    row.anchor = view.toView({note.x, note.y});
    row.card = view.toView({note.cardX, note.cardY});
    return row;
}

bool readsBefore(const NoteRow &a, const NoteRow &b) {
    const auto line = [](const NoteRow &row) { return std::floor(row.anchor.y() / lineHeight); };
    if (line(a) != line(b))
        return line(a) < line(b);
    return a.anchor.x() != b.anchor.x() ? a.anchor.x() < b.anchor.x() : idLess(a.id, b.id);
}

} // namespace

void PageNotes::setPageId(const QString &id) {
    if (m_page == idFromText(id))
        return;
    if (m_draft)
        leave(draftId());
    m_page = idFromText(id);
    emit pageIdChanged();
    rerun();
}

void PageNotes::setTurns(int turns) {
    if (m_turns == turns)
        return;
    m_turns = turns;
    lookAgain();
}

void PageNotes::setView(const QString &view) {
    if (m_viewWords == view)
        return;
    m_viewWords = view;
    lookAgain();
}

void PageNotes::lookAgain() {
    m_view = pageViewOf(m_turns, m_viewWords);
    emit viewChanged();
    rerun();
}

KindSet PageNotes::kinds() const {
    return kindsOf<Note>() | kindsOf<Skill>() | kindsOf<Answer>();
}

PageNotes::Query PageNotes::query() const {
    return [page = m_page, view = m_view, draft = m_draft](Database &db) {
        static const std::string sql =
            "SELECT " + columnsOf<Note>("n") +
            ", n.versions, s.name, s.compliment, s.childWords, "
            "a.id, a.level, a.letGo FROM note n LEFT JOIN skill s ON s.id = n.skill "
            "LEFT JOIN answer a ON a.row = (SELECT row FROM answer WHERE note = n.id AND deleted = 0 "
            "ORDER BY at DESC, made DESC LIMIT 1) WHERE n.about = ? AND n.deleted = 0";
        std::vector<NoteRow> rows;
        bool draftIsKept = false;
        Statement &found = db.use(sql).with(page);
        constexpr int after = inkstep::columnCount<Note>(); // not the model's
        while (found.step()) {
            NoteRow row = shown(readRow<Note>(found), view);
            row.versions = static_cast<int>(found.number(after));
            row.skillName = found.text(after + 1);
            row.compliment = found.text(after + 2);
            row.childWords = found.text(after + 3);
            if (!found.isNull(after + 4)) {
                Answer answer;
                answer.level = enumOf<SupportLevel>(found.text(after + 5), SupportLevel::NotYet);
                answer.letGo = found.number(after + 6) != 0;
                row.level = static_cast<int>(answer.level);
                row.step = stepStateAfter(answer);
            }
            draftIsKept = draftIsKept || (draft && draft->id == row.id);
            rows.push_back(std::move(row));
        }
        found.reset();
        if (draft && !draftIsKept) {
            NoteRow row = shown(*draft, view);
            row.draft = true;
            rows.push_back(std::move(row));
        }
        std::sort(rows.begin(), rows.end(), readsBefore);
        return rows;
    };
}

const std::vector<PageNotes::Role> &PageNotes::roles() const {
    static const std::vector<Role> roles{
        {"noteId", [](const NoteRow &r) { return QVariant(idText(r.id)); }},
        {"kind", [](const NoteRow &r) { return QVariant(static_cast<int>(r.note.kind)); }},
        {"words", [](const NoteRow &r) { return QVariant(r.note.words); }},
        {"skillId",
         [](const NoteRow &r) { return QVariant(r.note.skill.isNull() ? QString() : idText(r.note.skill)); }},
        {"skillName", [](const NoteRow &r) { return QVariant(r.skillName); }},
        {"anchorX", [](const NoteRow &r) { return QVariant(r.anchor.x()); }},
        {"anchorY", [](const NoteRow &r) { return QVariant(r.anchor.y()); }},
        {"cardX", [](const NoteRow &r) { return QVariant(r.card.x()); }},
        {"cardY", [](const NoteRow &r) { return QVariant(r.card.y()); }},
        {"author", [](const NoteRow &r) { return QVariant(static_cast<int>(r.note.author)); }},
        {"step", [](const NoteRow &r) { return QVariant(static_cast<int>(r.step)); }},
        {"level", [](const NoteRow &r) { return QVariant(r.level); }},
        {"versions", [](const NoteRow &r) { return QVariant(r.versions); }},
        {"draft", [](const NoteRow &r) { return QVariant(r.draft); }},
    };
    return roles;
}

std::optional<NoteRow> PageNotes::row(const QString &note) const {
    const Id id = idFromText(note);
    if (m_draft && m_draft->id == id) {
        NoteRow draft = shown(*m_draft, m_view);
        draft.draft = true;
        return draft;
    }
    const auto found =
        std::find_if(rows().begin(), rows().end(), [&](const NoteRow &row) { return row.id == id; });
    return found == rows().end() ? std::nullopt : std::optional(*found);
}

QVariantMap PageNotes::at(const QString &note) const {
    QVariantMap map;
    if (const auto found = row(note)) {
        for (const Role &role : roles())
            map.insert(QString::fromLatin1(role.name), role.read(*found));
    }
    return map;
}

QString PageNotes::begin(int kind, QPointF anchor, QPointF card, bool byHand) {
    if (!workspace() || !workspace()->notebook() || m_page.isNull())
        return {};
    if (m_draft)
        leave(draftId());
    const QPointF at = m_view.fromView(anchor);
    const QPointF cardAt = m_view.fromView(card);
    Note note;
    note.id = workspace()->notebook()->store().makeId();
    note.about = m_page;
    note.kind = static_cast<NoteKind>(std::clamp(kind, 0, 2));
    note.x = at.x();
    note.y = at.y();
    note.cardX = cardAt.x();
    note.cardY = cardAt.y();
    m_draft = note;
    m_byHand = byHand;
    emit draftChanged();
    rerun();
    return draftId();
}

void PageNotes::keepDraft() {
    if (!m_draft || m_keeping)
        return;
    m_keeping = true;
    workspace()->perform(Edit(tr("Add note")).create(*m_draft), [alive = QPointer(this)](bool kept) {
        if (alive)
            alive->draftKept(kept);
    });
}

void PageNotes::draftKept(bool kept) {
    m_keeping = false;
    if (!kept)
        return;      // it stays on the page as a draft; the page says why it could not be kept
    m_draft.reset(); // from here on the store's row is the note
    emit draftChanged();
    rerun();
}

void PageNotes::leave(const QString &note) {
    if (!isDraft(note) || m_keeping)
        return;
    if (m_byHand) {
        keepDraft();
        return;
    }
    m_draft.reset();
    emit draftChanged();
    rerun();
}

void PageNotes::change(const QString &note, const QString &label, const std::function<void(Note &)> &what) {
    if (!workspace())
        return;
    if (isDraft(note) && !m_keeping) {
        what(*m_draft);
        if (!m_draft->words.isEmpty() || !m_draft->skill.isNull())
            keepDraft();
        emit draftChanged();
        rerun();
        return;
    }
    const std::optional<NoteRow> found = row(note);
    if (!found)
        return;
    // Before its rows are back a note may be changed again; that change starts from this one.
    const Note before = m_changing.value(found->id, found->note);
    Note after = before;
    what(after);
    Edit edit(label);
    edit.changed(before, after);
    if (edit.isEmpty())
        return;
    m_changing.insert(after.id, after);
    workspace()->perform(std::move(edit), [alive = QPointer(this), id = after.id](bool) {
        if (alive)
            alive->m_changing.remove(id);
    });
}

void PageNotes::movePoint(const QString &note, QPointF anchor) {
    const QPointF at = m_view.fromView(anchor);
    m_byHand = m_byHand || isDraft(note);
    change(note, tr("Move note"), [at](Note &n) {
        n.x = at.x();
        n.y = at.y();
    });
}

void PageNotes::moveCard(const QString &note, QPointF card) {
    const QPointF at = m_view.fromView(card);
    change(note, tr("Move note"), [at](Note &n) {
        n.cardX = at.x();
        n.cardY = at.y();
    });
}

void PageNotes::moveBoth(const QString &note, QPointF anchor, QPointF card) {
    const QPointF at = m_view.fromView(anchor);
    const QPointF cardAt = m_view.fromView(card);
    m_byHand = m_byHand || isDraft(note);
    change(note, tr("Move note"), [at, cardAt](Note &n) {
        n.x = at.x();
        n.y = at.y();
        n.cardX = cardAt.x();
        n.cardY = cardAt.y();
    });
}

void PageNotes::write(const QString &note, const QString &words) {
    change(note, tr("Write note"), [words](Note &n) { n.words = words.trimmed(); });
}

QString PageNotes::ownWords(const QString &words, const NoteRow &row, NoteKind kind,
                            const QString &compliment, const QString &childWords) {
    if (!words.isEmpty() && words != row.compliment && words != row.childWords)
        return words;
    return kind == NoteKind::Noticed ? compliment : kind == NoteKind::NextStep ? childWords : QString();
}

void PageNotes::useSkill(const QString &note, const QString &skill, const QString &compliment,
                         const QString &childWords) {
    if (const auto found = row(note))
        change(note, tr("Choose skill"),
               [row = *found, id = idFromText(skill), compliment, childWords](Note &n) {
                   n.skill = id;
                   n.words = ownWords(n.words, row, n.kind, compliment, childWords);
               });
}

void PageNotes::setKind(const QString &note, int kind) {
    if (const auto found = row(note))
        change(note, tr("Change note's color"), [row = *found, kind](Note &n) {
            n.kind = static_cast<NoteKind>(std::clamp(kind, 0, 2));
            if (!n.skill.isNull())
                n.words = ownWords(n.words, row, n.kind, row.compliment, row.childWords);
        });
}

void PageNotes::setAuthor(const QString &note, int author) {
    change(note, tr("Change who wrote a note"),
           [author](Note &n) { n.author = static_cast<Author>(std::clamp(author, 0, 1)); });
}

void PageNotes::remove(const QString &note) {
    if (isDraft(note) && !m_keeping) {
        m_draft.reset();
        emit draftChanged();
        rerun();
        return;
    }
    if (workspace())
        workspace()->perform(Edit(tr("Delete note")).remove<Note>(idFromText(note)));
}

QPointF PageNotes::anchorOf(const QString &note) const {
    const std::optional<NoteRow> found = row(note);
    return found ? found->anchor : QPointF(0.5, 0.5);
}

QPointF PageNotes::clearPlace(const QRectF &card, QPointF anchor, double reach, const QRectF &bounds) const {
    return keepClear(card, anchor, reach, bounds);
}

QPointF PageNotes::placeFor(QPointF anchor, QSizeF card, double reach, const QRectF &page,
                            const QRectF &bounds) const {
    QList<QRectF> cards;
    QList<QPointF> anchors;
    for (const NoteRow &row : rows()) {
        cards << QRectF(
            QPointF(page.x() + row.card.x() * page.width(), page.y() + row.card.y() * page.height()), card);
        anchors << QPointF(page.x() + row.anchor.x() * page.width(),
                           page.y() + row.anchor.y() * page.height());
    }
    // Cards are tilted: at the very edge of the view a corner would be cut off.
    const double margin = reach / 3;
    return placeBeside(anchor, card, reach, page, bounds.adjusted(margin, margin, -margin, -margin), cards,
                       anchors);
}

QPointF PageNotes::anchorFor(const QRectF &visible, const QRectF &page) const {
    QList<QPointF> anchors;
    for (const NoteRow &row : rows())
        anchors << QPointF(page.x() + row.anchor.x() * page.width(),
                           page.y() + row.anchor.y() * page.height());
    return sensibleAnchor(visible.intersected(page).isEmpty() ? page : visible.intersected(page), anchors);
}

} // namespace inkstep
