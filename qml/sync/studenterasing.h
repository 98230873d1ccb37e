#pragma once

#include "syncservice.h"

namespace inkstep {

// Everything of one child, gone for good on every tablet: for a parent who asks for it. Not to be undone.
class StudentErasing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(inkstep::SyncService *service MEMBER m_service REQUIRED)
    Q_PROPERTY(inkstep::Workspace *workspace MEMBER m_workspace REQUIRED)
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    // Words about others in which the name stands; they stay unless a person changes them.
    Q_PROPERTY(QStringList mentions READ mentions NOTIFY changed)
    Q_PROPERTY(bool working READ working NOTIFY changed)

public:
    explicit StudentErasing(QObject *parent = nullptr) : QObject(parent) {}

    QString studentId() const { return m_studentId; }
    void setStudentId(const QString &id);
    QString name() const { return m_name; }
    bool ready() const { return m_ready; }
    QStringList mentions() const { return m_mentions; }
    bool working() const { return m_working; }

    Q_INVOKABLE void look();
    // Whether this is the child's name, as a person types it to be sure.
    Q_INVOKABLE bool isName(const QString &typed) const;
    Q_INVOKABLE void erase();

signals:
    void changed();
    void erased();
    void failed(const QString &sentence);

private:
    SyncService *m_service = nullptr;
    Workspace *m_workspace = nullptr;
    QString m_studentId;
    QString m_name;
    QStringList m_mentions;
    bool m_ready = false;
    bool m_working = false;
};

} // namespace inkstep
