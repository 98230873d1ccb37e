#include "store/deleted.h"

#include "base/blobref.h"
#include "model/schema.h"

#include <algorithm>
#include <set>

namespace inkstep {

namespace {

constexpr int deepest = 8; // levels of things in things; there are four

// Table `hiding`: each thing that does not show, and the deletion that hides it.
bool findHidden(Database &db) {
    db.exec("CREATE TEMP TABLE IF NOT EXISTS hiding (id BLOB, device INTEGER, seq INTEGER, "
            "PRIMARY KEY (id, device, seq)) WITHOUT ROWID");
    db.exec("DELETE FROM hiding");
    bool any = false;
    for (const KindSpec &kind : Schema::instance().kinds()) {
        if (kind.name == kindName<Student>() || kind.name == kindName<NotebookInfo>())
            continue;
        // A deletion that unseen content has overruled leaves the row standing.
        db.use("INSERT OR IGNORE INTO hiding (id, device, seq) SELECT o.entity, o.device, o.seq FROM op o "
               "INDEXED BY op_deletion JOIN \"" +
               kind.name.toStdString() +
               "\" t ON t.id = o.entity AND t.deleted = 1 "
               "WHERE o.field = '-' AND o.live = 1 AND o.value IS NOT NULL AND o.kind = ?")
            .with(kind.name)
            .run();
        any = any || sqlite3_changes(db.handle()) > 0;
    }
    for (int level = 0; any && level < deepest; ++level) {
        bool more = false;
        for (const KindSpec &kind : Schema::instance().kinds()) {
            for (const FieldSpec &field : kind.fields) {
                if (!field.is(Container))
                    continue;
                db.use("INSERT OR IGNORE INTO hiding (id, device, seq) SELECT t.id, h.device, h.seq "
                       "FROM hiding h JOIN \"" +
                       kind.name.toStdString() + "\" t ON t.\"" + field.name.toStdString() + "\" = h.id")
                    .run();
                more = more || sqlite3_changes(db.handle()) > 0;
            }
        }
        if (!more)
            break;
    }
    return any;
}

} // namespace

std::map<QByteArray, std::vector<Version>> deletedPictures(Database &db) {
    std::map<QByteArray, std::vector<Version>> found;
    if (!findHidden(db))
        return found;
    Statement &row = db.use("SELECT b.name, d.id, h.seq FROM hiding h JOIN blob b ON b.entity = h.id "
                            "JOIN device d ON d.no = h.device");
    while (row.step())
        found[row.bytes(0)].push_back({row.id(1), static_cast<quint64>(row.number(2))});
    row.reset();
    if (found.empty())
        return found;
    for (auto &[name, deletions] : found)
        std::sort(deletions.begin(), deletions.end());
    // A picture may be named by something else too, which still shows.
    Statement &live = db.use("SELECT value FROM op WHERE live = 1 AND typeof(value) = 'blob' AND "
                             "length(value) = 72 AND entity NOT IN (SELECT id FROM hiding)");
    while (live.step())
        found.erase(blobRefFromBytes(live.bytes(0)).name);
    live.reset();
    return found;
}

} // namespace inkstep
