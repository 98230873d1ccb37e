// What has a time of its own in a work block: check-backs that fall due, conferences nobody left.
// In: the clock, a teacher's one-tap answers. Out: who is to be looked at again and when; Edits. Nothing is
// kept in memory only: what runs is in the notebook, and is there again after the device was closed.
#pragma once

#include "livelist.h"
#include "practice/checkbacks.h"

#include <QTimer>

namespace inkstep {

struct CheckBackRow {
    Id id;
    Id student;
    QString name;
    QString expect;
    CheckBack kept;
    CheckBackStanding standing;
    QString day; // of a left over one: "yesterday"
    bool operator==(const CheckBackRow &) const = default;
};

// The check-backs that wait, of students who are in the class: due ones first, then by when they fall due,
// those left over from another day last.
class CheckBackRows : public INKSTEP_LIVE_LIST(CheckBackRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int dueCount READ dueCount NOTIFY standingsChanged)
    Q_PROPERTY(int laterCount READ laterCount NOTIFY standingsChanged)
    Q_PROPERTY(int leftOverCount READ leftOverCount NOTIFY standingsChanged)
    // Of the one to be looked at first; empty: none is due.
    Q_PROPERTY(QString dueId READ dueId NOTIFY standingsChanged)
    Q_PROPERTY(QString dueName READ dueName NOTIFY standingsChanged)
    Q_PROPERTY(QString dueWords READ dueWords NOTIFY standingsChanged)
    // "Leo 2 min, Ana 6 min": those of today, for a narrow place.
    Q_PROPERTY(QString summary READ summary NOTIFY standingsChanged)

public:
    enum Answer { SeenIt, Started, NotYet, LetDrop };
    Q_ENUM(Answer)

    explicit CheckBackRows(QObject *parent = nullptr);

    int dueCount() const { return countOf(Standby::Due); }
    int laterCount() const { return countOf(Standby::Later); }
    int leftOverCount() const { return countOf(Standby::LeftOver); }
    QString dueId() const;
    QString dueName() const;
    QString dueWords() const;
    QStringList dueIds() const; // with the time each is due: put off and due again, it is due anew
    QStringList dueNames() const;
    QString summary() const;

    Q_INVOKABLE void answer(const QString &checkBack, Answer how);
    Q_INVOKABLE void later(const QString &checkBack, int minutes); // 1 to 240, from now
    Q_INVOKABLE void dropLeftOver();                               // all of them, one undo
    // Whether time has changed what shows; also called every second.
    Q_INVOKABLE void lookAtClock();

signals:
    void standingsChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<CheckBack, Student>(); }
    Query query() const override;
    void rowsChanged() override { emit standingsChanged(); }

private:
    int countOf(Standby standby) const;
    const CheckBackRow *find(const QString &id) const;
    const CheckBackRow *firstDue() const;

    QTimer m_look;
};

} // namespace inkstep
