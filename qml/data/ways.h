#pragma once

#include "livevalue.h"
#include "practice/decision.h"

namespace inkstep {

// How this class works: its ladder, thresholds and usual minutes, and the way to change them. A class that
// never changed anything has the usual ones.
class Ways : public INKSTEP_LIVE_VALUE(Teaching) {
    Q_OBJECT
    QML_ELEMENT
    // The class's own words, by SupportLevel; empty where the built-in name holds.
    Q_PROPERTY(QStringList ladderNames READ ladderNames NOTIFY changed)
    Q_PROPERTY(QList<int> rungs READ rungs NOTIFY changed)    // SupportLevel of the rungs in use, alone first
    Q_PROPERTY(QString moveOnAt READ moveOnAt NOTIFY changed) // "2/3"
    Q_PROPERTY(QString teachAgainBelow READ teachAgainBelow NOTIFY changed) // "1/2"
    Q_PROPERTY(int conferenceMinutes READ conferenceMinutes NOTIFY changed)
    Q_PROPERTY(int groupMinutes READ groupMinutes NOTIFY changed)
    Q_PROPERTY(int checkBackMinutes READ checkBackMinutes NOTIFY changed)
    Q_PROPERTY(int blockMinutes READ blockMinutes NOTIFY changed)
    Q_PROPERTY(int sampleEveryDays READ sampleEveryDays NOTIFY changed)
    Q_PROPERTY(bool checkBackSound READ checkBackSound NOTIFY changed)

public:
    using LiveValue::LiveValue;

    QStringList ladderNames() const;
    QList<int> rungs() const;
    QString moveOnAt() const { return thresholdsOf(value()).moveOnAt.text(); }
    QString teachAgainBelow() const { return thresholdsOf(value()).teachAgainBelow.text(); }
    int conferenceMinutes() const { return minutes(value().conferenceMinutes, 5); }
    int groupMinutes() const { return minutes(value().groupMinutes, 10); }
    int checkBackMinutes() const { return minutes(value().checkBackMinutes, 10); }
    int blockMinutes() const { return minutes(value().blockMinutes, 40); }
    int sampleEveryDays() const { return minutes(value().sampleEveryDays, 14); }
    bool checkBackSound() const { return value().checkBackSound; }

    Q_INVOKABLE void nameRung(int level, const QString &name);
    Q_INVOKABLE void useRung(int level, bool use); // the ends stay
    Q_INVOKABLE void setThresholds(const QString &moveOnAt, const QString &teachAgainBelow);
    // 1 to 240 minutes each; days 1 to 366.
    Q_INVOKABLE void setConferenceMinutes(int minutes);
    Q_INVOKABLE void setGroupMinutes(int minutes);
    Q_INVOKABLE void setCheckBackMinutes(int minutes);
    Q_INVOKABLE void setBlockMinutes(int minutes);
    Q_INVOKABLE void setSampleEveryDays(int days);
    Q_INVOKABLE void setCheckBackSound(bool on);

protected:
    KindSet kinds() const override;
    Query query() const override;

private:
    // What another device wrote may be beyond sense.
    static int minutes(qint64 written, int usual) {
        return written >= 1 && written <= 366 ? static_cast<int>(written) : usual;
    }
    void change(const QString &label, const std::function<void(Teaching &)> &how);
};

// The notebook's Teaching as it stands, on the store's thread.
Teaching teachingOf(Database &db, const Id &notebook);

// What is stored of it: as its fields are, whether it stands or not. Taken back, it is there and does not
// count.
struct StoredTeaching {
    std::optional<Teaching> teaching;
    bool stands = false;
};
StoredTeaching storedTeaching(Database &db, const Id &notebook);
// Adds to an edit what `how` changes; nothing when that is nothing.
void changeTeaching(Edit &edit, const StoredTeaching &stored, const Id &notebook,
                    const std::function<void(Teaching &)> &how);

} // namespace inkstep
