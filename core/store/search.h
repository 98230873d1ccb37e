#pragma once

#include "model/schema.h"
#include "store/database.h"

#include <vector>

namespace inkstep {

struct SearchHit {
    QString kind; // "student", "note", "skill", "sample"
    Id entity;
    QString words; // what was found, as it stands there
};

// What is typed, as an FTS5 query: every word must be there, the last may still be growing. Empty for a text
// without a letter or digit. FTS5's own operators in it are only words.
QString searchQuery(const QString &typed);

// Things whose words fit what is typed, newest first, deleted ones left out; at most `limit`. `kinds`: only
// these. Newest first rather than by rank: it is what a teacher looks for, and it lets SQLite stop at the
// limit, so one letter in 100,000 notes costs no more than a rare word.
std::vector<SearchHit> search(Database &db, const QString &typed, int limit, KindSet kinds = ~KindSet(0));

} // namespace inkstep
