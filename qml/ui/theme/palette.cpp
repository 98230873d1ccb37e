#include "palette.h"

#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

constexpr double dimming = 0.85;

QColor rgb(QRgb value) {
    return QColor::fromRgb(value);
}

QColor veil(QRgb value, double alpha) {
    QColor color = QColor::fromRgb(value);
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

QColor dimmed(QRgb value) {
    const QColor color = QColor::fromRgb(value);
    return QColor::fromRgbF(static_cast<float>(color.redF() * dimming),
                            static_cast<float>(color.greenF() * dimming),
                            static_cast<float>(color.blueF() * dimming));
}

Palette makeLight() {
    Palette p;
    p.paper = rgb(0xFBF7EF);
    p.card = rgb(0xFFFFFF);
    p.inset = rgb(0xF4EEE2);
    p.line = rgb(0xE6DECF);
    p.outline = rgb(0x8C8577);
    p.ink = rgb(0x22303C);
    p.pencil = rgb(0x5F6B76);
    p.action = rgb(0x2B4A8B);
    p.onAction = rgb(0xFFFFFF);
    p.actionHover = rgb(0x34569C);
    p.actionPress = rgb(0x213B72);
    p.actionTint = rgb(0xE4EAF6);
    p.hover = veil(0x22303C, 0.05);
    p.press = veil(0x22303C, 0.10);
    p.noticed = rgb(0xCFE8B4);
    p.wonder = rgb(0xBFE0F5);
    p.nextStep = rgb(0xFFE27A);
    p.plainNote = rgb(0xF1E9DA);
    p.noteInk = rgb(0x22303C);
    p.notePencil = rgb(0x4A5763);
    p.alert = rgb(0xA63A2B);
    p.onAlert = rgb(0xFFFFFF);
    p.alertTint = rgb(0xFBE9E5);
    p.good = rgb(0x2F6B3A);
    p.onGood = rgb(0xFFFFFF);
    p.goodTint = rgb(0xE6F1E4);
    p.infoTint = rgb(0xE4EAF6);
    p.bar = rgb(0x22303C);
    p.onBar = rgb(0xFBF7EF);
    p.barAction = rgb(0xFFE27A);
    p.night = rgb(0x101216);
    p.onNight = rgb(0xFBF7EF);
    p.nightPencil = rgb(0xB4BAC1);
    p.focus = rgb(0x2B4A8B);
    p.scrim = veil(0x1A222A, 0.38);
    p.shadow = rgb(0x4A3B20);
    return p;
}

Palette makeDark() {
    Palette p;
    p.paper = rgb(0x17191D);
    p.card = rgb(0x22252B);
    p.inset = rgb(0x1C1F24);
    p.line = rgb(0x363A42);
    p.outline = rgb(0x7C848E);
    p.ink = rgb(0xF1EDE4);
    p.pencil = rgb(0xA7AFB8);
    p.action = rgb(0x8FB0F5);
    p.onAction = rgb(0x101A2E);
    p.actionHover = rgb(0xA3BFF8);
    p.actionPress = rgb(0x7A9DE6);
    p.actionTint = rgb(0x2A3448);
    p.hover = veil(0xF1EDE4, 0.06);
    p.press = veil(0xF1EDE4, 0.12);
    p.noticed = dimmed(0xCFE8B4);
    p.wonder = dimmed(0xBFE0F5);
    p.nextStep = dimmed(0xFFE27A);
    p.plainNote = dimmed(0xF1E9DA);
    p.noteInk = rgb(0x22303C);
    p.notePencil = rgb(0x3B4650);
    p.alert = rgb(0xF2A093);
    p.onAlert = rgb(0x3A120B);
    p.alertTint = rgb(0x3B2724);
    p.good = rgb(0x9ED3A5);
    p.onGood = rgb(0x10270F);
    p.goodTint = rgb(0x25332A);
    p.infoTint = rgb(0x2A3448);
    p.bar = rgb(0x3A3F48);
    p.onBar = rgb(0xF1EDE4);
    p.barAction = rgb(0xFFE27A);
    p.night = rgb(0x101216);
    p.onNight = rgb(0xFBF7EF);
    p.nightPencil = rgb(0xB4BAC1);
    p.focus = rgb(0x8FB0F5);
    p.scrim = veil(0x000000, 0.55);
    p.shadow = rgb(0x000000);
    return p;
}

Palette makeDim() {
    Palette p = makeDark();
    p.paper = rgb(0x050607);
    p.card = rgb(0x0D0E10);
    p.inset = rgb(0x090A0C);
    p.line = rgb(0x1F2124);
    p.outline = rgb(0x62666C);
    p.ink = rgb(0xA39E94);
    p.pencil = rgb(0x86847F);
    p.action = rgb(0x7F92BD);
    p.onAction = rgb(0x05080F);
    p.actionHover = rgb(0x8B9DC6);
    p.actionPress = rgb(0x7486B0);
    p.actionTint = rgb(0x11151D);
    p.hover = veil(0xA39E94, 0.06);
    p.press = veil(0xA39E94, 0.12);
    p.noticed = rgb(0x7F8D6F);
    p.wonder = rgb(0x758B99);
    p.nextStep = rgb(0x988743);
    p.plainNote = rgb(0x8B8574);
    p.noteInk = rgb(0x07090B);
    p.notePencil = rgb(0x0B0E11);
    p.alert = rgb(0xC27D72);
    p.onAlert = rgb(0x140604);
    p.alertTint = rgb(0x191110);
    p.good = rgb(0x80A686);
    p.onGood = rgb(0x071007);
    p.goodTint = rgb(0x0F1611);
    p.infoTint = rgb(0x11151D);
    p.bar = rgb(0x16181B);
    p.onBar = rgb(0xA39E94);
    p.barAction = rgb(0xA8964B);
    p.night = rgb(0x050607);
    p.onNight = rgb(0xA39E94);
    p.nightPencil = rgb(0x86847F);
    p.focus = rgb(0x7F92BD);
    p.scrim = veil(0x000000, 0.7);
    return p;
}

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

} // namespace

const Palette &Palette::light() {
    static const Palette palette = makeLight();
    return palette;
}

const Palette &Palette::dark() {
    static const Palette palette = makeDark();
    return palette;
}

const Palette &Palette::dim() {
    static const Palette palette = makeDim();
    return palette;
}

const QList<QColor> &avatarTints(bool dark) {
    static const QList<QRgb> hues{0xF0D9C4, 0xDCE5C8, 0xCBE3DC, 0xD0DDEE, 0xDFD6EC, 0xF0D4DA, 0xEDE0B8};
    static const auto build = [](bool dim) {
        QList<QColor> tints;
        for (const QRgb hue : hues)
            tints.append(dim ? dimmed(hue) : rgb(hue));
        return tints;
    };
    static const QList<QColor> bright = build(false);
    static const QList<QColor> dimTints = build(true);
    return dark ? dimTints : bright;
}

double contrast(const QColor &one, const QColor &other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QList<TextPair> textPairs(const Palette &p) {
    QList<TextPair> pairs;
    const auto add = [&pairs](const char *name, const QColor &text, const QColor &ground) {
        pairs.append({QString::fromLatin1(name), text, ground});
    };
    add("ink on paper", p.ink, p.paper);
    add("ink on card", p.ink, p.card);
    add("ink on inset", p.ink, p.inset);
    add("ink on action tint", p.ink, p.actionTint);
    add("ink on alert tint", p.ink, p.alertTint);
    add("ink on good tint", p.ink, p.goodTint);
    add("ink on info tint", p.ink, p.infoTint);
    add("pencil on paper", p.pencil, p.paper);
    add("pencil on card", p.pencil, p.card);
    add("pencil on inset", p.pencil, p.inset);
    add("pencil on action tint", p.pencil, p.actionTint);
    add("action on paper", p.action, p.paper);
    add("action on card", p.action, p.card);
    add("action on inset", p.action, p.inset);
    add("action on action tint", p.action, p.actionTint);
    add("action on alert tint", p.action, p.alertTint);
    add("action on good tint", p.action, p.goodTint);
    add("on action on action", p.onAction, p.action);
    add("on action on hovered action", p.onAction, p.actionHover);
    add("on action on pressed action", p.onAction, p.actionPress);
    add("note ink on noticed", p.noteInk, p.noticed);
    add("note ink on wonder", p.noteInk, p.wonder);
    add("note ink on next step", p.noteInk, p.nextStep);
    add("note ink on plain note", p.noteInk, p.plainNote);
    add("note pencil on noticed", p.notePencil, p.noticed);
    add("note pencil on wonder", p.notePencil, p.wonder);
    add("note pencil on next step", p.notePencil, p.nextStep);
    add("note pencil on plain note", p.notePencil, p.plainNote);
    add("alert on paper", p.alert, p.paper);
    add("alert on card", p.alert, p.card);
    add("alert on inset", p.alert, p.inset);
    add("alert on alert tint", p.alert, p.alertTint);
    add("on alert on alert", p.onAlert, p.alert);
    add("good on paper", p.good, p.paper);
    add("good on card", p.good, p.card);
    add("good on good tint", p.good, p.goodTint);
    add("on good on good", p.onGood, p.good);
    add("on bar on bar", p.onBar, p.bar);
    add("bar action on bar", p.barAction, p.bar);
    add("on night on night", p.onNight, p.night);
    add("night pencil on night", p.nightPencil, p.night);
    const bool isDark = luminance(p.paper) < 0.5;
    for (const QColor &tint : avatarTints(isDark))
        pairs.append({QStringLiteral("note ink on avatar ") + tint.name(), p.noteInk, tint});
    return pairs;
}

} // namespace inkstep
