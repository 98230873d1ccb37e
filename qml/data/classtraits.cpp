#include "classtraits.h"

#include "ingest/skillbank.h"
#include "store/layout.h"

namespace inkstep {

namespace {

const SkillPack &builtBank() {
    static const SkillPack bank = builtInSkillPack().value_or(SkillPack{});
    return bank;
}

} // namespace

std::vector<Trait> ownTraits(Database &db) {
    std::vector<Trait> own;
    static const std::string sql =
        "SELECT " + columnsOf<Trait>("t") + " FROM trait t WHERE t.deleted = 0 ORDER BY t.position, t.row";
    Statement &row = db.use(sql);
    while (row.step())
        own.push_back(readRow<Trait>(row));
    row.reset();
    return own;
}

std::vector<Trait> traitsIn(Database &db, const Id &notebook) {
    return traitsOf(ownTraits(db), builtBank(), notebook);
}

} // namespace inkstep
