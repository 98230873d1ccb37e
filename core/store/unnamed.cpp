#include "store/unnamed.h"

#include "model/schema.h"
#include "store/ledger.h"

#include <set>

namespace inkstep {

namespace {

bool isAllUnderstood(Database &db) {
    bool all = true;
    Statement &row = db.use("SELECT DISTINCT kind, field FROM op");
    while (all && row.step()) {
        const KindSpec *kind = Schema::instance().kind(row.text(0));
        const QString field = row.text(1);
        all = kind &&
              (field == createField || field == deleteField || field == eraseField || kind->field(field));
    }
    row.reset();
    return all;
}

} // namespace

Result<int> removeUnnamed(Notebook &notebook) {
    const auto here = notebook.vault().names();
    if (!here)
        return passOn(here);
    const auto unnamed = notebook.store().read(
        [&](Database &db) {
            std::set<QByteArray> left;
            for (const QByteArray &name : *here) {
                if (!notebook.vault().isNew(name))
                    left.insert(name);
            }
            Statement &row = db.use("SELECT name FROM blob UNION ALL SELECT name FROM erased_blob");
            while (row.step())
                left.erase(row.bytes(0));
            row.reset();
            if (!left.empty() && !isAllUnderstood(db))
                left.clear();
            return left;
        },
        Executor::Bulk);
    if (!unnamed)
        return passOn(unnamed);
    for (const QByteArray &name : *unnamed) {
        if (const auto gone = notebook.vault().erase(name); !gone)
            return passOn(gone);
    }
    return int(unnamed->size());
}

} // namespace inkstep
