#include "classlist.h"

#include "classfacts.h"

#include <QLocale>

namespace inkstep {

namespace {
constexpr std::chrono::minutes clockLook{1}; // how late after midnight the days may still be yesterday's
constexpr int noon = 12;
constexpr int evening = 18;

QDateTime localTime(const Clock &clock) {
    return QDateTime::fromMSecsSinceEpoch(toMs(clock.now()));
}
} // namespace

ClassList::ClassList(QObject *parent) : LiveList<Tile>(parent) {
    m_clockTimer.setInterval(clockLook);
    connect(&m_clockTimer, &QTimer::timeout, this, &ClassList::lookAtClock);
    connect(this, &LiveListBase::workspaceChanged, this, &ClassList::lookAtClock);
    m_clockTimer.start();
}

void ClassList::lookAtClock() {
    if (!workspace())
        return;
    const qint64 day = localTime(workspace()->parts().clock).date().toJulianDay();
    if (m_day != 0 && day != m_day)
        rerun();
    m_day = day;
    emit todayChanged();
}

QString ClassList::today() const {
    if (!workspace())
        return {};
    // The locale's long form without the year: nobody forgets that.
    return QLocale().toString(localTime(workspace()->parts().clock).date(), tr("dddd, d MMMM"));
}

int ClassList::partOfDay() const {
    if (!workspace())
        return 0;
    const int hour = localTime(workspace()->parts().clock).time().hour();
    return hour < noon ? 0 : hour < evening ? 1 : 2;
}

QString ClassList::seenWords(const Tile &tile) {
    return seenInWords(tile.days);
}

QString ClassList::seenShort(const Tile &tile) {
    if (tile.days < 0)
        return tr("new");
    if (tile.days == 0)
        return tr("today");
    return tr("%1 d", "days since a student was seen, short").arg(tile.days);
}

const std::vector<ClassList::Role> &ClassList::roles() const {
    static const std::vector<Role> table{
        {"studentId", [](const Tile &t) { return QVariant(idText(t.id)); }},
        {"name", [](const Tile &t) { return QVariant(t.name); }},
        {"days", [](const Tile &t) { return QVariant(t.days); }},
        {"seenWords", [](const Tile &t) { return QVariant(seenWords(t)); }},
        {"seenShort", [](const Tile &t) { return QVariant(seenShort(t)); }},
        {"longUnseen", [](const Tile &t) { return QVariant(t.longUnseen); }},
        {"sampled", [](const Tile &t) { return QVariant(t.sampled); }},
        {"hasStep", [](const Tile &t) { return QVariant(!t.step.isNull()); }},
        {"stepWords", [](const Tile &t) { return QVariant(t.stepWords); }},
        {"level", [](const Tile &t) { return QVariant(t.level); }},
    };
    return table;
}

KindSet ClassList::kinds() const {
    return kindsOf<Student, Sample, Page, Note, Answer, Skill, Check, Absence, Conference, Teaching>();
}

ClassList::Query ClassList::query() const {
    const Clock *clock = &workspace()->parts().clock; // outlives every store
    return [clock, notebook = workspace()->notebook()->id()](Database &db) {
        return readTiles(db, clock->now(), notebook);
    };
}

void ClassList::rowsChanged() {
    m_sampled = 0;
    m_steps = 0;
    m_missing.clear();
    for (const Tile &tile : rows()) {
        m_sampled += tile.sampled ? 1 : 0;
        m_steps += tile.step.isNull() ? 0 : 1;
        if (!tile.sampled)
            m_missing << tile.name;
    }
    emit summaryChanged();
}

} // namespace inkstep
