#pragma once

#include "livelist.h"
#include "model/entities.h"
#include "model/teaching.h"

namespace inkstep {

struct VersionRow {
    Id id; // stands for one device's one operation, only here
    QString words;
    QString who;
    QString when;
    bool operator==(const VersionRow &) const = default;
};

// The versions of words that two devices wrote without knowing of each other, the newest first: a note's, or
// the line about a writing block. One row when nobody disagrees.
class WordVersions : public INKSTEP_LIVE_LIST(VersionRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString about READ about WRITE setAbout NOTIFY aboutChanged) // the note's or the block's id
    Q_PROPERTY(Words of READ of WRITE setOf NOTIFY aboutChanged)

public:
    enum Words { Note, Block };
    Q_ENUM(Words)

    using LiveList::LiveList;
    QString about() const { return m_about.isNull() ? QString() : idText(m_about); }
    void setAbout(const QString &id);
    Words of() const { return m_of; }
    void setOf(Words of);

    // Each settles it: what is written replaces every version seen here.
    Q_INVOKABLE void take(int row);
    Q_INVOKABLE void takeBoth(); // the older words first, then the newer ones
    Q_INVOKABLE void write(const QString &words);

signals:
    void aboutChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<inkstep::Note, WorkBlock>(); }
    Query query() const override;

private:
    void ask();

    Id m_about;
    Words m_of = Note;
};

} // namespace inkstep
