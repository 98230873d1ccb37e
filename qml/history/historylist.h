// History: every edit of a notebook, whoever made it, and the way back for each.
// In: the edits as the store keeps them. Out: one line an edit, in words; an undo through the store.
// Edits without a label are the program's own and are not shown.
#pragma once

#include "livelist.h"

namespace inkstep {

struct HistoryRow {
    Id id; // made of the edit's name, so that a list can tell them apart
    Version edit;
    Moment at;
    QString label;
    QString redone; // the label of what it took back, for doing that again
    bool own = true;
    QString device;         // how another device calls itself; empty: nobody said
    bool takenBack = false; // a later edit took it back, and that one still stands
    bool undoes = false;    // it took another one back itself
    QDate day;              // of this place
    QDate today;
    bool operator==(const HistoryRow &) const = default;
};

// The newest `limit` edits that have a label, newest first.
std::vector<HistoryRow> readHistory(Database &db, const Id &self, int limit, Moment now);

class HistoryList : public INKSTEP_LIVE_LIST(HistoryRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool more READ more NOTIFY moreChanged) // there are older ones

public:
    using LiveList<HistoryRow>::LiveList;

    bool more() const { return m_more; }
    Q_INVOKABLE void showMore();
    // Takes one edit back, or does again what it took back. What somebody wrote since stays.
    Q_INVOKABLE void undo(int row);

    static QString dayWords(const HistoryRow &row);
    static QString timeWords(const HistoryRow &row);
    static QString whoWords(const HistoryRow &row);

signals:
    void moreChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override;

private:
    static constexpr int part = 100; // edits shown at first, and with each "more"
    int m_limit = part;
    bool m_more = false;
};

} // namespace inkstep
