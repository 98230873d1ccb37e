#pragma once

#include "workspace.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace inkstep {

// What every live list shows to QML besides its rows.
class LiveListBase : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    // False until the first rows came; a page shows its empty state only after that.
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged)

public:
    using QAbstractListModel::QAbstractListModel;
    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    int count() const { return rowCount({}); }
    bool ready() const { return m_ready; }

signals:
    void workspaceChanged();
    void countChanged();
    void readyChanged();

protected:
    virtual void rerun() = 0; // the notebook or a parameter changed
    virtual void clear() = 0;
    void setReady(bool ready);

private:
    QPointer<Workspace> m_workspace;
    bool m_ready = false;
};

// The list model over a live query. Rows are plain structs with an `id`-like key; a new result moves, adds,
// takes away and changes only the rows that differ, so a list under a finger never jumps.
template<class Row>
class LiveList : public LiveListBase {
public:
    using LiveListBase::LiveListBase;
    using Query = std::function<std::vector<Row>(Database &)>;
    struct Role {
        QByteArray name;
        QVariant (*read)(const Row &);
    };

    int rowCount(const QModelIndex &parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    QVariant data(const QModelIndex &index, int role) const override {
        const int at = role - Qt::UserRole;
        if (!index.isValid() || at < 0 || at >= static_cast<int>(roles().size()))
            return {};
        return roles()[static_cast<std::size_t>(at)].read(m_rows[static_cast<std::size_t>(index.row())]);
    }
    QHash<int, QByteArray> roleNames() const override {
        QHash<int, QByteArray> names;
        int role = Qt::UserRole;
        for (const Role &one : roles())
            names.insert(role++, one.name);
        return names;
    }
    const std::vector<Row> &rows() const { return m_rows; }

protected:
    virtual const std::vector<Role> &roles() const = 0;
    virtual KindSet kinds() const = 0;
    virtual Query query() const = 0; // captures its parameters by value: it runs on the store's thread
    virtual void rowsChanged() {}

    void rerun() override {
        m_watch.reset();
        const int run = ++m_run; // rows of an earlier query may still be on their way
        if (Notebook *notebook = workspace() ? workspace()->notebook() : nullptr) {
            m_watch = notebook->store().watch(kinds(), query(), this, [this, run](std::vector<Row> rows) {
                if (run == m_run)
                    show(std::move(rows));
            });
        }
    }
    void clear() override {
        show({});
        setReady(false);
    }

    void show(std::vector<Row> next) {
        const auto before = m_rows.size();
        if (!mergeByKey(next)) {
            beginResetModel();
            m_rows = std::move(next);
            endResetModel();
        }
        if (before != m_rows.size())
            emit countChanged();
        rowsChanged();
        setReady(true);
    }

private:
    // False when so much moved that starting over is quicker.
    bool mergeByKey(std::vector<Row> &next) {
        QHash<Id, std::size_t> wanted;
        wanted.reserve(static_cast<qsizetype>(next.size()));
        for (std::size_t i = 0; i < next.size(); ++i)
            wanted.insert(next[i].id, i);
        if (m_rows.empty() || next.empty())
            return next.empty() && m_rows.empty();
        for (std::size_t end = m_rows.size(); end > 0;) {
            if (wanted.contains(m_rows[end - 1].id)) {
                --end;
                continue;
            }
            std::size_t begin = end;
            while (begin > 0 && !wanted.contains(m_rows[begin - 1].id))
                --begin;
            beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(begin),
                         m_rows.begin() + static_cast<std::ptrdiff_t>(end));
            endRemoveRows();
            end = begin;
        }
        QHash<Id, bool> here;
        for (const Row &row : m_rows)
            here.insert(row.id, true);
        int moves = 0;
        for (std::size_t i = 0; i < next.size(); ++i) {
            if (i < m_rows.size() && m_rows[i].id == next[i].id) {
                if (!(m_rows[i] == next[i])) {
                    m_rows[i] = next[i];
                    emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
                }
                continue;
            }
            if (!here.contains(next[i].id)) {
                std::size_t end = i + 1;
                while (end < next.size() && !here.contains(next[end].id))
                    ++end;
                beginInsertRows({}, static_cast<int>(i), static_cast<int>(end) - 1);
                m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i),
                              next.begin() + static_cast<std::ptrdiff_t>(i),
                              next.begin() + static_cast<std::ptrdiff_t>(end));
                endInsertRows();
                i = end - 1;
                continue;
            }
            if (++moves > 64)
                return false;
            const auto from = std::find_if(m_rows.begin() + static_cast<std::ptrdiff_t>(i), m_rows.end(),
                                           [&](const Row &row) { return row.id == next[i].id; });
            const int source = static_cast<int>(from - m_rows.begin());
            beginMoveRows({}, source, source, {}, static_cast<int>(i));
            std::rotate(m_rows.begin() + static_cast<std::ptrdiff_t>(i), from, from + 1);
            endMoveRows();
            if (!(m_rows[i] == next[i])) {
                m_rows[i] = next[i];
                emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
            }
        }
        return true;
    }

    std::vector<Row> m_rows;
    std::unique_ptr<Watch> m_watch;
    int m_run = 0;
};

} // namespace inkstep

// How a list names its base: class ClassList : public INKSTEP_LIVE_LIST(Tile). moc and the QML tools know no
// templates and are shown the plain base, so that they find its properties.
#ifdef Q_MOC_RUN
#define INKSTEP_LIVE_LIST(Row) inkstep::LiveListBase
#else
#define INKSTEP_LIVE_LIST(Row) LiveList<Row>
#endif
