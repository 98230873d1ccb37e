#pragma once

#include <QColor>
#include <QQuickPaintedItem>

namespace inkstep {

// A column's count as a bar: those alone filled, those not alone open, those unchecked hatched, and a line
// where moving on begins.
class DecisionBar : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int alone MEMBER m_alone NOTIFY changed)
    Q_PROPERTY(int notAlone MEMBER m_notAlone NOTIFY changed)
    Q_PROPERTY(int unchecked MEMBER m_unchecked NOTIFY changed)
    Q_PROPERTY(double moveOnAt MEMBER m_moveOnAt NOTIFY changed) // share of all, 0 to 1
    Q_PROPERTY(QColor fill MEMBER m_fill NOTIFY changed)
    Q_PROPERTY(QColor ground MEMBER m_ground NOTIFY changed)
    Q_PROPERTY(QColor hatch MEMBER m_hatch NOTIFY changed)
    Q_PROPERTY(QColor edge MEMBER m_edge NOTIFY changed)
    Q_PROPERTY(QColor mark MEMBER m_mark NOTIFY changed)
    Q_PROPERTY(bool mirrored MEMBER m_mirrored NOTIFY changed)

public:
    explicit DecisionBar(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

signals:
    void changed();

private:
    int m_alone = 0;
    int m_notAlone = 0;
    int m_unchecked = 0;
    double m_moveOnAt = 0;
    QColor m_fill, m_ground, m_hatch, m_edge, m_mark;
    bool m_mirrored = false;
};

} // namespace inkstep
