#include "store/search.h"

#include "store/layout.h"

#include <QRegularExpression>

namespace inkstep {

QString searchQuery(const QString &typed) {
    static const QRegularExpression gaps(QStringLiteral("[^\\p{L}\\p{N}\\p{M}]+"));
    QStringList terms = typed.split(gaps, Qt::SkipEmptyParts);
    if (terms.isEmpty())
        return {};
    for (QString &term : terms)
        term = QLatin1Char('"') + term + QLatin1Char('"');
    const bool finished = typed.back().isSpace();
    return terms.join(QLatin1Char(' ')) + (finished ? QString() : QStringLiteral("*"));
}

std::vector<SearchHit> search(Database &db, const QString &typed, int limit, KindSet kinds) {
    std::vector<SearchHit> hits;
    const QString query = searchQuery(typed);
    if (query.isEmpty())
        return hits;
    const auto &known = Schema::instance().kinds();
    Statement &row =
        db.use("SELECT rowid, words FROM search WHERE words MATCH ? ORDER BY rowid DESC").with(query);
    while (static_cast<int>(hits.size()) < limit && row.step()) {
        const auto kind = static_cast<std::size_t>(row.number(0) % searchStride);
        if (kind >= known.size() || (kinds & (KindSet(1) << kind)) == 0)
            continue;
        Statement &thing =
            db.use("SELECT id FROM \"" + known[kind].name.toStdString() + "\" WHERE row = ? AND deleted = 0")
                .with(row.number(0) / searchStride);
        if (thing.step())
            hits.push_back({known[kind].name, thing.id(0), row.text(1)});
        thing.reset();
    }
    row.reset();
    return hits;
}

} // namespace inkstep
