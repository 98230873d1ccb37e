// What this room is for: turning what a teacher has (pasted names, a spreadsheet's CSV) into a list of
// students. In: bytes of a file or pasted text, of any common encoding and layout. Out: Roster, plain values
// in the order of the list, or an Error whose words say what to do. Stores nothing.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace inkstep {

struct RosterEntry {
    QString name; // as it will be shown: trimmed, single spaces, NFC, first name first
    QString grade;
    QString homeLanguage;
    QString supports;
    int line = 0;           // of the file, from 1, where the entry begins
    bool nameTwice = false; // another entry has the same name, capitals aside; both are kept

    bool operator==(const RosterEntry &) const = default;
};

// How the list was understood, for a preview to say.
enum class RosterLayout {
    OneALine,  // a name on each line
    OneLine,   // names between commas, semicolons or tabs
    LastFirst, // "Silva, Ana" on most lines, turned round
    Columns,   // columns without headings: a name and a grade, or two parts of a name
    Table,     // columns with headings
};

struct Roster {
    std::vector<RosterEntry> entries; // at least one
    RosterLayout layout = RosterLayout::OneALine;
    bool encodingGuessed = false;      // not Unicode: letters with accents want a look
    QStringList unusedColumns;         // headings that were not understood; nothing below them was read
    std::vector<int> linesWithoutName; // lines that hold something but no name, left out
    std::vector<int> linesAround;      // titles, totals, ends of pages, headings once more, left out
    std::vector<int> linesOfOthers; // lines of a school's system about grown-ups and who has left, left out

    bool operator==(const Roster &) const = default;
};

struct RosterBounds {
    static constexpr qsizetype bytes = 1024 * 1024;
    static constexpr qsizetype entries = 400;
    static constexpr qsizetype nameLength = 200;  // code points, after trimming
    static constexpr qsizetype otherLength = 400; // the same, of each other field
};

// Reads a file. `subject` names it in an error. Encodings: UTF-8; UTF-16 with a byte order mark; else
// Windows-1252, or a Macintosh's own, when that gives likely words. Control characters and marks that turn
// the direction of text are taken out. BadInput: another encoding, a spreadsheet program's own file, an open
// quote, columns without headings that cannot be told apart, a text that is too long, no name at all.
// TooLarge: over a bound of file or entries. The detail of either is a sentence that names the line. All or
// nothing: an error means no entry.
Result<Roster> readRoster(const QByteArray &bytes, const QString &subject = {});

// The same for text that already is Unicode, as pasted.
Result<Roster> readRosterText(const QString &text, const QString &subject = {});

// The same name to a person: capitals, the way accents are stored and the kind of apostrophe aside.
QString nameKey(const QString &name);

} // namespace inkstep
