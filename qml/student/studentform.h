#pragma once

#include "workspace.h"

namespace inkstep {

// One student's fields while they are being changed, and what leaving would take along.
class StudentForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY studentIdChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY loaded)
    Q_PROPERTY(bool missing READ missing NOTIFY loaded) // there is no such student (any more)
    Q_PROPERTY(QString keptName READ keptName NOTIFY loaded)
    Q_PROPERTY(bool archived READ archived NOTIFY loaded)
    Q_PROPERTY(QString name MEMBER m_name NOTIFY edited)
    Q_PROPERTY(QString grade MEMBER m_grade NOTIFY edited)
    Q_PROPERTY(QString homeLanguage MEMBER m_homeLanguage NOTIFY edited)
    Q_PROPERTY(QString supports MEMBER m_supports NOTIFY edited)
    // As a person types a date; empty for none.
    Q_PROPERTY(QString from MEMBER m_from NOTIFY edited)
    Q_PROPERTY(QString until MEMBER m_until NOTIFY edited)
    Q_PROPERTY(QString firstDayExample READ firstDayExample CONSTANT)
    Q_PROPERTY(QString lastDayExample READ lastDayExample CONSTANT)
    // A sentence for what is wrong with a field, or empty.
    Q_PROPERTY(QString nameError READ nameError NOTIFY edited)
    Q_PROPERTY(QString textError READ textError NOTIFY edited)
    Q_PROPERTY(QString fromError READ fromError NOTIFY edited)
    Q_PROPERTY(QString untilError READ untilError NOTIFY edited)
    Q_PROPERTY(bool changed READ changed NOTIFY edited)
    Q_PROPERTY(bool valid READ valid NOTIFY edited)
    // What an archived student leaves open, as a sentence; empty: nothing.
    Q_PROPERTY(QString waiting READ waiting NOTIFY loaded)
    Q_PROPERTY(QString belongings READ belongings NOTIFY loaded) // "3 samples with 7 pages and 12 notes"

public:
    using QObject::QObject;

    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    QString studentId() const { return idText(m_id); }
    void setStudentId(const QString &id);
    bool ready() const { return m_student.has_value(); }
    bool missing() const { return m_missing; }
    QString keptName() const { return m_student ? m_student->name : QString(); }
    bool archived() const { return m_student && m_student->archived; }
    QString firstDayExample() const;
    QString lastDayExample() const;
    QString nameError() const;
    QString textError() const;
    QString fromError() const;
    QString untilError() const;
    bool changed() const;
    bool valid() const;
    QString belongings() const;
    QString waiting() const;

    Q_INVOKABLE void save();
    Q_INVOKABLE void setArchived(bool archived);
    Q_INVOKABLE void remove();

signals:
    void workspaceChanged();
    void studentIdChanged();
    void loaded();
    void edited();
    void done(); // saved, archived or removed: nothing left to do here

private:
    struct Loaded {
        std::optional<Student> student;
        qint64 samples = 0;
        qint64 pages = 0;
        qint64 notes = 0;
        qint64 checkBacks = 0; // not answered yet
    };
    static Loaded load(Database &db, const Id &id);
    void watch();
    void show(Loaded loaded);
    Student asTyped() const;
    void perform(Edit edit);

    QPointer<Workspace> m_workspace;
    Id m_id;
    std::unique_ptr<Watch> m_watch;
    std::optional<Student> m_student;
    bool m_missing = false;
    qint64 m_samples = 0;
    qint64 m_pages = 0;
    qint64 m_notes = 0;
    qint64 m_checkBacks = 0;
    QString m_name;
    QString m_grade;
    QString m_homeLanguage;
    QString m_supports;
    QString m_from;
    QString m_until;
};

} // namespace inkstep
