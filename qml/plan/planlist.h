#pragma once

#include "classfacts.h"
#include "dayturn.h"
#include "livelist.h"

namespace inkstep {

// A part of a day's plan as it shows. Two devices may have kept the same part without contact: it shows once
// and stands for all its `items`.
struct PlanRow {
    Id id;
    QList<Id> items;    // of the PlanItems; empty while it is a suggestion
    QList<Id> students; // also those who left the class
    QStringList names;  // of those who are in it
    Id first;           // the first of those
    Id skill;
    QString skillName;
    QString step; // what to look for, where it is one student
    int minutes = 0;
    qint64 position = -1; // as stored, of all its items; -1 where they differ or nothing is stored
    bool done = false;
    QStringList away; // names of those who are away that day
    bool operator==(const PlanRow &) const = default;
};

// A day's plan: what the teacher kept, or else a suggestion that fits the minutes there are. Any change of a
// suggestion keeps the whole of it.
class PlanList : public INKSTEP_LIVE_LIST(PlanRow) {
    Q_OBJECT
    QML_ELEMENT
    // ISO 8601; empty: the next school day.
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY dayChanged)
    // Today, whenever that is; then `day` does not matter.
    Q_PROPERTY(bool ofToday READ ofToday WRITE setOfToday NOTIFY dayChanged)
    // Whether there may be a suggestion.
    Q_PROPERTY(bool suggests READ suggests WRITE setSuggests NOTIFY dayChanged)
    Q_PROPERTY(QString dayName READ dayName NOTIFY dayChanged) // "Tomorrow", "Monday"
    Q_PROPERTY(QString dayWords READ dayWords NOTIFY dayChanged)
    Q_PROPERTY(bool isToday READ isToday NOTIFY dayChanged)
    Q_PROPERTY(QString isoDay READ isoDay NOTIFY dayChanged)
    Q_PROPERTY(bool kept READ kept NOTIFY summaryChanged) // false: a suggestion
    Q_PROPERTY(int minutes READ minutes NOTIFY summaryChanged)
    Q_PROPERTY(int allMinutes READ allMinutes NOTIFY summaryChanged) // there are in the block
    Q_PROPERTY(int over READ over NOTIFY summaryChanged)             // more than there are, else 0
    Q_PROPERTY(int groups READ groups NOTIFY summaryChanged)
    Q_PROPERTY(int conferences READ conferences NOTIFY summaryChanged)
    Q_PROPERTY(int left READ left NOTIFY summaryChanged) // not done yet
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged)
    Q_PROPERTY(
        QString shortSummary READ shortSummary NOTIFY summaryChanged)  // of the groups, if there are any
    Q_PROPERTY(QStringList planned READ planned NOTIFY summaryChanged) // ids of the students in it

public:
    explicit PlanList(QObject *parent = nullptr);

    QString day() const { return m_day; }
    void setDay(const QString &day);
    bool ofToday() const { return m_ofToday; }
    void setOfToday(bool today);
    bool suggests() const { return m_suggests; }
    void setSuggests(bool suggests);
    QDate date() const;
    bool isToday() const { return date() == m_turn.today(); }
    QString isoDay() const { return date().toString(Qt::ISODate); }
    QString dayName() const;
    QString dayWords() const;

    bool kept() const;
    int minutes() const;
    int allMinutes() const { return m_allMinutes; }
    int over() const { return std::max(0, minutes() - m_allMinutes); }
    int groups() const;
    int conferences() const { return count() - groups(); }
    int left() const;
    QString summary() const; // "2 groups, 4 conferences"
    QString shortSummary() const { return summary().section(tr(", "), 0, 0); }
    QStringList planned() const;

    Q_INVOKABLE void keep();
    Q_INVOKABLE void takeIn(const QStringList &students, const QString &skill);
    Q_INVOKABLE void takeOut(int row);
    Q_INVOKABLE void move(int row, int by);
    Q_INVOKABLE void setMinutes(int row, int minutes); // 1 to 240
    Q_INVOKABLE void setDone(int row, bool done);
    // Forgets what was kept and suggests anew.
    Q_INVOKABLE void startOver();

    // Looks whether the day has turned.
    void lookAtClock() { m_turn.look(); }

signals:
    void dayChanged();
    void summaryChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override { emit summaryChanged(); }

private:
    void change(const QString &label, const std::function<void(std::vector<PlanRow> &)> &how);
    QString describe(const PlanRow &row) const;
    void readMinutes();

    DayTurn m_turn;
    QString m_day;
    bool m_ofToday = false;
    bool m_suggests = true;
    int m_allMinutes = 40;
    int m_conference = 5;
    int m_group = 10;
    std::unique_ptr<Watch> m_minutesWatch;
};

// The rows of one day as they stand in the notebook, or the suggestion; on the store's thread.
std::vector<PlanRow> readPlan(Database &db, const Id &notebook, QDate day, bool suggests);

} // namespace inkstep
