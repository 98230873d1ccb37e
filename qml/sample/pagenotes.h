#pragma once

#include "imaging/pageview.h"
#include "livelist.h"
#include "model/entities.h"

#include <QRectF>

namespace inkstep {

// A note as the page shows it. Points are 0 to 1 across and down the page in its view, turned as it is now.
struct NoteRow {
    Id id;
    Note note; // as kept: its points are those of the upright original
    QString skillName;
    QString compliment; // the bank's words for the skill, to know them from a person's own
    QString childWords;
    QPointF anchor;
    QPointF card;
    StepState step = StepState::Offered;
    int level = -1; // of the latest answer; -1: none
    int versions = 1;
    bool draft = false; // begun and not yet worth keeping
    bool operator==(const NoteRow &) const = default;
};

// The notes on one page, in reading order, and what a hand does to them. A note that was begun is a draft
// until it has words or a skill, or was put on a place by hand: then it is one Edit, which one undo takes
// back.
class PageNotes : public INKSTEP_LIVE_LIST(NoteRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString pageId READ pageId WRITE setPageId NOTIFY pageIdChanged)
    // Clockwise quarter turns the page is shown with.
    Q_PROPERTY(int turns READ turns WRITE setTurns NOTIFY viewChanged)
    // What of the photograph is shown, in words: see viewOf().
    Q_PROPERTY(QString view READ view WRITE setView NOTIFY viewChanged)
    Q_PROPERTY(QString draftId READ draftId NOTIFY draftChanged)
    Q_PROPERTY(int draftKind READ draftKind NOTIFY draftChanged)

public:
    using LiveList::LiveList;

    QString pageId() const { return idText(m_page); }
    void setPageId(const QString &id);
    int turns() const { return m_turns; }
    void setTurns(int turns);
    QString view() const { return m_viewWords; }
    void setView(const QString &view);
    int draftKind() const { return m_draft ? static_cast<int>(m_draft->kind) : -1; }
    QString draftId() const { return m_draft ? idText(m_draft->id) : QString(); }

    // Begins a note; points in the view's measure, 0 to 1. `byHand`: put there on purpose, kept even without
    // words. Returns its id.
    Q_INVOKABLE QString begin(int kind, QPointF anchor, QPointF card, bool byHand);
    // The editor of this note was left: a draft without words, skill or a place chosen by hand goes away.
    Q_INVOKABLE void leave(const QString &note);
    Q_INVOKABLE void movePoint(const QString &note, QPointF anchor);
    Q_INVOKABLE void moveCard(const QString &note, QPointF card);
    Q_INVOKABLE void moveBoth(const QString &note, QPointF anchor, QPointF card);
    Q_INVOKABLE void write(const QString &note, const QString &words);
    // A skill from the bank; its words replace the note's unless a person wrote those.
    Q_INVOKABLE void useSkill(const QString &note, const QString &skill, const QString &compliment,
                              const QString &childWords);
    Q_INVOKABLE void setKind(const QString &note, int kind);
    Q_INVOKABLE void setAuthor(const QString &note, int author);
    Q_INVOKABLE void remove(const QString &note);

    // The row of a note, as {role: value}; empty if it is not there.
    Q_INVOKABLE QVariantMap at(const QString &note) const;
    // Where the note points, in the view's measure; the middle if it is not there.
    Q_INVOKABLE QPointF anchorOf(const QString &note) const;
    // Geometry in pixels of the view, see notelayout.h.
    Q_INVOKABLE QPointF clearPlace(const QRectF &card, QPointF anchor, double reach,
                                   const QRectF &bounds) const;
    Q_INVOKABLE QPointF placeFor(QPointF anchor, QSizeF card, double reach, const QRectF &page,
                                 const QRectF &bounds) const;
    Q_INVOKABLE QPointF anchorFor(const QRectF &visible, const QRectF &page) const;

signals:
    void pageIdChanged();
    void viewChanged();
    void draftChanged();
    void noteChanged(); // some row did; what at() says may be new

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override { emit noteChanged(); }

private:
    std::optional<NoteRow> row(const QString &note) const;
    void lookAgain();
    bool isDraft(const QString &note) const { return m_draft && m_draft->id == idFromText(note); }
    void change(const QString &note, const QString &label, const std::function<void(Note &)> &what);
    void keepDraft();
    void draftKept(bool kept);
    static QString ownWords(const QString &words, const NoteRow &row, NoteKind kind,
                            const QString &compliment, const QString &childWords);

    Id m_page;
    int m_turns = 0;
    QString m_viewWords;
    PageView m_view;
    std::optional<Note> m_draft; // in the original's coordinates, as it will be kept
    bool m_byHand = false;
    bool m_keeping = false;
    QHash<Id, Note> m_changing; // handed to the store and not yet back in the rows
};

} // namespace inkstep
