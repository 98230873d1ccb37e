#include "pilebook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace inkstep {

namespace {

QJsonObject asJson(const PileBook &book) {
    QJsonArray skipped;
    for (const Id &id : book.skipped)
        skipped.append(idText(id));
    return {{QStringLiteral("day"), book.day},
            {QStringLiteral("independent"), book.independent},
            {QStringLiteral("base"), book.base},
            {QStringLiteral("skipped"), skipped},
            {QStringLiteral("done"), book.done},
            {QStringLiteral("next"), book.next.isNull() ? QString() : idText(book.next)},
            {QStringLiteral("nextSince"), book.nextSince}};
}

std::optional<PileBook> keptPile(Database &db) {
    Statement &row = db.use("SELECT value FROM meta WHERE name = 'pile'");
    const QByteArray text = row.step() ? row.text(0).toUtf8() : QByteArray();
    row.reset();
    const QJsonObject kept = QJsonDocument::fromJson(text).object();
    if (kept.isEmpty())
        return std::nullopt;
    PileBook book;
    book.day = kept.value(QLatin1StringView("day")).toString();
    book.independent = kept.value(QLatin1StringView("independent")).toBool();
    book.base = kept.value(QLatin1StringView("base")).toInteger();
    for (const QJsonValue &id : kept.value(QLatin1StringView("skipped")).toArray())
        book.skipped << idFromText(id.toString());
    book.next = idFromText(kept.value(QLatin1StringView("next")).toString());
    book.nextSince = kept.value(QLatin1StringView("nextSince")).toInteger();
    book.done = kept.value(QLatin1StringView("done")).toBool();
    return book;
}

void findLast(Database &db, PileStart &start) {
    Statement &row =
        db.use("SELECT s.student, p.id FROM sample s JOIN page p ON p.sample = s.id AND p.deleted = 0 "
               "WHERE s.deleted = 0 AND s.row > ? ORDER BY s.row DESC, p.position DESC LIMIT 1")
            .with(start.book.base);
    if (row.step()) {
        start.lastStudent = row.id(0);
        start.lastPage = row.id(1);
    }
    row.reset();
}

} // namespace

qint64 newestSample(Database &db) {
    Statement &last = db.use("SELECT coalesce(max(row), 0) FROM sample");
    const qint64 row = last.step() ? last.number(0) : 0;
    last.reset();
    return row;
}

PileStart startOfPile(Database &db, const QString &day, bool independent, bool afresh) {
    PileStart start;
    start.newestSample = newestSample(db);
    const auto kept = afresh ? std::nullopt : keptPile(db);
    if (kept && !kept->done && kept->day == day && kept->independent == independent) {
        start.book = *kept;
        start.resumed = true;
        findLast(db, start);
        return start;
    }
    start.book.day = day;
    start.book.independent = independent;
    start.book.base = start.newestSample;
    return start;
}

void keepPile(Database &db, const PileBook &book) {
    db.use("INSERT OR REPLACE INTO meta (name, value) VALUES ('pile', ?)")
        .with(QString::fromUtf8(QJsonDocument(asJson(book)).toJson(QJsonDocument::Compact)))
        .run();
}

} // namespace inkstep
