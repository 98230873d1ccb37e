#pragma once

#include "livelist.h"
#include "model/teaching.h"

namespace inkstep {

// Notes about a student, a sample or a page of theirs, made by one device since it began a conference. By
// hybrid time: the wall clock may have been set back in between.
QList<Id> notesSince(Database &db, const Id &student, const Id &conference, const Id &device);

struct StoryRow {
    Id id;
    int kind = 0; // StoryList::Kind
    std::optional<Moment> at;
    QString words;
    int level = -1;      // SupportLevel; of a conference's heading: the help given; -1: none said
    bool trying = false; // of a check
    int outcome = 0;     // Outcome of a check-back
    QString heading;     // of a heading
    bool talk = false;   // the heading is a conference's
    bool operator==(const StoryRow &) const = default;
};

// What happened with one child, as a story: conferences and days, the newest first, each told in the order it
// happened.
class StoryList : public INKSTEP_LIVE_LIST(StoryRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY parametersChanged)
    // About so many lines, whole conferences and days; 0: all.
    Q_PROPERTY(int atMost READ atMost WRITE setAtMost NOTIFY parametersChanged)
    Q_PROPERTY(bool more READ more NOTIFY moreChanged) // there is an earlier part

public:
    enum Kind { Heading, Noticed, Asked, Nudged, Answered, LetGo, Checked, CameBack };
    Q_ENUM(Kind)

    using LiveList::LiveList;
    QString studentId() const { return idText(m_student); }
    void setStudentId(const QString &id);
    int atMost() const { return m_atMost; }
    void setAtMost(int atMost);
    bool more() const { return m_more; }

signals:
    void parametersChanged();
    void moreChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override;

private:
    Id m_student;
    int m_atMost = 30;
    bool m_more = false;
};

} // namespace inkstep
