#include "voicelist.h"

#include "days.h"

namespace inkstep {

void VoiceList::setAboutId(const QString &id) {
    if (m_about == idFromText(id))
        return;
    m_about = idFromText(id);
    clear();
    emit aboutIdChanged();
    rerun();
}

VoiceList::Query VoiceList::query() const {
    return [about = m_about](Database &db) {
        std::vector<VoiceRow> rows;
        Statement &row = db.use("SELECT v.id, v.length, v.wave, v.at, coalesce(b.here, 0) FROM voice v "
                                "LEFT JOIN blob b ON b.name = substr(v.sound, 1, 32) "
                                "WHERE v.about = ? AND v.deleted = 0 ORDER BY v.at, v.made")
                             .with(about);
        while (row.step())
            rows.push_back({row.id(0), row.number(1), row.text(2), row.number(3), row.number(4) != 0});
        row.reset();
        return rows;
    };
}

const std::vector<VoiceList::Role> &VoiceList::roles() const {
    static const std::vector<Role> roles{
        {"voiceId", [](const VoiceRow &r) { return QVariant(idText(r.id)); }},
        {"seconds", [](const VoiceRow &r) { return QVariant(static_cast<int>((r.length + 500) / 1000)); }},
        {"wave", [](const VoiceRow &r) { return QVariant(r.wave); }},
        {"day", [](const VoiceRow &r) { return QVariant(shortDay(fromMs(r.at))); }},
        {"here", [](const VoiceRow &r) { return QVariant(r.here); }},
    };
    return roles;
}

void VoiceList::remove(const QString &voice) {
    if (workspace())
        workspace()->perform(Edit(tr("Delete voice note")).remove<Voice>(idFromText(voice)));
}

} // namespace inkstep
