#include "blocknow.h"

#include "dayturn.h"
#include "practice/stamina.h"
#include "store/layout.h"
#include "ways.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

namespace inkstep {

namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds tick{5};
constexpr int longestPlan = 240;
constexpr int longestHeld = 720;

} // namespace

BlockNow::BlockNow(QObject *parent) : LiveValue<BlockFacts>(parent) {
    m_timer.setInterval(tick);
    connect(&m_timer, &QTimer::timeout, this, &BlockNow::look);
    connect(this, &LiveValueBase::changed, this, &BlockNow::follow);
}

void BlockNow::setSteadyTime(SteadyTime steady) {
    m_steady = std::move(steady);
    m_followed = {};
    follow();
}

void BlockNow::look() {
    // Another day: what was today's last block no longer is.
    if (!value().last.id.isNull() && dayOf(*value().last.from) != dayOf(now()))
        rerun();
    emit ticked();
}

Moment BlockNow::now() const {
    return workspace()->parts().clock.now();
}

void BlockNow::follow() {
    const WorkBlock &block = value().running;
    if (block.id != m_followed) {
        m_followed = block.id;
        m_seenAt = m_steady();
        // A clock that was set back since makes it less than nothing; one set ahead is asked about.
        m_before =
            running() && workspace() ? std::max(milliseconds(0), now() - *block.from) : milliseconds(0);
    }
    const bool needed = running() || !value().last.id.isNull();
    if (needed != m_timer.isActive())
        needed ? m_timer.start() : m_timer.stop();
    emit ticked();
}

std::chrono::minutes BlockNow::passedFor() const {
    if (!running())
        return std::chrono::minutes(0);
    const milliseconds since = std::max(milliseconds(0), m_steady() - m_seenAt);
    return std::chrono::duration_cast<std::chrono::minutes>(m_before + since);
}

int BlockNow::passed() const {
    return static_cast<int>(std::clamp<qint64>(passedFor().count(), 0, longestHeld));
}

bool BlockNow::leftRunning() const {
    return running() && workspace() && wasLeftRunning(value().running, now(), passedFor());
}

QString BlockNow::startedOn() const {
    return running() ? QLocale().dayName(dayOf(*value().running.from).dayOfWeek()) : QString();
}

QString BlockNow::startedAt() const {
    const WorkBlock &block = running() ? value().running : value().last;
    return block.from ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(*block.from)).time(),
                                           QLocale::ShortFormat)
                      : QString();
}

int BlockNow::planned() const {
    const qint64 usual = value().teaching.blockMinutes;
    const qint64 minutes = running() ? value().running.plannedMinutes : usual;
    return static_cast<int>(std::clamp<qint64>(minutes, 0, longestHeld));
}

int BlockNow::held() const {
    return heldMinutes(value().last).value_or(0);
}

QString BlockNow::blockId() const {
    const Id id = running() ? value().running.id : value().last.id;
    return id.isNull() ? QString() : idText(id);
}

void BlockNow::start(int plannedMinutes) {
    if (!notebook() || !ready() || running())
        return;
    WorkBlock block;
    block.id = notebook()->store().makeId();
    block.from = now();
    block.plannedMinutes = std::clamp(plannedMinutes, 1, longestPlan);
    workspace()->perform(Edit(tr("Start the writing block")).create(block));
}

// Held by the steady clock: what the wall clock did meanwhile does not count.
void BlockNow::stop() {
    if (running())
        end(m_before + std::max(milliseconds(0), m_steady() - m_seenAt), tr("Stop the writing block"));
}

void BlockNow::stopAfter(int minutes) {
    if (running())
        end(std::chrono::minutes(std::clamp(minutes, 0, longestHeld)), tr("Say how long the block was held"));
}

void BlockNow::end(milliseconds held, const QString &label) {
    const WorkBlock &block = value().running;
    Edit edit(label);
    edit.set(block.id, &WorkBlock::until, std::optional<Moment>(*block.from + held));
    // The same work time, started on another device as well.
    for (const Id &other : value().alsoRunning)
        edit.set(other, &WorkBlock::until, std::optional<Moment>(*block.from + held));
    workspace()->perform(std::move(edit));
}

void BlockNow::setPlanned(int minutes) {
    if (running() && minutes != planned())
        workspace()->perform(Edit(tr("Change minutes"))
                                 .set(value().running.id, &WorkBlock::plannedMinutes,
                                      static_cast<qint64>(std::clamp(minutes, 1, longestPlan))));
}

void BlockNow::setHeld(int minutes) {
    const WorkBlock &block = value().last;
    if (block.id.isNull() || minutes == held())
        return;
    const Moment until = *block.from + std::chrono::minutes(std::clamp(minutes, 0, longestHeld));
    workspace()->perform(Edit(tr("Say how long the block was held"))
                             .set(block.id, &WorkBlock::until, std::optional<Moment>(until)));
}

void BlockNow::setEndedBy(int end) {
    const auto by = static_cast<BlockEnd>(std::clamp(end, 0, static_cast<int>(BlockEnd::Other)));
    if (!value().last.id.isNull() && by != value().last.endedBy)
        workspace()->perform(
            Edit(tr("Say what ended the block")).set(value().last.id, &WorkBlock::endedBy, by));
}

void BlockNow::setReflection(const QString &words) {
    const QString line = words.simplified();
    if (!value().last.id.isNull() && line != value().last.reflection)
        workspace()->perform(
            Edit(tr("Write about the block")).set(value().last.id, &WorkBlock::reflection, line));
}

KindSet BlockNow::kinds() const {
    return kindsOf<WorkBlock, Teaching>();
}

BlockNow::Query BlockNow::query() const {
    const Clock *clock = &workspace()->parts().clock; // outlives every store
    return [clock, notebook = notebook()->id()](Database &db) -> std::optional<BlockFacts> {
        static const std::string columns = "SELECT " + columnsOf<WorkBlock>("b") + " FROM workBlock b ";
        static const std::string open =
            columns +
            "WHERE b.deleted = 0 AND b.until IS NULL AND b.\"from\" IS NOT NULL ORDER BY b.\"from\", b.id";
        static const std::string done = columns +
                                        "WHERE b.deleted = 0 AND b.until IS NOT NULL AND b.\"from\" >= ? "
                                        "AND b.\"from\" < ? ORDER BY b.\"from\" DESC, b.id LIMIT 1";
        BlockFacts facts;
        facts.teaching = teachingOf(db, notebook);
        const QDate today = dayOf(clock->now());
        Statement &running = db.use(open);
        while (running.step()) {
            WorkBlock block = readRow<WorkBlock>(running);
            // One that was left running days ago is asked about by itself; of one day's they are one work
            // time.
            if (facts.running.id.isNull())
                facts.running = std::move(block);
            else if (dayOf(*block.from) == dayOf(*facts.running.from))
                facts.alsoRunning << block.id;
        }
        running.reset();
        Statement &last = db.use(done).with(today.startOfDay().toMSecsSinceEpoch(),
                                            today.addDays(1).startOfDay().toMSecsSinceEpoch());
        if (last.step())
            facts.last = readRow<WorkBlock>(last);
        last.reset();
        return facts;
    };
}

} // namespace inkstep
