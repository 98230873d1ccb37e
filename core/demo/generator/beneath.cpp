#include "demo/generator/beneath.h"

#include <QPainter>
#include <QPainterPath>

namespace inkstep {

namespace {

// The shade a thing casts around itself, wider by steps.
void shadeAround(QPainter &painter, const QRectF &box, double unit) {
    for (int i = 5; i >= 1; --i) {
        const double out = unit * 0.002 * i;
        QPainterPath path;
        path.addRoundedRect(box.adjusted(-out, -out, out, out).translated(out * 0.5, out * 0.6), out, out);
        painter.fillPath(path, QColor(20, 16, 12, 20));
    }
}

} // namespace

void strewSheets(QImage &ground, const QRectF &page, const std::vector<QImage> &sheets, Chance chance) {
    if (sheets.empty())
        return;
    QPainter painter(&ground);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const int count = 7 + chance.below(5);
    for (int i = 0; i < count; ++i) {
        const QImage &sheet = sheets[std::size_t(i) % sheets.size()];
        const double scale = page.width() / sheet.width() * chance.between(0.9, 1.1);
        painter.save();
        painter.translate(page.left() + page.width() * chance.between(-0.35, 1.35),
                          page.top() + page.height() * chance.between(-0.3, 1.3));
        painter.rotate(chance.is(0.4) ? chance.normal() * 9 : chance.between(0, 360));
        const QRectF box(-sheet.width() * scale / 2, -sheet.height() * scale / 2, sheet.width() * scale,
                         sheet.height() * scale);
        shadeAround(painter, box, page.width());
        painter.drawImage(box, sheet);
        painter.restore();
    }
}

void layBoard(QImage &ground, const QRectF &page, QRgb color, Chance chance) {
    QPainter painter(&ground);
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = page.width();
    const QRectF box = page.adjusted(-unit * chance.between(0.01, 0.07), -unit * chance.between(0.06, 0.16),
                                     unit * chance.between(0.01, 0.07), unit * chance.between(0.02, 0.12));
    shadeAround(painter, box, unit * 2);
    QPainterPath path;
    path.addRoundedRect(box, unit * 0.03, unit * 0.03);
    painter.fillPath(path, QColor(color));
}

} // namespace inkstep
