#include "demo/generator/alphabet.h"

#include <QStringList>
#include <array>
#include <cmath>
#include <numbers>

namespace inkstep {

namespace {

// "/" lifts the pencil. p x y: a straight line there. o cx cy rx ry from sweep: along an ellipse, degrees
// counterclockwise from the right. q cx cy x y: a curve pulled toward the first point.
struct Shape {
    char16_t letter;
    double advance;
    const char *strokes;
};

constexpr std::array shapes{
    Shape{'a', 1.08, "o .42 .5 .42 .5 45 315 / p .86 1 p .86 .06 q .88 -.03 .98 .02"},
    Shape{'b', 1.05, "p 0 1.9 p 0 0 / o .42 .48 .42 .5 170 -330"},
    Shape{'c', .90, "o .45 .5 .45 .5 45 270"},
    Shape{'d', 1.10, "o .42 .5 .42 .5 45 315 / p .86 1.9 p .86 0"},
    Shape{'e', 1.00, "p .04 .52 p .84 .55 o .44 .5 .42 .5 8 305"},
    Shape{'f', .72, "o .42 1.55 .32 .33 30 150 p .1 1.4 p .1 0 / p -.15 1 p .5 1"},
    Shape{'g', 1.05, "o .42 .5 .42 .5 45 315 / p .85 1 p .85 -.45 o .45 -.45 .4 .36 0 -150"},
    Shape{'h', .98, "p 0 1.9 p 0 0 / p 0 .6 o .38 .58 .38 .4 180 -180 p .76 0"},
    Shape{'i', .42, "p .1 1 p .1 0 / p .1 1.42 p .12 1.46"},
    Shape{'j', .58, "p .35 1 p .35 -.5 o .05 -.5 .3 .3 0 -140 / p .35 1.42 p .37 1.46"},
    Shape{'k', .92, "p 0 1.9 p 0 0 / p .65 1 p .05 .45 p .7 0"},
    Shape{'l', .42, "p .1 1.9 p .1 0"},
    Shape{'m', 1.50,
          "p 0 1 p 0 0 / p 0 .6 o .32 .6 .32 .38 180 -180 p .64 0 / p .64 .6 o .95 .6 .31 .38 180 -180 p "
          "1.26 0"},
    Shape{'n', .95, "p 0 1 p 0 0 / p 0 .6 o .36 .58 .36 .4 180 -180 p .72 0"},
    Shape{'o', 1.05, "o .45 .5 .43 .5 80 362"},
    Shape{'p', 1.05, "p 0 1 p 0 -.8 / o .42 .5 .42 .5 170 -330"},
    Shape{'q', 1.10, "o .42 .5 .42 .5 45 315 / p .86 1 p .86 -.8 p 1 -.65"},
    Shape{'r', .72, "p 0 1 p 0 0 / p 0 .55 o .32 .6 .32 .38 180 -140"},
    Shape{'s', .85, "o .38 .74 .31 .26 40 220 o .36 .25 .33 .26 80 -230"},
    Shape{'t', .68, "p .25 1.6 p .25 .1 q .28 0 .5 .04 / p -.05 1 p .55 1"},
    Shape{'u', .98, "p 0 1 p 0 .4 o .36 .4 .36 .4 180 180 p .72 1 / p .72 1 p .72 0"},
    Shape{'v', .90, "p 0 1 p .38 0 p .76 1"},
    Shape{'w', 1.25, "p 0 1 p .27 0 p .54 .8 p .81 0 p 1.08 1"},
    Shape{'x', .88, "p 0 1 p .7 0 / p .7 1 p 0 0"},
    Shape{'y', .92, "p 0 1 p .38 .1 / p .76 1 p .12 -.8"},
    Shape{'z', .88, "p 0 1 p .7 1 p 0 0 p .74 0"},
    Shape{'A', 1.38, "p .6 1.9 p 0 0 / p .6 1.9 p 1.2 0 / p .22 .7 p .98 .7"},
    Shape{'B', 1.18, "p 0 1.9 p 0 0 / p 0 1.9 q .85 1.95 .85 1.45 q .85 1 .05 1 q 1 1 1 .5 q 1 -.05 0 0"},
    Shape{'C', 1.35, "o .7 .95 .7 .95 45 270"},
    Shape{'D', 1.28, "p 0 1.9 p 0 0 / p 0 1.9 q 1.15 1.85 1.1 .95 q 1.1 0 0 0"},
    Shape{'E', 1.10, "p .05 1.9 p .05 0 / p 0 1.9 p .85 1.9 / p 0 1 p .7 1 / p 0 0 p .9 0"},
    Shape{'F', 1.05, "p .05 1.9 p .05 0 / p 0 1.9 p .9 1.9 / p 0 1 p .7 1"},
    Shape{'G', 1.45, "o .7 .95 .7 .95 45 300 / p .75 .8 p 1.3 .8 p 1.3 .2"},
    Shape{'H', 1.32, "p 0 1.9 p 0 0 / p 1.05 1.9 p 1.05 0 / p 0 1 p 1.05 1"},
    Shape{'I', .80, "p .3 1.9 p .3 0 / p 0 1.9 p .6 1.9 / p 0 0 p .6 0"},
    Shape{'J', 1.00, "p .6 1.9 p .6 .4 o .3 .4 .3 .4 0 -180 / p .3 1.9 p .9 1.9"},
    Shape{'K', 1.20, "p 0 1.9 p 0 0 / p .95 1.9 p .05 .85 p 1 0"},
    Shape{'L', 1.00, "p 0 1.9 p 0 0 p .85 0"},
    Shape{'M', 1.55, "p 0 0 p .05 1.9 p .65 .6 p 1.25 1.9 p 1.3 0"},
    Shape{'N', 1.30, "p 0 0 p 0 1.9 p 1.05 0 p 1.05 1.9"},
    Shape{'O', 1.50, "o .68 .95 .68 .95 85 362"},
    Shape{'P', 1.10, "p 0 1.9 p 0 0 / p 0 1.9 q .95 1.9 .95 1.4 q .95 .9 0 .9"},
    Shape{'Q', 1.52, "o .68 .95 .68 .95 85 362 / p .9 .5 p 1.4 -.1"},
    Shape{'R', 1.18, "p 0 1.9 p 0 0 / p 0 1.9 q .95 1.9 .95 1.4 q .95 .9 0 .9 / p .4 .9 p 1 0"},
    Shape{'S', 1.12, "o .5 1.42 .44 .46 35 220 o .48 .47 .48 .48 80 -235"},
    Shape{'T', 1.22, "p .55 1.9 p .55 0 / p 0 1.9 p 1.1 1.9"},
    Shape{'U', 1.25, "p 0 1.9 p 0 .6 o .5 .6 .5 .6 180 180 p 1 1.9"},
    Shape{'V', 1.25, "p 0 1.9 p .55 0 p 1.1 1.9"},
    Shape{'W', 1.75, "p 0 1.9 p .4 0 p .8 1.5 p 1.2 0 p 1.6 1.9"},
    Shape{'X', 1.20, "p 0 1.9 p 1.05 0 / p 1.05 1.9 p 0 0"},
    Shape{'Y', 1.15, "p 0 1.9 p .5 .9 p 1 1.9 / p .5 .9 p .5 0"},
    Shape{'Z', 1.15, "p 0 1.9 p 1 1.9 p 0 0 p 1.05 0"},
    Shape{'0', 1.10, "o .45 .85 .43 .85 80 362"},
    Shape{'1', .55, "p .25 1.7 p .25 0"},
    Shape{'2', 1.00, "o .42 1.25 .4 .45 160 -190 p 0 0 p .85 0"},
    Shape{'3', .95, "o .35 1.3 .38 .4 150 -230 o .35 .45 .42 .46 90 -240"},
    Shape{'4', 1.05, "p .3 1.7 p .05 .7 p .9 .7 / p .7 1.2 p .7 0"},
    Shape{'5', .98, "p .15 1.7 p .1 1 o .38 .52 .42 .52 120 -260 / p .15 1.7 p .75 1.7"},
    Shape{'6', 1.00, "p .6 1.7 q 0 1.2 .05 .5 o .45 .45 .4 .45 180 355"},
    Shape{'7', .95, "p 0 1.7 p .8 1.7 p .25 0"},
    Shape{'8', 1.00, "o .42 1.28 .34 .4 60 210 o .42 .45 .42 .45 100 -370 p .7 1.55"},
    Shape{'9', .98, "o .42 1.22 .38 .45 20 335 / p .8 1.6 p .7 0"},
    Shape{'.', .45, "p .1 .02 p .14 .05"},
    Shape{',', .45, "p .15 .08 p .05 -.28"},
    Shape{'!', .50, "p .15 1.8 p .15 .5 / p .15 .05 p .17 .08"},
    Shape{'?', .95, "o .38 1.4 .38 .42 160 -230 p .35 .5 / p .35 .05 p .37 .08"},
    Shape{'\'', .40, "p .15 1.9 p .08 1.5"},
    Shape{'"', .60, "p .1 1.9 p .08 1.5 / p .35 1.9 p .33 1.5"},
    Shape{'-', .75, "p .05 .55 p .55 .55"},
    Shape{':', .45, "p .12 .8 p .14 .83 / p .12 .1 p .14 .13"},
    Shape{'&', 1.15, "p .95 0 p .2 1.3 o .45 1.5 .25 .3 200 -240 p .1 .6 o .4 .35 .35 .35 150 150 p .95 .7"},
    Shape{'+', .90, "p .4 1.1 p .4 .2 / p 0 .65 p .8 .65"},
    Shape{'(', .55, "o .55 .8 .5 1.1 130 100"},
    Shape{')', .55, "o -.1 .8 .5 1.1 50 -100"},
    Shape{u'\u0301', 0, "p .35 1.3 p .6 1.6"},
    Shape{u'\u0300', 0, "p .6 1.3 p .3 1.6"},
    Shape{u'\u0302', 0, "p .2 1.3 p .45 1.6 p .7 1.3"},
    Shape{u'\u0303', 0, "p .1 1.3 q .3 1.6 .45 1.4 q .6 1.25 .8 1.5"},
    Shape{u'\u0308', 0, "p .22 1.4 p .24 1.43 / p .62 1.4 p .64 1.43"},
    Shape{u'\u030C', 0, "p .2 1.6 p .45 1.3 p .7 1.6"},
    Shape{u'\u0327', 0, "p .45 0 p .5 -.2 o .4 -.3 .15 .12 60 -190"},
};

void lineTo(Polyline &stroke, QPointF to) {
    if (stroke.empty()) {
        stroke.push_back(to);
        return;
    }
    const QPointF from = stroke.back();
    const int steps = std::max(1, int(std::hypot(to.x() - from.x(), to.y() - from.y()) / 0.24));
    for (int i = 1; i <= steps; ++i)
        stroke.push_back(from + (to - from) * i / steps);
}

std::vector<Polyline> parsed(const char *text) {
    std::vector<Polyline> strokes(1);
    const QStringList words = QString::fromLatin1(text).split(QLatin1Char(' '));
    for (qsizetype i = 0; i < words.size();) {
        Polyline &stroke = strokes.back();
        const auto number = [&](int offset) { return words[i + offset].toDouble(); };
        const char16_t command = words[i][0].unicode();
        if (command == '/') {
            strokes.emplace_back();
            i += 1;
        } else if (command == 'p') {
            lineTo(stroke, {number(1), number(2)});
            i += 3;
        } else if (command == 'q') {
            const QPointF from = stroke.back();
            const QPointF pull(number(1), number(2));
            const QPointF to(number(3), number(4));
            for (int step = 1; step <= 6; ++step) {
                const double t = step / 6.0;
                stroke.push_back(from * (1 - t) * (1 - t) + pull * 2 * t * (1 - t) + to * t * t);
            }
            i += 5;
        } else {
            const QPointF center(number(1), number(2));
            const int steps = std::max(4, int(std::abs(number(6)) / 22));
            for (int step = 0; step <= steps; ++step) {
                const double angle = (number(5) + number(6) * step / steps) * std::numbers::pi / 180;
                stroke.push_back(center + QPointF(number(3) * std::cos(angle), number(4) * std::sin(angle)));
            }
            i += 7;
        }
    }
    return strokes;
}

} // namespace

Letter printed(const QString &character) {
    Letter letter;
    const QString parts = character.normalized(QString::NormalizationForm_D);
    for (const QChar part : parts) {
        char16_t wanted = part.unicode();
        if (wanted == u'\u2019' || wanted == u'\u2018')
            wanted = '\'';
        for (const Shape &shape : shapes) {
            if (shape.letter != wanted)
                continue;
            if (shape.advance > 0)
                letter.advance = shape.advance;
            for (Polyline &stroke : parsed(shape.strokes)) {
                // Marks sit higher on a capital.
                if (shape.advance == 0 && parts[0].isUpper() && wanted != u'\u0327')
                    for (QPointF &point : stroke)
                        point += QPointF(0.15, 0.85);
                letter.strokes.push_back(std::move(stroke));
            }
            break;
        }
    }
    return letter;
}

bool isOftenReversed(QChar letter) {
    return QStringLiteral("bdpqszjSNZJ23457").contains(letter);
}

} // namespace inkstep
