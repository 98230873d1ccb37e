#include "wordversions.h"

#include "base/hybridtime.h"
#include "days.h"
#include "store/devicenames.h"
#include "store/layout.h"

namespace inkstep {

void WordVersions::setAbout(const QString &id) {
    if (m_about == idFromText(id))
        return;
    m_about = idFromText(id);
    ask();
}

void WordVersions::setOf(Words of) {
    if (m_of == of)
        return;
    m_of = of;
    ask();
}

void WordVersions::ask() {
    clear();
    emit aboutChanged();
    rerun();
}

WordVersions::Query WordVersions::query() const {
    const Id self = workspace()->notebook()->store().device();
    return [about = m_about, field = m_of == Block ? "reflection" : "words", self,
            mine = tr("On this tablet"), others = tr("On another tablet")](Database &db) {
        std::vector<VersionRow> rows;
        Statement &found =
            db.use("SELECT o.value, o.time, d.id, o.seq FROM op o JOIN device d ON d.no = o.device "
                   "WHERE o.entity = ? AND o.field = ? AND o.live = 1 ORDER BY o.time DESC, d.id DESC")
                .with(about, QString::fromLatin1(field));
        while (found.step()) {
            const Id device = found.id(2);
            VersionRow row;
            row.id = Id::createUuidV5(device, QByteArray::number(found.number(3)));
            row.words = found.text(0);
            const QString name = device == self ? QString() : deviceName(db, device);
            row.who = device == self ? mine : name.isEmpty() ? others : name;
            row.when = dayAndTime(HybridTime::wall(static_cast<std::uint64_t>(found.number(1))));
            rows.push_back(std::move(row));
        }
        found.reset();
        return rows;
    };
}

const std::vector<WordVersions::Role> &WordVersions::roles() const {
    static const std::vector<Role> roles{
        {"words", [](const VersionRow &r) { return QVariant(r.words); }},
        {"who", [](const VersionRow &r) { return QVariant(r.who); }},
        {"when", [](const VersionRow &r) { return QVariant(r.when); }},
    };
    return roles;
}

void WordVersions::write(const QString &words) {
    if (!workspace() || m_about.isNull())
        return;
    if (m_of == Block)
        workspace()->perform(Edit(tr("Settle the line about the block"))
                                 .set(m_about, &WorkBlock::reflection, words.simplified()));
    else
        workspace()->perform(Edit(tr("Settle note")).set(m_about, &inkstep::Note::words, words.trimmed()));
}

void WordVersions::take(int row) {
    if (row >= 0 && row < static_cast<int>(rows().size()))
        write(rows()[static_cast<std::size_t>(row)].words);
}

void WordVersions::takeBoth() {
    QStringList words;
    for (auto row = rows().rbegin(); row != rows().rend(); ++row) {
        if (!words.contains(row->words))
            words << row->words;
    }
    write(words.join(QLatin1Char('\n')));
}

} // namespace inkstep
