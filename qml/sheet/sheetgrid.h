#pragma once

#include "classsheet.h"

#include <QColor>
#include <QQuickItem>

namespace inkstep {

// The circles, as one item: a row a student, a column a skill. Only the rows in sight have nodes, and a row
// that scrolls in takes the nodes of one that went. Each cell is an element of its own for the screen reader.
class SheetGrid : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(inkstep::ClassSheet *sheet READ sheet WRITE setSheet NOTIFY sheetChanged REQUIRED)
    // Of a cell, and of the circle in it; logical pixels.
    Q_PROPERTY(double rowHeight MEMBER m_rowHeight NOTIFY lookChanged)
    Q_PROPERTY(double columnWidth MEMBER m_columnWidth NOTIFY lookChanged)
    Q_PROPERTY(double circle MEMBER m_circle NOTIFY lookChanged)
    Q_PROPERTY(double stroke MEMBER m_stroke NOTIFY lookChanged)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY lookChanged)
    Q_PROPERTY(QColor line MEMBER m_line NOTIFY lookChanged)
    Q_PROPERTY(QColor dot MEMBER m_dot NOTIFY lookChanged)
    Q_PROPERTY(double paleOpacity MEMBER m_paleOpacity NOTIFY lookChanged)
    Q_PROPERTY(double absentOpacity MEMBER m_absentOpacity NOTIFY lookChanged)
    // The first column is at the right.
    Q_PROPERTY(bool mirrored MEMBER m_mirrored NOTIFY lookChanged)
    // The part in sight: its top and its height, in this item's own measure.
    Q_PROPERTY(double sightTop READ sightTop WRITE setSightTop NOTIFY sightChanged)
    Q_PROPERTY(double sightHeight READ sightHeight WRITE setSightHeight NOTIFY sightChanged)
    // How long a finger rests before the rungs come, in milliseconds.
    Q_PROPERTY(int holdTime MEMBER m_holdTime NOTIFY lookChanged)
    Q_PROPERTY(int currentRow READ currentRow NOTIFY currentChanged)
    Q_PROPERTY(int currentColumn READ currentColumn NOTIFY currentChanged)
    // The cell under the finger; -1 for none.
    Q_PROPERTY(int pressedRow READ pressedRow NOTIFY pressedChanged)
    Q_PROPERTY(int pressedColumn READ pressedColumn NOTIFY pressedChanged)
    Q_PROPERTY(bool keyboardUsed READ keyboardUsed NOTIFY currentChanged)

public:
    explicit SheetGrid(QQuickItem *parent = nullptr);

    ClassSheet *sheet() const { return m_sheet; }
    void setSheet(ClassSheet *sheet);
    double sightTop() const { return m_sightTop; }
    void setSightTop(double top);
    double sightHeight() const { return m_sightHeight; }
    void setSightHeight(double height);
    int currentRow() const { return m_current.y(); }
    int currentColumn() const { return m_current.x(); }
    int pressedRow() const { return m_pressed.y(); }
    int pressedColumn() const { return m_pressed.x(); }
    bool keyboardUsed() const { return m_keyboardUsed; }

    // Where a cell is, in this item.
    Q_INVOKABLE QRectF place(int row, int column) const;
    // Moves the keyboard's cell; it is in sight afterwards if whoever listens to shown() scrolls.
    Q_INVOKABLE void goTo(int row, int column);
    // What a tap, the space bar and the screen reader's press do.
    void press(int row, int column);

signals:
    void sheetChanged();
    void lookChanged();
    void sightChanged();
    void currentChanged();
    void pressedChanged();
    void wanted(const QRectF &inSight);                // this part should be in sight
    void absentTapped(int row, int column);            // a mark for who is not here
    void held(int row, int column, const QPointF &at); // the rungs are wanted under a finger that rests
    void slid(const QPointF &at);
    void slideEnded(const QPointF &at); // the finger went up, after held()
    void slideLost();
    void menuAsked(int row, int column);
    void takeBackAsked(int row, int column);
    void rungAsked(int row, int column, int level);

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override { mousePressEvent(event); } // two taps are two
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseUngrabEvent() override;
    void timerEvent(QTimerEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Sight {
        int first = 0;
        int last = -1;
        bool operator==(const Sight &) const = default;
    };
    Sight sight() const;
    void look();
    void setPressed(const QPoint &cell);
    void endHold();
    QPoint cellAt(const QPointF &at) const; // column, row; (-1, -1) outside
    int faceOf(int row, int column) const;
    QImage draw(int face, double ratio) const;

    QPointer<ClassSheet> m_sheet;
    double m_rowHeight = 48;
    double m_columnWidth = 96;
    double m_circle = 24;
    double m_stroke = 2;
    QColor m_ink = Qt::black;
    QColor m_line = Qt::gray;
    QColor m_dot = Qt::gray;
    double m_paleOpacity = 0.4;
    double m_absentOpacity = 0.4;
    bool m_mirrored = false;
    double m_sightTop = 0;
    double m_sightHeight = 0;
    int m_holdTime = 280;
    QPoint m_current{0, 0};
    QPoint m_pressed{-1, -1};
    QPointF m_pressedAt;
    int m_holdTimer = 0;
    bool m_holding = false;
    bool m_keyboardUsed = false;
    Sight m_seen;
    bool m_facesStale = true;
    bool m_linesStale = true;
};

} // namespace inkstep
