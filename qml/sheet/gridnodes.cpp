// How the sheet's circles are drawn: one small picture for each way a mark can look, shared by all cells.
#include "sheetgrid.h"

#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTexture>
#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace inkstep {

namespace {

// A face is how a mark looks: its level in the lowest three bits, 7 for a blank.
enum FaceBit { Blank = 7, Pale = 8, Trying = 16, Photo = 32, Absent = 64 };

struct GridNode final : QSGNode {
    struct Slot {
        QSGImageNode *image = nullptr;
        int row = -1;
        int face = -1;
    };
    std::unordered_map<int, std::unique_ptr<QSGTexture>> faces;
    std::unique_ptr<QSGTexture> line;
    std::vector<Slot> cells; // a row's nodes are those of every row as far from it as there are rows in sight
    std::vector<QSGImageNode *> under;   // the hairline below each row, by the same rule
    std::vector<QSGImageNode *> between; // those between the columns
    int columns = 0;
    int rows = 0;
};

} // namespace

int SheetGrid::faceOf(int row, int column) const {
    const SheetData &data = m_sheet->data();
    const SheetCell &cell = data.cell(row, column);
    // What was seen today counts as seen, also of a child who left early.
    const bool away = data.students[static_cast<std::size_t>(row)].absent() && cell.today.empty();
    const int absent = away ? Absent : 0;
    const SheetMark *mark = cell.shown();
    if (!mark)
        return Blank | absent;
    return static_cast<int>(mark->level) | (cell.today.empty() ? Pale : 0) | (mark->trying ? Trying : 0) |
           (mark->evidence.isNull() ? 0 : Photo) | absent;
}

QImage SheetGrid::draw(int face, double ratio) const {
    // Room beside and below the circle for the marks that go with it.
    const double room = m_circle / 3;
    const int side = static_cast<int>(std::ceil((m_circle + room * 2) * ratio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double middle = room + m_circle / 2;
    const double strength = ((face & Absent) ? m_absentOpacity : 1) * ((face & Pale) ? m_paleOpacity : 1);
    const int level = face & 7;
    if (level == Blank) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_dot);
        painter.setOpacity(strength);
        painter.drawEllipse(QPointF(middle, middle), m_stroke, m_stroke);
        return image;
    }
    const double inset = room + m_stroke / 2;
    const QRectF ring(inset, inset, m_circle - m_stroke, m_circle - m_stroke);
    constexpr int fullTurn = 360 * 16;
    constexpr int top = 90 * 16;
    constexpr int quarters = 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_ink);
    if (level == 0)
        painter.drawEllipse(ring);
    else if (level < quarters)
        painter.drawPie(ring, top, -fullTurn * (quarters - level) / quarters);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_ink, m_stroke));
    painter.drawEllipse(ring);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_ink);
    if (face & Trying)
        painter.drawRoundedRect(
            QRectF(middle - m_circle / 4, room + m_circle + m_stroke * 1.5, m_circle / 2, m_stroke),
            m_stroke / 2, m_stroke / 2);
    if (face & Photo) {
        const double corner = m_circle / 4;
        painter.drawRoundedRect(QRectF(room + m_circle - corner / 4, room - corner * 3 / 4, corner, corner),
                                1, 1);
    }
    // The whole at once, so that the ring does not show through the filling.
    if (strength < 1) {
        painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        QColor veil(Qt::black);
        veil.setAlphaF(static_cast<float>(strength));
        painter.fillRect(QRectF(0, 0, side, side), veil);
    }
    return image;
}

QSGNode *SheetGrid::updatePaintNode(QSGNode *old, UpdatePaintNodeData *) {
    auto *root = static_cast<GridNode *>(old);
    if (!m_sheet || m_sheet->rows() == 0 || m_sheet->columns() == 0 || m_sightHeight <= 0) {
        delete root;
        m_facesStale = m_linesStale = true;
        return nullptr;
    }
    // One row more than fits: while scrolling there is a part of one at either end.
    const int rows = std::min(m_sheet->rows(), static_cast<int>(m_sightHeight / m_rowHeight) + 2);
    const int columns = m_sheet->columns();
    if (root && (root->rows != rows || root->columns != columns)) {
        delete root;
        root = nullptr;
    }
    if (!root) {
        root = new GridNode;
        root->rows = rows;
        root->columns = columns;
        // Pictures of one pixel: the software renderer leaves traces of rectangles that move.
        const auto hairlines = [&](int count) {
            std::vector<QSGImageNode *> nodes;
            for (int i = 0; i < count; ++i) {
                QSGImageNode *node = window()->createImageNode();
                node->setFiltering(QSGTexture::Nearest);
                root->appendChildNode(node);
                nodes.push_back(node);
            }
            return nodes;
        };
        root->under = hairlines(rows);
        root->between = hairlines(columns - 1);
        root->cells.resize(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
        for (GridNode::Slot &slot : root->cells) {
            slot.image = window()->createImageNode();
            slot.image->setFiltering(QSGTexture::Linear);
        }
        m_facesStale = m_linesStale = true;
    }
    const double ratio = window()->effectiveDevicePixelRatio();
    std::unordered_map<int, std::unique_ptr<QSGTexture>> outdated; // kept until no node shows them
    if (m_facesStale) {
        outdated = std::move(root->faces);
        root->faces.clear();
        for (GridNode::Slot &slot : root->cells)
            slot.row = slot.face = -1;
        m_facesStale = false;
    }
    const double side = m_circle + m_circle / 3 * 2;
    const double hair = 1 / std::max(1.0, std::floor(ratio));
    if (m_linesStale) {
        QImage pixel(1, 1, QImage::Format_ARGB32_Premultiplied);
        pixel.fill(m_line);
        const std::unique_ptr<QSGTexture> before =
            std::exchange(root->line, std::unique_ptr<QSGTexture>(window()->createTextureFromImage(pixel)));
        for (QSGImageNode *node : root->under)
            node->setTexture(root->line.get());
        for (int column = 1; column < columns; ++column) {
            QSGImageNode *node = root->between[static_cast<std::size_t>(column) - 1];
            node->setTexture(root->line.get());
            node->setRect(QRectF(column * m_columnWidth - hair, 0, hair, m_sheet->rows() * m_rowHeight));
        }
        m_linesStale = false;
    }
    const int first = std::min(m_seen.first, m_sheet->rows() - rows);
    for (int row = first; row < first + rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            GridNode::Slot &slot =
                root->cells[static_cast<std::size_t>(row % rows) * static_cast<std::size_t>(columns) +
                            static_cast<std::size_t>(column)];
            const int face = faceOf(row, column);
            if (face != slot.face) {
                std::unique_ptr<QSGTexture> &texture = root->faces[face];
                if (!texture)
                    texture.reset(window()->createTextureFromImage(draw(face, ratio),
                                                                   QQuickWindow::TextureCanUseAtlas));
                slot.image->setTexture(texture.get());
                if (slot.face < 0 && !slot.image->parent())
                    root->appendChildNode(slot.image);
                slot.face = face;
            }
            if (row != slot.row) {
                if (column == 0)
                    root->under[static_cast<std::size_t>(row % rows)]->setRect(
                        QRectF(0, (row + 1) * m_rowHeight - hair, columns * m_columnWidth, hair));
                const QRectF cell = place(row, column);
                slot.image->setRect(QRectF(std::round((cell.center().x() - side / 2) * ratio) / ratio,
                                           std::round((cell.center().y() - side / 2) * ratio) / ratio, side,
                                           side));
                slot.row = row;
            }
        }
    }
    return root;
}

} // namespace inkstep
