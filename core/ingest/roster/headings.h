#pragma once

#include <QStringList>

#include <array>
#include <optional>

namespace inkstep {

enum class RosterColumn {
    Name,
    First,
    Last,
    Between, // "van der", in a column of its own
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

// Whether the row stands above headings and says which of them are about grown-ups: "Student", "Guardian".
bool namesGrownUps(const QStringList &cells);

// The headings in a row of a table, in English, Spanish or French (names and grades in many more languages),
// however they are capitalized and spaced; nothing when no cell of the row is a heading for a name. Columns
// that the row above gives to a grown-up are not understood.
std::optional<RosterHeadings> readHeadings(const QStringList &cells, const QStringList &above = {});

} // namespace inkstep
