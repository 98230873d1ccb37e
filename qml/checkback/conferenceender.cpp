#include "conferenceender.h"

#include "base/hybridtime.h"
#include "practice/talks.h"
#include "store/layout.h"

namespace inkstep {

namespace {

constexpr std::chrono::hours othersAfter{12};

struct Unfinished {
    Conference conference;
    Moment lastDone;
};

// The last thing done in a conference is the last change of its own row (a note was made, help was said) or
// the last answer given to a step of its student that day.
std::vector<Unfinished> unfinishedOnes(Database &db, const Id &self, Moment now) {
    std::vector<Unfinished> found;
    static const std::string sql =
        "SELECT " + columnsOf<Conference>("c") +
        ", c.changed, (SELECT d.id FROM op o JOIN device d ON d.no = o.device WHERE o.entity = c.id "
        "ORDER BY o.time LIMIT 1), (SELECT max(a.made) FROM answer a JOIN note n ON n.id = a.note "
        "LEFT JOIN page p ON p.id = n.about LEFT JOIN sample s ON s.id = coalesce(p.sample, n.about) "
        "WHERE a.deleted = 0 AND coalesce(s.student, n.about) = c.student AND a.made >= c.made "
        "AND a.at < c.\"from\" + 10800000) "
        "FROM conference c WHERE c.deleted = 0 AND c.until IS NULL";
    Statement &row = db.use(sql);
    while (row.step()) {
        constexpr int after = columnCount<Conference>();
        Unfinished one{readRow<Conference>(row), now};
        const bool own = row.id(after + 1) == self;
        const bool old = !one.conference.from || now - *one.conference.from > othersAfter;
        if (!own && !old)
            continue;
        const qint64 last = std::max(row.number(after), row.isNull(after + 2) ? 0 : row.number(after + 2));
        one.lastDone = HybridTime::wall(static_cast<std::uint64_t>(last));
        found.push_back(std::move(one));
    }
    row.reset();
    return found;
}

} // namespace

void ConferenceEnder::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    if (m_workspace)
        m_workspace->disconnect(this);
    m_workspace = workspace;
    if (workspace)
        connect(workspace, &Workspace::notebookChanged, this, &ConferenceEnder::endThem);
    emit workspaceChanged();
    endThem();
}

void ConferenceEnder::endThem() {
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook)
        return;
    Store &store = notebook->store();
    store.read([self = store.device(), now = m_workspace->parts().clock.now()](
                   Database &db) { return unfinishedOnes(db, self, now); },
               this,
               [this, id = notebook->id()](const Result<std::vector<Unfinished>> &found) {
                   Notebook *still = m_workspace ? m_workspace->notebook() : nullptr;
                   if (!found || found->empty() || !still || still->id() != id)
                       return;           // tried again at the next start
                   Edit edit{QString()}; // book-keeping: nothing a person would take back
                   for (const Unfinished &one : *found)
                       edit.set(one.conference.id, &Conference::until,
                                std::optional(endOf(one.conference, one.lastDone)));
                   still->store().commit(
                       std::move(edit), this,
                       [this, count = static_cast<int>(found->size())](const Result<Committed> &committed) {
                           if (committed)
                               emit ended(count);
                       });
               });
}

} // namespace inkstep
