#include "noteversions.h"

#include "base/hybridtime.h"
#include "store/layout.h"

#include <QDateTime>
#include <QLocale>

namespace inkstep {

namespace {

QString when(Moment moment) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(moment)), QLocale::ShortFormat);
}

} // namespace

void NoteVersions::setNoteId(const QString &id) {
    if (m_note == idFromText(id))
        return;
    m_note = idFromText(id);
    clear();
    emit noteIdChanged();
    rerun();
}

NoteVersions::Query NoteVersions::query() const {
    const Id self = workspace()->notebook()->store().device();
    return [note = m_note, self, mine = tr("On this tablet"),
            others = tr("On another tablet")](Database &db) {
        std::vector<VersionRow> rows;
        Statement &found =
            db.use("SELECT o.value, o.time, d.id, o.seq FROM op o JOIN device d ON d.no = o.device "
                   "WHERE o.entity = ? AND o.field = 'words' AND o.live = 1 ORDER BY o.time DESC, d.id DESC")
                .with(note);
        while (found.step()) {
            const Id device = found.id(2);
            VersionRow row;
            row.id = Id::createUuidV5(device, QByteArray::number(found.number(3)));
            row.words = found.text(0);
            row.who = device == self ? mine : others;
            row.when = when(HybridTime::wall(static_cast<std::uint64_t>(found.number(1))));
            rows.push_back(std::move(row));
        }
        found.reset();
        return rows;
    };
}

const std::vector<NoteVersions::Role> &NoteVersions::roles() const {
    static const std::vector<Role> roles{
        {"words", [](const VersionRow &r) { return QVariant(r.words); }},
        {"who", [](const VersionRow &r) { return QVariant(r.who); }},
        {"when", [](const VersionRow &r) { return QVariant(r.when); }},
    };
    return roles;
}

void NoteVersions::write(const QString &words) {
    if (workspace() && !m_note.isNull())
        workspace()->perform(Edit(tr("Settle note")).set(m_note, &Note::words, words.trimmed()));
}

void NoteVersions::take(int row) {
    if (row >= 0 && row < static_cast<int>(rows().size()))
        write(rows()[static_cast<std::size_t>(row)].words);
}

void NoteVersions::takeBoth() {
    QStringList words;
    for (auto row = rows().rbegin(); row != rows().rend(); ++row) {
        if (!words.contains(row->words))
            words << row->words;
    }
    write(words.join(QLatin1Char('\n')));
}

} // namespace inkstep
