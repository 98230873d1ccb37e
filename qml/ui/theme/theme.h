// The look of Inkstep as one object every control reads: colors, sizes, type, motion.
// In: light or dark, the size of text, whether motion is wanted, reading direction. Out: tokens by purpose.
// Nothing outside this folder writes a color, a size or a font down.
#pragma once

#include "palette.h"

#include <QObject>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace inkstep {

class Theme : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(Appearance appearance READ appearance WRITE setAppearance NOTIFY changed FINAL)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY changed FINAL)
    // Near black and without motion whatever the appearance: carried among writers, it disturbs nobody.
    Q_PROPERTY(bool dim READ dim WRITE setDim NOTIFY changed FINAL)
    // 1.0 to 2.0; 0 follows the system. Reading gives the factor in force.
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale RESET followSystemText NOTIFY changed FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed FINAL)
    Q_PROPERTY(bool rightToLeft READ rightToLeft WRITE setRightToLeft NOTIFY changed FINAL)

    // The class's own words for the support levels, by level, empty where the usual word holds; and the
    // levels it uses. Set by the frame; every circle and picker follows.
    Q_PROPERTY(QStringList ladderNames READ ladderNames WRITE setLadderNames NOTIFY changed FINAL)
    Q_PROPERTY(QList<int> rungs READ rungs WRITE setRungs NOTIFY changed FINAL)

    Q_PROPERTY(QColor paper READ paper NOTIFY changed FINAL)
    Q_PROPERTY(QColor card READ card NOTIFY changed FINAL)
    Q_PROPERTY(QColor inset READ inset NOTIFY changed FINAL)
    Q_PROPERTY(QColor line READ line NOTIFY changed FINAL)
    Q_PROPERTY(QColor outline READ outline NOTIFY changed FINAL)
    Q_PROPERTY(QColor ink READ ink NOTIFY changed FINAL)
    Q_PROPERTY(QColor pencil READ pencil NOTIFY changed FINAL)
    Q_PROPERTY(QColor action READ action NOTIFY changed FINAL)
    Q_PROPERTY(QColor onAction READ onAction NOTIFY changed FINAL)
    Q_PROPERTY(QColor actionHover READ actionHover NOTIFY changed FINAL)
    Q_PROPERTY(QColor actionPress READ actionPress NOTIFY changed FINAL)
    Q_PROPERTY(QColor actionTint READ actionTint NOTIFY changed FINAL)
    Q_PROPERTY(QColor hover READ hover NOTIFY changed FINAL)
    Q_PROPERTY(QColor press READ press NOTIFY changed FINAL)
    Q_PROPERTY(QColor noteInk READ noteInk NOTIFY changed FINAL)
    Q_PROPERTY(QColor notePencil READ notePencil NOTIFY changed FINAL)
    Q_PROPERTY(QColor alert READ alert NOTIFY changed FINAL)
    Q_PROPERTY(QColor onAlert READ onAlert NOTIFY changed FINAL)
    Q_PROPERTY(QColor alertTint READ alertTint NOTIFY changed FINAL)
    Q_PROPERTY(QColor good READ good NOTIFY changed FINAL)
    Q_PROPERTY(QColor onGood READ onGood NOTIFY changed FINAL)
    Q_PROPERTY(QColor goodTint READ goodTint NOTIFY changed FINAL)
    Q_PROPERTY(QColor infoTint READ infoTint NOTIFY changed FINAL)
    Q_PROPERTY(QColor bar READ bar NOTIFY changed FINAL)
    Q_PROPERTY(QColor onBar READ onBar NOTIFY changed FINAL)
    Q_PROPERTY(QColor barAction READ barAction NOTIFY changed FINAL)
    // The camera's room: dark in both appearances.
    Q_PROPERTY(QColor night READ night NOTIFY changed FINAL)
    Q_PROPERTY(QColor onNight READ onNight NOTIFY changed FINAL)
    Q_PROPERTY(QColor nightPencil READ nightPencil NOTIFY changed FINAL)
    Q_PROPERTY(QColor focusRing READ focusRing NOTIFY changed FINAL)
    Q_PROPERTY(QColor scrim READ scrim NOTIFY changed FINAL)
    Q_PROPERTY(QColor shadow READ shadow NOTIFY changed FINAL)
    Q_PROPERTY(double shadowStrength READ shadowStrength NOTIFY changed FINAL)
    Q_PROPERTY(double disabledOpacity READ disabledOpacity CONSTANT FINAL)
    Q_PROPERTY(double paleOpacity READ paleOpacity CONSTANT FINAL)
    Q_PROPERTY(double nightVeil READ nightVeil CONSTANT FINAL)
    // How much shows of a photograph or a sheet: white paper lights up a dark room.
    Q_PROPERTY(double paperOpacity READ paperOpacity NOTIFY changed FINAL)

    Q_PROPERTY(int space2 READ space2 CONSTANT FINAL)
    Q_PROPERTY(int space4 READ space4 CONSTANT FINAL)
    Q_PROPERTY(int space8 READ space8 CONSTANT FINAL)
    Q_PROPERTY(int space12 READ space12 CONSTANT FINAL)
    Q_PROPERTY(int space16 READ space16 CONSTANT FINAL)
    Q_PROPERTY(int space24 READ space24 CONSTANT FINAL)
    Q_PROPERTY(int space32 READ space32 CONSTANT FINAL)
    Q_PROPERTY(int radiusCard READ radiusCard CONSTANT FINAL)
    Q_PROPERTY(int radiusNote READ radiusNote CONSTANT FINAL)
    Q_PROPERTY(int hairline READ hairline CONSTANT FINAL)
    Q_PROPERTY(int stroke READ stroke CONSTANT FINAL)
    // The least side of anything that can be touched.
    Q_PROPERTY(int target READ target CONSTANT FINAL)
    Q_PROPERTY(int bigTarget READ bigTarget CONSTANT FINAL)
    Q_PROPERTY(int iconSmall READ iconSmall NOTIFY changed FINAL)
    Q_PROPERTY(int iconSize READ iconSize NOTIFY changed FINAL)
    Q_PROPERTY(int iconLarge READ iconLarge NOTIFY changed FINAL)
    Q_PROPERTY(int iconHuge READ iconHuge NOTIFY changed FINAL)
    // Widths beyond which a line of text, a dialog, a form gets hard to read.
    Q_PROPERTY(int readable READ readable NOTIFY changed FINAL)
    Q_PROPERTY(int dialogWidth READ dialogWidth NOTIFY changed FINAL)
    Q_PROPERTY(int railWidth READ railWidth NOTIFY changed FINAL)
    Q_PROPERTY(double noteAngle READ noteAngle CONSTANT FINAL)

    Q_PROPERTY(QString interfaceFont READ interfaceFont CONSTANT FINAL)
    Q_PROPERTY(QString readingFont READ readingFont CONSTANT FINAL)
    Q_PROPERTY(QString iconFont READ iconFont CONSTANT FINAL)
    Q_PROPERTY(int small READ small NOTIFY changed FINAL)
    Q_PROPERTY(int body READ body NOTIFY changed FINAL)
    Q_PROPERTY(int title READ title NOTIFY changed FINAL)
    Q_PROPERTY(int headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(int display READ display NOTIFY changed FINAL)
    // The five of them, smallest first.
    Q_PROPERTY(QList<int> textSizes READ textSizes NOTIFY changed FINAL)

    // Milliseconds; the motions are 0 when less motion is asked for.
    Q_PROPERTY(int quick READ quick NOTIFY changed FINAL)
    Q_PROPERTY(int calm READ calm NOTIFY changed FINAL)
    Q_PROPERTY(int undoTime READ undoTime CONSTANT FINAL)
    Q_PROPERTY(int busyDelay READ busyDelay CONSTANT FINAL)
    Q_PROPERTY(int tipDelay READ tipDelay CONSTANT FINAL)

public:
    enum Appearance { System, Light, Dark };
    Q_ENUM(Appearance)
    enum WidthClass { Compact, Medium, Expanded };
    Q_ENUM(WidthClass)
    enum NoteKind { Noticed, Wonder, NextStep, Plain };
    Q_ENUM(NoteKind)
    // How much help; Blank is nothing recorded, which is not NotYet.
    enum SupportLevel { Blank = -1, Alone, WithPrompt, WithModel, Together, NotYet };
    Q_ENUM(SupportLevel)
    enum Tone { Calm, Info, Alert, Good };
    Q_ENUM(Tone)

    explicit Theme(QObject *parent = nullptr);

    // Compact below 600 logical pixels, Expanded from 1000 on. Decide once, at the window, and pass it down.
    Q_INVOKABLE inkstep::Theme::WidthClass widthClass(double width) const;
    Q_INVOKABLE QColor noteColor(int kind) const;
    Q_INVOKABLE QString noteKindName(int kind) const;
    Q_INVOKABLE QString supportLevelName(int level) const;
    Q_INVOKABLE QStringList supportLevelNames() const;
    // Without the class's own word.
    Q_INVOKABLE QString usualLevelName(int level) const;
    // The parts that are not empty, joined.
    Q_INVOKABLE QString listed(const QStringList &parts, const QString &between = QStringLiteral(", ")) const;
    Q_INVOKABLE QColor toneColor(int tone) const;
    Q_INVOKABLE QColor toneTint(int tone) const;
    // The same name always gets the same calm ground; on it goes noteInk.
    Q_INVOKABLE QColor avatarTint(const QString &name) const;
    // One or two letters; "Mary Ann Lee" is ML.
    Q_INVOKABLE QString initials(const QString &name) const;
    // A small fixed tilt in degrees, between -noteAngle and noteAngle, the same for the same note.
    Q_INVOKABLE double tilt(const QString &seed) const;
    // A mouse over it shows a hand. A cursor is no object: a handler for each thing that can be pressed would
    // be.
    Q_INVOKABLE void showHandOver(QQuickItem *item) const;

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    bool dark() const { return m_dark || m_dim; }
    void setDark(bool dark) { setAppearance(dark ? Dark : Light); }
    bool dim() const { return m_dim; }
    void setDim(bool dim);
    double textScale() const { return m_scale; }
    void setTextScale(double scale);
    void followSystemText() { setTextScale(0); }
    bool reducedMotion() const { return m_reducedMotion || m_dim; }
    void setReducedMotion(bool reduced);
    bool rightToLeft() const { return m_rightToLeft; }
    void setRightToLeft(bool rightToLeft);

    QStringList ladderNames() const { return m_ladderNames; }
    void setLadderNames(const QStringList &names);
    QList<int> rungs() const { return m_rungs; }
    void setRungs(const QList<int> &levels);

    const Palette &colors() const {
        return m_dim ? Palette::dim() : m_dark ? Palette::dark() : Palette::light();
    }
    QColor paper() const { return colors().paper; }
    QColor card() const { return colors().card; }
    QColor inset() const { return colors().inset; }
    QColor line() const { return colors().line; }
    QColor outline() const { return colors().outline; }
    QColor ink() const { return colors().ink; }
    QColor pencil() const { return colors().pencil; }
    QColor action() const { return colors().action; }
    QColor onAction() const { return colors().onAction; }
    QColor actionHover() const { return colors().actionHover; }
    QColor actionPress() const { return colors().actionPress; }
    QColor actionTint() const { return colors().actionTint; }
    QColor hover() const { return colors().hover; }
    QColor press() const { return colors().press; }
    QColor noteInk() const { return colors().noteInk; }
    QColor notePencil() const { return colors().notePencil; }
    QColor alert() const { return colors().alert; }
    QColor onAlert() const { return colors().onAlert; }
    QColor alertTint() const { return colors().alertTint; }
    QColor good() const { return colors().good; }
    QColor onGood() const { return colors().onGood; }
    QColor goodTint() const { return colors().goodTint; }
    QColor infoTint() const { return colors().infoTint; }
    QColor bar() const { return colors().bar; }
    QColor onBar() const { return colors().onBar; }
    QColor barAction() const { return colors().barAction; }
    QColor night() const { return colors().night; }
    QColor onNight() const { return colors().onNight; }
    QColor nightPencil() const { return colors().nightPencil; }
    QColor focusRing() const { return colors().focus; }
    QColor scrim() const { return colors().scrim; }
    QColor shadow() const { return colors().shadow; }
    double shadowStrength() const { return dark() ? 0.45 : 0.16; }
    double disabledOpacity() const { return 0.42; }
    double paleOpacity() const { return 0.4; }
    double nightVeil() const { return 0.72; }
    double paperOpacity() const { return m_dim ? 0.3 : 1; }

    int space2() const { return 2; }
    int space4() const { return 4; }
    int space8() const { return 8; }
    int space12() const { return 12; }
    int space16() const { return 16; }
    int space24() const { return 24; }
    int space32() const { return 32; }
    int radiusCard() const { return 12; }
    int radiusNote() const { return 4; }
    int hairline() const { return 1; }
    int stroke() const { return 2; }
    int target() const { return 48; }
    int bigTarget() const { return 72; }
    int iconSmall() const { return drawn(20); }
    int iconSize() const { return drawn(24); }
    int iconLarge() const { return drawn(40); }
    int iconHuge() const { return drawn(72); }
    int readable() const { return scaled(640); }
    int dialogWidth() const { return scaled(480); }
    int railWidth() const { return drawn(92); }
    double noteAngle() const { return 1.6; }

    QString interfaceFont() const { return m_interfaceFont; }
    QString readingFont() const { return m_readingFont; }
    QString iconFont() const { return m_iconFont; }
    int small() const { return scaled(14); }
    int body() const { return scaled(16); }
    int title() const { return scaled(20); }
    int headline() const { return scaled(28); }
    int display() const { return scaled(40); }
    QList<int> textSizes() const { return {small(), body(), title(), headline(), display()}; }

    int quick() const { return reducedMotion() ? 0 : 120; }
    int calm() const { return reducedMotion() ? 0 : 200; }
    int undoTime() const { return 8000; }
    int busyDelay() const { return 300; }
    int tipDelay() const { return 600; }

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int scaled(double size) const;
    int drawn(double size) const;
    void refresh();

    Appearance m_appearance = System;
    bool m_dark = false;
    bool m_dim = false;
    double m_chosenScale = 0;
    double m_scale = 1;
    bool m_reducedMotion = false;
    bool m_rightToLeft = false;
    QStringList m_ladderNames;
    QList<int> m_rungs{Alone, WithPrompt, WithModel, Together, NotYet};
    QString m_interfaceFont;
    QString m_readingFont;
    QString m_iconFont;
};

} // namespace inkstep
