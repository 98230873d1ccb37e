// The class list: students by name, added from a pasted list, changed, archived, deleted.
// In: names as teachers have them, fields a person typed. Out: one edit for each thing a person did, and live
// rows. Deleting hides a student with all that lies in them and can be taken back.
#pragma once

#include "livelist.h"
#include "model/teaching.h"

namespace inkstep {

struct StudentRow {
    Id id;
    QString name;
    QString grade;
    QString homeLanguage;
    qint64 samples = 0;
    qint64 checkBacks = 0; // not answered yet
    bool operator==(const StudentRow &) const = default;
};

// Students in roster order, those in class or those archived, whose name holds what is searched for.
class StudentList : public INKSTEP_LIVE_LIST(StudentRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool archived READ archived WRITE setArchived NOTIFY archivedChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)

public:
    using LiveList<StudentRow>::LiveList;

    bool archived() const { return m_archived; }
    void setArchived(bool archived);
    QString search() const { return m_search; }
    void setSearch(const QString &search);

    // Out of the class and back; everything of the student stays.
    Q_INVOKABLE void archive(const QString &studentId, bool archived);

signals:
    void archivedChanged();
    void searchChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;

private:
    bool m_archived = false;
    QString m_search;
};

// What the history says when a student goes out of the class: check-backs that are still open are kept.
QString archiveLabel(const QString &name, qint64 openCheckBacks);

} // namespace inkstep
