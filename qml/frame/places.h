// The frame around every page: rail or bar, notebook, tray, undo, and the host that shows one place at a
// time. In: the pages that were built in, the workspace's state. Out: which page is shown, with what. Knows
// no page: a place is found by its name among the modules of this build.
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace inkstep {

// Where each place's page is: "addStudents" is AddStudentsPage.qml in any module Inkstep.*. A place whose
// page is not in this build does not exist, so nothing leads to it.
class Places : public QObject {
    Q_OBJECT
    QML_ELEMENT
    // The folder the modules are in; tests bring their own.
    Q_PROPERTY(QString root READ root WRITE setRoot NOTIFY rootChanged)

public:
    explicit Places(QObject *parent = nullptr);

    QString root() const { return m_root; }
    void setRoot(const QString &root);

    Q_INVOKABLE bool has(const QString &place) const { return m_files.contains(place); }
    // Empty when there is no such place.
    Q_INVOKABLE QUrl url(const QString &place) const;
    // Those of `places` that exist, in their order.
    Q_INVOKABLE QStringList those(const QStringList &places) const;

signals:
    void rootChanged();

private:
    void look();

    QString m_root;
    QHash<QString, QString> m_files; // place → path below the root
};

} // namespace inkstep
