#include "storylist.h"

#include "base/hybridtime.h"
#include "days.h"
#include "practice/talks.h"
#include "store/layout.h"

#include <QDateTime>
#include <algorithm>
#include <map>

namespace inkstep {

namespace {

constexpr std::chrono::hours openTalk{3}; // what an unfinished conference may still hold
// A row of its own after the last one shown says that there is more; no page shows it.
const Id moreMark = QUuid::createUuidV5(QUuid(), QByteArrayLiteral("there is more"));

struct Event {
    StoryRow row;
    Id note; // the note it is, or is about
};

constexpr auto anythingAbout =
    "(SELECT ?1 UNION SELECT id FROM sample WHERE student = ?1 AND deleted = 0 UNION SELECT q.id FROM page q "
    "JOIN sample r ON r.id = q.sample WHERE r.student = ?1 AND r.deleted = 0 AND q.deleted = 0)";

Moment whenMade(qint64 hybrid) {
    return HybridTime::wall(static_cast<std::uint64_t>(hybrid));
}

} // namespace

QList<Id> notesSince(Database &db, const Id &student, const Id &conference, const Id &device) {
    static const std::string sql =
        std::string("SELECT n.id FROM note n WHERE n.deleted = 0 AND n.made >= (SELECT made FROM conference "
                    "WHERE id = ?2) AND n.about IN ") +
        anythingAbout +
        " AND EXISTS (SELECT 1 FROM op o JOIN device d ON d.no = o.device WHERE o.entity = n.id "
        "AND o.field = ?3 AND o.live = 1 AND d.id = ?4) ORDER BY n.made";
    QList<Id> notes;
    Statement &row = db.use(sql).with(student, conference, createField, device);
    while (row.step())
        notes << row.id(0);
    row.reset();
    return notes;
}

namespace {

void readNotes(Database &db, const Id &student, std::vector<Event> &events) {
    static const std::string sql =
        std::string("SELECT n.id, n.kind, coalesce(nullif(n.words, ''), k.name), n.made "
                    "FROM note n LEFT JOIN skill k ON k.id = n.skill "
                    "WHERE n.deleted = 0 AND n.about IN ") +
        anythingAbout;
    Statement &row = db.use(sql).with(student);
    while (row.step()) {
        Event event;
        event.row.id = event.note = row.id(0);
        switch (enumOf<NoteKind>(row.text(1), NoteKind::Noticed)) {
        case NoteKind::Noticed:
            event.row.kind = StoryList::Noticed;
            break;
        case NoteKind::Wonder:
            event.row.kind = StoryList::Asked;
            break;
        case NoteKind::NextStep:
            event.row.kind = StoryList::Nudged;
            break;
        }
        event.row.words = row.text(2).simplified();
        event.row.at = whenMade(row.number(3));
        events.push_back(std::move(event));
    }
    row.reset();
}

void readAnswers(Database &db, const Id &student, std::vector<Event> &events) {
    static const std::string sql =
        std::string(
            "SELECT a.id, n.id, coalesce(nullif(n.words, ''), k.name), a.at, a.made, a.level, a.letGo "
            "FROM answer a JOIN note n ON n.id = a.note LEFT JOIN skill k ON k.id = n.skill "
            "WHERE a.deleted = 0 AND n.deleted = 0 AND n.about IN ") +
        anythingAbout;
    Statement &row = db.use(sql).with(student);
    while (row.step()) {
        Event event;
        event.row.id = row.id(0);
        event.note = row.id(1);
        event.row.words = row.text(2).simplified();
        event.row.at = row.isNull(3) ? whenMade(row.number(4)) : fromMs(row.number(3));
        const bool letGo = row.number(6) != 0;
        event.row.kind = letGo ? StoryList::LetGo : StoryList::Answered;
        if (!letGo)
            event.row.level = static_cast<int>(enumOf<SupportLevel>(row.text(5), SupportLevel::NotYet));
        events.push_back(std::move(event));
    }
    row.reset();
}

void readChecks(Database &db, const Id &student, std::vector<Event> &events) {
    static const std::string sql = "SELECT " + columnsOf<Check>("c") +
                                   ", k.name, c.made FROM \"check\" c JOIN skill k ON k.id = c.skill "
                                   "WHERE c.student = ? AND c.deleted = 0";
    Statement &row = db.use(sql).with(student);
    while (row.step()) {
        const Check check = readRow<Check>(row);
        Event event;
        event.row.id = check.id;
        event.row.kind = StoryList::Checked;
        event.row.words = row.text(columnCount<Check>());
        event.row.at = check.at.value_or(whenMade(row.number(columnCount<Check>() + 1)));
        event.row.level = static_cast<int>(check.level);
        event.row.trying = check.trying;
        events.push_back(std::move(event));
    }
    row.reset();
}

void readCheckBacks(Database &db, const Id &student, std::vector<Event> &events) {
    static const std::string sql = "SELECT " + columnsOf<CheckBack>("c") +
                                   ", c.made FROM checkBack c WHERE c.student = ? AND c.deleted = 0";
    Statement &row = db.use(sql).with(student);
    while (row.step()) {
        const CheckBack checkBack = readRow<CheckBack>(row);
        Event event;
        event.row.id = checkBack.id;
        event.row.kind = StoryList::CameBack;
        event.row.words = checkBack.expect;
        event.row.outcome = static_cast<int>(checkBack.outcome);
        const Moment made = whenMade(row.number(columnCount<CheckBack>()));
        event.row.at = checkBack.answered ? checkBack.answered : checkBack.set.value_or(made);
        events.push_back(std::move(event));
    }
    row.reset();
}

std::vector<Conference> readTalks(Database &db, const Id &student) {
    std::vector<Conference> talks;
    static const std::string sql = "SELECT " + columnsOf<Conference>("c") +
                                   " FROM conference c WHERE c.student = ? AND c.deleted = 0 "
                                   "AND c.\"from\" IS NOT NULL ORDER BY c.\"from\"";
    Statement &row = db.use(sql).with(student);
    while (row.step())
        talks.push_back(readRow<Conference>(row));
    row.reset();
    return talks;
}

bool holds(const Conference &talk, const Event &event) {
    if (event.row.id == event.note && talk.notes.contains(event.note))
        return true;
    if (event.row.id == event.note)
        return false; // a note belongs to the conference that says so, and to no other
    const Moment from = *talk.from;
    return *event.row.at >= from && *event.row.at <= talk.until.value_or(from + openTalk);
}

QString atTheStart(QString words) {
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

struct Group {
    StoryRow heading;
    Moment newest; // a conference stands where it began
    std::vector<StoryRow> rows;
};

} // namespace

void StoryList::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    m_student = idFromText(id);
    clear();
    emit parametersChanged();
    rerun();
}

void StoryList::setAtMost(int atMost) {
    if (m_atMost == atMost)
        return;
    m_atMost = atMost;
    emit parametersChanged();
    rerun();
}

KindSet StoryList::kinds() const {
    return kindsOf<Sample, Page, Note, Answer, Skill, Check, CheckBack, Conference>();
}

StoryList::Query StoryList::query() const {
    return [student = m_student, atMost = m_atMost, clock = &workspace()->parts().clock](Database &db) {
        const Moment now = clock->now();
        std::vector<Event> events;
        readNotes(db, student, events);
        readAnswers(db, student, events);
        readChecks(db, student, events);
        readCheckBacks(db, student, events);
        const std::vector<Conference> talks = readTalks(db, student);

        std::map<Id, Group> groups;
        for (const Conference &talk : talks) {
            Group &group = groups[talk.id];
            group.newest = *talk.from;
            group.heading.id = talk.id;
            group.heading.talk = true;
            group.heading.at = talk.from;
            group.heading.level = talk.supported ? static_cast<int>(talk.level) : -1;
            const QString day = dayName(talk.from, now);
            const std::optional<int> minutes = talkMinutes(talk);
            group.heading.heading = minutes ? tr("Conference, %1, %2 min").arg(day).arg(std::max(1, *minutes))
                                            : tr("Conference, %1").arg(day);
        }
        for (Event &event : events) {
            const auto talk = std::find_if(talks.rbegin(), talks.rend(),
                                           [&](const Conference &one) { return holds(one, event); });
            if (talk != talks.rend()) {
                groups[talk->id].rows.push_back(std::move(event.row));
                continue;
            }
            const QDate day = QDateTime::fromMSecsSinceEpoch(toMs(*event.row.at)).date();
            const Id key = QUuid::createUuidV5(student, QByteArray::number(day.toJulianDay()));
            Group &group = groups[key];
            group.heading.id = key;
            group.heading.heading = atTheStart(dayName(event.row.at, now));
            group.newest = std::max(group.newest, *event.row.at);
            group.rows.push_back(std::move(event.row));
        }

        std::vector<Group *> order;
        for (auto &[key, group] : groups)
            order.push_back(&group);
        std::sort(order.begin(), order.end(), [](const Group *a, const Group *b) {
            return std::tuple(b->newest, toBytes(b->heading.id)) <
                   std::tuple(a->newest, toBytes(a->heading.id));
        });
        std::vector<StoryRow> rows;
        for (Group *group : order) {
            if (atMost > 0 && rows.size() >= static_cast<std::size_t>(atMost)) {
                StoryRow mark;
                mark.id = moreMark;
                rows.push_back(mark);
                break;
            }
            std::stable_sort(group->rows.begin(), group->rows.end(),
                             [](const StoryRow &a, const StoryRow &b) { return a.at < b.at; });
            rows.push_back(group->heading);
            std::move(group->rows.begin(), group->rows.end(), std::back_inserter(rows));
        }
        return rows;
    };
}

void StoryList::rowsChanged() {
    const bool more = !rows().empty() && rows().back().id == moreMark;
    if (more == m_more)
        return;
    m_more = more;
    emit moreChanged();
}

const std::vector<StoryList::Role> &StoryList::roles() const {
    static const std::vector<Role> table{
        {"kind", [](const StoryRow &r) { return QVariant(r.kind); }},
        {"words", [](const StoryRow &r) { return QVariant(r.words); }},
        {"level", [](const StoryRow &r) { return QVariant(r.level); }},
        {"trying", [](const StoryRow &r) { return QVariant(r.trying); }},
        {"outcome", [](const StoryRow &r) { return QVariant(r.outcome); }},
        {"heading", [](const StoryRow &r) { return QVariant(r.heading); }},
        {"talk", [](const StoryRow &r) { return QVariant(r.talk); }},
    };
    return table;
}

} // namespace inkstep
