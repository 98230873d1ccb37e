#include "ingest/roster/listlines.h"

#include "ingest/roster/aroundlist.h"
#include "ingest/roster/delimited.h"
#include "ingest/roster/plaintext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace inkstep {

namespace {

struct Row {
    QStringList cells; // cleaned, none empty, at least one
    int line = 1;
    bool goesOn = false; // ended with a delimiter: the list continues on the next line
};

// Bullets, boxes and numbers people put before the names of a list: "• ", "[ ] ", "12. ", "3) ", "#4 ".
QString withoutMark(QString line) {
    static const QRegularExpression mark(
        QStringLiteral(
            R"(^\s*(?:\[[ xX]?\]|[-*+>•‣◦▪●○☐☑□✓–—·→]+|\(\d{1,3}\)|#?\d{1,3}\s*[.):-](?!\d)|#\d{1,3}|)"
            R"([A-Za-z]\)|\d{1,3}\s+(?=\p{L}))\s*)"),
        QRegularExpression::UseUnicodePropertiesOption);
    for (QRegularExpressionMatch found = mark.match(line); found.hasMatch(); found = mark.match(line))
        line.remove(0, found.capturedLength());
    return line;
}

bool isNumber(const QString &cell) {
    static const QRegularExpression number(QStringLiteral(R"(^\d+$)"));
    return number.match(cell).hasMatch();
}

bool isGrade(const QString &cell) {
    static const QRegularExpression grade(
        QStringLiteral(
            R"(^(?:(?:grade|gr|g|year|yr|y|primary|p|grado|curso|classe|class)?\.?\s*\d{1,2})"
            R"((?:st|nd|rd|th|[ºª°.]|er|e|ère|ème)?\s*[a-z]?|k|pk|tk|kg|pre-?k|kinder|kindergarten|)"
            R"(reception|ps|ms|gs|cp|ce1|ce2|cm1|cm2)$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return grade.match(cell).hasMatch();
}

// As a mail program copies people: "Maya <maya@school.example>"; the space goes that would keep a quotation
// mark from opening a field.
QString withoutAddresses(QString text) {
    static const QRegularExpression address(QStringLiteral(R"([^\S\r\n]*<[^<>\s]+@[^<>\s]+>)"));
    static const QRegularExpression gap(QStringLiteral(R"(([;,])[^\S\r\n]+")"));
    if (text.contains(address))
        text.remove(address).replace(gap, QStringLiteral("\\1\""));
    return text;
}

bool isAddress(const QString &cell) {
    static const QRegularExpression address(QStringLiteral(R"(^[^<>\s@]+@[^<>\s@]+$)"));
    return address.match(cell).hasMatch();
}

// The commas and semicolons of Chinese, Japanese and Arabic.
QString withPlainSeparators(QString text) {
    for (const QChar comma : QStringView(u"\u3001\uFF0C\u060C"))
        text.replace(comma, QLatin1Char(','));
    for (const QChar semicolon : QStringView(u"\uFF1B\u061B"))
        text.replace(semicolon, QLatin1Char(';'));
    return text;
}

// A row that holds only words above rows that all hold a number names the columns.
bool isRowOfHeadings(const std::vector<Row> &rows) {
    static const QRegularExpression digit(QStringLiteral(R"(\d)"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    const auto hasDigit = [](const Row &row) { return row.cells.join(QLatin1Char(' ')).contains(digit); };
    return rows.size() > 1 && !hasDigit(rows.front()) && std::all_of(rows.begin() + 1, rows.end(), hasDigit);
}

// A tab or semicolon is hardly ever part of a name; a comma may be.
QChar delimiterOf(const QString &text) {
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (line.trimmed().contains(u'\t'))
            return QLatin1Char('\t');
    }
    return text.contains(QLatin1Char(';')) ? QLatin1Char(';') : QLatin1Char(',');
}

// "Jr." behind a comma belongs to the name before it.
bool isSuffix(const QString &part) {
    static const QRegularExpression suffix(QStringLiteral(R"(^(?:[js]r\.?|II|III|IV)$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    return suffix.match(part).hasMatch();
}

Result<std::vector<Row>> readRows(const QString &text, QChar delimiter, std::vector<int> &nameless) {
    const Result<std::vector<DelimitedRecord>> records = readDelimited(text, delimiter);
    if (!records)
        return passOn(records);
    std::vector<Row> rows;
    for (const DelimitedRecord &record : *records) {
        bool anAddress = false;
        Row row{{}, record.line, record.fields.size() > 1 && cleanField(record.fields.last()).isEmpty()};
        for (qsizetype i = 0; i < record.fields.size(); ++i) {
            const QString cell = cleanField(i == 0 ? withoutMark(record.fields[i]) : record.fields[i]);
            anAddress = anAddress || isAddress(cell);
            if (delimiter == QLatin1Char(',') && !row.cells.isEmpty() && isSuffix(cell))
                row.cells.last() += QStringLiteral(", ") + cell;
            else if (!cell.isEmpty() && !isAddress(cell))
                row.cells << cell;
        }
        if (!row.cells.isEmpty())
            rows.push_back(std::move(row));
        else if (anAddress)
            nameless.push_back(record.line);
    }
    const auto numbered = [](const Row &row) { return row.cells.size() > 1 && isNumber(row.cells.first()); };
    if (rows.size() > 1 && std::all_of(rows.begin(), rows.end(), numbered)) {
        for (Row &row : rows)
            row.cells.removeFirst();
    }
    return rows;
}

// Several names on a line. Spreadsheets put a delimiter at the end of every line; only people leave the last
// bare.
bool isRunningList(const std::vector<Row> &rows, QChar delimiter) {
    if (rows.size() == 1)
        return rows.front().cells.size() > 1;
    if (delimiter == QLatin1Char('\t'))
        return false;
    const bool wraps = !rows.back().goesOn &&
                       std::any_of(rows.begin(), rows.end(), [](const Row &row) { return row.goesOn; });
    const auto count = [](const Row &row) { return row.cells.size(); };
    const auto [fewest, most] = std::minmax_element(
        rows.begin(), rows.end(), [&](const Row &a, const Row &b) { return count(a) < count(b); });
    const bool ragged = count(*fewest) != count(*most);
    return wraps || (ragged && (count(*most) > 2 || delimiter == QLatin1Char(';')));
}

// The parts of "Silva, Ana" and "King, Martin, Jr."; nothing else is last name first.
QStringList lastFirst(const QString &name) {
    QStringList parts;
    for (const QString &part : name.split(QLatin1Char(',')))
        parts << part.trimmed();
    const bool fits = (parts.size() == 2 || (parts.size() == 3 && isSuffix(parts[2]))) &&
                      !parts[0].isEmpty() && !parts[1].isEmpty() && !isSuffix(parts[1]);
    return fits ? parts : QStringList();
}

// Class and teacher above the names, totals and ends of pages below; a list of nothing else is kept whole.
void takeAround(std::vector<Row> &rows, std::vector<int> &around) {
    const auto text = [](const Row &row) { return row.cells.join(QLatin1Char(' ')); };
    const auto first =
        std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return !isAboveList(text(row)); });
    std::vector<Row> kept;
    std::vector<int> left;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        if (row < first || isBelowList(text(*row)))
            left.push_back(row->line);
        else
            kept.push_back(*row);
    }
    if (kept.empty())
        return;
    rows = std::move(kept);
    around = std::move(left);
}

void turnRoundIn(ListedNames &names) {
    if (turnRound(names.entries))
        names.layout = RosterLayout::LastFirst;
}

} // namespace

bool turnRound(std::vector<RosterEntry> &entries) {
    const auto named =
        std::count_if(entries.begin(), entries.end(), [](const auto &one) { return !one.name.isEmpty(); });
    const auto turned = std::count_if(entries.begin(), entries.end(),
                                      [](const auto &one) { return !lastFirst(one.name).isEmpty(); });
    if (turned == 0 || 3 * turned < 2 * named)
        return false;
    for (RosterEntry &entry : entries) {
        if (QStringList parts = lastFirst(entry.name); !parts.isEmpty()) {
            parts.swapItemsAt(0, 1);
            entry.name = parts.join(QLatin1Char(' '));
        }
    }
    return true;
}

Result<ListedNames> readListed(const QString &given, const QString &subject) {
    const QString text = withPlainSeparators(withoutAddresses(given));
    const QChar delimiter = delimiterOf(text);
    ListedNames found;
    std::vector<int> nameless; // nothing but an address
    const Result<std::vector<Row>> read = readRows(text, delimiter, nameless);
    if (!read)
        return failure(read.error().code, read.error().detail, subject);
    std::vector<Row> rows = *read;
    for (const int line : nameless)
        found.entries.push_back({{}, {}, {}, {}, line});
    if (rows.empty())
        return found;
    takeAround(rows, found.around);
    const auto isNameAndGrade = [](const Row &row) { return row.cells.size() == 2 && isGrade(row.cells[1]); };
    if (rows.size() > 2 && rows.front().cells.size() == 2 &&
        std::all_of(rows.begin() + 1, rows.end(), isNameAndGrade) && !isNameAndGrade(rows.front()))
        rows.erase(rows.begin()); // headings

    const auto hasTwo = [](const Row &row) { return row.cells.size() == 2; };
    const bool allTwo = std::all_of(rows.begin(), rows.end(), hasTwo);
    if (std::all_of(rows.begin(), rows.end(), isNameAndGrade)) {
        found.layout = RosterLayout::Columns;
        for (const Row &row : rows)
            found.entries.push_back({row.cells[0], row.cells[1], {}, {}, row.line});
        turnRoundIn(found);
        return found;
    }
    if (isRunningList(rows, delimiter)) {
        const bool aDigitInside = std::any_of(rows.begin(), rows.end(), [](const Row &row) {
            return std::any_of(row.cells.begin() + 1, row.cells.end(), isGrade);
        });
        if (!aDigitInside) {
            found.layout = RosterLayout::OneLine;
            for (const Row &row : rows) {
                for (const QString &cell : row.cells)
                    found.entries.push_back({cell, {}, {}, {}, row.line});
            }
            turnRoundIn(found);
            return found;
        }
    }
    const bool wide =
        std::any_of(rows.begin(), rows.end(), [](const Row &row) { return row.cells.size() > 2; });
    if (wide || (rows.size() == 1 && rows.front().cells.size() > 1)) {
        if (isRowOfHeadings(rows))
            return failure(
                ErrorCode::BadInput,
                rosterText("No heading in it says where the names are: %1. Rename the one above the "
                           "names to “Name”, or two to “First name” and “Last name”, and try again.")
                    .arg(rows.front().cells.join(QStringLiteral(", "))),
                subject);
        return failure(ErrorCode::BadInput,
                       QCoreApplication::translate(
                           "Roster",
                           "It has several columns and no headings. Put a first line above that names them, "
                           "such as: Name, Grade, Home language. Or paste one name a line."),
                       subject);
    }
    const QString between = delimiter == QLatin1Char(',') ? QStringLiteral(", ") : QStringLiteral(" ");
    for (const Row &row : rows)
        found.entries.push_back({row.cells.join(between), {}, {}, {}, row.line});
    if (allTwo)
        found.layout = RosterLayout::Columns;
    turnRoundIn(found);
    return found;
}

} // namespace inkstep
