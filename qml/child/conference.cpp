#include "conference.h"

#include "practice/talks.h"
#include "store/layout.h"
#include "storylist.h"

#include <algorithm>

namespace inkstep {

namespace {
constexpr std::chrono::seconds tickEvery{5};
constexpr qint64 minuteMs = 60'000;
constexpr int mostMinutes = 180; // nobody talks longer: the device slept, or the page was forgotten
} // namespace

ConferenceKeeper::ConferenceKeeper(QObject *parent) : LiveValue<TalkFacts>(parent) {
    m_timer.start();
    m_steady = [this] { return m_timer.elapsed(); };
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &ConferenceKeeper::minutesChanged);
    connect(this, &LiveValueBase::changed, this, &ConferenceKeeper::take);
}

ConferenceKeeper::~ConferenceKeeper() {
    leave();
}

void ConferenceKeeper::setSteady(std::function<qint64()> steady) {
    m_steady = std::move(steady);
}

void ConferenceKeeper::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    leave();
    m_student = idFromText(id);
    emit studentIdChanged();
}

void ConferenceKeeper::setPageId(const QString &id) {
    if (m_page == idFromText(id))
        return;
    m_page = idFromText(id);
    emit pageIdChanged();
}

int ConferenceKeeper::minutes() const {
    if (!m_running)
        return 0;
    return static_cast<int>(std::clamp<qint64>((m_steady() - m_began) / minuteMs, 0, mostMinutes));
}

int ConferenceKeeper::level() const {
    return m_running && m_now.supported ? static_cast<int>(m_now.level) : -1;
}

void ConferenceKeeper::setRunning(bool running) {
    m_running = running;
    if (running)
        m_tick.start();
    else
        m_tick.stop();
    emit runningChanged();
    emit minutesChanged();
}

// What the store says of the conference this page began: an undo may have taken it, or the help said, back,
// and a redo may have brought it again.
void ConferenceKeeper::take() {
    if (!ready() || gone() || value().conference.id != m_now.id)
        return;
    m_now.supported = value().conference.supported;
    m_now.level = value().conference.level;
    setRunning(!value().deleted);
}

void ConferenceKeeper::join(Edit &edit, const Id &note) {
    if (!m_running) {
        m_now = {};
        m_now.id = notebook()->store().makeId();
        m_now.student = m_student;
        m_now.from = workspace()->parts().clock.now();
        m_now.page = m_page;
        if (!note.isNull())
            m_now.notes << note;
        m_began = m_steady();
        edit.create(m_now);
        setRunning(true);
        return;
    }
    if (!note.isNull()) {
        m_now.notes << note;
        edit.set(m_now.id, &Conference::notes, m_now.notes);
    }
}

void ConferenceKeeper::perform(Edit edit) {
    workspace()->perform(std::move(edit), [alive = QPointer(this), id = m_now.id](bool kept) {
        // What could not be kept was told; the next act tries anew.
        if (!kept && alive && alive->m_now.id == id && (!alive->ready() || alive->gone()))
            alive->setRunning(false);
    });
    if (!ready() || gone() || value().conference.id != m_now.id)
        rerun();
}

void ConferenceKeeper::appendAnswer(const QString &step, SupportLevel level, bool letGo,
                                    const QString &label) {
    if (!notebook() || m_student.isNull() || idFromText(step).isNull())
        return;
    Answer answer;
    answer.id = notebook()->store().makeId();
    answer.note = idFromText(step);
    answer.at = workspace()->parts().clock.now();
    answer.level = level;
    answer.letGo = letGo;
    Edit edit(label);
    edit.create(answer);
    join(edit);
    perform(std::move(edit));
}

void ConferenceKeeper::answer(const QString &step, int level) {
    appendAnswer(step, static_cast<SupportLevel>(std::clamp(level, 0, 4)), false, tr("Answer next step"));
}

void ConferenceKeeper::letGo(const QString &step) {
    appendAnswer(step, SupportLevel::Alone, true, tr("Let go of next step"));
}

void ConferenceKeeper::addNote(int kind, const QString &skill, const QString &words, double down) {
    if (!notebook() || m_student.isNull())
        return;
    constexpr double margin = 0.62; // where cards of notes made here begin, across the page
    Note note;
    note.id = notebook()->store().makeId();
    note.about = m_page.isNull() ? m_student : m_page;
    note.kind = static_cast<NoteKind>(std::clamp(kind, 0, 2));
    note.skill = idFromText(skill);
    note.words = words.trimmed();
    note.y = std::clamp(down, 0.0, 1.0);
    note.cardX = margin;
    note.cardY = std::max(0.0, note.y - 0.05);
    if (note.words.isEmpty() && note.skill.isNull())
        return;
    Edit edit(tr("Add note"));
    edit.create(note);
    join(edit, note.id);
    perform(std::move(edit));
}

void ConferenceKeeper::support(int level) {
    if (!notebook() || m_student.isNull())
        return;
    const bool said = level != this->level();
    Edit edit(said ? tr("Say how much help") : tr("Take back how much help"));
    join(edit);
    m_now.supported = said;
    m_now.level = static_cast<SupportLevel>(std::clamp(level, 0, 4));
    edit.set(m_now.id, &Conference::supported, m_now.supported);
    edit.set(m_now.id, &Conference::level, m_now.level);
    perform(std::move(edit));
    emit runningChanged();
}

void ConferenceKeeper::leave() {
    if (!m_running)
        return;
    if (Notebook *in = notebook()) {
        const std::chrono::milliseconds passed(m_steady() - m_began);
        // A step put on the full page while the child sat there is of this conference too.
        QList<Id> notes = m_now.notes;
        if (ready() && !gone() && value().conference.id == m_now.id) {
            for (const Id &note : value().made) {
                if (!notes.contains(note))
                    notes << note;
            }
        }
        Edit edit{QString()}; // book-keeping: undo is for what was done, not for having left
        edit.set(m_now.id, &Conference::until, std::optional(endAfter(m_now, passed)));
        if (notes != m_now.notes)
            edit.set(m_now.id, &Conference::notes, notes);
        in->store().commit(std::move(edit), workspace(),
                           [workspace = workspace()](const Result<Committed> &ended) {
                               if (!ended)
                                   workspace->report(ended.error());
                           });
    }
    m_now = {};
    setRunning(false);
}

void ConferenceKeeper::clear() {
    leave();
    LiveValue<TalkFacts>::clear();
}

ConferenceKeeper::Query ConferenceKeeper::query() const {
    return [id = m_now.id, student = m_student,
            device = notebook()->store().device()](Database &db) -> std::optional<TalkFacts> {
        if (id.isNull())
            return std::nullopt;
        const std::optional<Conference> found = find<Conference>(db, id);
        if (!found)
            return std::nullopt;
        Statement &row = db.use("SELECT deleted FROM conference WHERE id = ?").with(id);
        const bool deleted = row.step() && row.number(0) != 0;
        row.reset();
        return TalkFacts{*found, deleted, notesSince(db, student, id, device)};
    };
}

} // namespace inkstep
