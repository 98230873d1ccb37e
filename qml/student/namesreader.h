#pragma once

#include "ingest/roster/roster.h"
#include "workspace.h"

#include <QAbstractListModel>

namespace inkstep {

// A pasted list or a file of one, as it was understood, before anything is added.
class NamesReader : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    // For a class still to be started: nobody in the notebook that is open counts.
    Q_PROPERTY(bool newClass MEMBER m_newClass NOTIFY workspaceChanged)
    Q_PROPERTY(int count READ count NOTIFY read)
    Q_PROPERTY(QString summary READ summary NOTIFY read)     // "Ana, Leo, Maya and 22 more"
    Q_PROPERTY(int chosen READ chosen NOTIFY chosenChanged)  // how many would be added
    Q_PROPERTY(QString problem READ problem NOTIFY read)     // a sentence when the list cannot be used
    Q_PROPERTY(QStringList remarks READ remarks NOTIFY read) // what was guessed or left out, a sentence each

public:
    enum RoleName { NameRole = Qt::UserRole, DetailsRole, TwiceRole, KnownRole, ChosenRole };

    explicit NamesReader(QObject *parent = nullptr);

    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    QString text() const { return m_text; }
    void setText(const QString &text);
    int count() const { return static_cast<int>(m_entries.size()); }
    QString summary() const;
    int chosen() const;
    QString problem() const { return m_problem; }
    QStringList remarks() const { return m_remarks; }
    // The chosen ones, in the list's order.
    std::vector<RosterEntry> chosenEntries() const;

    // Reads a file behind the interface and shows what it holds in place of the text.
    Q_INVOKABLE void readFile(const QUrl &file);
    Q_INVOKABLE void choose(int row, bool chosen);
    // Adds the chosen ones as one edit, after those who are in the class.
    Q_INVOKABLE void add();

    int rowCount(const QModelIndex &parent) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void workspaceChanged();
    void textChanged();
    void read();
    void chosenChanged();
    void added(int count);

private:
    struct Entry {
        RosterEntry entry;
        bool known = false; // somebody in the class has this name
        bool chosen = true;
    };
    struct InClass {
        QStringList names;
        qint64 next = 0;
        bool operator==(const InClass &) const = default;
    };
    void take(Result<Roster> roster);
    void keepDetails(std::vector<RosterEntry> &entries) const;
    void markKnown();
    void watchClass();

    QPointer<Workspace> m_workspace;
    bool m_newClass = false;
    QString m_text;
    QString m_problem;
    QStringList m_remarks;
    std::vector<Entry> m_entries;
    std::vector<RosterEntry> m_understood; // the last list that could be read; while typing not every one can
    InClass m_class;
    std::unique_ptr<Watch> m_watch;
    int m_reading = 0;
    Executor m_executor;
};

} // namespace inkstep
