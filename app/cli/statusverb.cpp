#include "cli/lookup.h"
#include "cli/verbs.h"
#include "store/layout.h"
#include "sync/engine/syncer.h"

#include <QDateTime>
#include <QJsonArray>

namespace inkstep {

namespace {

struct Counts {
    qint64 students = 0;
    qint64 archived = 0; // among the students
    qint64 samples = 0;
    qint64 pages = 0;
    qint64 notes = 0;
};

struct Conflict {
    Id note;
    QString student;
    QStringList words; // every version that stands
};

// What a deleted thing holds is hidden with it, so it is not counted.
Counts count(Database &db) {
    Counts counts;
    Statement &row =
        db.use("WITH st AS (SELECT id, archived FROM student WHERE deleted = 0), "
               "sa AS (SELECT id FROM sample WHERE deleted = 0 AND student IN (SELECT id FROM st)), "
               "pa AS (SELECT id FROM page WHERE deleted = 0 AND sample IN (SELECT id FROM sa)) "
               "SELECT (SELECT count(*) FROM st), (SELECT count(*) FROM st WHERE archived = 1), "
               "(SELECT count(*) FROM sa), (SELECT count(*) FROM pa), "
               "(SELECT count(*) FROM note WHERE deleted = 0 AND about IN (SELECT id FROM st UNION ALL "
               "SELECT id FROM sa UNION ALL SELECT id FROM pa))");
    row.step();
    counts = {row.number(0), row.number(1), row.number(2), row.number(3), row.number(4)};
    row.reset();
    return counts;
}

std::vector<Conflict> conflicts(Database &db) {
    std::vector<Conflict> found;
    Statement &notes = db.use("SELECT n.id, st.name FROM note n LEFT JOIN page p ON p.id = n.about "
                              "LEFT JOIN sample sa ON sa.id = coalesce(p.sample, n.about) "
                              "LEFT JOIN student st ON st.id = coalesce(sa.student, n.about) "
                              "WHERE n.deleted = 0 AND n.versions > 1 ORDER BY n.row");
    while (notes.step())
        found.push_back({notes.id(0), notes.text(1), {}});
    notes.reset();
    for (Conflict &conflict : found) {
        Statement &words = db.use("SELECT value FROM op WHERE entity = ? AND field = 'words' AND live = 1 "
                                  "ORDER BY time, value")
                               .with(conflict.note);
        while (words.step())
            conflict.words << words.text(0);
        words.reset();
    }
    return found;
}

struct Report {
    NotebookInfo notebook;
    Counts counts;
    std::vector<Conflict> conflicts;
    QByteArray digest;
    SyncState sync;
};

// As ISO 8601 in UTC, null for never.
QJsonValue timeOf(const std::optional<Moment> &moment) {
    if (!moment)
        return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(toMs(*moment), Qt::UTC).toString(Qt::ISODateWithMs);
}

QJsonObject asJson(const Report &report) {
    QJsonArray clashing;
    for (const Conflict &conflict : report.conflicts)
        clashing.append(QJsonObject{{QStringLiteral("note"), idText(conflict.note)},
                                    {QStringLiteral("student"), conflict.student},
                                    {QStringLiteral("words"), QJsonArray::fromStringList(conflict.words)}});
    return {{QStringLiteral("notebook"), report.notebook.name},
            {QStringLiteral("notebookId"), idText(report.notebook.id)},
            {QStringLiteral("students"), report.counts.students},
            {QStringLiteral("archived"), report.counts.archived},
            {QStringLiteral("samples"), report.counts.samples},
            {QStringLiteral("pages"), report.counts.pages},
            {QStringLiteral("notes"), report.counts.notes},
            {QStringLiteral("digest"), QString::fromLatin1(report.digest.toHex())},
            {QStringLiteral("conflicts"), clashing},
            {QStringLiteral("place"), report.sync.place},
            {QStringLiteral("waiting"), report.sync.waiting},
            {QStringLiteral("waitingPages"), report.sync.waitingPages},
            {QStringLiteral("copied"), report.sync.copied},
            {QStringLiteral("wanted"), report.sync.wanted},
            {QStringLiteral("lastSync"), timeOf(report.sync.lastSync)}};
}

void show(Console &console, const Report &report) {
    console.line(report.notebook.name);
    const auto many = [](qint64 count, const QString &one, const QString &more) {
        return count == 1 ? one : more.arg(count);
    };
    console.line(cliText("%1 (%2 archived), %3, %4, %5")
                     .arg(many(report.counts.students, cliText("1 student"), cliText("%1 students")))
                     .arg(report.counts.archived)
                     .arg(many(report.counts.samples, cliText("1 sample"), cliText("%1 samples")),
                          many(report.counts.pages, cliText("1 page"), cliText("%1 pages")),
                          many(report.counts.notes, cliText("1 note"), cliText("%1 notes"))));
    for (const Conflict &conflict : report.conflicts)
        console.line(cliText("Two versions of a note about %1: “%2”")
                         .arg(conflict.student, conflict.words.join(QStringLiteral("” / “"))));
    if (report.sync.place.isEmpty())
        console.line(cliText("Not connected to a folder"));
    else
        console.line(cliText("%1 edits and pictures wait to go to %2, %3 to come from other devices")
                         .arg(report.sync.waiting)
                         .arg(report.sync.place)
                         .arg(report.sync.wanted));
    console.line(cliText("Digest %1").arg(QString::fromLatin1(report.digest.toHex())));
}

} // namespace

Status runStatus(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    Store &store = (*notebook)->store();
    const auto info = (*notebook)->info();
    if (!info)
        return passOn(info);
    const auto counts = store.read(count);
    if (!counts)
        return passOn(counts);
    auto clashing = store.read(conflicts);
    if (!clashing)
        return passOn(clashing);
    const auto digest = store.digest();
    if (!digest)
        return passOn(digest);
    const auto sync = Syncer(**notebook, call.parts()).state();
    if (!sync)
        return passOn(sync);
    const Report report{*info, *counts, std::move(*clashing), *digest, *sync};
    if (call.json())
        call.console().json(asJson(report));
    else
        show(call.console(), report);
    return {};
}

} // namespace inkstep
