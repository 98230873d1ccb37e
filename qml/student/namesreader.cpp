#include "namesreader.h"

#include "ingest/enroll.h"
#include "loosetext.h"
#include "studentlist.h"

#include <QFileInfo>
#include <QUrl>
#include <span>

namespace inkstep {

namespace {

bool hasDetails(const RosterEntry &entry) {
    return !entry.grade.isEmpty() || !entry.homeLanguage.isEmpty() || !entry.supports.isEmpty();
}

// A name being put right, not another child's: most of it stayed.
bool isCorrection(const QString &before, const QString &now) {
    const auto shorter = std::min(before.size(), now.size());
    qsizetype front = 0;
    while (front < shorter && before[front] == now[front])
        ++front;
    qsizetype back = 0;
    while (back < shorter - front && before[before.size() - 1 - back] == now[now.size() - 1 - back])
        ++back;
    return (front + back) * 2 >= std::max(before.size(), now.size());
}

} // namespace

NamesReader::NamesReader(QObject *parent) : QAbstractListModel(parent) {}

void NamesReader::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    m_workspace = workspace;
    if (workspace) {
        connect(workspace, &Workspace::notebookClosing, this, [this] { m_watch.reset(); });
        connect(workspace, &Workspace::notebookChanged, this, &NamesReader::watchClass);
    }
    emit workspaceChanged();
    watchClass();
}

void NamesReader::watchClass() {
    m_watch.reset();
    m_class = {};
    if (Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr) {
        m_watch = notebook->store().watch(
            kindsOf<Student>(),
            [](Database &db) {
                InClass known;
                Statement &row = db.use("SELECT name, position FROM student WHERE deleted = 0");
                while (row.step()) {
                    known.names << looseText(row.text(0));
                    known.next = std::max(known.next, row.number(1) + 1);
                }
                row.reset();
                return known;
            },
            this,
            [this](InClass known) {
                if (known == m_class)
                    return;
                m_class = std::move(known);
                markKnown();
            });
    }
    markKnown();
}

// One in the list answers to one in the class: two of a name are two children.
void NamesReader::markKnown() {
    if (m_entries.empty())
        return;
    QStringList left = m_newClass ? QStringList() : m_class.names;
    for (Entry &entry : m_entries) {
        const bool known = left.removeOne(looseText(entry.entry.name));
        if (known != entry.known)
            entry.chosen = !known;
        entry.known = known;
    }
    emit dataChanged(index(0), index(count() - 1));
    emit chosenChanged();
}

void NamesReader::setText(const QString &text) {
    if (text == m_text)
        return;
    m_text = text;
    ++m_reading; // a file still on its way is no longer wanted
    emit textChanged();
    if (text.trimmed().isEmpty()) {
        beginResetModel();
        m_entries.clear();
        m_understood.clear();
        m_problem.clear();
        m_remarks.clear();
        endResetModel();
        emit read();
        emit chosenChanged();
        return;
    }
    auto roster = readRosterText(text, tr("This list"));
    if (roster)
        keepDetails(roster->entries);
    take(std::move(roster));
}

// The text shows names only: what a file said besides stays with the child whose name is being put right.
void NamesReader::keepDetails(std::vector<RosterEntry> &entries) const {
    const auto take = [](RosterEntry &entry, const RosterEntry &known) {
        if (hasDetails(entry))
            return;
        entry.grade = known.grade;
        entry.homeLanguage = known.homeLanguage;
        entry.supports = known.supports;
    };
    // One place in the list is worked on at a time: above it and below it the lines are the ones there were.
    const std::size_t shorter = std::min(entries.size(), m_understood.size());
    std::size_t above = 0;
    for (; above < shorter && entries[above].name == m_understood[above].name; ++above)
        take(entries[above], m_understood[above]);
    std::size_t below = 0;
    for (; below < shorter - above; ++below) {
        RosterEntry &entry = entries[entries.size() - 1 - below];
        const RosterEntry &known = m_understood[m_understood.size() - 1 - below];
        if (entry.name != known.name)
            break;
        take(entry, known);
    }
    const std::span between = std::span(entries).subspan(above, entries.size() - above - below);
    const std::span were = std::span(m_understood).subspan(above, m_understood.size() - above - below);
    for (RosterEntry &entry : between) {
        const auto known = std::find_if(were.begin(), were.end(),
                                        [&](const RosterEntry &one) { return one.name == entry.name; });
        if (known != were.end())
            take(entry, *known);
        else if (between.size() == 1 && were.size() == 1 && isCorrection(were.front().name, entry.name))
            take(entry, were.front());
    }
}

void NamesReader::readFile(const QUrl &file) {
    if (!m_workspace)
        return;
    const QString path = file.toLocalFile();
    const int reading = ++m_reading;
    FileSystem *files = &m_workspace->parts().files;
    m_executor.call(
        Executor::Screen,
        [files, path]() -> Result<Roster> {
            const auto bytes = files->read(path, RosterBounds::bytes + 1);
            if (!bytes)
                return passOn(bytes);
            return readRoster(*bytes, QFileInfo(path).fileName());
        },
        this,
        [this, reading](Result<Roster> roster) {
            if (reading != m_reading)
                return;
            if (roster) { // the text shows what the file said, so that it can be put right by hand
                QStringList lines;
                for (const RosterEntry &entry : roster->entries)
                    lines << entry.name;
                m_text = lines.join(QLatin1Char('\n'));
                emit textChanged();
            }
            take(std::move(roster));
        });
}

void NamesReader::take(Result<Roster> roster) {
    beginResetModel();
    m_entries.clear();
    m_remarks.clear();
    m_problem.clear();
    if (!roster) {
        m_problem = wordsFor(roster.error()).sentence();
    } else {
        m_understood = roster->entries;
        for (RosterEntry &entry : roster->entries)
            m_entries.push_back({std::move(entry), false, true});
        if (roster->layout == RosterLayout::LastFirst)
            m_remarks << tr("The list has the last name first; the names are turned round.");
        if (roster->encodingGuessed)
            m_remarks << tr("The file does not say how it writes accents. Look at the letters with accents.");
        if (!roster->unusedColumns.isEmpty())
            m_remarks << tr("Left out, because Inkstep has no place for it: %1.")
                             .arg(roster->unusedColumns.join(QStringLiteral(", ")));
        if (!roster->linesWithoutName.empty())
            m_remarks
                << (roster->linesWithoutName.size() == 1
                        ? tr("One line without a name was left out.")
                        : tr("%1 lines without a name were left out.").arg(roster->linesWithoutName.size()));
        if (!roster->linesAround.empty())
            m_remarks << tr("Left out: %1 lines with a title, a total or the end of a page.")
                             .arg(roster->linesAround.size());
        if (!roster->linesOfOthers.empty())
            m_remarks
                << tr("Left out: %1 grown-ups, or children who have left.").arg(roster->linesOfOthers.size());
    }
    endResetModel();
    markKnown();
    emit read();
    emit chosenChanged();
}

QString NamesReader::summary() const {
    constexpr std::size_t shown = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(shown, m_entries.size()); ++i)
        names << m_entries[i].entry.name;
    const QString first = names.join(tr(", ", "between names"));
    return m_entries.size() > shown ? tr("%1 and %2 more").arg(first).arg(m_entries.size() - shown) : first;
}

int NamesReader::chosen() const {
    return static_cast<int>(
        std::count_if(m_entries.begin(), m_entries.end(), [](const Entry &entry) { return entry.chosen; }));
}

std::vector<RosterEntry> NamesReader::chosenEntries() const {
    std::vector<RosterEntry> entries;
    for (const Entry &entry : m_entries) {
        if (entry.chosen)
            entries.push_back(entry.entry);
    }
    return entries;
}

void NamesReader::choose(int row, bool chosen) {
    if (row < 0 || row >= count() || m_entries[static_cast<std::size_t>(row)].chosen == chosen)
        return;
    m_entries[static_cast<std::size_t>(row)].chosen = chosen;
    emit dataChanged(index(row), index(row), {ChosenRole});
    emit chosenChanged();
}

void NamesReader::add() {
    const std::vector<RosterEntry> entries = chosenEntries();
    if (!m_workspace || entries.empty())
        return;
    const Store::Parts parts = m_workspace->parts();
    const int number = static_cast<int>(entries.size());
    m_workspace->perform(enroll(entries, m_class.next, parts.clock, parts.random),
                         [self = QPointer(this), number](bool kept) {
                             if (self && kept)
                                 emit self->added(number);
                         });
}

int NamesReader::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant NamesReader::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= count())
        return {};
    const Entry &row = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case NameRole:
        return row.entry.name;
    case DetailsRole: {
        QStringList details{row.entry.grade, row.entry.homeLanguage, row.entry.supports};
        details.removeAll(QString());
        return details.join(QStringLiteral(" · "));
    }
    case TwiceRole:
        return row.entry.nameTwice;
    case KnownRole:
        return row.known;
    case ChosenRole:
        return row.chosen;
    default:
        return {};
    }
}

QHash<int, QByteArray> NamesReader::roleNames() const {
    return {{NameRole, "name"},
            {DetailsRole, "details"},
            {TwiceRole, "twice"},
            {KnownRole, "known"},
            {ChosenRole, "chosen"}};
}

} // namespace inkstep
