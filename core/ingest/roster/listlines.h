#pragma once

#include "ingest/roster/roster.h"

namespace inkstep {

struct ListedNames {
    std::vector<RosterEntry>
        entries; // fields cleaned, bounds not yet checked, a name may be empty of letters
    RosterLayout layout = RosterLayout::OneALine;
    std::vector<int> others; // lines of people who are no children of the class
    std::vector<int> around; // lines of no people: titles, totals, ends of pages, headings once more
};

// Names without headings, the way people type and paste them: one a line, numbered or with bullets; between
// commas on one line; "Silva, Ana" on most lines; a name and a grade side by side, below headings in a
// language that readHeadings() does not know too. BadInput when it has
// columns that only headings could tell apart, or an open quotation mark.
Result<ListedNames> readListed(const QString &text, const QString &subject);

// "Silva, Ana" → "Ana Silva" where a clear majority of the names is written so. Says whether it is.
bool turnRound(std::vector<RosterEntry> &entries);

} // namespace inkstep
