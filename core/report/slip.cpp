#include "report/slip.h"

#include "readingfont.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

// Type is set ten times as large as it is printed and drawn at a tenth, so that lines break the same on the
// screen, in the file and in tests: no device's pixels round a width.
constexpr double fine = 10;
constexpr double nameType = 11;   // points
constexpr double nameHeight = 17; // with the gap under it
constexpr double gap = 5;         // between the two papers
constexpr double inset = 8;       // from a paper's edge to its words, at the sides
constexpr double headroom = 5.5;  // and above and below
constexpr double picture = 15;    // the star, the arrow
constexpr double leading = 1.25;  // of the type size; Andika's own 1.6 is for pages, not for notes
constexpr double roundness = 5;

const QColor ink(0x22, 0x30, 0x3C), pencil(0x5F, 0x6B, 0x76), green(0xDF, 0xF0, 0xCB),
    yellow(0xFF, 0xEC, 0xAE), greenEdge(0x8F, 0xB8, 0x66), yellowEdge(0xD9, 0xB2, 0x2B);

QFont fontOf(double points) {
    QFont font(readingFontFamily());
    font.setPixelSize(static_cast<int>(std::lround(points * fine)));
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

struct SetText {
    std::shared_ptr<QTextLayout> layout;
    double height = 0; // points
    double width = 0;  // of the widest line, points
};

SetText setText(const QString &text, int points, double width) {
    SetText set{std::make_shared<QTextLayout>(QString(text).replace(QLatin1Char('\n'), QChar::LineSeparator),
                                              fontOf(points)),
                0, 0};
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    set.layout->setTextOption(option);
    set.layout->beginLayout();
    while (true) {
        QTextLine line = set.layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width * fine);
        // A script taller than Latin keeps its own height.
        const double tall =
            std::max(leading * points * fine, line.ascent() + line.descent() - 0.35 * points * fine);
        // Latin letters stand in the middle of their line, not at the top of a taller one.
        line.setPosition(QPointF(0, set.height * fine + (tall - line.ascent() - line.descent()) / 2));
        set.width = std::max(set.width, line.naturalTextWidth() / fine);
        set.height += tall / fine;
    }
    set.layout->endLayout();
    return set;
}

QPainterPath star(const QRectF &in) {
    QPainterPath path;
    constexpr int points = 10;
    for (int i = 0; i < points; ++i) {
        const double angle = -M_PI / 2 + i * 2 * M_PI / points;
        const double far = (i % 2 ? 0.45 : 1.0) * in.width() / 2;
        const QPointF at = in.center() + QPointF(std::cos(angle) * far, std::sin(angle) * far);
        i ? path.lineTo(at) : path.moveTo(at);
    }
    path.closeSubpath();
    return path;
}

QPainterPath arrow(const QRectF &in) {
    const double mid = in.center().y(), head = in.width() * 0.42, half = in.height() * 0.16;
    QPainterPath path(QPointF(in.left(), mid - half));
    path.lineTo(in.right() - head, mid - half);
    path.lineTo(in.right() - head, mid - in.height() * 0.42);
    path.lineTo(in.right(), mid);
    path.lineTo(in.right() - head, mid + in.height() * 0.42);
    path.lineTo(in.right() - head, mid + half);
    path.lineTo(in.left(), mid + half);
    path.closeSubpath();
    return path;
}

struct Part {
    QString text;
    bool isStep;
};

double wordsWidth(const QSizeF &cell) {
    return cell.width() - 2 * SlipLayout::margin - 2 * inset - picture - inset;
}

double papersHeight(const QSizeF &cell) {
    return cell.height() - 2 * SlipLayout::margin - nameHeight;
}

// What the papers take, one under the other.
double needed(const std::vector<SetText> &texts) {
    double height = texts.empty() ? 0 : gap * static_cast<double>(texts.size() - 1);
    for (const SetText &text : texts)
        height += std::max(text.height, picture) + 2 * headroom;
    return height;
}

std::vector<SetText> setAll(const std::vector<Part> &parts, int points, double width) {
    std::vector<SetText> texts;
    for (const Part &part : parts)
        texts.push_back(setText(part.text, points, width));
    return texts;
}

// Cuts off what does not fit at the least size, between two lines, and gives it back.
std::vector<Part> cutToFit(std::vector<Part> &parts, const QSizeF &cell) {
    std::vector<Part> rest;
    std::vector<Part> kept;
    for (const Part &part : parts) {
        if (!rest.empty()) {
            rest.push_back(part);
            continue;
        }
        kept.push_back(part);
        if (needed(setAll(kept, SlipLayout::leastType, wordsWidth(cell))) <= papersHeight(cell))
            continue;
        kept.pop_back();
        const SetText whole = setText(part.text, SlipLayout::leastType, wordsWidth(cell));
        int lines = whole.layout->lineCount();
        const auto upTo = [&](int count) {
            const QTextLine line = whole.layout->lineAt(count - 1);
            return part.text.first(line.textStart() + line.textLength());
        };
        for (; lines > 0; --lines) {
            kept.push_back({upTo(lines).trimmed(), part.isStep});
            if (needed(setAll(kept, SlipLayout::leastType, wordsWidth(cell))) <= papersHeight(cell))
                break;
            kept.pop_back();
        }
        const QString left = lines > 0 ? part.text.sliced(upTo(lines).size()).trimmed() : part.text;
        if (!left.isEmpty())
            rest.push_back({left, part.isStep});
    }
    parts = kept;
    return rest;
}

QString shownName(const QString &name, qsizetype number, qsizetype of, double width) {
    const QFontMetricsF metrics(fontOf(nameType));
    const QString after = of > 1 ? QStringLiteral(" · %1/%2").arg(number).arg(of) : QString();
    return metrics.elidedText(name.simplified(), Qt::ElideRight,
                              width * fine - metrics.horizontalAdvance(after)) +
           after;
}

} // namespace

std::vector<SlipLayout> layOut(const Slip &slip, const QSizeF &cell) {
    std::vector<Part> left;
    if (!slip.compliment.trimmed().isEmpty())
        left.push_back({slip.compliment.trimmed(), false});
    if (!slip.step.trimmed().isEmpty())
        left.push_back({slip.step.trimmed(), true});

    std::vector<SlipLayout> layouts;
    do {
        std::vector<Part> parts = left;
        SlipLayout one;
        one.m_type = SlipLayout::largestType;
        std::vector<SetText> texts = setAll(parts, one.m_type, wordsWidth(cell));
        while (one.m_type > SlipLayout::leastType && needed(texts) > papersHeight(cell))
            texts = setAll(parts, --one.m_type, wordsWidth(cell));
        left.clear();
        if (needed(texts) > papersHeight(cell)) {
            left = cutToFit(parts, cell);
            texts = setAll(parts, one.m_type, wordsWidth(cell));
        }

        const double width = cell.width() - 2 * SlipLayout::margin;
        one.m_nameRoom = QRectF(SlipLayout::margin, SlipLayout::margin, width, nameHeight);
        double y = SlipLayout::margin + nameHeight;
        // What is left over goes to both papers alike.
        const double extra =
            texts.empty() ? 0 : (papersHeight(cell) - needed(texts)) / static_cast<double>(texts.size());
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const double height = std::max(texts[i].height, picture) + 2 * headroom + extra;
            SlipLayout::Block block;
            block.isStep = parts[i].isStep;
            block.paper = QRectF(SlipLayout::margin, y, width, height);
            block.height = texts[i].height;
            const double x = SlipLayout::margin + inset + picture + inset;
            block.room = QRectF(x, y + (height - texts[i].height) / 2, wordsWidth(cell), texts[i].height);
            block.words = texts[i].layout;
            block.text = parts[i].text;
            one.m_blocks.push_back(std::move(block));
            y += height + gap;
        }
        layouts.push_back(std::move(one));
    } while (!left.empty());
    for (std::size_t i = 0; i < layouts.size(); ++i) {
        layouts[i].m_name = shownName(slip.name, static_cast<qsizetype>(i) + 1,
                                      static_cast<qsizetype>(layouts.size()), layouts[i].m_nameRoom.width());
    }
    return layouts;
}

void SlipLayout::paint(QPainter &painter) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto inFine = [&painter](const QPointF &origin, const auto &draw) {
        painter.save();
        painter.translate(origin);
        painter.scale(1 / fine, 1 / fine);
        draw();
        painter.restore();
    };
    painter.setPen(pencil);
    inFine(m_nameRoom.topLeft(), [&] {
        painter.setFont(fontOf(nameType));
        painter.drawText(QRectF(0, -fine * 4, m_nameRoom.width() * fine, m_nameRoom.height() * fine),
                         Qt::AlignVCenter | (m_name.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) |
                             Qt::TextSingleLine | Qt::TextDontClip,
                         m_name);
    });
    for (const Block &block : m_blocks) {
        painter.setPen(QPen(block.isStep ? yellowEdge : greenEdge, 0.8));
        painter.setBrush(block.isStep ? yellow : green);
        painter.drawRoundedRect(block.paper, roundness, roundness);
        const QRectF at(block.paper.left() + inset, block.paper.center().y() - picture / 2, picture, picture);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPath(block.isStep ? arrow(at) : star(at));
        painter.setPen(ink);
        inFine(block.room.topLeft(), [&] { block.words->draw(&painter, QPointF(0, 0)); });
    }
    painter.restore();
}

} // namespace inkstep
