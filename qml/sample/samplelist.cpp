#include "samplelist.h"

#include "pagedetails.h"
#include "pictureaddress.h"
#include "store/layout.h"
#include "store/search.h"

#include <QDateTime>
#include <QSet>
#include <algorithm>

namespace inkstep {

namespace {

// More hits than a person looks through; the search stops there.
constexpr int mostHits = 400;
constexpr qint64 termDays = 91; // a quarter of a year

struct Found {
    QSet<Id> samples;
    QSet<Id> students;
};

void addAll(Database &db, const char *sql, const Id &id, QSet<Id> &to) {
    Statement &row = db.use(sql).with(id);
    while (row.step())
        to.insert(row.id(0));
    row.reset();
}

// The samples a search is about: by their own words, their student's name, the notes on them or on their
// pages, and the skills of those notes.
Found samplesFor(Database &db, const QString &text) {
    Found found;
    for (const SearchHit &hit : search(db, text, mostHits)) {
        if (hit.kind == kindName<Student>())
            found.students.insert(hit.entity);
        else if (hit.kind == kindName<Sample>())
            found.samples.insert(hit.entity);
        else if (hit.kind == kindName<Note>())
            addAll(db,
                   "SELECT coalesce(p.sample, n.about) FROM note n LEFT JOIN page p ON p.id = n.about "
                   "WHERE n.id = ? AND n.deleted = 0 AND coalesce(p.deleted, 0) = 0",
                   hit.entity, found.samples);
        else if (hit.kind == kindName<Skill>())
            addAll(db,
                   "SELECT coalesce(p.sample, n.about) FROM note n LEFT JOIN page p ON p.id = n.about "
                   "WHERE n.skill = ? AND n.deleted = 0 AND coalesce(p.deleted, 0) = 0",
                   hit.entity, found.samples);
    }
    return found;
}

struct Counts {
    std::array<qint16, 3> notes{};
    bool openStep = false;
};

// Notes of every sample in one pass over the notes; a look-up a sample would ask 12,000 times.
QHash<Id, Counts> countNotes(Database &db) {
    QHash<Id, Counts> counts;
    Statement &row = db.use("SELECT p.sample, n.kind, (SELECT a.letGo FROM answer a WHERE a.note = n.id "
                            "AND a.deleted = 0 ORDER BY a.at DESC, a.made DESC LIMIT 1) FROM note n "
                            "JOIN page p ON p.id = n.about WHERE n.deleted = 0 AND p.deleted = 0");
    while (row.step()) {
        Counts &one = counts[row.id(0)];
        const auto kind = static_cast<std::size_t>(enumOf<NoteKind>(row.text(1)));
        if (one.notes[kind] < std::numeric_limits<qint16>::max())
            ++one.notes[kind];
        if (kind == static_cast<std::size_t>(NoteKind::NextStep) && row.number(2) == 0)
            one.openStep = true;
    }
    row.reset();
    return counts;
}

qint64 startOf(SampleList::Period period, Moment now) {
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(now)).date();
    switch (period) {
    case SampleList::ThisWeek:
        return today.addDays(1 - today.dayOfWeek()).startOfDay().toMSecsSinceEpoch();
    case SampleList::ThisTerm:
        return today.addDays(-termDays).startOfDay().toMSecsSinceEpoch();
    default:
        return std::numeric_limits<qint64>::min();
    }
}

// The first moment of it, and of the next.
std::pair<qint64, qint64> yearOf(Moment now) {
    const int year = QDateTime::fromMSecsSinceEpoch(toMs(now)).date().year();
    return {QDate(year, 1, 1).startOfDay().toMSecsSinceEpoch(),
            QDate(year + 1, 1, 1).startOfDay().toMSecsSinceEpoch()};
}

} // namespace

SampleList::SampleList(QObject *parent) : LiveList(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] { rerun(); });
}

void SampleList::componentComplete() {
    m_complete = true;
    rerun();
}

void SampleList::rerun() {
    m_soon.stop();
    if (m_complete)
        LiveList::rerun();
}

template<class T>
void SampleList::set(T &member, const T &value) {
    if (member == value)
        return;
    member = value;
    emit parametersChanged();
    m_soon.start();
}

void SampleList::setSearch(const QString &text) {
    set(m_search, text);
}
void SampleList::setStudentId(const QString &id) {
    set(m_student, idFromText(id));
}
void SampleList::setKind(int kind) {
    set(m_kind, kind);
}
void SampleList::setGenre(const QString &genre) {
    set(m_genre, genre);
}
void SampleList::setOpenStep(bool only) {
    set(m_openStep, only);
}
void SampleList::setPeriod(Period period) {
    set(m_period, period);
}
void SampleList::setOrder(Order order) {
    set(m_order, order);
}

bool SampleList::narrowed() const {
    return !m_search.isEmpty() || !m_student.isNull() || m_kind >= 0 || !m_genre.isEmpty() || m_openStep ||
           m_period != Always;
}

void SampleList::clearFilters() {
    setSearch({});
    setStudentId({});
    setKind(-1);
    setGenre({});
    setOpenStep(false);
    setPeriod(Always);
}

KindSet SampleList::kinds() const {
    return kindsOf<Sample>() | kindsOf<Page>() | kindsOf<Student>() | kindsOf<Note>() | kindsOf<Answer>() |
           kindsOf<Skill>();
}

SampleList::Query SampleList::query() const {
    return [text = m_search, student = m_student, kind = m_kind, genre = m_genre, onlyOpen = m_openStep,
            since = startOf(m_period, workspace()->parts().clock.now()),
            year = yearOf(workspace()->parts().clock.now()), order = m_order](Database &db) {
        const bool searching = !searchQuery(text).isEmpty();
        const Found found = searching ? samplesFor(db, text) : Found{};
        const QHash<Id, Counts> counts = countNotes(db);
        std::vector<SampleRow> rows;
        Statement &row =
            db.use("SELECT s.id, s.student, t.name, s.title, coalesce(s.date, 0), s.kind, p.id, p.rotation, "
                   "s.genre, substr(p.original, 1, 4), p.look, p.sheet, p.foundSheet FROM sample s LEFT JOIN "
                   "student t ON t.id = s.student "
                   "LEFT JOIN page p ON p.row = (SELECT row FROM page WHERE sample = s.id AND deleted = 0 "
                   "ORDER BY coalesce(position, 0), made LIMIT 1) "
                   "WHERE s.deleted = 0 AND coalesce(t.deleted, 0) = 0 ORDER BY s.date DESC, s.made DESC");
        while (row.step()) {
            SampleRow one;
            one.id = row.id(0);
            one.student = row.id(1);
            one.date = row.number(4);
            one.thisYear = one.date >= year.first && one.date < year.second;
            one.kind = enumOf<SampleKind>(row.text(5), SampleKind::InProgress);
            const auto count = counts.constFind(one.id);
            if (count != counts.constEnd()) {
                one.notes = count->notes;
                one.openStep = count->openStep;
            }
            if ((!student.isNull() && one.student != student) ||
                (kind >= 0 && static_cast<int>(one.kind) != kind) || one.date < since ||
                (onlyOpen && !one.openStep) || (!genre.isEmpty() && row.text(8) != genre) ||
                (searching && !found.samples.contains(one.id) && !found.students.contains(one.student)))
                continue;
            // A page can be photographed before anybody says whose it is; it must not be lost from sight.
            one.name = row.isNull(2) ? tr("Whose is it?") : row.text(2);
            one.title = row.text(3);
            one.page = row.isNull(6) ? Id() : row.id(6);
            one.turns = static_cast<qint8>(row.number(7));
            one.picture = pictureAddress(row.bytes(9),
                                         viewOf(enumOf<PageLook>(row.text(10)), row.text(11), row.text(12)))
                              .toLatin1();
            rows.push_back(std::move(one));
        }
        row.reset();
        if (order == OldestFirst)
            std::reverse(rows.begin(), rows.end());
        if (order == ByName)
            std::stable_sort(rows.begin(), rows.end(), [](const SampleRow &a, const SampleRow &b) {
                return QString::localeAwareCompare(a.name, b.name) < 0;
            });
        return rows;
    };
}

const std::vector<SampleList::Role> &SampleList::roles() const {
    static const std::vector<Role> roles{
        {"sampleId", [](const SampleRow &r) { return QVariant(idText(r.id)); }},
        {"pageId", [](const SampleRow &r) { return QVariant(r.page.isNull() ? QString() : idText(r.page)); }},
        {"studentId", [](const SampleRow &r) { return QVariant(idText(r.student)); }},
        {"name", [](const SampleRow &r) { return QVariant(r.name); }},
        {"heading",
         [](const SampleRow &r) { return QVariant(r.title.isEmpty() ? sampleKindName(r.kind) : r.title); }},
        {"day",
         [](const SampleRow &r) {
             return QVariant(r.date == 0 ? QString() : shortDay(fromMs(r.date), !r.thisYear));
         }},
        {"turns", [](const SampleRow &r) { return QVariant(static_cast<int>(r.turns)); }},
        {"look", [](const SampleRow &r) { return QVariant(QString::fromLatin1(r.picture)); }},
        {"noticed", [](const SampleRow &r) { return QVariant(static_cast<int>(r.notes[0])); }},
        {"wonders", [](const SampleRow &r) { return QVariant(static_cast<int>(r.notes[1])); }},
        {"steps", [](const SampleRow &r) { return QVariant(static_cast<int>(r.notes[2])); }},
        {"openStep", [](const SampleRow &r) { return QVariant(r.openStep); }},
    };
    return roles;
}

SampleGenres::Query SampleGenres::query() const {
    return [](Database &db) {
        std::vector<GenreRow> rows;
        Statement &row = db.use("SELECT DISTINCT genre FROM sample WHERE deleted = 0 AND genre IS NOT NULL "
                                "AND genre <> '' ORDER BY genre");
        while (row.step())
            rows.push_back({Id::createUuidV5(Id(), row.text(0)), row.text(0)});
        row.reset();
        return rows;
    };
}

const std::vector<SampleGenres::Role> &SampleGenres::roles() const {
    static const std::vector<Role> roles{
        {"name", [](const GenreRow &r) { return QVariant(r.name); }},
    };
    return roles;
}

} // namespace inkstep
