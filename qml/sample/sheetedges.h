#pragma once

#include "imaging/pageview.h"
#include "model/sheet.h"

#include <QObject>
#include <QSizeF>
#include <QtQml/qqmlregistration.h>

namespace inkstep {

// The four corners of a sheet while a person moves them over the photograph. Points are 0 to 1 across and
// down the photograph as it is turned; corners and sides are counted clockwise from the top left one as seen,
// sides from the upper one. Whatever is moved, it stays a sheet: its sides never cross and it never becomes a
// sliver.
class SheetEdges : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int turns READ turns WRITE setTurns NOTIFY changed)
    // The photograph's, turned, in any measure: which way is across a side.
    Q_PROPERTY(QSizeF size READ size WRITE setSize NOTIFY changed)
    Q_PROPERTY(QList<QPointF> corners READ corners NOTIFY changed)
    Q_PROPERTY(QList<QPointF> middles READ middles NOTIFY changed) // of the sides
    // As a page keeps them (sheetText()), whatever the turn.
    Q_PROPERTY(QString sheet READ sheet NOTIFY changed)

public:
    using QObject::QObject;

    int turns() const { return m_turns; }
    void setTurns(int turns);
    QSizeF size() const { return m_size; }
    void setSize(QSizeF size);
    QList<QPointF> corners() const;
    QList<QPointF> middles() const;
    QString sheet() const { return sheetText(m_corners); }

    // As a page keeps them; empty, or no sheet: the whole photograph, but for a rim to take hold of.
    Q_INVOKABLE void begin(const QString &sheet);
    Q_INVOKABLE void takeWhole();
    // As far towards `to` as it stays a sheet.
    Q_INVOKABLE void moveCorner(int corner, QPointF to);
    // A side with both its corners, across itself, until its middle is as near to `to` as that gets.
    Q_INVOKABLE void moveSide(int side, QPointF to);

signals:
    void changed();

private:
    using Corners = SheetCorners;
    std::size_t kept(int seen) const { return static_cast<std::size_t>(((seen - m_turns) % 4 + 4) % 4); }
    void goTowards(const Corners &target);

    int m_turns = 0;
    QSizeF m_size{1, 1};
    Corners m_corners = wholePicture();
};

} // namespace inkstep
