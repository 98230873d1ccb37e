#include "theme.h"

#include "readingfont.h"

#include <QCursor>
#include <QEvent>
#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>
#include <QQuickItem>
#include <QScreen>
#include <QStringList>
#include <QStyleHints>

#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

constexpr double compactBelow = 600;
constexpr double expandedFrom = 1000;
constexpr double largestText = 2.0;
// Icons and rails grow with the text, but only this far: beyond it they would take the words' room.
constexpr double largestDrawing = 1.5;
// What an unscaled desktop uses; a system font up to this much larger is taste, not a need.
constexpr double usualPointSize = 10;
constexpr double usualDotsPerInch = 96;
constexpr double tasteMargin = 1.15;
constexpr double scaleStep = 0.05;

QString loadFonts(const QStringList &files) {
    QString family;
    for (const QString &file : files) {
        const int id = QFontDatabase::addApplicationFont(QStringLiteral(":/inkstep/fonts/") + file);
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        // Medium and SemiBold carry their own family name too; the first file, the regular weight, names the
        // family.
        if (family.isEmpty() && !families.isEmpty())
            family = families.constFirst();
    }
    return family;
}

bool systemIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightnessF() < palette.color(QPalette::WindowText).lightnessF();
#endif
}

double systemTextScale() {
    const QFont font = QGuiApplication::font();
    const QScreen *screen = QGuiApplication::primaryScreen();
    if (font.pointSizeF() <= 0 || !screen)
        return 1;
    const double dots = std::max(usualDotsPerInch, static_cast<double>(screen->logicalDotsPerInch()));
    const double factor = font.pointSizeF() / usualPointSize * dots / usualDotsPerInch;
    if (factor < tasteMargin)
        return 1;
    return std::min(largestText, std::round(factor / scaleStep) * scaleStep);
}

uint stableHash(const QString &text) {
    // FNV-1a (Fowler, Noll, Vo): qHash is seeded per process and would give a child another color every day.
    uint hash = 2166136261U;
    for (const QChar letter : text)
        hash = (hash ^ letter.unicode()) * 16777619U;
    return hash;
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent) {
    m_interfaceFont = loadFonts({QStringLiteral("Inter-Regular.otf"), QStringLiteral("Inter-Medium.otf"),
                                 QStringLiteral("Inter-SemiBold.otf")});
    m_readingFont = readingFontFamily();
    m_iconFont = loadFonts({QStringLiteral("materialdesignicons-webfont.ttf")});
    m_rightToLeft = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    if (qGuiApp)
        qGuiApp->installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::refresh);
#endif
    refresh();
}

bool Theme::eventFilter(QObject *watched, QEvent *event) {
    if (watched == qGuiApp) {
        if (event->type() == QEvent::ApplicationPaletteChange ||
            event->type() == QEvent::ApplicationFontChange)
            refresh();
        else if (event->type() == QEvent::ApplicationLayoutDirectionChange)
            setRightToLeft(QGuiApplication::layoutDirection() == Qt::RightToLeft);
    }
    return QObject::eventFilter(watched, event);
}

void Theme::refresh() {
    const bool dark = m_appearance == Dark || (m_appearance == System && systemIsDark());
    const double scale = m_chosenScale > 0 ? m_chosenScale : systemTextScale();
    if (dark == m_dark && scale == m_scale)
        return;
    m_dark = dark;
    m_scale = scale;
    emit changed();
}

void Theme::setAppearance(Appearance appearance) {
    if (appearance == m_appearance)
        return;
    m_appearance = appearance;
    const bool before = m_dark;
    refresh();
    if (m_dark == before)
        emit changed();
}

void Theme::setDim(bool dim) {
    if (dim == m_dim)
        return;
    m_dim = dim;
    emit changed();
}

void Theme::setTextScale(double scale) {
    m_chosenScale = scale > 0 ? std::clamp(scale, 1.0, largestText) : 0;
    refresh();
}

void Theme::setReducedMotion(bool reduced) {
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    emit changed();
}

void Theme::setRightToLeft(bool rightToLeft) {
    if (rightToLeft == m_rightToLeft)
        return;
    m_rightToLeft = rightToLeft;
    emit changed();
}

int Theme::scaled(double size) const {
    return static_cast<int>(std::lround(size * m_scale));
}

int Theme::drawn(double size) const {
    return static_cast<int>(std::lround(size * std::min(m_scale, largestDrawing)));
}

Theme::WidthClass Theme::widthClass(double width) const {
    if (width < compactBelow)
        return Compact;
    return width < expandedFrom ? Medium : Expanded;
}

QColor Theme::noteColor(int kind) const {
    switch (kind) {
    case Noticed:
        return colors().noticed;
    case Wonder:
        return colors().wonder;
    case NextStep:
        return colors().nextStep;
    default:
        return colors().plainNote;
    }
}

QString Theme::noteKindName(int kind) const {
    switch (kind) {
    case Noticed:
        return tr("Noticed");
    case Wonder:
        return tr("Wonder");
    case NextStep:
        return tr("Next step");
    default:
        return tr("Note");
    }
}

void Theme::setLadderNames(const QStringList &names) {
    if (names == m_ladderNames)
        return;
    m_ladderNames = names;
    emit changed();
}

void Theme::setRungs(const QList<int> &levels) {
    QList<int> known = levels;
    known.removeIf([](int level) { return level < Alone || level > NotYet; });
    if (known.isEmpty())
        known = {Alone, WithPrompt, WithModel, Together, NotYet};
    if (known == m_rungs)
        return;
    m_rungs = known;
    emit changed();
}

QString Theme::supportLevelName(int level) const {
    const QString own = m_ladderNames.value(level);
    return own.isEmpty() ? usualLevelName(level) : own;
}

QString Theme::usualLevelName(int level) const {
    switch (level) {
    case Alone:
        return tr("alone");
    case WithPrompt:
        return tr("with a prompt");
    case WithModel:
        return tr("with a model");
    case Together:
        return tr("together");
    case NotYet:
        return tr("not yet");
    default:
        return tr("nothing recorded");
    }
}

QStringList Theme::supportLevelNames() const {
    QStringList names;
    for (int level = Alone; level <= NotYet; ++level)
        names.append(supportLevelName(level));
    return names;
}

QString Theme::listed(const QStringList &parts, const QString &between) const {
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(between);
}

QColor Theme::toneColor(int tone) const {
    switch (tone) {
    case Alert:
        return colors().alert;
    case Good:
        return colors().good;
    case Info:
        return colors().action;
    default:
        return colors().ink;
    }
}

QColor Theme::toneTint(int tone) const {
    switch (tone) {
    case Alert:
        return colors().alertTint;
    case Good:
        return colors().goodTint;
    case Info:
        return colors().infoTint;
    default:
        return colors().inset;
    }
}

QColor Theme::avatarTint(const QString &name) const {
    const QList<QColor> &tints = avatarTints(dark());
    return tints.at(static_cast<qsizetype>(stableHash(name) % static_cast<uint>(tints.size())));
}

QString Theme::initials(const QString &name) const {
    const QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const auto first = [](const QString &word) {
        const bool pair = word.size() > 1 && word.at(0).isHighSurrogate();
        return word.left(pair ? 2 : 1).toUpper();
    };
    return words.size() == 1 ? first(words.constFirst())
                             : first(words.constFirst()) + first(words.constLast());
}

double Theme::tilt(const QString &seed) const {
    constexpr uint steps = 200;
    const double share = static_cast<double>(stableHash(seed) % (steps + 1)) / steps;
    return (share * 2 - 1) * noteAngle();
}

void Theme::showHandOver(QQuickItem *item) const {
    if (item)
        item->setCursor(Qt::PointingHandCursor);
}

} // namespace inkstep
