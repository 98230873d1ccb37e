#pragma once

#include "livelist.h"
#include "model/voice.h"

namespace inkstep {

struct VoiceRow {
    Id id;
    qint64 length = 0; // milliseconds
    QString wave;
    qint64 at = 0;     // milliseconds since 1970
    bool here = false; // its sound is on this device
    bool operator==(const VoiceRow &) const = default;
};

// What was said about one page, sample or student, the newest last.
class VoiceList : public INKSTEP_LIVE_LIST(VoiceRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString aboutId READ aboutId WRITE setAboutId NOTIFY aboutIdChanged)

public:
    using LiveList::LiveList;
    QString aboutId() const { return m_about.isNull() ? QString() : idText(m_about); }
    void setAboutId(const QString &id);

    Q_INVOKABLE void remove(const QString &voice); // undo brings it back

signals:
    void aboutIdChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<Voice>(); }
    Query query() const override;

private:
    Id m_about;
};

} // namespace inkstep
