#include "demo/generator/desk.h"

#include "demo/generator/texture.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

namespace inkstep {

namespace {

struct Tint {
    double r;
    double g;
    double b;
};

// Writes base + field × tint, plus fine grain.
void paintField(QImage &image, const Raster &field, Tint base, Tint tint, double grainAmount, Chance chance) {
    const Grain grain(chance, false);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const float *value = field.row(y);
        for (int x = 0; x < image.width(); ++x) {
            const double fine = grain.at(x, y) * grainAmount;
            line[x] =
                qRgb(toByte(base.r + value[x] * tint.r + fine), toByte(base.g + value[x] * tint.g + fine),
                     toByte(base.b + value[x] * tint.b + fine));
        }
    }
}

void wood(QImage &image, bool dark, Chance chance) {
    static constexpr std::array lights{Tint{206, 168, 122}, Tint{190, 146, 98}, Tint{216, 184, 142},
                                       Tint{178, 128, 82}};
    static constexpr std::array darks{Tint{104, 70, 46}, Tint{88, 58, 40}, Tint{122, 84, 56}};
    Raster field(image.size());
    addNoise(field, 900, 5, 0.35, chance.fork(1));
    addNoise(field, 420, 2.2, 0.30, chance.fork(2));
    addNoise(field, 160, 1.6, 0.16, chance.fork(3));
    // Growth rings cut lengthwise: a slow warp folded into bands.
    Raster warp(image.size());
    addNoise(warp, 700, 90, 3.2, chance.fork(4));
    addNoise(warp, 260, 40, 0.5, chance.fork(5));
    for (std::size_t i = 0; i < field.values.size(); ++i) {
        const float fold = warp.values[i] - std::floor(warp.values[i]);
        field.values[i] += 0.42f * fold * fold;
    }
    const Tint base = dark ? chance.pick(darks) : chance.pick(lights);
    paintField(image, field, base, dark ? Tint{-30, -25, -20} : Tint{-34, -34, -30}, 2.2, chance.fork(6));
}

void laminate(QImage &image, Chance chance) {
    static constexpr std::array bases{Tint{196, 190, 178}, Tint{168, 172, 176}, Tint{186, 176, 160},
                                      Tint{150, 164, 170}};
    Raster field(image.size());
    addNoise(field, 3, 3, 7, chance.fork(1));
    addNoise(field, 7, 7, 5, chance.fork(2));
    addNoise(field, 300, 300, 3, chance.fork(3));
    paintField(image, field, chance.pick(bases), {1, 1, 1}, 3.2, chance.fork(4));
}

void white(QImage &image, Chance chance) {
    Raster field(image.size());
    addNoise(field, 400, 400, 3, chance.fork(1));
    addNoise(field, 60, 60, 1, chance.fork(2));
    const double light = chance.between(222, 238);
    paintField(image, field, {light, light, light - chance.between(0, 5)}, {1, 1, 1}, 1.2, chance.fork(3));
}

void cloth(QImage &image, Chance chance) {
    static constexpr std::array bases{Tint{70, 96, 140}, Tint{150, 60, 62}, Tint{96, 128, 96},
                                      Tint{176, 160, 130}};
    Raster field(image.size());
    addNoise(field, 240, 170, 8, chance.fork(1));
    addNoise(field, 5, 40, 5, chance.fork(2));
    addNoise(field, 40, 5, 5, chance.fork(3));
    const double pitch = chance.between(4.5, 6.5);
    std::vector<float> weave(std::size_t(std::max(image.width(), image.height())));
    for (std::size_t i = 0; i < weave.size(); ++i)
        weave[i] = float(std::sin(double(i) * 2 * 3.14159265 / pitch));
    const bool checked = chance.is(0.5);
    for (int y = 0; y < image.height(); ++y) {
        float *row = field.row(y);
        for (int x = 0; x < image.width(); ++x) {
            row[x] += 7 * weave[std::size_t(x)] * weave[std::size_t(y)];
            if (checked)
                row[x] += ((x / 90) % 2 ? 11.f : -11.f) + ((y / 90) % 2 ? 11.f : -11.f);
        }
    }
    paintField(image, field, chance.pick(bases), {1, 1, 1}, 5, chance.fork(4));
}

void carpet(QImage &image, Chance chance) {
    static constexpr std::array bases{Tint{92, 104, 120}, Tint{112, 100, 92}, Tint{74, 92, 104}};
    Raster field(image.size());
    addNoise(field, 4, 4, 20, chance.fork(1));
    addNoise(field, 11, 11, 11, chance.fork(2));
    addNoise(field, 200, 200, 7, chance.fork(3));
    paintField(image, field, chance.pick(bases), {1, 1, 1}, 9, chance.fork(4));
}

void shadowUnder(QPainter &painter, const QPainterPath &shape) {
    for (int i = 5; i >= 1; --i) {
        painter.save();
        painter.translate(i * 1.1, i * 1.4);
        painter.fillPath(shape, QColor(20, 14, 10, 17));
        painter.restore();
    }
}

void pencil(QPainter &painter, double length, QColor color) {
    const double w = length * 0.042;
    QPainterPath whole;
    whole.addPolygon(
        QPolygonF({{0, -w}, {length * 0.86, -w}, {length, 0}, {length * 0.86, w}, {0, w}, {0, -w}}));
    shadowUnder(painter, whole);
    painter.fillRect(QRectF(0, -w, length * 0.88, 2 * w), color);
    painter.fillRect(QRectF(0, -w, length * 0.88, w * 0.6), color.lighter(122));
    painter.fillRect(QRectF(0, w * 0.4, length * 0.88, w * 0.6), color.darker(122));
    QPainterPath tip;
    tip.addPolygon(QPolygonF({{length * 0.86, -w}, {length, 0}, {length * 0.86, w}}));
    painter.fillPath(tip, QColor(222, 186, 140));
    QPainterPath lead;
    lead.addPolygon(QPolygonF({{length * 0.955, -w * 0.32}, {length, 0}, {length * 0.955, w * 0.32}}));
    painter.fillPath(lead, QColor(60, 58, 60));
    painter.fillRect(QRectF(0, -w, length * 0.05, 2 * w), QColor(226, 142, 146));
    painter.fillRect(QRectF(length * 0.05, -w, length * 0.045, 2 * w), QColor(178, 176, 170));
}

void waxCrayon(QPainter &painter, double length, QColor color) {
    const double w = length * 0.075;
    QPainterPath whole;
    whole.addRoundedRect(QRectF(0, -w, length, 2 * w), 3, 3);
    shadowUnder(painter, whole);
    painter.fillPath(whole, color);
    painter.fillRect(QRectF(length * 0.08, -w, length * 0.74, 2 * w), color.lighter(112));
    painter.fillRect(QRectF(length * 0.12, -w, length * 0.03, 2 * w), QColor(40, 40, 40, 150));
    painter.fillRect(QRectF(length * 0.75, -w, length * 0.03, 2 * w), QColor(40, 40, 40, 150));
    painter.fillRect(QRectF(0, w * 0.4, length, w * 0.6), QColor(0, 0, 0, 45));
}

void eraser(QPainter &painter, double length) {
    QPainterPath whole;
    whole.addRoundedRect(QRectF(0, -length * 0.22, length, length * 0.44), 6, 6);
    shadowUnder(painter, whole);
    painter.fillPath(whole, QColor(232, 150, 156));
    painter.fillRect(QRectF(length * 0.05, length * 0.06, length * 0.9, length * 0.13),
                     QColor(205, 118, 126));
}

void folder(QPainter &painter, double length, QColor color) {
    QPainterPath whole;
    whole.addRoundedRect(QRectF(0, -length * 0.65, length, length * 1.3), 8, 8);
    shadowUnder(painter, whole);
    painter.fillPath(whole, color);
    painter.fillRect(QRectF(length * 0.02, -length * 0.6, length * 0.05, length * 1.2), color.darker(125));
}

// Beside the page, at times under its edge, reaching out of it.
void strew(QImage &image, const QRectF &page, int things, bool busy, Chance chance) {
    static constexpr std::array colors{qRgb(232, 180, 40), qRgb(206, 60, 50),  qRgb(50, 110, 180),
                                       qRgb(60, 140, 84),  qRgb(122, 70, 150), qRgb(240, 140, 50)};
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = page.width();
    for (int i = 0; i < things; ++i) {
        const int side = chance.below(4);
        const double along = chance.between(-0.02, 1.02);
        const double out = size * chance.between(0.015, 0.10);
        QPointF at;
        if (side == 0)
            at = {page.left() - out, page.top() + along * page.height()};
        else if (side == 1)
            at = {page.right() + out, page.top() + along * page.height()};
        else if (side == 2)
            at = {page.left() + along * page.width(), page.top() - out};
        else
            at = {page.left() + along * page.width(), page.bottom() + out};
        painter.save();
        painter.translate(at);
        const double roughly = side < 2 ? 90 : 0;
        const QColor color = chance.pick(colors);
        const int what = chance.below(busy ? 10 : 7);
        painter.rotate(roughly + chance.normal() * 24 + (chance.is(0.5) ? 180 : 0));
        if (what < 4)
            pencil(painter, size * chance.between(0.38, 0.66), color);
        else if (what < 6)
            waxCrayon(painter, size * chance.between(0.20, 0.34), color);
        else if (what == 6)
            eraser(painter, size * 0.19);
        else
            folder(painter, size * chance.between(0.5, 0.8), color.darker(110));
        painter.restore();
    }
}

} // namespace

QImage paintDesk(Desk desk, QSize size, const QRectF &page, int things, Chance chance) {
    QImage image(size, QImage::Format_RGB32);
    const Chance material = chance.fork(1);
    switch (desk) {
    case Desk::Wood:
    case Desk::Busy:
        wood(image, false, material);
        break;
    case Desk::DarkWood:
        wood(image, true, material);
        break;
    case Desk::Laminate:
        laminate(image, material);
        break;
    case Desk::White:
        white(image, material);
        break;
    case Desk::Cloth:
        cloth(image, material);
        break;
    case Desk::Carpet:
        carpet(image, material);
        break;
    }
    strew(image, page, desk == Desk::Busy ? things + 6 : things, desk == Desk::Busy, chance.fork(2));
    return image;
}

} // namespace inkstep
