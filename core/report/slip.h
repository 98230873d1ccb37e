// What this room is for: paper to hand out. In: words for children, plain values. Out: sheets, painted for
// the screen or as PDF. Needs an application that knows fonts, and no screen.
#pragma once

#include <QColor>
#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace inkstep {

// A paper note to leave with a child: what went well, and the one next step. Either may be missing.
struct Slip {
    QString name;
    QString compliment;
    QString step;
    bool operator==(const Slip &) const = default;
};

// One slip with its words set into a cell. Lengths are points (1/72 inch), from the cell's top left corner.
class SlipLayout {
public:
    // What the layout promises: no smaller, however long the words.
    static constexpr int leastType = 14;
    static constexpr int largestType = 26;
    static constexpr double margin = 14; // of the cell; a printer leaves this much blank, scissors too

    struct Block {
        bool isStep = false;
        QRectF paper;                       // the colored ground
        QRectF room;                        // where words may be
        std::shared_ptr<QTextLayout> words; // set with `type`, from the room's top left corner
        double height = 0;                  // of the words
        QString text;
    };

    const std::vector<Block> &blocks() const { return m_blocks; }
    int type() const { return m_type; } // points
    // The name as it is shown: cut with an ellipsis when it is longer than the cell is wide.
    const QString &name() const { return m_name; }
    const QRectF &nameRoom() const { return m_nameRoom; }

    // In points, the cell's corner at the origin.
    void paint(QPainter &painter) const;

private:
    friend std::vector<SlipLayout> layOut(const Slip &, const QSizeF &);
    int m_type = leastType;
    QString m_name;
    QRectF m_nameRoom;
    std::vector<Block> m_blocks;
};

// As large as fits. Words a person typed may be longer than a slip holds at the least size: then they go on,
// on further slips with the same name. Bank texts fit on one.
std::vector<SlipLayout> layOut(const Slip &slip, const QSizeF &cell);

} // namespace inkstep
