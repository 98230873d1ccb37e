#pragma once

#include "sheetlists.h"
#include "workspace.h"

#include <QTimer>

namespace inkstep {

// The sheet of the class, live. A mark is in its rows the moment it is made; the store follows behind, and
// what it could not keep goes again with a sentence from the workspace.
class ClassSheet : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(int rows READ rows NOTIFY changed)
    Q_PROPERTY(int columns READ columns NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY marksChanged) // "23 here, 2 absent"
    Q_PROPERTY(QAbstractItemModel *names READ names CONSTANT)
    Q_PROPERTY(QAbstractItemModel *skills READ skills CONSTANT)
    // Names of the rungs, by SupportLevel, as the screen reader says them.
    Q_PROPERTY(QStringList levelNames MEMBER m_levelNames NOTIFY wordsChanged)
    // The rungs of this class's ladder; the keys of the others do nothing.
    Q_PROPERTY(QList<int> rungs MEMBER m_rungs NOTIFY wordsChanged)

public:
    explicit ClassSheet(QObject *parent = nullptr);

    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    bool ready() const { return m_ready; }
    int rows() const { return m_shown.rows(); }
    int columns() const { return m_shown.columns(); }
    QString summary() const;
    QAbstractItemModel *names() { return &m_names; }
    QAbstractItemModel *skills() { return &m_columns; }
    const SheetData &data() const { return m_shown; }
    const QList<int> &rungs() const { return m_rungs; }

    // Adds today's mark at the column's level, or takes back the one made here today.
    Q_INVOKABLE void tap(int row, int column);
    // A rung that was chosen: a mark of its own, or a correction of one that was only just made.
    Q_INVOKABLE void mark(int row, int column, int level);
    Q_INVOKABLE void takeBack(int row, int column);
    // An approximation; makes today's mark where there is none.
    Q_INVOKABLE void setTrying(int row, int column, bool trying);
    // An empty id takes the photo off again.
    Q_INVOKABLE void setEvidence(int row, int column, const QString &pageId);
    Q_INVOKABLE void setAbsent(int row, bool absent);
    // A page photographed for this cell's student since: it becomes the mark's evidence when it is there.
    Q_INVOKABLE void awaitEvidence(int row, int column);
    Q_INVOKABLE void lookForEvidence();

    // What one cell is: {studentId, student, skillId, skill, level, trying, today, own, evidence, absent}.
    Q_INVOKABLE QVariantMap about(int row, int column) const;
    // "Maya, hooks the reader, with a prompt, today".
    QString spoken(int row, int column) const;
    // The same without who and what: "with a prompt, today".
    QString spokenMark(int row, int column) const;
    // One column's students who did not do it alone, and those not checked:
    // {skillId, name, sentence, verdict, alone, notAlone: [{studentId, name, level}], unchecked: [...]}.
    Q_INVOKABLE QVariantMap whoOf(const QString &skillId) const;
    Q_INVOKABLE int columnOf(const QString &skillId) const { return m_shown.columnOf(idFromText(skillId)); }
    // Plans a small group with those who did not: for today, or for the next school day.
    Q_INVOKABLE void planGroup(const QString &skillId, bool today);
    // What the button says for the next school day: "Group tomorrow", or on a Friday "Group on Monday".
    Q_INVOKABLE QString nextGroupWords() const;

    Q_INVOKABLE void letGo(int column);
    Q_INVOKABLE void moveColumn(int column, int by);

    // The level the next tap in a column gives.
    int levelOf(int column) const;
    // Looks whether midnight has passed.
    void lookAtClock();

signals:
    void workspaceChanged();
    void changed();      // rows or columns came, went or moved
    void marksChanged(); // any cell shows something else
    void wordsChanged();

private:
    // A change on its way to the store.
    struct Pending {
        int serial = 0;
        Id student;
        Id skill;
        std::vector<Id> remove;
        std::vector<SheetMark> add;
        std::optional<std::pair<Id, Id>> evidence; // of a mark: its page
        std::optional<std::vector<Id>> absences;   // the student's, from now on
    };
    void rerun();
    void clear();
    void take(SheetData data);
    void show();
    void tellColumns();
    void apply(SheetData &to, const Pending &change) const;
    void perform(Pending change, Edit edit);
    bool at(int row, int column) const;
    SheetMark newMark(SupportLevel level) const;
    void replace(int row, int column, const SheetMark *old, const SheetMark &fresh, const QString &label);
    QString label(int row, int column) const;

    QPointer<Workspace> m_workspace;
    std::unique_ptr<Watch> m_watch;
    QTimer m_clockTimer;
    SheetData m_stored; // as the store has it
    SheetData m_shown;  // with what is on its way there
    std::vector<Pending> m_pending;
    int m_serial = 0;
    int m_run = 0;
    bool m_ready = false;
    QHash<Id, SupportLevel> m_levels; // used last in a column
    SheetNames m_names;
    SheetColumns m_columns;
    QStringList m_levelNames;
    QList<int> m_rungs{0, 1, 2, 3, 4};
    struct Awaited {
        Id check;
        Id student;
        Moment since;
    };
    std::optional<Awaited> m_awaited;
};

} // namespace inkstep
