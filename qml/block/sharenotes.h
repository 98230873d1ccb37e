#pragma once

#include "livelist.h"
#include "model/teaching.h"

namespace inkstep {

struct ShareRow {
    Id id;
    NoteKind kind = NoteKind::Noticed;
    QString words;
    bool operator==(const ShareRow &) const = default;
};

// What the whole class shares after a block: what to celebrate (noticed), what to talk about (wonder).
class ShareNotes : public INKSTEP_LIVE_LIST(ShareRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString blockId READ blockId WRITE setBlockId NOTIFY blockIdChanged)

public:
    using LiveList::LiveList;
    QString blockId() const { return m_block.isNull() ? QString() : idText(m_block); }
    void setBlockId(const QString &id);

    Q_INVOKABLE void add(int kind, const QString &words);                 // NoteKind: noticed or wonder
    Q_INVOKABLE void change(const QString &noteId, const QString &words); // empty words take it away
    Q_INVOKABLE void remove(const QString &noteId);

signals:
    void blockIdChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;

private:
    Id m_block;
};

} // namespace inkstep
