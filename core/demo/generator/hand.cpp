#include "demo/generator/hand.h"

#include "demo/generator/alphabet.h"

#include <QFile>
#include <QPen>
#include <QRawFont>
#include <QStringList>
#include <QTransform>
#include <array>
#include <cmath>
#include <map>

namespace inkstep {

struct FontLetters {
    const char *file;
    double weight;   // width of the line drawn around the outline, in x-heights: thin fonts need more
    double tracking; // added to every advance, in x-heights
    double grow;     // times the size its small letters would have
};

namespace {

FontLetters fontOf(HandStyle style) {
    switch (style) {
    case HandStyle::Breip:
        return {"Breip.ttf", 0.05, 0.06, 1};
    case HandStyle::Cursive:
        return {"Ecolier-court.ttf", 0.10, 0, 0.82};
    case HandStyle::Capitals:
        return {"BecauseWeOrganize-Regular.otf", 0.02, 0.08, 1.4};
    case HandStyle::Slanted:
        return {"dkg.ttf", 0.02, 0.04, 1};
    case HandStyle::Printed:
        break;
    }
    return {nullptr, 0, 0, 1};
}

// The way one person forms one letter, always.
struct Habit {
    double width;
    double height;
    double lean;
    double rise;
};

Habit habitOf(const Handwriting &hand, char16_t letter) {
    Chance chance = Chance(hand.person).fork(letter);
    const double loose = 1 - hand.neatness;
    return {1 + chance.normal() * (0.04 + 0.08 * loose), 1 + chance.normal() * (0.03 + 0.07 * loose),
            chance.normal() * (0.02 + 0.06 * loose), chance.normal() * 0.05 * loose};
}

} // namespace

// Letters in x-heights, y upward, from strokes or from a font.
class LetterSource {
public:
    struct Shape {
        double advance = 0.5;
        std::vector<Polyline> strokes;
        QPainterPath outline;
    };

    explicit LetterSource(HandStyle style) : m_font(fontOf(style)) {
        if (!m_font.file)
            return;
        const QString path = QStringLiteral(":/inkstep/handwriting/") + QLatin1StringView(m_font.file);
        m_raw = QRawFont(path, 100);
        if (!m_raw.isValid())
            qFatal("the handwriting font %s cannot be read; is there a QGuiApplication?", m_font.file);
        const QRectF x =
            m_raw.pathForGlyph(m_raw.glyphIndexesForString(QStringLiteral("x")).value(0)).boundingRect();
        m_unit = std::max(10.0, x.height()) / m_font.grow;
    }

    const Shape &shape(const QString &character) {
        const auto known = m_known.find(character);
        if (known != m_known.end())
            return known->second;
        Shape shape;
        const auto glyphs = m_font.file ? m_raw.glyphIndexesForString(character) : QList<quint32>();
        if (glyphs.isEmpty() || glyphs.first() == 0) {
            Letter letter = printed(character);
            shape.advance = letter.advance + 0.06;
            shape.strokes = std::move(letter.strokes);
        } else {
            shape.advance = m_raw.advancesForGlyphIndexes(glyphs).first().x() / m_unit + m_font.tracking;
            shape.outline =
                QTransform::fromScale(1 / m_unit, -1 / m_unit).map(m_raw.pathForGlyph(glyphs.first()));
        }
        return m_known.emplace(character, std::move(shape)).first->second;
    }

    double weight() const { return m_font.weight; }

private:
    FontLetters m_font;
    QRawFont m_raw;
    double m_unit = 50;
    std::map<QString, Shape> m_known;
};

Handwriting handOf(quint64 person, int age) {
    Chance chance = Chance(person).fork(77);
    Handwriting hand;
    hand.person = person;
    const double grown = std::clamp((age - 5) / 5.0, 0.0, 1.0);
    hand.neatness = std::clamp(0.30 + 0.45 * grown + chance.normal() * 0.16, 0.05, 0.95);
    hand.size = 1.08 - 0.15 * grown + chance.normal() * 0.09;
    hand.slant = chance.normal() * 0.07;
    hand.reversals = std::max(0.0, 0.10 * (1 - grown) * (1 - hand.neatness) * chance.between(0, 1.6));
    hand.mistakes = chance.between(0.01, 0.06);
    hand.skipsLines = chance.is(0.45);
    const double style = chance.unit();
    if (style > 0.66 + 0.1 * (1 - grown)) {
        static constexpr std::array others{HandStyle::Breip, HandStyle::Capitals, HandStyle::Slanted,
                                           HandStyle::Breip, HandStyle::Cursive};
        hand.style = chance.pick(others);
    }
    if (chance.is(0.14)) {
        hand.tool = Tool::Ballpoint;
        hand.color = chance.is(0.7) ? qRgb(38, 52, 128) : qRgb(40, 40, 46);
    } else if (chance.is(0.06)) {
        hand.tool = Tool::ColoredPencil;
        hand.color = chance.is(0.5) ? qRgb(120, 50, 130) : qRgb(30, 90, 150);
    } else {
        const int gray = 58 + chance.below(34);
        hand.color = qRgb(gray, gray, gray + 4);
    }
    return hand;
}

Writer::Writer(const Handwriting &hand, quint64 pageSeed)
    : m_hand(hand), m_chance(Chance(hand.person).fork(pageSeed)),
      m_letters(std::make_unique<LetterSource>(hand.style)) {}

Writer::~Writer() = default;

double Writer::widthOfWord(const QString &word, double scale) {
    double width = 0;
    for (const QChar letter : word)
        width += m_letters->shape(QString(letter)).advance * habitOf(m_hand, letter.unicode()).width * scale;
    return width;
}

int Writer::linesNeeded(const QString &text, const Ruling &ruling) {
    const double scale = ruling.xHeight * m_hand.size;
    int lines = 0;
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        double x = ruling.left;
        ++lines;
        for (const QString &word : paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const double width = widthOfWord(word, scale) * 1.06; // room for what the hand adds as it goes
            if (x > ruling.left && x + width > ruling.right) {
                ++lines;
                x = ruling.left;
            }
            x += width + gap(scale);
        }
    }
    return lines;
}

double Writer::baselineAt(double x, const Pen &pen) const {
    return pen.baseline + m_slope * x + m_drift->at(x) * (1 - m_hand.neatness) * pen.scale * 0.34;
}

double Writer::write(Ink &ink, const QString &text, const Ruling &ruling) {
    const double loose = 1 - m_hand.neatness;
    const double scale = ruling.xHeight * m_hand.size;
    Pen pen{ruling.left, ruling.firstBaseline, scale};
    double drift = 0;
    const auto newLine = [&] {
        // Without lines to keep to, each line starts from where the last one went.
        drift += ruling.printedLines ? 0 : m_chance.normal() * 0.006;
        m_slope = drift + m_chance.normal() * (ruling.printedLines ? 0.0015 : 0.007) * (0.3 + loose);
        m_drift = std::make_unique<Waver>(260, m_chance.fork(5));
        m_chance.next();
        pen.x = ruling.left + m_chance.normal() * scale * (0.15 + 0.5 * loose);
        pen.scale = scale * (1 + m_chance.normal() * 0.05 * loose);
    };
    for (const QString &paragraph : text.split(QLatin1Char('\n'))) {
        newLine();
        bool first = true;
        for (const QString &word : paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const double width = widthOfWord(word, pen.scale);
            double squeeze = 1;
            if (!first && pen.x + width > ruling.right) {
                const double room = (ruling.right + pen.scale - pen.x) / width;
                if (room > 0.84 && m_chance.is(0.5 * loose)) {
                    squeeze = room; // the last word of a line, made to fit
                } else {
                    pen.baseline += ruling.pitch;
                    newLine();
                }
            }
            if (pen.baseline > ruling.lastBaseline + 1)
                return pen.baseline;
            first = false;
            if (m_chance.is(m_hand.mistakes) && pen.x + 1.9 * width < ruling.right) {
                const QString start = word.first(std::min<qsizetype>(word.size(), 2 + m_chance.below(3)));
                const double startWidth = widthOfWord(start, pen.scale);
                if (m_hand.tool == Tool::Pencil && m_chance.is(0.5)) {
                    writeWord(ink, start, pen, 1, 0.16); // rubbed out: a ghost stays, the word goes over it
                    pen.x += m_chance.between(0, 0.4) * startWidth;
                } else {
                    writeWord(ink, start, pen, 1, 0.8);
                    crossOut(ink, pen.x, pen.x + startWidth, pen);
                    pen.x += startWidth + gap(pen.scale);
                }
            }
            writeWord(ink, word, pen, squeeze, 0.84 + 0.07 * m_chance.normal());
            pen.x +=
                width * squeeze + gap(pen.scale) * std::max(0.6, 1 + m_chance.normal() * (0.1 + 0.3 * loose));
        }
        pen.baseline += ruling.pitch;
    }
    return pen.baseline;
}

void Writer::crossOut(Ink &ink, double from, double to, const Pen &pen) {
    const int lines = 1 + m_chance.below(4);
    const double middle = baselineAt((from + to) / 2, pen) - pen.scale * 0.55;
    Polyline back;
    for (int i = 0; i < lines; ++i) {
        const double y = middle + m_chance.normal() * pen.scale * 0.28;
        const bool leftward = i % 2;
        back.emplace_back(leftward ? to + 4 : from - 4, y + m_chance.normal() * 3);
        back.emplace_back((from + to) / 2, y + m_chance.normal() * 4);
        back.emplace_back(leftward ? from - 4 : to + 4, y + m_chance.normal() * 3);
    }
    ink.stroke(back, widthOf(m_hand.tool), 0.9, m_chance);
}

void Writer::writeWord(Ink &ink, const QString &word, Pen pen, double squeeze, double pressure) {
    const double loose = 1 - m_hand.neatness;
    const double lineWidth = widthOf(m_hand.tool) * std::clamp(pen.scale / 24, 0.75, 1.25);
    for (const QChar letter : word) {
        const LetterSource::Shape &shape = m_letters->shape(QString(letter));
        const Habit habit = habitOf(m_hand, letter.unicode());
        const double wide = pen.scale * squeeze * habit.width * (1 + m_chance.normal() * 0.07 * loose);
        const double high = pen.scale * habit.height * (1 + m_chance.normal() * 0.10 * loose);
        const double turn = m_chance.normal() * 0.07 * loose;
        const double lean = m_hand.slant + habit.lean + m_chance.normal() * 0.04 * loose;
        const double rise = (habit.rise + m_chance.normal() * 0.09 * loose) * pen.scale;
        const bool mirrored = isOftenReversed(letter) && m_chance.is(m_hand.reversals);
        const double y = baselineAt(pen.x, pen) - rise;
        // Every point of a letter strays a little, neighbors together.
        const Waver strayX(1.1, m_chance.fork(11));
        const Waver strayY(1.1, m_chance.fork(12));
        m_chance.next();
        const double stray = 0.03 + 0.085 * loose;
        const auto placed = [&](QPointF p) {
            if (mirrored)
                p.setX(0.85 * shape.advance - p.x());
            const QPointF moved =
                p + QPointF(strayX.at(p.x() * 1.3 + p.y() * 0.7 + 40), strayY.at(p.y() + p.x() * 0.5 + 40)) *
                        stray;
            const QPointF leaned(moved.x() + moved.y() * lean, moved.y());
            return QPointF(pen.x + (leaned.x() * std::cos(turn) - leaned.y() * std::sin(turn)) * wide,
                           y - (leaned.x() * std::sin(turn) + leaned.y() * std::cos(turn)) * high);
        };
        const double press = std::clamp(pressure * (1 + m_chance.normal() * 0.10), 0.1, 1.0);
        for (const Polyline &stroke : shape.strokes) {
            Polyline drawn;
            drawn.reserve(stroke.size() + 1);
            const QPointF nudge(m_chance.normal() * 0.04 * loose, m_chance.normal() * 0.05 * loose);
            for (const QPointF &point : stroke)
                drawn.push_back(placed(point + nudge));
            if (drawn.size() > 1) // strokes overshoot or stop short
                drawn.back() += (drawn.back() - drawn[drawn.size() - 2]) * m_chance.normal() * 0.35 * loose;
            ink.stroke(drawn, lineWidth, press, m_chance);
        }
        if (!shape.outline.isEmpty()) {
            QPainterPath outline = shape.outline;
            for (int i = 0; i < outline.elementCount(); ++i) {
                const QPointF p = placed(outline.elementAt(i));
                outline.setElementPositionAt(i, p.x(), p.y());
            }
            ink.fill(outline, press);
            const double weight = m_letters->weight() * pen.scale;
            if (weight > 0.3)
                ink.fill(QPainterPathStroker(QPen(Qt::black, weight)).createStroke(outline), press);
        }
        pen.x += shape.advance * wide * (1 + m_chance.normal() * 0.10 * loose);
    }
}

} // namespace inkstep
