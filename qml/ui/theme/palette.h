// The colors of Inkstep: warm paper, dark ink, sticky notes as the only bright things.
// In: light, dark or dim. Out: one color per purpose, every text on its ground at 4.5:1 or more
// (WCAG 2.1, 1.4.3 level AA). The only place, with theme.h, where a color, a size or a font is written down.
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace inkstep {

struct Palette {
    QColor paper, card, inset, line, outline;
    QColor ink, pencil;
    QColor action, onAction, actionHover, actionPress, actionTint;
    QColor hover, press;
    QColor noticed, wonder, nextStep, plainNote, noteInk, notePencil;
    QColor alert, onAlert, alertTint, good, onGood, goodTint, infoTint;
    QColor bar, onBar, barAction;
    QColor night, onNight, nightPencil;
    QColor focus, scrim, shadow;

    static const Palette &light();
    static const Palette &dark();
    // Near black, for a tablet that is carried among writers: nothing on it lights a face.
    static const Palette &dim();
};

// A text color and the ground it is read on; the names say which, for the message of a failing test.
struct TextPair {
    QString name;
    QColor text;
    QColor ground;
};

// Every pair the controls use.
QList<TextPair> textPairs(const Palette &palette);

// Calm grounds for initials; all of them carry Palette::noteInk.
const QList<QColor> &avatarTints(bool dark);

// Contrast ratio of two opaque colors, 1 to 21: WCAG 2.1, "contrast ratio" and "relative luminance".
double contrast(const QColor &one, const QColor &other);

} // namespace inkstep
