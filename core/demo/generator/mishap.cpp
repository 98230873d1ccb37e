#include "demo/generator/mishap.h"

#include "demo/generator/texture.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <cmath>
#include <numbers>

namespace inkstep {

namespace {

using Corners = std::array<QPointF, 4>;

QPointF middleOf(const Corners &corners) {
    return (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
}

double sizeOf(const Corners &corners) {
    const QPointF a = corners[2] - corners[0];
    const QPointF b = corners[3] - corners[1];
    return (std::hypot(a.x(), a.y()) + std::hypot(b.x(), b.y())) / 2;
}

// A place on the page's edge, and the way inward from there.
struct EdgePlace {
    QPointF at;
    QPointF inward;
};

EdgePlace placeOnEdge(const Corners &corners, Chance &chance) {
    const auto side = std::size_t(chance.below(4));
    const QPointF a = corners[side];
    const QPointF b = corners[(side + 1) % 4];
    const QPointF at = a + (b - a) * chance.between(0.12, 0.88);
    const QPointF way = b - a;
    const double length = std::hypot(way.x(), way.y());
    return {at, QPointF(-way.y(), way.x()) / length}; // clockwise corners: inward is to the right of the way
}

constexpr std::array skins{qRgb(236, 196, 170), qRgb(214, 164, 130), qRgb(172, 120, 86), qRgb(120, 80, 56),
                           qRgb(88, 58, 44)};

void finger(QPainter &painter, const Corners &corners, Chance &chance) {
    const double size = sizeOf(corners);
    const EdgePlace place = placeOnEdge(corners, chance);
    const double width = size * chance.between(0.05, 0.075);
    const double reach = size * chance.between(0.03, 0.075);
    painter.save();
    painter.translate(place.at);
    painter.rotate(std::atan2(place.inward.y(), place.inward.x()) * 180 / 3.14159265 + chance.normal() * 22);
    const QRectF box(-size * 0.5, -width / 2, size * 0.5 + reach, width);
    for (int i = 4; i >= 1; --i) {
        QPainterPath path;
        path.addRoundedRect(box.translated(i * size * 0.002, i * size * 0.002), width / 2, width / 2);
        painter.fillPath(path, QColor(20, 14, 10, 26));
    }
    const QColor skin = chance.pick(skins);
    QLinearGradient light(0, -width / 2, 0, width / 2);
    light.setColorAt(0, skin.darker(122));
    light.setColorAt(0.35, skin.lighter(106));
    light.setColorAt(1, skin.darker(135));
    QPainterPath path;
    path.addRoundedRect(box, width / 2, width / 2);
    painter.fillPath(path, light);
    QPainterPath nail;
    nail.addRoundedRect(QRectF(reach - width * 0.75, -width * 0.28, width * 0.62, width * 0.56), width * 0.2,
                        width * 0.2);
    painter.fillPath(nail, skin.lighter(118));
    painter.restore();
}

// Fingers side by side from outside over a corner, with the back of the hand and the arm they come from.
void handOver(QPainter &painter, const Corners &corners, Chance &chance) {
    const double size = sizeOf(corners);
    const QPointF corner = corners[std::size_t(chance.below(4))];
    const QPointF inward = middleOf(corners) - corner;
    const double width = size * chance.between(0.045, 0.06);
    const double reach = size * chance.between(0.02, 0.1);
    const QColor skin = chance.pick(skins);
    painter.save();
    painter.translate(corner);
    painter.rotate(std::atan2(inward.y(), inward.x()) * 180 / std::numbers::pi + chance.normal() * 25);
    QPainterPath hand;
    hand.setFillRule(Qt::WindingFill);
    for (int i = 0; i < 4; ++i) {
        const double bent = std::abs(i - 1.4) * width * chance.between(0.2, 0.5);
        hand.addRoundedRect(QRectF(-size * 0.3, (i - 2) * width * 1.02, size * 0.3 + reach - bent, width),
                            width / 2, width / 2);
    }
    hand.addRoundedRect(QRectF(-size * 0.34, -2.3 * width, size * 0.22, 4.6 * width), width, width);
    hand.addRect(QRectF(-size * 1.5, -1.6 * width, size * 1.3, 3.2 * width));
    for (int i = 4; i >= 1; --i)
        painter.fillPath(hand.translated(i * size * 0.003, i * size * 0.003), QColor(20, 14, 10, 26));
    QLinearGradient light(0, -2 * width, 0, 2 * width);
    light.setColorAt(0, skin.darker(115));
    light.setColorAt(0.4, skin.lighter(105));
    light.setColorAt(1, skin.darker(130));
    painter.fillPath(hand, light);
    painter.setPen(QPen(skin.darker(150), size * 0.003));
    for (int i = 1; i < 4; ++i)
        painter.drawLine(QPointF(-size * 0.12, (i - 2) * width * 1.02),
                         QPointF(reach - width * 0.8, (i - 2) * width * 1.02));
    painter.restore();
}

// A board's metal clip over the middle of the upper side.
void clipOn(QPainter &painter, const Corners &corners, Chance &chance) {
    const QPolygonF seen(QList<QPointF>(corners.begin(), corners.end()));
    QTransform onPage;
    if (!QTransform::quadToQuad(QPolygonF(QList<QPointF>{{0, 0}, {1, 0}, {1, 1}, {0, 1}}), seen, onPage))
        return;
    const double half = chance.between(0.14, 0.26);
    const double over = chance.between(0.015, 0.05);
    const QRectF box(0.5 - half, -0.06, 2 * half, 0.06 + over);
    painter.save();
    painter.setTransform(onPage, true);
    painter.fillRect(box.translated(0.004, 0.006), QColor(20, 14, 10, 80));
    QLinearGradient metal(0, box.top(), 0, box.bottom());
    const int gray = 120 + chance.below(90);
    metal.setColorAt(0, QColor(gray, gray, gray + 4));
    metal.setColorAt(0.5, QColor(gray + 40, gray + 40, gray + 42));
    metal.setColorAt(1, QColor(gray - 40, gray - 40, gray - 36));
    painter.fillRect(box, metal);
    painter.restore();
}

void pencilOver(QPainter &painter, const Corners &corners, Chance &chance) {
    static constexpr std::array colors{qRgb(232, 180, 40), qRgb(206, 60, 50), qRgb(50, 110, 180),
                                       qRgb(40, 40, 44)};
    const double size = sizeOf(corners);
    const EdgePlace place = placeOnEdge(corners, chance);
    painter.save();
    painter.translate(place.at);
    painter.rotate(chance.between(0, 360));
    const double length = size * chance.between(0.15, 0.35);
    const QRectF box(-length / 2, -size * 0.008, length, size * 0.016);
    painter.fillRect(box.translated(size * 0.004, size * 0.005), QColor(20, 14, 10, 70));
    const QColor color = chance.pick(colors);
    painter.fillRect(box, color);
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), box.height() * 0.35), color.lighter(125));
    painter.restore();
}

// The shadow of an arm, a tablet or a window's frame.
void shade(QImage &picture, const Corners &corners, double depth, Chance &chance) {
    QImage mask(picture.size() / 4 + QSize(1, 1), QImage::Format_Grayscale8);
    mask.fill(255);
    {
        QPainter painter(&mask);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(0.25, 0.25);
        painter.translate(middleOf(corners) +
                          QPointF(chance.normal(), chance.normal()) * sizeOf(corners) * 0.16);
        painter.rotate(chance.between(0, 360));
        const double reach = picture.width() + picture.height();
        const int dark = toByte(255 * (1 - depth));
        const double wide = chance.is(0.5) ? reach : sizeOf(corners) * chance.between(0.1, 0.35);
        painter.fillRect(QRectF(-reach, 0, 2 * reach, wide), QColor(dark, dark, dark));
    }
    const int softness = 1 + chance.below(6);
    const QImage soft = mask.scaled(mask.size() / softness, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .scaled(picture.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < picture.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        const uchar *part = soft.constScanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            line[x] = qRgb(qRed(line[x]) * part[x] / 255, qGreen(line[x]) * part[x] / 255,
                           qBlue(line[x]) * (part[x] + (255 - part[x]) / 12) / 255); // shade is bluer
        }
    }
}

void reflect(QImage &picture, const Corners &corners, double strength, Chance &chance) {
    const QPointF at = middleOf(corners) + QPointF(chance.normal(), chance.normal()) * sizeOf(corners) * 0.12;
    const double across = sizeOf(corners) * chance.between(0.07, 0.14);
    const double down = across * chance.between(0.6, 1.6);
    for (int y = 0; y < picture.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        const double dy = (y - at.y()) / down;
        if (dy * dy > 12)
            continue;
        for (int x = 0; x < picture.width(); ++x) {
            const double dx = (x - at.x()) / across;
            const double add = 330 * strength * std::exp(-(dx * dx + dy * dy));
            line[x] = qRgb(toByte(qRed(line[x]) + add), toByte(qGreen(line[x]) + add),
                           toByte(qBlue(line[x]) + add));
        }
    }
}

void expose(QImage &picture, double times) {
    std::array<uchar, 256> table;
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = uchar(toByte(255 * std::pow(std::min(1.0, double(i) / 255 * times), 1 / 1.05)));
    for (int y = 0; y < picture.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x)
            line[x] = qRgb(table[std::size_t(qRed(line[x]))], table[std::size_t(qGreen(line[x]))],
                           table[std::size_t(qBlue(line[x]))]);
    }
}

} // namespace

void addMishaps(QImage &picture, const Corners &corners, const Mishaps &mishaps, Chance chance) {
    Chance shadow = chance.fork(1);
    Chance lamp = chance.fork(2);
    Chance hands = chance.fork(3);
    {
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        for (int i = 0; i < mishaps.thingsOnEdges; ++i)
            pencilOver(painter, corners, hands);
        for (int i = 0; i < mishaps.fingers; ++i)
            finger(painter, corners, hands);
        if (mishaps.hand)
            handOver(painter, corners, hands);
        if (mishaps.clip)
            clipOn(painter, corners, hands);
    }
    if (mishaps.shadow > 0)
        shade(picture, corners, mishaps.shadow, shadow);
    if (mishaps.glare > 0)
        reflect(picture, corners, mishaps.glare, lamp);
    if (mishaps.exposure != 1)
        expose(picture, mishaps.exposure);
}

} // namespace inkstep
