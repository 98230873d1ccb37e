#pragma once

#include <QStringList>

#include <array>
#include <optional>

namespace inkstep {

enum class RosterColumn {
    Name,
    First,
    Last,
    SecondLast,
    Grade,
    HomeLanguage,
    Supports,
    Role,
    Standing,
    Count
};

// Which column of a table holds what.
struct RosterHeadings {
    std::array<int, static_cast<std::size_t>(RosterColumn::Count)> place; // -1: the table has none
    QStringList unused;                                                   // not understood, as written

    int at(RosterColumn column) const { return place[static_cast<std::size_t>(column)]; }
    bool has(RosterColumn column) const { return at(column) >= 0; }
    int known() const; // how many columns were understood
};

// The headings in a table's first row, in English, Spanish or French (names and grades in German, Dutch,
// Italian and Portuguese too), however they are capitalized and spaced; nothing when no cell of the row is a
// heading for a name.
std::optional<RosterHeadings> readHeadings(const QStringList &cells);

} // namespace inkstep
