#pragma once

#include "livelist.h"
#include "model/entities.h"

namespace inkstep {

struct VersionRow {
    Id id; // stands for one device's one operation, only here
    QString words;
    QString who;
    QString when;
    bool operator==(const VersionRow &) const = default;
};

// The versions of a note's words that two devices wrote without knowing of each other, the newest first. One
// row when nobody disagrees.
class NoteVersions : public INKSTEP_LIVE_LIST(VersionRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString noteId READ noteId WRITE setNoteId NOTIFY noteIdChanged)

public:
    using LiveList::LiveList;
    QString noteId() const { return m_note.isNull() ? QString() : idText(m_note); }
    void setNoteId(const QString &id);

    // Each settles it: what is written replaces every version seen here.
    Q_INVOKABLE void take(int row);
    Q_INVOKABLE void takeBoth(); // the older words first, then the newer ones
    Q_INVOKABLE void write(const QString &words);

signals:
    void noteIdChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<Note>(); }
    Query query() const override;

private:
    Id m_note;
};

} // namespace inkstep
