// The work block: started and stopped, held against its plan, what ended it, what the class shares, stamina
// over weeks. In: taps, the notebook's blocks and the notes about them. Out: edits; minutes that make sense
// whatever the clock did.
#pragma once

#include "livevalue.h"
#include "steadytime.h"

#include <QTimer>

namespace inkstep {

struct BlockFacts {
    WorkBlock running; // the one that goes on, or null; of two devices' the one that began first
    QList<Id> alsoRunning;
    WorkBlock last; // of today, stopped
    Teaching teaching;
    bool operator==(const BlockFacts &) const = default;
};

// The block of now: the one that runs, else the last one of today.
class BlockNow : public INKSTEP_LIVE_VALUE(BlockFacts) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool running READ running NOTIFY changed)
    // It was left running; somebody should say how long it was held.
    Q_PROPERTY(bool leftRunning READ leftRunning NOTIFY ticked)
    Q_PROPERTY(QString startedOn READ startedOn NOTIFY changed) // "Friday"; of the running one
    Q_PROPERTY(QString startedAt READ startedAt NOTIFY changed) // "10:05"; of the one that shows
    Q_PROPERTY(int passed READ passed NOTIFY ticked)            // minutes since it began
    Q_PROPERTY(int planned READ planned NOTIFY changed) // minutes; of the running one, else the usual ones
    Q_PROPERTY(bool ended READ ended NOTIFY changed)    // one was stopped today, and none runs
    Q_PROPERTY(int held READ held NOTIFY changed)       // minutes; of the last one
    Q_PROPERTY(int heldOf READ heldOf NOTIFY changed)   // what was planned for it
    Q_PROPERTY(int endedBy READ endedBy NOTIFY changed) // BlockEnd
    Q_PROPERTY(QString reflection READ reflection NOTIFY changed)
    Q_PROPERTY(QString blockId READ blockId NOTIFY changed) // running or last; empty: none today

public:
    explicit BlockNow(QObject *parent = nullptr);
    // For tests: minutes go by without waiting.
    void setSteadyTime(SteadyTime steady);
    void look(); // as the timer does

    bool running() const { return !value().running.id.isNull(); }
    bool leftRunning() const;
    QString startedOn() const;
    QString startedAt() const;
    int passed() const;
    int planned() const;
    bool ended() const { return !running() && !value().last.id.isNull(); }
    int held() const;
    int heldOf() const { return static_cast<int>(value().last.plannedMinutes); }
    int endedBy() const { return static_cast<int>(value().last.endedBy); }
    QString reflection() const { return value().last.reflection; }
    QString blockId() const;

    Q_INVOKABLE void start(int plannedMinutes); // 1 to 240
    Q_INVOKABLE void stop();
    // The running one was held so many minutes, 0 to 720; for one that was left running.
    Q_INVOKABLE void stopAfter(int minutes);
    Q_INVOKABLE void setPlanned(int minutes); // of the running one
    Q_INVOKABLE void setHeld(int minutes);    // of the last one, 0 to 720
    Q_INVOKABLE void setEndedBy(int end);
    Q_INVOKABLE void setReflection(const QString &words); // one line

signals:
    void ticked();

protected:
    KindSet kinds() const override;
    Query query() const override;

private:
    std::chrono::minutes passedFor() const;
    void follow();
    void end(std::chrono::milliseconds held, const QString &label);
    Moment now() const;

    SteadyTime m_steady = steadyNow;
    QTimer m_timer;
    Id m_followed;                         // the block the two below are about
    std::chrono::milliseconds m_before{0}; // it had run so long, by the wall clock, when it was seen first
    std::chrono::milliseconds m_seenAt{0}; // by the steady one
};

} // namespace inkstep
