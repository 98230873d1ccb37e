#pragma once

#include "demo/generator/ink.h"

#include <QRectF>
#include <QString>
#include <memory>

namespace inkstep {

// Where letters come from. The printed ones are drawn stroke by stroke and need nothing; the others are
// handwriting fonts built in and need a QGuiApplication (the offscreen platform will do), since Qt keeps
// fonts there.
enum class HandStyle { Printed, Breip, Cursive, Capitals, Slanted };
inline constexpr int handStyles = 5;

// One child's handwriting. The same `person` writes the same way every day.
struct Handwriting {
    HandStyle style = HandStyle::Printed;
    quint64 person = 1;
    double neatness = 0.5;   // 0: a first try at letters, 1: as in the copybook
    double size = 1;         // times what the paper's lines ask for
    double slant = 0;        // -0.3 to 0.4, right is positive
    double reversals = 0;    // how often b, d, s and the like are turned around, 0 to 1
    double mistakes = 0.02;  // how often a word is crossed out or rubbed out first, 0 to 1
    bool skipsLines = false; // leaves every other line of lined paper empty
    Tool tool = Tool::Pencil;
    QRgb color = qRgb(72, 72, 76);
};

// A plausible hand for a child of that age: 5 to 11.
Handwriting handOf(quint64 person, int age);

// The lines a text is written on, in pixels of the page.
struct Ruling {
    double left = 90;
    double right = 1040;
    double firstBaseline = 180;
    double lastBaseline = 1340;
    double pitch = 60;        // from baseline to baseline
    double xHeight = 22;      // of a neat small letter
    bool printedLines = true; // a hand keeps closer to lines it can see
};

class LetterSource;

// Writes as one child on one page: words wrap where the page ends, lines drift, no letter is twice the same.
class Writer {
public:
    Writer(const Handwriting &hand, quint64 pageSeed);
    ~Writer();

    // Lines the text takes at this ruling.
    int linesNeeded(const QString &text, const Ruling &ruling);
    // Writes and returns the baseline below the last line written. What does not fit is left out.
    double write(Ink &ink, const QString &text, const Ruling &ruling);

private:
    struct Pen {
        double x;
        double baseline;
        double scale; // pixels for one x-height
    };
    double widthOfWord(const QString &word, double scale);
    double gap(double scale) const { return scale * 1.35; }
    void writeWord(Ink &ink, const QString &word, Pen pen, double squeeze, double pressure);
    void crossOut(Ink &ink, double from, double to, const Pen &pen);
    double baselineAt(double x, const Pen &pen) const;

    Handwriting m_hand;
    Chance m_chance;
    std::unique_ptr<LetterSource> m_letters;
    double m_slope = 0;
    std::unique_ptr<Waver> m_drift;
};

} // namespace inkstep
