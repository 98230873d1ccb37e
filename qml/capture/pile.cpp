#include "pile.h"

#include "dayturn.h"
#include "intake.h"
#include "roundlist.h"
#include "ways.h"

#include <algorithm>

namespace inkstep {

Pile::Pile(QObject *parent) : LiveList<PileRow>(parent) {
    connect(this, &LiveListBase::workspaceChanged, this, &Pile::connectIntake);
    connect(this, &LiveListBase::readyChanged, this, &Pile::moved);
}

void Pile::connectIntake() {
    if (!workspace())
        return;
    connect(workspace()->intake(), &Intake::kept, this,
            [this](int ticket, const QString &sample, const QString &page) {
                kept(ticket, idFromText(sample), page);
            });
    connect(workspace()->intake(), &Intake::failed, this, [this](int ticket, const QString &sentence) {
        if (!m_tickets.contains(ticket))
            return;
        const Id student = m_tickets.take(ticket);
        m_promised.remove(ticket);
        m_trouble = tr("%1’s page was not kept. %2").arg(nameOf(student), sentence);
        tryHeld(student); // each by itself: the one that failed must not take them along
        settle();         // the child is on the pile again
    });
}

void Pile::setActive(bool active) {
    if (active == m_active)
        return;
    m_active = active;
    reset(false);
}

void Pile::setIndependent(bool independent) {
    if (independent == m_independent)
        return;
    m_independent = independent;
    reset(false);
}

void Pile::beginAnew() {
    reset(true);
}

void Pile::reset(bool afresh) {
    m_start = std::make_shared<std::optional<PileStart>>();
    m_afresh = afresh;
    m_resumed = false;
    m_book = {};
    m_current = {};
    m_afterwards = {};
    m_last = {};
    m_lastPage.clear();
    m_trouble.clear();
    m_skipped.clear();
    m_fresh.clear();
    m_given.clear();
    m_beforeKnown = false;
    emit activeChanged();
    clear();
    rerun();
}

void Pile::finish() {
    m_book.done = true;
    keepBook();
}

// In turn with the shots, so that what it says of the newest sample is so.
void Pile::keepBook() {
    if (!workspace() || m_book.day.isEmpty())
        return;
    m_book.skipped = m_skipped.values();
    workspace()->intake()->beforeNextShot([book = m_book](Notebook &notebook) {
        const Status kept = notebook.store().keepBooks([&](Database &db) {
            PileBook now = book;
            now.nextSince = newestSample(db);
            keepPile(db, now);
        });
        if (!kept)
            qWarning("where the pile stands could not be noted: %s", qPrintable(kept.error().detail));
    });
}

void Pile::takeUp() {
    const PileStart &start = **m_start;
    m_book = start.book;
    m_resumed = start.resumed;
    m_skipped = QSet<Id>(m_book.skipped.begin(), m_book.skipped.end());
    m_last = start.lastStudent;
    m_lastPage = textOrNothing(start.lastPage);
    m_current = !m_book.next.isNull() && m_book.nextSince == start.newestSample ? m_book.next : Id();
    if (m_current.isNull() && !m_last.isNull()) {
        settleStates();
        m_current = m_last;
        advance();
    }
    if (!m_resumed)
        keepBook();
}

KindSet Pile::kinds() const {
    return kindsOf<Student, Sample, Page, Absence, Teaching>();
}

Pile::Query Pile::query() const {
    const Clock *clock = &workspace()->parts().clock; // outlives every store
    return [clock, active = m_active, independent = m_independent, start = m_start, afresh = m_afresh,
            notebook = workspace()->notebook()->id()](Database &db) {
        std::vector<PileRow> rows;
        if (!active)
            return rows;
        const QDate today = dayOf(clock->now());
        const QSet<Id> in =
            independent ? sampledIn(db, roundOf(teachingOf(db, notebook), today)) : QSet<Id>();
        Statement &row =
            db.use("SELECT t.id, t.name, EXISTS (SELECT 1 FROM absence a WHERE a.student = t.id AND "
                   "a.day = ? AND a.deleted = 0) FROM student t "
                   "WHERE t.deleted = 0 AND coalesce(t.archived, 0) = 0 ORDER BY t.position, t.row")
                .with(today.toString(Qt::ISODate));
        while (row.step()) {
            PileRow one;
            one.id = row.id(0);
            one.name = row.text(1);
            one.away = row.number(2) != 0;
            one.before = in.contains(one.id);
            rows.push_back(std::move(one));
        }
        row.reset();
        if (!start->has_value())
            *start = startOfPile(db, today.toString(Qt::ISODate), independent, afresh);
        Statement &fresh =
            db.use("SELECT s.student, s.id, (SELECT count(*) FROM page p WHERE p.sample = s.id AND "
                   "p.deleted = 0) FROM sample s WHERE s.deleted = 0 AND s.row > ? ORDER BY s.row")
                .with((*start)->book.base);
        while (fresh.step()) {
            const Id student = fresh.id(0);
            const auto whose =
                std::find_if(rows.begin(), rows.end(), [&](const PileRow &one) { return one.id == student; });
            if (whose == rows.end() || fresh.number(2) == 0)
                continue;
            whose->sample = fresh.id(1);
            whose->pages = static_cast<int>(fresh.number(2));
        }
        fresh.reset();
        return rows;
    };
}

const std::vector<Pile::Role> &Pile::roles() const {
    static const std::vector<Role> table{
        {"studentId", [](const PileRow &r) { return QVariant(idText(r.id)); }},
        {"name", [](const PileRow &r) { return QVariant(r.name); }},
        {"state", [](const PileRow &r) { return QVariant(r.state); }},
    };
    return table;
}

int Pile::stateOf(const PileRow &row) const {
    const bool coming =
        std::any_of(m_tickets.begin(), m_tickets.end(), [&](const Id &student) { return student == row.id; });
    if (coming || !sampleOf(row).isNull())
        return In;
    if (m_before.contains(row.id))
        return Before;
    if (row.away)
        return Away;
    return m_skipped.contains(row.id) ? Skipped : Waiting;
}

void Pile::rowsChanged() {
    if (!m_active)
        return;
    if (!m_beforeKnown && !rows().empty()) {
        m_beforeKnown = true;
        m_before.clear();
        for (const PileRow &row : rows()) {
            if (row.before && row.sample.isNull())
                m_before.insert(row.id);
        }
        takeUp();
    }
    if (!m_showing) {
        m_fresh.clear(); // these rows came after what was kept
        for (const PileRow &row : rows()) {
            if (m_given.value(row.sample) == row.id)
                m_given.remove(row.sample);
        }
    }
    settle();
}

void Pile::showHere(std::vector<PileRow> next) {
    m_showing = true;
    show(std::move(next));
    m_showing = false;
}

// True when that changed anything: then the rest was settled on the way.
bool Pile::settleStates() {
    std::vector<PileRow> next = rows();
    for (PileRow &row : next)
        row.state = stateOf(row);
    if (next == rows())
        return false;
    const bool within = m_showing;
    m_showing = true;
    show(std::move(next)); // comes back to settle(), with nothing left to do
    m_showing = within;
    return true;
}

void Pile::settle() {
    if (settleStates())
        return;
    const PileRow *current = rowOf(m_current);
    if (!current)
        advance();
    else
        emit moved();
}

// The next who waits, in roster order from the current one on and round again.
void Pile::advance() {
    const auto waits = [](const PileRow &row) { return row.state == Waiting; };
    const auto at =
        std::find_if(rows().begin(), rows().end(), [&](const PileRow &row) { return row.id == m_current; });
    auto next = at == rows().end() ? rows().end() : std::find_if(at + 1, rows().end(), waits);
    if (next == rows().end())
        next = std::find_if(rows().begin(), rows().end(), waits);
    m_current = next == rows().end() ? Id() : next->id;
    emit moved();
}

const PileRow *Pile::rowOf(const Id &student) const {
    const auto found =
        std::find_if(rows().begin(), rows().end(), [&](const PileRow &row) { return row.id == student; });
    return student.isNull() || found == rows().end() ? nullptr : &*found;
}

QString Pile::nameOf(const Id &student) const {
    const PileRow *row = rowOf(student);
    return row ? row->name : QString();
}

QStringList Pile::namesIn(State state) const {
    QStringList names;
    for (const PileRow &row : rows()) {
        if (row.state == state)
            names << row.name;
    }
    return names;
}

Id Pile::sampleOf(const Id &student) const {
    const PileRow *row = rowOf(student);
    return row ? sampleOf(*row) : m_fresh.value(student);
}

// Rows read before a sample was given on may arrive after it: they still say whose it was, and the next page
// of that child must not go to it.
Id Pile::sampleOf(const PileRow &row) const {
    if (!row.sample.isNull() && m_given.value(row.sample, row.id) == row.id)
        return row.sample;
    if (const Id fresh = m_fresh.value(row.id); !fresh.isNull())
        return fresh;
    return m_given.key(row.id);
}

QVariantList Pile::likelyOwners() const {
    constexpr qsizetype most = 3;
    QVariantList owners;
    const auto begin = static_cast<std::ptrdiff_t>(
        std::find_if(rows().begin(), rows().end(), [&](const PileRow &row) { return row.id == m_last; }) -
        rows().begin());
    for (std::ptrdiff_t i = 1; i < count() && owners.size() < most; ++i) {
        const PileRow &row = rows()[static_cast<std::size_t>((begin + i) % count())];
        if (row.state == Waiting || row.state == Skipped)
            owners << QVariantMap{{QStringLiteral("id"), idText(row.id)}, {QStringLiteral("name"), row.name}};
    }
    return owners;
}

int Pile::currentPages() const {
    const PileRow *row = rowOf(m_current);
    return row ? row->pages : 0;
}

void Pile::follow(const Id &student, int ticket) {
    m_tickets.insert(ticket, student);
}

void Pile::shoot(const QByteArray &picture) {
    if (!workspace() || m_current.isNull())
        return;
    m_trouble.clear();
    m_resumed = false;
    const Id student = m_current;
    m_last = student;
    m_lastPage.clear();
    const Id sample = sampleOf(student);
    const bool coming =
        std::any_of(m_tickets.begin(), m_tickets.end(), [&](const Id &one) { return one == student; });
    if (sample.isNull() && coming) {
        m_held << Shot{student, picture};
    } else {
        const SampleKind kind = m_independent ? SampleKind::Independent : SampleKind::InProgress;
        follow(student, workspace()->intake()->keep(picture, {student, sample, kind}));
    }
    settle();
    if (m_afterwards.isNull())
        advance();
    else
        goOnWith(std::exchange(m_afterwards, {}));
}

void Pile::importFiles(const QList<QUrl> &files) {
    if (!workspace() || m_current.isNull() || files.isEmpty())
        return;
    m_last = m_current;
    m_lastPage.clear();
    const SampleKind kind = m_independent ? SampleKind::Independent : SampleKind::InProgress;
    follow(m_current, workspace()->intake()->keepFiles(files, {m_current, sampleOf(m_current), kind}));
    settle();
    advance();
}

void Pile::kept(int ticket, const Id &sample, const QString &page) {
    if (!m_tickets.contains(ticket))
        return;
    const Id student = m_tickets.take(ticket);
    m_fresh.insert(student, sample);
    if (student == m_last)
        m_lastPage = page;
    if (const Id to = m_promised.take(ticket); !to.isNull())
        give(sample, to);
    tryHeld(student);
    settle();
}

// The pages that waited until the child's sample has its name.
void Pile::tryHeld(const Id &student) {
    const Id sample = sampleOf(student);
    const SampleKind kind = m_independent ? SampleKind::Independent : SampleKind::InProgress;
    QList<Shot> held;
    std::swap(held, m_held);
    for (const Shot &shot : std::as_const(held)) {
        const bool coming =
            std::any_of(m_tickets.begin(), m_tickets.end(), [&](const Id &one) { return one == student; });
        if (shot.student == student && (!sample.isNull() || !coming))
            follow(student, workspace()->intake()->keep(shot.picture, {student, sample, kind}));
        else
            m_held << shot;
    }
}

void Pile::skip() {
    if (m_current.isNull())
        return;
    m_skipped.insert(m_current);
    m_afterwards = {};
    settle();
    advance();
    choose(m_current);
}

// A person's word on who comes next, to be remembered.
void Pile::choose(const Id &student) {
    m_resumed = false;
    m_book.next = student;
    keepBook();
}

void Pile::anotherPage() {
    if (!rowOf(m_last))
        return;
    const Id next = m_current;
    goTo(idText(m_last));
    m_afterwards = next;
    emit moved();
}

void Pile::goOnWith(const Id &student) {
    m_current = student;
    const PileRow *row = rowOf(student);
    if (!row || row->state == In)
        advance();
    else
        emit moved();
}

void Pile::markAway() {
    if (m_current.isNull() || !workspace() || !workspace()->notebook())
        return;
    Absence absence;
    absence.id = workspace()->notebook()->store().makeId();
    absence.student = m_current;
    absence.day = dayOf(workspace()->parts().clock.now()).toString(Qt::ISODate);
    workspace()->perform(Edit(tr("%1 is away today").arg(currentName())).create(absence));
    std::vector<PileRow> next = rows();
    for (PileRow &row : next)
        row.away = row.away || row.id == m_current; // the notebook says the same in a moment
    showHere(std::move(next));
    advance();
    choose(m_current);
}

void Pile::back() {
    const auto begin = rows().begin();
    auto at = std::find_if(begin, rows().end(), [&](const PileRow &row) { return row.id == m_current; });
    while (at != begin) {
        --at;
        if (at->state == Before)
            continue;
        goTo(idText(at->id));
        return;
    }
}

void Pile::goTo(const QString &studentId) {
    const Id student = idFromText(studentId);
    if (!rowOf(student))
        return;
    m_skipped.remove(student);
    m_afterwards = {};
    m_current = student;
    settle();
    choose(student);
    emit moved();
}

void Pile::give(const Id &sample, const Id &student) {
    m_given.insert(sample, student);
    workspace()->perform(Edit(tr("Say whose page it is")).set(sample, &Sample::student, student),
                         [this, alive = QPointer<Pile>(this), sample](bool saved) {
                             if (!alive || saved)
                                 return;
                             m_given.remove(sample); // it stays whose it was
                             settle();
                         });
}

void Pile::reassign(const QString &studentId) {
    const Id to = idFromText(studentId);
    const Id from = m_last;
    if (from.isNull() || to == from || !rowOf(to) || !workspace())
        return;
    const Id sample = sampleOf(from);
    const auto ticket =
        std::find_if(m_tickets.begin(), m_tickets.end(), [&](const Id &one) { return one == from; });
    if (ticket != m_tickets.end()) {
        // Not kept yet: it is given on as soon as it is.
        m_promised.insert(ticket.key(), to);
        *ticket = to;
    } else if (!sample.isNull()) {
        m_fresh.remove(from);
        m_fresh.insert(to, sample);
        std::vector<PileRow> next = rows();
        for (PileRow &row : next) {
            if (row.id == from)
                row.sample = {};
        }
        showHere(std::move(next)); // the notebook says the same in a moment
        give(sample, to);
    } else {
        return;
    }
    m_last = to;
    m_current = from;
    m_afterwards = {};
    m_skipped.remove(to);
    settle();
    choose(from);
    emit moved();
}

} // namespace inkstep
