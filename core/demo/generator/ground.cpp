#include "demo/generator/ground.h"

#include "demo/generator/texture.h"

#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>

namespace inkstep {

namespace {

QColor anyColor(Chance &chance, int saturation, int light) {
    return QColor::fromHsv(chance.below(360), std::clamp(saturation + chance.below(40) - 20, 0, 255),
                           std::clamp(light + chance.below(50) - 25, 0, 255));
}

// Clouds and grain over whatever is there.
void weather(QImage &image, double clouds, double grainAmount, Chance chance) {
    Raster field(image.size());
    addNoise(field, 160, 160, clouds, chance.fork(1));
    addNoise(field, 14, 14, clouds * 0.5, chance.fork(2));
    const Grain grain(chance.fork(3), false);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const float *value = field.row(y);
        for (int x = 0; x < image.width(); ++x) {
            const double add = value[x] + grain.at(x, y) * grainAmount;
            line[x] = qRgb(toByte(qRed(line[x]) + add), toByte(qGreen(line[x]) + add),
                           toByte(qBlue(line[x]) + add));
        }
    }
}

void tiles(QPainter &painter, QSize size, Chance &chance) {
    const QColor tile = anyColor(chance, 40, 170);
    const QColor joint = chance.is(0.5) ? tile.darker(150) : tile.lighter(135);
    const double side = size.width() * chance.between(0.09, 0.22);
    const double gap = std::max(2.0, side * chance.between(0.02, 0.05));
    painter.fillRect(QRect(QPoint(), size), joint);
    painter.rotate(chance.normal() * 12);
    const double reach = size.width() + size.height();
    for (double y = -reach / 2; y < reach; y += side) {
        for (double x = -reach / 2; x < reach; x += side) {
            const int shade = 100 + chance.below(14);
            painter.fillRect(QRectF(x, y, side - gap, side - gap), tile.darker(shade));
        }
    }
}

void stripes(QPainter &painter, QSize size, Chance &chance) {
    const std::array colors{anyColor(chance, 90, 190), anyColor(chance, 130, 140), anyColor(chance, 30, 225)};
    painter.rotate(chance.between(-70, 70));
    const double reach = size.width() + size.height();
    for (double y = -reach; y < reach;) {
        const double width = size.width() * chance.between(0.012, 0.06);
        painter.fillRect(QRectF(-reach, y, 2 * reach, width + 1), colors[std::size_t(chance.below(3))]);
        y += width;
    }
}

void plaid(QPainter &painter, QSize size, Chance &chance) {
    painter.fillRect(QRect(QPoint(), size), anyColor(chance, 110, 175));
    const std::array colors{anyColor(chance, 160, 120), anyColor(chance, 30, 240)};
    painter.rotate(chance.normal() * 15);
    const double reach = size.width() + size.height();
    const double pitch = size.width() * chance.between(0.05, 0.12);
    for (int down = 0; down < 2; ++down) {
        for (double at = -reach; at < reach; at += pitch) {
            QColor band = colors[0];
            band.setAlpha(110);
            QColor thread = colors[1];
            thread.setAlpha(150);
            const auto along = [&](double from, double width) {
                return down ? QRectF(from, -reach, width, 2 * reach) : QRectF(-reach, from, 2 * reach, width);
            };
            painter.fillRect(along(at, pitch * 0.45), band);
            painter.fillRect(along(at + pitch * 0.7, std::max(2.0, pitch * 0.06)), thread);
        }
    }
}

void speckled(QPainter &painter, QSize size, Chance &chance) {
    const QColor base = anyColor(chance, 20, 150);
    painter.fillRect(QRect(QPoint(), size), base);
    painter.setPen(Qt::NoPen);
    const double unit = size.width() / 1000.0;
    for (int i = 0; i < 5000; ++i) {
        const double radius = unit * chance.between(0.8, 6);
        QColor fleck =
            chance.is(0.5) ? base.darker(100 + chance.below(120)) : base.lighter(100 + chance.below(55));
        fleck.setAlpha(200);
        painter.setBrush(fleck);
        painter.drawEllipse(QPointF(chance.unit() * size.width(), chance.unit() * size.height()), radius,
                            radius * chance.between(0.4, 1));
    }
}

void boards(QPainter &painter, QSize size, Chance &chance) {
    const QColor base = QColor::fromHsv(20 + chance.below(18), 70 + chance.below(70), 120 + chance.below(90));
    painter.rotate(chance.between(-90, 90));
    const double reach = size.width() + size.height();
    const double wide = size.width() * chance.between(0.06, 0.13);
    for (double y = -reach; y < reach; y += wide) {
        for (double x = -reach - wide * chance.between(0, 8); x < reach;) {
            const double length = wide * chance.between(6, 12);
            const QColor board = base.darker(90 + chance.below(40));
            painter.fillRect(QRectF(x, y, length - 2, wide - 2), board);
            for (int vein = 0; vein < 7; ++vein) {
                painter.fillRect(QRectF(x, y + chance.unit() * wide, length, chance.between(0.6, 2.2)),
                                 board.darker(104 + chance.below(14)));
            }
            painter.fillRect(QRectF(x + length - 2, y, 2, wide), base.darker(190));
            x += length;
        }
        painter.fillRect(QRectF(-reach, y + wide - 2, 2 * reach, 2), base.darker(190));
    }
}

// Newspaper or wrapping: gray columns of what looks like lines of type, with dark pictures.
void print(QPainter &painter, QSize size, Chance &chance) {
    const int light = 170 + chance.below(40);
    painter.fillRect(QRect(QPoint(), size), QColor(light, light - 3, light - 12));
    painter.rotate(chance.normal() * 25);
    const double reach = size.width() + size.height();
    const double column = size.width() * chance.between(0.10, 0.16);
    const double line = column * 0.07;
    for (double x = -reach; x < reach; x += column) {
        for (double y = -reach; y < reach; y += line) {
            if (chance.is(0.012)) {
                const double high = column * chance.between(0.4, 0.9);
                painter.fillRect(QRectF(x, y, column * 0.92, high), anyColor(chance, 40, 110));
                y += high;
                continue;
            }
            for (double at = x; at < x + column * 0.9;) {
                const double word = column * chance.between(0.04, 0.16);
                painter.fillRect(QRectF(at, y, std::min(word, x + column * 0.92 - at), line * 0.5),
                                 QColor(70, 68, 66, 190));
                at += word + column * 0.025;
            }
        }
    }
}

void marble(QPainter &painter, QSize size, bool pale, Chance &chance) {
    const QColor base =
        pale ? QColor(232, 232, 229) : QColor::fromHsv(chance.below(360), 18, 110 + chance.below(80));
    painter.fillRect(QRect(QPoint(), size), base);
    painter.setBrush(Qt::NoBrush);
    for (int vein = 0; vein < (pale ? 9 : 30); ++vein) {
        const Waver bend(size.width() / 4.0, chance.fork(quint64(vein)));
        const double angle = chance.between(0, 6.28);
        const QPointF way(std::cos(angle), std::sin(angle));
        const QPointF start(chance.unit() * size.width(), chance.unit() * size.height());
        QPainterPath path(start);
        for (int step = 1; step < 60; ++step) {
            const double along = step * size.width() / 60.0;
            path.lineTo(start + way * along +
                        QPointF(-way.y(), way.x()) * bend.at(along) * size.width() * 0.06);
        }
        QColor color = chance.is(0.5) && !pale ? base.lighter(150) : base.darker(pale ? 108 : 150);
        color.setAlpha(40 + chance.below(110));
        painter.setPen(QPen(color, chance.between(1, pale ? 5 : 9)));
        painter.drawPath(path);
        chance.next();
    }
}

void hexagons(QPainter &painter, QSize size, Chance &chance) {
    const std::array colors{anyColor(chance, 120, 200), anyColor(chance, 120, 130),
                            anyColor(chance, 20, 235)};
    painter.fillRect(QRect(QPoint(), size), colors[2]);
    const double radius = size.width() * chance.between(0.025, 0.06);
    const double dx = radius * 1.732;
    painter.setPen(QPen(colors[2].darker(140), radius * 0.08));
    bool shifted = false;
    for (double y = -radius; y < size.height() + radius; y += 1.5 * radius, shifted = !shifted) {
        for (double x = shifted ? dx / 2 : 0; x < size.width() + dx; x += dx) {
            QPolygonF cell;
            for (int i = 0; i < 6; ++i)
                cell << QPointF(x + radius * std::cos(1.0472 * i + 0.5236),
                                y + radius * std::sin(1.0472 * i + 0.5236));
            painter.setBrush(colors[std::size_t(chance.below(3))]);
            painter.drawPolygon(cell);
        }
    }
}

void shadeUnder(QPainter &painter, const QRectF &box, double round) {
    for (int i = 5; i >= 1; --i) {
        QPainterPath path;
        path.addRoundedRect(box.translated(i * 1.3, i * 1.6), round, round);
        painter.fillPath(path, QColor(16, 12, 10, 20));
    }
}

void sheet(QPainter &painter, const QRectF &box, Chance &chance) {
    shadeUnder(painter, box, 0);
    const QColor paper = chance.is(0.7) ? QColor(244, 244, 241) : anyColor(chance, 40, 235);
    painter.fillRect(box, paper);
    painter.setPen(QPen(QColor(120, 150, 200, 130), 1.4));
    if (chance.is(0.6)) {
        const double pitch = box.height() * chance.between(0.03, 0.06);
        for (double y = box.top() + 2 * pitch; y < box.bottom() - pitch; y += pitch)
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    }
}

void book(QPainter &painter, const QRectF &box, Chance &chance) {
    shadeUnder(painter, box, 4);
    const QColor cover = anyColor(chance, 150, 130);
    painter.fillRect(box, cover);
    painter.fillRect(QRectF(box.left(), box.top(), box.width() * 0.07, box.height()), cover.darker(130));
    painter.fillRect(QRectF(box.left() + box.width() * 0.2, box.top() + box.height() * 0.15,
                            box.width() * 0.6, box.height() * 0.14),
                     cover.lighter(160));
    painter.setPen(QPen(cover.lighter(130), 2));
    painter.drawRect(
        box.adjusted(box.width() * 0.13, box.width() * 0.06, -box.width() * 0.06, -box.width() * 0.06));
}

void phone(QPainter &painter, const QRectF &box) {
    shadeUnder(painter, box, box.width() * 0.12);
    QPainterPath path;
    path.addRoundedRect(box, box.width() * 0.12, box.width() * 0.12);
    painter.fillPath(path, QColor(28, 28, 32));
    painter.fillRect(
        box.adjusted(box.width() * 0.05, box.width() * 0.12, -box.width() * 0.05, -box.width() * 0.12),
        QColor(52, 58, 72));
}

void keyboard(QPainter &painter, const QRectF &box, Chance &chance) {
    shadeUnder(painter, box, 8);
    const bool dark = chance.is(0.5);
    painter.fillRect(box, dark ? QColor(44, 44, 48) : QColor(206, 208, 210));
    const double cell = box.width() / 15;
    for (double y = box.top() + cell * 0.4; y + cell < box.bottom(); y += cell)
        for (double x = box.left() + cell * 0.4; x + cell < box.right(); x += cell)
            painter.fillRect(QRectF(x, y, cell * 0.84, cell * 0.84),
                             dark ? QColor(70, 70, 74) : QColor(240, 240, 240));
}

void mug(QPainter &painter, QPointF at, double radius, Chance &chance) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(16, 12, 10, 60));
    painter.drawEllipse(at + QPointF(6, 8), radius, radius);
    const QColor clay = anyColor(chance, 120, 190);
    painter.setBrush(clay);
    painter.drawEllipse(at, radius, radius);
    painter.setBrush(clay.darker(170));
    painter.drawEllipse(at, radius * 0.82, radius * 0.82);
}

} // namespace

QImage paintGround(Ground ground, QSize size, Chance chance) {
    QImage image(size, QImage::Format_RGB32);
    Chance own = chance.fork(1);
    double clouds = 7;
    double grain = 3.5;
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        switch (ground) {
        case Ground::Tiles:
            tiles(painter, size, own);
            break;
        case Ground::Stripes:
            stripes(painter, size, own);
            break;
        case Ground::Plaid:
            plaid(painter, size, own);
            break;
        case Ground::Speckled:
            speckled(painter, size, own);
            break;
        case Ground::Felt:
            image.fill(anyColor(own, 120, 105));
            grain = 6;
            break;
        case Ground::Boards:
            boards(painter, size, own);
            break;
        case Ground::Print:
            print(painter, size, own);
            break;
        case Ground::Marble:
            marble(painter, size, false, own);
            break;
        case Ground::Hexagons:
            hexagons(painter, size, own);
            break;
        case Ground::Slate:
            image.fill(anyColor(own, 20, 80));
            clouds = 12;
            break;
        case Ground::Pale:
            marble(painter, size, true, own);
            clouds = 2.5;
            grain = 1.5;
            break;
        }
    }
    weather(image, clouds, grain, chance.fork(2));
    return image;
}

void layOut(QImage &ground, const QRectF &page, int things, bool papers, Chance chance) {
    QPainter painter(&ground);
    painter.setRenderHint(QPainter::Antialiasing);
    const double unit = page.width();
    for (int i = 0; i < things; ++i) {
        const int side = chance.below(4);
        const double along = chance.between(-0.1, 1.1);
        const double out = unit * chance.between(0.06, 0.32);
        const QPointF at = side == 0   ? QPointF(page.left() - out, page.top() + along * page.height())
                           : side == 1 ? QPointF(page.right() + out, page.top() + along * page.height())
                           : side == 2 ? QPointF(page.left() + along * page.width(), page.top() - out)
                                       : QPointF(page.left() + along * page.width(), page.bottom() + out);
        painter.save();
        painter.translate(at);
        painter.rotate(chance.normal() * 16 + (chance.is(0.5) ? 90 : 0));
        const auto box = [&](double width, double height) {
            return QRectF(-width * unit / 2, -height * unit / 2, width * unit, height * unit);
        };
        const int what = chance.below(papers ? 8 : 5);
        if (what == 0)
            book(painter, box(chance.between(0.3, 0.6), chance.between(0.4, 0.8)), chance);
        else if (what == 1)
            phone(painter, box(0.2, 0.4));
        else if (what == 2)
            keyboard(painter, box(0.9, 0.34), chance);
        else if (what == 3)
            mug(painter, {}, unit * chance.between(0.09, 0.15), chance);
        else if (what == 4)
            painter.fillRect(box(0.86, 0.075), QColor(222, 196, 120)); // a ruler
        else if (what == 5)
            painter.fillRect(box(0.2, 0.2), anyColor(chance, 110, 235)); // a sticky note
        else
            sheet(painter, box(chance.between(0.4, 0.75), chance.between(0.5, 0.95)), chance);
        painter.restore();
    }
}

} // namespace inkstep
