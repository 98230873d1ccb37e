#include "ingest/roster/roster.h"

#include "ingest/roster/aroundlist.h"
#include "ingest/roster/delimited.h"
#include "ingest/roster/headings.h"
#include "ingest/roster/listlines.h"
#include "ingest/roster/plaintext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <optional>

namespace inkstep {

namespace {

// School systems put a title and a date above the headings; further down a heading's words are data.
constexpr std::size_t rowsBeforeHeadings = 5;

struct Table {
    RosterHeadings headings;
    std::vector<DelimitedRecord> rows; // below the headings
    qsizetype width = 0;               // cells in the headings' row
};

qsizetype filled(const QStringList &cells) {
    return std::count_if(cells.begin(), cells.end(),
                         [](const QString &cell) { return !cell.trimmed().isEmpty(); });
}

// "STUDENT NAME (LAST, FIRST)" is one heading, though nobody put it between quotation marks.
QStringList bracketsClosed(const QStringList &cells) {
    QStringList whole;
    for (const QString &cell : cells) {
        if (!whole.isEmpty() && whole.last().count(QLatin1Char('(')) > whole.last().count(QLatin1Char(')')))
            whole.last() += QStringLiteral(", ") + cell.trimmed();
        else
            whole << cell;
    }
    return whole;
}

// The row that names most columns, the first of those that name as many. Further down one such word is enough
// only in a row of several below nothing but titles, or below a row that says whose names are a grown-up's.
std::optional<Table> tableIn(std::vector<DelimitedRecord> records) {
    bool belowTitles = true;
    std::optional<RosterHeadings> best;
    std::pair<int, bool> bestRank;
    std::size_t at = 0;
    for (std::size_t i = 0; i < records.size() && i < rowsBeforeHeadings; ++i) {
        const QStringList above = i > 0 ? records[i - 1].fields : QStringList();
        const std::optional<RosterHeadings> headings = readHeadings(records[i].fields, above);
        const bool several = filled(records[i].fields) > 2;
        const bool grouped = namesGrownUps(above);
        if (headings && (i == 0 || headings->known() > 1 || (belowTitles && several) || (best && grouped))) {
            const std::pair rank(headings->known(), grouped);
            if (!best || rank > bestRank) {
                best = headings;
                bestRank = rank;
                at = i;
            }
        }
        belowTitles = belowTitles && filled(records[i].fields) < 2;
    }
    if (!best)
        return {};
    QStringList cells = records[at].fields;
    const QStringList above = at > 0 ? records[at - 1].fields : QStringList();
    records.erase(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    if (const QStringList whole = bracketsClosed(cells);
        whole.size() < cells.size() && !records.empty() &&
        std::all_of(records.begin(), records.end(),
                    [&](const DelimitedRecord &row) { return row.fields.size() <= whole.size(); })) {
        best = readHeadings(whole, above);
        cells = whole;
    }
    if (!best)
        return {};
    return Table{*best, std::move(records), cells.size()};
}

// Excel writes "sep=;" as a first line of its own to say which delimiter follows.
std::optional<QChar> takeDelimiterLine(QString &text) {
    if (!text.startsWith(QLatin1StringView("sep="), Qt::CaseInsensitive) || text.size() < 5)
        return {};
    const QChar delimiter = text[4];
    text.replace(0, 5, QString()); // the line end stays, so lines keep their numbers
    return delimiter;
}

// The table the text holds under the delimiter that explains most of its headings; nothing when there is
// none.
std::optional<Table> findTable(const QString &text, std::optional<QChar> said) {
    std::optional<Table> best;
    std::vector<QChar> delimiters{QLatin1Char('\t'), QLatin1Char(';'), QLatin1Char(','), QLatin1Char('|')};
    if (said)
        delimiters = {*said};
    for (const QChar delimiter : delimiters) {
        Result<std::vector<DelimitedRecord>> records = readDelimited(text, delimiter);
        if (!records)
            continue;
        std::erase_if(*records, [](const DelimitedRecord &record) {
            return std::all_of(record.fields.begin(), record.fields.end(),
                               [](const QString &field) { return field.trimmed().isEmpty(); });
        });
        std::optional<Table> table = tableIn(std::move(*records));
        if (!table)
            continue;
        if (!best ||
            std::pair(table->headings.known(), table->width) > std::pair(best->headings.known(), best->width))
            best = std::move(table);
    }
    return best;
}

QString nameIn(const QStringList &fields, const RosterHeadings &headings) {
    const auto cell = [&](RosterColumn column) {
        return headings.has(column) ? cleanField(fields.value(headings.at(column))) : QString();
    };
    const QString whole = cell(RosterColumn::Name);
    const QString first = cell(RosterColumn::First), last = cell(RosterColumn::Last);
    const auto inParts = [&] {
        return (QStringList{first.isEmpty() ? whole : first, cell(RosterColumn::Between), last,
                            cell(RosterColumn::SecondLast)})
            .join(QLatin1Char(' '))
            .simplified();
    };
    // "Pupil" may be a number, and is never more than the two parts are.
    if (!first.isEmpty() && !last.isEmpty())
        return inParts();
    // "Name" beside "Vorname" is the last name, unless the first stands in it too.
    if (!first.isEmpty() && !headings.has(RosterColumn::Last) && !whole.contains(first))
        return QStringLiteral("%1 %2").arg(first, whole).simplified();
    if (!whole.isEmpty() && (headings.has(RosterColumn::First) || !headings.has(RosterColumn::Last)))
        return whole;
    // "Name" beside "Surname" is the first name.
    return inParts();
}

// OneRoster 1.1, 4.13.8 and 4.13.9: what a school's system calls its grown-ups, and a person who is no longer
// there.
bool isSomebodyElse(const QString &role, const QString &status) {
    static const QStringList others{QStringLiteral("administrator"),
                                    QStringLiteral("aide"),
                                    QStringLiteral("counselor"),
                                    QStringLiteral("districtadministrator"),
                                    QStringLiteral("guardian"),
                                    QStringLiteral("parent"),
                                    QStringLiteral("principal"),
                                    QStringLiteral("proctor"),
                                    QStringLiteral("relative"),
                                    QStringLiteral("siteadministrator"),
                                    QStringLiteral("systemadministrator"),
                                    QStringLiteral("teacher")};
    return others.contains(role.toLower()) || status.toLower() == QLatin1StringView("tobedeleted");
}

QString firstFilled(const QStringList &fields) {
    for (const QString &field : fields) {
        if (const QString cell = cleanField(field); !cell.isEmpty())
            return cell;
    }
    return {};
}

// Where a list goes on to another page, or two were put below each other.
bool isHeadingsAgain(const DelimitedRecord &row, const Table &table) {
    const std::optional<RosterHeadings> headings = readHeadings(row.fields);
    return headings && headings->known() > 1 && headings->place == table.headings.place;
}

ListedNames namesIn(const Table &table) {
    ListedNames found;
    found.layout = RosterLayout::Table;
    const auto cell = [&](const DelimitedRecord &row, RosterColumn column) {
        return table.headings.has(column) ? cleanField(row.fields.value(table.headings.at(column)))
                                          : QString();
    };
    for (const DelimitedRecord &row : table.rows) {
        if (isSomebodyElse(cell(row, RosterColumn::Role), cell(row, RosterColumn::Standing))) {
            found.others.push_back(row.line);
            continue;
        }
        const QString name = nameIn(row.fields, table.headings);
        if (isBelowList(name) || isBelowList(firstFilled(row.fields)) || isHeadingsAgain(row, table)) {
            found.around.push_back(row.line);
            continue;
        }
        found.entries.push_back({name, cell(row, RosterColumn::Grade), cell(row, RosterColumn::HomeLanguage),
                                 cell(row, RosterColumn::Supports), row.line});
    }
    turnRound(found.entries);
    return found;
}

// The cells would be a column off, and a grade a name.
std::optional<int> lineOfTooManyCells(const Table &table) {
    for (const DelimitedRecord &row : table.rows) {
        if (filled(row.fields.mid(table.width)) > 0 && !isBelowList(firstFilled(row.fields)))
            return row.line;
    }
    return {};
}

// A code such as "07" is a name too: some schools let no real name leave the building.
bool isName(const QString &text) {
    if (text.startsWith(QLatin1Char('='))) // a formula whose result is not in the file
        return false;
    const QList<uint> points = text.toUcs4();
    return std::any_of(points.begin(), points.end(), [](uint c) { return QChar::isLetterOrNumber(c); });
}

std::optional<QString> tooLong(const RosterEntry &entry) {
    const auto sentence = [&entry](const QString &template_, qsizetype length, qsizetype most) {
        return template_.arg(QString::number(entry.line), QString::number(length), QString::number(most));
    };
    if (const qsizetype length = entry.name.toUcs4().size(); length > RosterBounds::nameLength)
        return sentence(
            rosterText("Line %1: the name is %2 characters long; at most %3 fit. Shorten it and try again."),
            length, RosterBounds::nameLength);
    for (const QString &field : {entry.grade, entry.homeLanguage, entry.supports}) {
        if (const qsizetype length = field.toUcs4().size(); length > RosterBounds::otherLength)
            return sentence(
                rosterText(
                    "Line %1: one text is %2 characters long; at most %3 fit. Shorten it and try again."),
                length, RosterBounds::otherLength);
    }
    return {};
}

void markNamesakes(std::vector<RosterEntry> &entries) {
    QHash<QString, int> times;
    for (const RosterEntry &entry : entries)
        ++times[nameKey(entry.name)];
    for (RosterEntry &entry : entries)
        entry.nameTwice = times.value(nameKey(entry.name)) > 1;
}

// A letter some program lost before the file came here; guessing whose name it was would be wrong.
std::optional<int> lineOfLostLetter(const QString &text) {
    const qsizetype at = text.indexOf(QChar(QChar::ReplacementCharacter));
    if (at < 0)
        return {};
    const QStringView before = QStringView(text).first(at);
    return static_cast<int>(std::max(before.count(u'\n'), before.count(u'\r'))) + 1;
}

} // namespace

QString nameKey(const QString &name) {
    QString key = name.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
    for (const char16_t apostrophe : {u'\u2019', u'\u2018', u'\u02BC', u'\u00B4', u'`'})
        key.replace(QChar(apostrophe), QLatin1Char('\''));
    return key;
}

Result<Roster> readRosterText(const QString &pasted, const QString &subject) {
    if (pasted.size() > RosterBounds::bytes)
        return failure(ErrorCode::TooLarge, rosterText("A list of students is at most 1 MB of plain text."),
                       subject);
    if (isOfAnotherProgram(pasted.first(std::min<qsizetype>(pasted.size(), 64)).toUtf8()))
        return failure(ErrorCode::BadInput, sentenceForAnotherProgram(), subject);
    QString text = pasted.normalized(QString::NormalizationForm_C);
    text.replace(QChar(QChar::LineSeparator), QLatin1Char('\n'));
    text.replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
    if (const std::optional<int> line = lineOfLostLetter(text)) {
        return failure(
            ErrorCode::BadInput,
            rosterText(
                "Line %1: a letter was lost before the list came here (it shows as \uFFFD). Correct it "
                "where the list was made, and try again.")
                .arg(*line),
            subject);
    }

    const std::optional<QChar> said = takeDelimiterLine(text);
    const std::optional<Table> table = findTable(text, said);
    if (table) {
        if (const std::optional<int> line = lineOfTooManyCells(*table)) {
            return failure(
                ErrorCode::BadInput,
                rosterText(
                    "Line %1: it has more cells than there are headings. Put a text with a comma in it "
                    "between quotation marks (\"), or give each column a heading, and try again.")
                    .arg(*line),
                subject);
        }
    }
    Result<ListedNames> names = table ? Result<ListedNames>(namesIn(*table)) : readListed(text, subject);
    if (!names)
        return passOn(names);

    Roster roster;
    roster.layout = names->layout;
    roster.linesOfOthers = std::move(names->others);
    roster.linesAround = std::move(names->around);
    if (table)
        roster.unusedColumns = table->headings.unused;
    for (RosterEntry &entry : names->entries) {
        if (const std::optional<QString> sentence = tooLong(entry))
            return failure(ErrorCode::BadInput, *sentence, subject);
        if (isName(entry.name))
            roster.entries.push_back(std::move(entry));
        else
            roster.linesWithoutName.push_back(entry.line);
    }
    if (roster.entries.empty())
        return failure(ErrorCode::BadInput, rosterText("There is no name in it."), subject);
    if (std::ssize(roster.entries) > RosterBounds::entries) {
        return failure(
            ErrorCode::TooLarge,
            rosterText("It has %1 names; at most %2 go in at once. Split the list and add it in parts.")
                .arg(roster.entries.size())
                .arg(RosterBounds::entries),
            subject);
    }
    markNamesakes(roster.entries);
    return roster;
}

Result<Roster> readRoster(const QByteArray &bytes, const QString &subject) {
    if (bytes.size() > RosterBounds::bytes)
        return failure(ErrorCode::TooLarge, rosterText("A list of students is at most 1 MB of plain text."),
                       subject);
    const Result<PlainText> plain = plainText(bytes, subject);
    if (!plain)
        return passOn(plain);
    Result<Roster> roster = readRosterText(plain->text, subject);
    if (roster)
        roster->encodingGuessed = plain->encodingGuessed;
    return roster;
}

} // namespace inkstep
