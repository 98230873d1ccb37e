#include "demo/generator/paper.h"

#include <QPainter>
#include <array>
#include <cmath>

namespace inkstep {

namespace {

constexpr std::array pastels{qRgb(250, 236, 170), qRgb(250, 210, 216), qRgb(204, 230, 244),
                             qRgb(208, 236, 204), qRgb(250, 222, 186), qRgb(226, 214, 240)};

QRgb colorOf(PaperKind kind, Chance &chance) {
    if (kind == PaperKind::Colored)
        return chance.pick(pastels);
    if ((kind == PaperKind::Primary || kind == PaperKind::Story) && chance.is(0.3))
        return qRgb(240, 234, 216); // newsprint
    const int light = 246 + chance.below(7);
    return qRgb(light, light, light - chance.below(6));
}

// Fibers, and the slightly uneven look of any sheet.
void texture(QImage &sheet, QRgb color, Chance chance) {
    Raster clouds(sheet.size());
    addNoise(clouds, 210, 210, 2.2, chance.fork(1));
    addNoise(clouds, 5, 5, 1.4, chance.fork(2));
    const Grain fibers(chance.fork(3), true);
    for (int y = 0; y < sheet.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(sheet.scanLine(y));
        const float *cloud = clouds.row(y);
        for (int x = 0; x < sheet.width(); ++x) {
            const int shift = int(std::lround(cloud[x] + fibers.at(x, y) * 1.3f));
            line[x] = qRgb(std::clamp(qRed(color) + shift, 0, 255), std::clamp(qGreen(color) + shift, 0, 255),
                           std::clamp(qBlue(color) + shift, 0, 255));
        }
    }
}

class Ruler {
public:
    explicit Ruler(QImage &sheet) : m_painter(&sheet) { m_painter.setRenderHint(QPainter::Antialiasing); }
    void across(double y, double width, QColor color, bool dashed = false) {
        QPen pen(color, width);
        if (dashed)
            pen.setDashPattern({7 / width, 6 / width});
        m_painter.setPen(pen);
        m_painter.drawLine(QPointF(0, y), QPointF(m_painter.device()->width(), y));
    }
    void down(double x, double width, QColor color) {
        m_painter.setPen(QPen(color, width));
        m_painter.drawLine(QPointF(x, 0), QPointF(x, m_painter.device()->height()));
    }
    void frame(const QRectF &box) {
        m_painter.setPen(QPen(QColor(70, 80, 100, 190), 2.4));
        m_painter.drawRoundedRect(box, 10, 10);
    }

private:
    QPainter m_painter;
};

void rulePrimary(Paper &paper, double unit, double top) {
    Ruler ruler(paper.sheet);
    Ruling &ruling = paper.ruling;
    ruling.xHeight = 30 * unit;
    ruling.pitch = 88 * unit;
    ruling.firstBaseline = top + 66 * unit;
    for (double base = ruling.firstBaseline; base <= ruling.lastBaseline + 1; base += ruling.pitch) {
        ruler.across(base - 2 * ruling.xHeight, 1.8, QColor(96, 146, 204, 190));
        ruler.across(base - ruling.xHeight, 1.5, QColor(110, 156, 210, 150), true);
        ruler.across(base, 1.8, QColor(206, 104, 110, 190));
    }
}

void ruleLined(Paper &paper, double unit) {
    Ruler ruler(paper.sheet);
    Ruling &ruling = paper.ruling;
    ruling.pitch = 62 * unit;
    ruling.xHeight = 24 * unit;
    ruling.left = paper.sheet.width() * 0.135;
    ruling.firstBaseline = 190;
    for (double y = ruling.firstBaseline - ruling.pitch; y < paper.sheet.height() - 50; y += ruling.pitch)
        ruler.across(y, 1.5, QColor(120, 160, 212, 165));
    ruler.down(ruling.left - 22, 1.7, QColor(222, 110, 120, 170));
}

void ruleSquared(Paper &paper, double unit) {
    Ruler ruler(paper.sheet);
    const double cell = 32 * unit;
    Ruling &ruling = paper.ruling;
    ruling.pitch = 2 * cell;
    ruling.xHeight = 0.72 * cell;
    ruling.firstBaseline = 5 * cell + 11;
    for (double y = 11; y < paper.sheet.height(); y += cell)
        ruler.across(y, 1.1, QColor(130, 165, 205, 130));
    for (double x = 9; x < paper.sheet.width(); x += cell)
        ruler.down(x, 1.1, QColor(130, 165, 205, 130));
}

void ruleNothing(Paper &paper, double unit) {
    Ruling &ruling = paper.ruling;
    ruling.pitch = 70 * unit;
    ruling.xHeight = 25 * unit;
    ruling.firstBaseline = 165;
    ruling.printedLines = false;
}

void punch(QImage &sheet, const std::vector<QPointF> &holes, double radius) {
    QPainter painter(&sheet);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    for (const QPointF &hole : holes)
        painter.drawEllipse(hole, radius, radius);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(120, 112, 100, 70), 1.4)); // the thickness of the paper, in shade
    for (const QPointF &hole : holes)
        painter.drawArc(QRectF(hole - QPointF(radius, radius), hole + QPointF(radius, radius)), 30 * 16,
                        150 * 16);
}

void tearSpiral(QImage &sheet, double unit, Chance chance) {
    std::vector<QPointF> holes;
    for (double y = 26 * unit; y < sheet.height(); y += 33 * unit)
        holes.emplace_back(24 * unit + chance.normal() * 0.6, y);
    punch(sheet, holes, 7.2 * unit);
    // Between hole and edge the paper tore: often through to the hole, sometimes leaving a tongue.
    const Waver rough(5, chance.fork(1));
    const Waver slow(60, chance.fork(2));
    double depth = 8;
    for (int y = 0; y < sheet.height(); ++y) {
        const double phase = std::fmod(y - 26 * unit, 33 * unit) / (33 * unit);
        if (std::abs(phase - 0.5) < 0.02)
            depth = chance.is(0.6) ? chance.between(14, 24) : chance.between(1, 8);
        const double edge = std::max(0.0, (depth + 3 * rough.at(y) + 4 * slow.at(y)) * unit);
        auto *line = reinterpret_cast<QRgb *>(sheet.scanLine(y));
        for (int x = 0; x < int(edge) && x < sheet.width(); ++x)
            line[x] = 0;
    }
}

void crease(QImage &sheet, Chance &chance) {
    QPainter painter(&sheet);
    const double y = sheet.height() * chance.between(0.47, 0.53);
    const double drop = chance.normal() * 8;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 26), 2.2));
    painter.drawLine(QPointF(0, y), QPointF(sheet.width(), y + drop));
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1.8));
    painter.drawLine(QPointF(0, y + 2), QPointF(sheet.width(), y + drop + 2));
}

} // namespace

Paper makePaper(PaperKind kind, Edge edge, QSize size, double closeness, Chance chance) {
    Paper paper;
    paper.sheet = QImage(size, QImage::Format_ARGB32);
    texture(paper.sheet, colorOf(kind, chance), chance.fork(1));
    const double unit = size.width() / 1100.0 * closeness;
    const double width = size.width();
    const double height = size.height();
    paper.ruling.left = width * 0.085;
    paper.ruling.right = width * 0.945;
    paper.ruling.lastBaseline = height * 0.95;
    switch (kind) {
    case PaperKind::Primary:
        rulePrimary(paper, unit, height * 0.06);
        break;
    case PaperKind::Story:
        paper.drawingBox = QRectF(width * 0.06, height * 0.045, width * 0.88, height * 0.42);
        rulePrimary(paper, unit, height * 0.48);
        Ruler(paper.sheet).frame(paper.drawingBox);
        break;
    case PaperKind::Lined:
        ruleLined(paper, unit);
        break;
    case PaperKind::Squared:
        ruleSquared(paper, unit);
        break;
    case PaperKind::Blank:
    case PaperKind::Colored:
        ruleNothing(paper, unit);
        break;
    }
    if (chance.is(0.12))
        crease(paper.sheet, chance);
    if (edge == Edge::Punched)
        punch(paper.sheet,
              {{width * 0.035, height * 0.12}, {width * 0.035, height * 0.5}, {width * 0.035, height * 0.88}},
              width * 0.0135);
    else if (edge == Edge::TornSpiral)
        tearSpiral(paper.sheet, size.width() / 1100.0, chance.fork(9));
    if (edge != Edge::Cut)
        paper.ruling.left = std::max(paper.ruling.left, width * 0.10);
    return paper;
}

} // namespace inkstep
