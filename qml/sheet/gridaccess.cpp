#include "gridaccess.h"

#include "sheetgrid.h"

#include <QAccessibleObject>
#include <QHash>
#include <QQuickWindow>

namespace inkstep {

namespace {

class GridFace;

// One mark, or the place for one.
class CellFace final : public QAccessibleInterface,
                       public QAccessibleTableCellInterface,
                       public QAccessibleActionInterface {
public:
    CellFace(GridFace &table, int row, int column) : m_table(table), m_row(row), m_column(column) {}

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QRect rect() const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface *>(this);
        if (type == QAccessible::ActionInterface)
            return static_cast<QAccessibleActionInterface *>(this);
        return nullptr;
    }

    bool isSelected() const override { return false; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return parent(); }

    QStringList actionNames() const override { return {pressAction(), showMenuAction(), setFocusAction()}; }
    void doAction(const QString &action) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    GridFace &m_table;
    int m_row;
    int m_column;
};

class GridFace final : public QAccessibleObject, public QAccessibleTableInterface {
public:
    explicit GridFace(SheetGrid *grid) : QAccessibleObject(grid) {}
    ~GridFace() override {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
    }

    SheetGrid *grid() const { return qobject_cast<SheetGrid *>(object()); }
    int rows() const { return grid() && grid()->sheet() ? grid()->sheet()->rows() : 0; }
    int columns() const { return grid() && grid()->sheet() ? grid()->sheet()->columns() : 0; }

    QWindow *window() const override { return grid() ? grid()->window() : nullptr; }
    QAccessibleInterface *parent() const override {
        for (QQuickItem *item = grid() ? grid()->parentItem() : nullptr; item; item = item->parentItem()) {
            if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item))
                return face;
        }
        return QAccessible::queryAccessibleInterface(window());
    }
    QAccessibleInterface *child(int index) const override {
        return columns() > 0 ? cellAt(index / columns(), index % columns()) : nullptr;
    }
    QAccessibleInterface *childAt(int x, int y) const override {
        if (!grid() || !grid()->window() || rows() == 0 || columns() == 0)
            return nullptr;
        const QPointF at = grid()->mapFromGlobal(QPointF(x, y));
        for (int column = 0; column < columns(); ++column) {
            const QRectF first = grid()->place(0, column);
            if (at.x() >= first.left() && at.x() < first.right())
                return at.y() < 0 ? nullptr : cellAt(static_cast<int>(at.y() / first.height()), column);
        }
        return nullptr;
    }
    int childCount() const override { return rows() * columns(); }
    int indexOfChild(const QAccessibleInterface *cell) const override {
        auto *face = dynamic_cast<const CellFace *>(cell);
        return face ? face->rowIndex() * columns() + face->columnIndex() : -1;
    }
    QAccessibleInterface *focusChild() const override {
        return grid() && grid()->hasActiveFocus() ? cellAt(grid()->currentRow(), grid()->currentColumn())
                                                  : nullptr;
    }
    QRect rect() const override {
        if (!grid() || !grid()->window())
            return {};
        return {grid()->mapToGlobal(QPointF(0, 0)).toPoint(), grid()->size().toSize()};
    }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name ? SheetGrid::tr("Marks") : QString();
    }
    QAccessible::Role role() const override { return QAccessible::Table; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.focused = grid() && grid()->hasActiveFocus();
        state.invisible = !grid() || !grid()->isVisible();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this) : nullptr;
    }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override {
        if (row < 0 || column < 0 || row >= rows() || column >= columns())
            return nullptr;
        const auto key = std::pair(row, column);
        const auto made = m_cells.constFind(key);
        if (made != m_cells.constEnd())
            return QAccessible::accessibleInterface(*made);
        auto *cell = new CellFace(const_cast<GridFace &>(*this), row, column);
        m_cells.insert(key, QAccessible::registerAccessibleInterface(cell)); // owned by Qt from here
        return cell;
    }
    int selectedCellCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    QString columnDescription(int column) const override {
        return column >= 0 && column < columns()
                   ? grid()->sheet()->data().skills[static_cast<std::size_t>(column)].name
                   : QString();
    }
    QString rowDescription(int row) const override {
        return row >= 0 && row < rows() ? grid()->sheet()->data().students[static_cast<std::size_t>(row)].name
                                        : QString();
    }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    int columnCount() const override { return columns(); }
    int rowCount() const override { return rows(); }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells;
};

bool CellFace::isValid() const {
    return m_table.isValid() && m_row < m_table.rows() && m_column < m_table.columns();
}

QWindow *CellFace::window() const {
    return m_table.window();
}

QAccessibleInterface *CellFace::parent() const {
    return &m_table;
}

QRect CellFace::rect() const {
    const SheetGrid *grid = m_table.grid();
    if (!grid || !grid->window())
        return {};
    const QRectF place = grid->place(m_row, m_column);
    return {grid->mapToGlobal(place.topLeft()).toPoint(), place.size().toSize()};
}

QString CellFace::text(QAccessible::Text kind) const {
    return kind == QAccessible::Name && isValid() ? m_table.grid()->sheet()->spoken(m_row, m_column)
                                                  : QString();
}

QAccessible::State CellFace::state() const {
    QAccessible::State state;
    const SheetGrid *grid = m_table.grid();
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const SheetData &data = grid->sheet()->data();
    const SheetCell &cell = data.cell(m_row, m_column);
    state.focusable = true;
    state.focused =
        grid->hasActiveFocus() && grid->currentRow() == m_row && grid->currentColumn() == m_column;
    state.checkable = true;
    state.checked = cell.ownToday() != nullptr;
    state.disabled = data.students[static_cast<std::size_t>(m_row)].absent();
    const QRectF place = grid->place(m_row, m_column);
    state.offscreen =
        place.bottom() <= grid->sightTop() || place.top() >= grid->sightTop() + grid->sightHeight();
    return state;
}

void CellFace::doAction(const QString &action) {
    if (!isValid())
        return;
    SheetGrid *grid = m_table.grid();
    grid->goTo(m_row, m_column);
    if (action == pressAction())
        grid->press(m_row, m_column);
    else if (action == showMenuAction())
        emit grid->menuAsked(m_row, m_column);
    else if (action == setFocusAction())
        grid->forceActiveFocus(Qt::OtherFocusReason);
}

QAccessibleInterface *makeFace(const QString &className, QObject *object) {
    if (className != QLatin1StringView(SheetGrid::staticMetaObject.className()))
        return nullptr;
    auto *grid = qobject_cast<SheetGrid *>(object);
    return grid ? new GridFace(grid) : nullptr;
}

} // namespace

void makeGridSpeak() {
    QAccessible::installFactory(makeFace); // Qt keeps one of each
}

void tellWhereTheKeyboardIs(SheetGrid *grid) {
    if (!QAccessible::isActive() || !grid->hasActiveFocus())
        return;
    auto *face = static_cast<QAccessibleInterface *>(QAccessible::queryAccessibleInterface(grid));
    if (QAccessibleInterface *cell = face ? face->focusChild() : nullptr) {
        QAccessibleEvent event(cell, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

} // namespace inkstep
