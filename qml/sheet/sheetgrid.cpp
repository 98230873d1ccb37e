#include "sheetgrid.h"

#include "gridaccess.h"

#include <QGuiApplication>
#include <QStyleHints>
#include <cmath>

namespace inkstep {

SheetGrid::SheetGrid(QQuickItem *parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setFlag(ItemIsFocusScope, false);
    setActiveFocusOnTab(true);
    setAcceptedMouseButtons(Qt::LeftButton | Qt::RightButton);
    makeGridSpeak();
    connect(this, &SheetGrid::lookChanged, this, &SheetGrid::look);
}

void SheetGrid::setSheet(ClassSheet *sheet) {
    if (m_sheet == sheet)
        return;
    if (m_sheet)
        m_sheet->disconnect(this);
    m_sheet = sheet;
    if (sheet) {
        connect(sheet, &ClassSheet::marksChanged, this, [this] { update(); });
        connect(sheet, &ClassSheet::changed, this, [this] {
            const QPoint last(m_sheet->columns() - 1, m_sheet->rows() - 1);
            m_current = {std::clamp(m_current.x(), 0, std::max(0, last.x())),
                         std::clamp(m_current.y(), 0, std::max(0, last.y()))};
            setPressed({-1, -1});
            emit currentChanged();
            look();
        });
    }
    emit sheetChanged();
    look();
}

void SheetGrid::look() {
    m_facesStale = true;
    m_linesStale = true;
    m_seen = sight();
    update();
}

void SheetGrid::setSightTop(double top) {
    m_sightTop = top;
    emit sightChanged();
    if (sight() != m_seen) {
        m_seen = sight();
        update();
    }
}

void SheetGrid::setSightHeight(double height) {
    m_sightHeight = height;
    emit sightChanged();
    m_seen = sight();
    update();
}

SheetGrid::Sight SheetGrid::sight() const {
    if (!m_sheet || m_sheet->rows() == 0 || m_sheet->columns() == 0 || m_rowHeight <= 0)
        return {};
    const int first = static_cast<int>(std::floor(m_sightTop / m_rowHeight));
    const int last = static_cast<int>(std::floor((m_sightTop + m_sightHeight) / m_rowHeight));
    return {std::clamp(first, 0, m_sheet->rows() - 1), std::clamp(last, 0, m_sheet->rows() - 1)};
}

QRectF SheetGrid::place(int row, int column) const {
    const int across = m_mirrored && m_sheet ? m_sheet->columns() - 1 - column : column;
    return {across * m_columnWidth, row * m_rowHeight, m_columnWidth, m_rowHeight};
}

QPoint SheetGrid::cellAt(const QPointF &at) const {
    if (!m_sheet || at.x() < 0 || at.y() < 0)
        return {-1, -1};
    const int across = static_cast<int>(at.x() / m_columnWidth);
    const int row = static_cast<int>(at.y() / m_rowHeight);
    if (across >= m_sheet->columns() || row >= m_sheet->rows())
        return {-1, -1};
    return {m_mirrored ? m_sheet->columns() - 1 - across : across, row};
}

void SheetGrid::itemChange(ItemChange change, const ItemChangeData &value) {
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        look();
    QQuickItem::itemChange(change, value);
}

void SheetGrid::setPressed(const QPoint &cell) {
    if (cell == m_pressed)
        return;
    m_pressed = cell;
    emit pressedChanged();
}

void SheetGrid::endHold() {
    if (m_holdTimer != 0)
        killTimer(m_holdTimer);
    m_holdTimer = 0;
    m_holding = false;
    setKeepMouseGrab(false);
    setKeepTouchGrab(false);
}

void SheetGrid::mousePressEvent(QMouseEvent *event) {
    const QPoint cell = cellAt(event->position());
    if (cell.x() < 0) {
        event->ignore();
        return;
    }
    if (event->button() == Qt::RightButton) {
        m_current = cell;
        emit currentChanged();
        emit menuAsked(cell.y(), cell.x());
        return;
    }
    m_pressedAt = event->position();
    setPressed(cell);
    m_holdTimer = startTimer(m_holdTime);
}

void SheetGrid::timerEvent(QTimerEvent *event) {
    if (event->timerId() != m_holdTimer)
        return QQuickItem::timerEvent(event);
    endHold();
    if (m_pressed.x() < 0)
        return;
    // From now on the finger slides over the rungs; nothing else may scroll with it.
    m_holding = true;
    setKeepMouseGrab(true);
    setKeepTouchGrab(true);
    emit held(m_pressed.y(), m_pressed.x(), m_pressedAt);
}

void SheetGrid::mouseMoveEvent(QMouseEvent *event) {
    if (m_holding) {
        emit slid(event->position());
    } else if (m_pressed.x() >= 0 && (event->position() - m_pressedAt).manhattanLength() >
                                         QGuiApplication::styleHints()->startDragDistance() * 2) {
        endHold();
        setPressed({-1, -1});
    }
}

void SheetGrid::mouseReleaseEvent(QMouseEvent *event) {
    const QPoint cell = m_pressed;
    const bool slides = m_holding;
    endHold();
    setPressed({-1, -1});
    if (slides) {
        emit slideEnded(event->position());
    } else if (cell.x() >= 0 && cellAt(event->position()) == cell) {
        m_current = cell;
        m_keyboardUsed = false;
        forceActiveFocus(Qt::MouseFocusReason);
        emit currentChanged();
        press(cell.y(), cell.x());
    }
}

void SheetGrid::mouseUngrabEvent() {
    const bool slides = m_holding;
    endHold();
    setPressed({-1, -1});
    if (slides)
        emit slideLost();
}

void SheetGrid::press(int row, int column) {
    if (!m_sheet || row < 0 || row >= m_sheet->rows() || column < 0 || column >= m_sheet->columns())
        return;
    if (m_sheet->data().students[static_cast<std::size_t>(row)].absent())
        emit absentTapped(row, column);
    else
        m_sheet->tap(row, column);
}

void SheetGrid::goTo(int row, int column) {
    if (!m_sheet || m_sheet->rows() == 0 || m_sheet->columns() == 0)
        return;
    m_current = {std::clamp(column, 0, m_sheet->columns() - 1), std::clamp(row, 0, m_sheet->rows() - 1)};
    emit currentChanged();
    emit wanted(place(m_current.y(), m_current.x()));
    tellWhereTheKeyboardIs(this);
}

void SheetGrid::focusInEvent(QFocusEvent *event) {
    QQuickItem::focusInEvent(event);
    const Qt::FocusReason why = event->reason();
    m_keyboardUsed =
        why == Qt::TabFocusReason || why == Qt::BacktabFocusReason || why == Qt::ShortcutFocusReason;
    emit currentChanged();
    tellWhereTheKeyboardIs(this);
}

void SheetGrid::keyPressEvent(QKeyEvent *event) {
    const int row = m_current.y();
    const int column = m_current.x();
    const int forward = m_mirrored ? -1 : 1;
    const int page = std::max(1, static_cast<int>(m_sightHeight / m_rowHeight) - 1);
    if (!m_sheet || m_sheet->columns() == 0 || m_sheet->rows() == 0 ||
        (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        event->ignore();
        return;
    }
    const bool absent = m_sheet->data().students[static_cast<std::size_t>(row)].absent();
    m_keyboardUsed = true;
    switch (event->key()) {
    case Qt::Key_Left:
        return goTo(row, column - forward);
    case Qt::Key_Right:
        return goTo(row, column + forward);
    case Qt::Key_Up:
        return goTo(row - 1, column);
    case Qt::Key_Down:
        return goTo(row + 1, column);
    case Qt::Key_PageUp:
        return goTo(row - page, column);
    case Qt::Key_PageDown:
        return goTo(row + page, column);
    case Qt::Key_Home:
        return goTo(row, 0);
    case Qt::Key_End:
        return goTo(row, m_sheet->columns() - 1);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event->isAutoRepeat())
            press(row, column);
        return;
    case Qt::Key_0:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return m_sheet->takeBack(row, column);
    case Qt::Key_Menu:
        emit menuAsked(row, column);
        return;
    case Qt::Key_F10:
        if (event->modifiers() & Qt::ShiftModifier) {
            emit menuAsked(row, column);
            return;
        }
        break;
    default:
        if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_5) {
            if (absent)
                emit absentTapped(row, column);
            else
                m_sheet->mark(row, column, event->key() - Qt::Key_1);
            return;
        }
        break;
    }
    event->ignore();
}

} // namespace inkstep
