#pragma once

#include "ingest/roster/roster.h"

namespace inkstep {

struct ListedNames {
    std::vector<RosterEntry>
        entries; // fields cleaned, bounds not yet checked, a name may be empty of letters
    RosterLayout layout = RosterLayout::OneALine;
    std::vector<int> others; // lines of people who are no children of the class
};

// Names without headings, the way people type and paste them: one a line, numbered or with bullets; between
// commas on one line; "Silva, Ana" on every line; a name and a grade side by side, below headings in a
// language that readHeadings() does not know too. BadInput when it has
// columns that only headings could tell apart, or an open quotation mark.
Result<ListedNames> readListed(const QString &text, const QString &subject);

// "Silva, Ana" → "Ana Silva"; nothing else has exactly one comma with words on both sides.
bool isLastFirst(const QString &name);
QString turnedRound(const QString &name);

} // namespace inkstep
