#pragma once

#include "livelist.h"
#include "tilequery.h"

#include <QTimer>

namespace inkstep {

// The tiles of Today.
class ClassList : public INKSTEP_LIVE_LIST(Tile) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int sampled READ sampled NOTIFY summaryChanged)         // with a sample of the last two weeks
    Q_PROPERTY(QStringList missing READ missing NOTIFY summaryChanged) // names of those without
    Q_PROPERTY(int steps READ steps NOTIFY summaryChanged)             // students with an open step
    Q_PROPERTY(QString today READ today NOTIFY todayChanged)           // the date in words
    Q_PROPERTY(int partOfDay READ partOfDay NOTIFY todayChanged)       // 0 morning, 1 afternoon, 2 evening

public:
    explicit ClassList(QObject *parent = nullptr);

    int sampled() const { return m_sampled; }
    QStringList missing() const { return m_missing; }
    int steps() const { return m_steps; }
    QString today() const;
    int partOfDay() const;

    // Runs the query again when the day has changed.
    void lookAtClock();

    // "2 days ago": when a tile's student was seen last.
    static QString seenWords(const Tile &tile);
    static QString seenShort(const Tile &tile);

signals:
    void summaryChanged();
    void todayChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override;

private:
    QTimer m_clockTimer;
    qint64 m_day = 0;
    int m_sampled = 0;
    QStringList m_missing;
    int m_steps = 0;
};

} // namespace inkstep
