// Slips in type: nothing is ever cut off, whatever the words, the language, the paper.
#include "ingest/pack/skillpack.h"
#include "report/slipsheets.h"

#include <QFontDatabase>
#include <QPainter>
#include <QTest>
#include <QTextLayout>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

QSizeF cellOf(Paper paper) {
    return SlipSheets({}, paper).cell();
}

// What is wrong with a layout; empty: nothing.
QString wrongWith(const SlipLayout &layout, const QSizeF &cell) {
    constexpr double least = SlipLayout::margin - 0.01;
    const QRectF inside = QRectF(QPointF(0, 0), cell).adjusted(least, least, -least, -least);
    if (layout.type() < SlipLayout::leastType)
        return QStringLiteral("type of %1").arg(layout.type());
    for (const SlipLayout::Block &block : layout.blocks()) {
        if (!inside.contains(block.paper))
            return QStringLiteral("a paper leaves its cell");
        if (!block.paper.contains(block.room))
            return QStringLiteral("words leave their paper: %1").arg(block.text);
        qsizetype next = 0;
        for (int i = 0; i < block.words->lineCount(); ++i) {
            const QTextLine line = block.words->lineAt(i);
            if (line.textStart() != next)
                return QStringLiteral("a line is missing: %1").arg(block.text);
            next = line.textStart() + line.textLength();
            if (line.naturalTextWidth() / 10 > block.room.width() + 0.5)
                return QStringLiteral("a line is too wide: %1").arg(block.text);
        }
        if (next != block.text.size())
            return QStringLiteral("the end is missing: %1").arg(block.text);
    }
    for (std::size_t i = 1; i < layout.blocks().size(); ++i) {
        if (layout.blocks()[i - 1].paper.intersects(layout.blocks()[i].paper))
            return QStringLiteral("papers overlap");
    }
    return {};
}

QString together(const std::vector<SlipLayout> &layouts, bool steps) {
    QStringList parts;
    for (const SlipLayout &layout : layouts) {
        for (const SlipLayout::Block &block : layout.blocks()) {
            if (block.isStep == steps)
                parts << block.text;
        }
    }
    return parts.join(QLatin1Char(' ')).simplified();
}

QString lettersOf(const QString &text) {
    QString letters = text;
    letters.removeIf([](QChar c) { return c.isSpace(); });
    return letters;
}

// Compliment and step of each skill, by language.
QMap<QString, std::vector<Slip>> bankSlips() {
    QMap<QString, std::vector<Slip>> slips;
    const auto pack = builtInSkillPack();
    for (const PackSkill &skill : pack->skills) {
        slips[pack->language].push_back({QStringLiteral("Maya"), skill.compliment, skill.childWords});
        for (auto in = skill.in.begin(); in != skill.in.end(); ++in)
            slips[in.key()].push_back({QStringLiteral("Maya"), in->compliment, in->childWords});
    }
    return slips;
}

} // namespace

class SlipsTest : public QObject {
    Q_OBJECT

private slots:
    void theLettersAreAndika() {
        const auto layouts = layOut({QStringLiteral("Maya"), QStringLiteral("Yes"), {}}, cellOf(Paper::A4));
        QCOMPARE(layouts.front().blocks().front().words->font().family(), QStringLiteral("Andika"));
        QVERIFY(QFontDatabase::families().contains(QStringLiteral("Andika")));
    }

    void everyBankTextFitsOnOneSlip_data() {
        QTest::addColumn<int>("paper");
        QTest::newRow("A4") << static_cast<int>(Paper::A4);
        QTest::newRow("Letter") << static_cast<int>(Paper::Letter);
    }
    void everyBankTextFitsOnOneSlip() {
        QFETCH(int, paper);
        const QSizeF cell = cellOf(static_cast<Paper>(paper));
        const auto all = bankSlips();
        QCOMPARE(all.keys(), QStringList({QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("fr")}));
        for (const std::vector<Slip> &slips : all) {
            for (const Slip &slip : slips) {
                const auto layouts = layOut(slip, cell);
                QCOMPARE(layouts.size(), std::size_t(1));
                QVERIFY2(wrongWith(layouts.front(), cell).isEmpty(),
                         qPrintable(wrongWith(layouts.front(), cell)));
            }
        }
    }

    // The worst a slip can carry: the longest of both, which need not be of one skill.
    void theLongestTogetherFit() {
        const auto all = bankSlips();
        for (const Paper paper : {Paper::A4, Paper::Letter}) {
            for (std::vector<Slip> slips : all) {
                const auto longest = [&](auto member) {
                    std::vector<QString> texts;
                    for (const Slip &slip : slips)
                        texts.push_back(slip.*member);
                    std::sort(texts.begin(), texts.end(),
                              [](const QString &a, const QString &b) { return a.size() > b.size(); });
                    texts.resize(std::max<std::size_t>(1, texts.size() / 20)); // 5 %
                    return texts;
                };
                for (const QString &compliment : longest(&Slip::compliment)) {
                    for (const QString &step : longest(&Slip::step)) {
                        const auto layouts =
                            layOut({QStringLiteral("Maya"), compliment, step}, cellOf(paper));
                        QCOMPARE(layouts.size(), std::size_t(1));
                        QVERIFY2(wrongWith(layouts.front(), cellOf(paper)).isEmpty(),
                                 qPrintable(wrongWith(layouts.front(), cellOf(paper))));
                    }
                }
            }
        }
    }

    void anyWordsAreAllThere() {
        const bool held = rc::check("no word is lost, none leaves its paper", [] {
            const auto anyText = [] {
                QString text;
                const int words = *rc::gen::inRange(0, 60);
                for (int i = 0; i < words; ++i)
                    text += QString(*rc::gen::inRange(1, 40), QChar(*rc::gen::inRange(0x61, 0x17F))) +
                            (*rc::gen::inRange(0, 12) ? QLatin1Char(' ') : QLatin1Char('\n'));
                return text;
            };
            const Slip slip{QStringLiteral("Maya"), anyText(), anyText()};
            const QSizeF cell = cellOf(*rc::gen::arbitrary<bool>() ? Paper::A4 : Paper::Letter);
            const auto layouts = layOut(slip, cell);
            for (const SlipLayout &layout : layouts) {
                const QString wrong = wrongWith(layout, cell);
                RC_ASSERT(wrong.toStdString() == std::string());
            }
            RC_ASSERT(lettersOf(together(layouts, false)) == lettersOf(slip.compliment));
            RC_ASSERT(lettersOf(together(layouts, true)) == lettersOf(slip.step));
        });
        QVERIFY(held);
    }

    void aLongNameIsCutAndNothingElse() {
        const QString name = QString(300, QLatin1Char('W'));
        const Slip slip{name, QStringLiteral("You did it."), QStringLiteral("Now try this.")};
        const auto layouts = layOut(slip, cellOf(Paper::A4));
        QCOMPARE(layouts.size(), std::size_t(1));
        QVERIFY(layouts.front().name().endsWith(QChar(0x2026)));
        QVERIFY(layouts.front().name().size() < 60);
        QVERIFY(wrongWith(layouts.front(), cellOf(Paper::A4)).isEmpty());
        QCOMPARE(layouts.front().type(), SlipLayout::largestType);
    }

    void longWordsGoOnWithANumber() {
        const Slip slip{QStringLiteral("Maya"), QString(),
                        QStringLiteral("Say it once more, slowly. ").repeated(40)};
        const auto layouts = layOut(slip, cellOf(Paper::Letter));
        QVERIFY(layouts.size() > 1);
        QCOMPARE(layouts.front().name(), QStringLiteral("Maya · 1/%1").arg(layouts.size()));
        QCOMPARE(together(layouts, true), slip.step.simplified());
    }

    // Ink stays off the edge where scissors and printers go; only the lines to cut along are there.
    void nothingIsPaintedAtAnEdge() {
        std::vector<Slip> slips;
        const auto all = bankSlips();
        for (const std::vector<Slip> &some : all)
            slips.insert(slips.end(), some.begin(), some.begin() + 8);
        const SlipSheets sheets(slips, Paper::A4);
        QCOMPARE(sheets.count(), 3);
        for (int sheet = 0; sheet < sheets.count(); ++sheet) {
            QImage image((sheets.size() * 2).toSize(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.scale(2, 2);
            sheets.paint(painter, sheet);
            painter.end();
            const QString looks = qEnvironmentVariable("INKSTEP_PICTURES");
            if (!looks.isEmpty())
                image.save(looks + QStringLiteral("/slips-%1.png").arg(sheet));
            constexpr double edge = SlipLayout::margin - 2;
            int inked = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const double left = std::fmod(x / 2.0, sheets.cell().width());
                    const double top = std::fmod(y / 2.0, sheets.cell().height());
                    const bool gutter = left < edge || left > sheets.cell().width() - edge || top < edge ||
                                        top > sheets.cell().height() - edge;
                    const bool atCut = left < 2 || left > sheets.cell().width() - 2 || top < 2 ||
                                       top > sheets.cell().height() - 2;
                    if (image.pixel(x, y) == qRgb(255, 255, 255))
                        continue;
                    ++inked;
                    QVERIFY2(!gutter || atCut, qPrintable(QStringLiteral("ink at %1, %2").arg(x).arg(y)));
                }
            }
            QVERIFY(inked > 10'000);
        }
    }

    void theFileHasAPageASheet_data() {
        QTest::addColumn<int>("slips");
        QTest::addColumn<int>("pages");
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("a full sheet") << 8 << 1;
        QTest::newRow("one more") << 9 << 2;
        QTest::newRow("a class") << 25 << 4;
    }
    void theFileHasAPageASheet() {
        QFETCH(int, slips);
        QFETCH(int, pages);
        const SlipSheets sheets(
            std::vector<Slip>(static_cast<std::size_t>(slips),
                              {QStringLiteral("Maya"), {}, QStringLiteral("Add one thing.")}),
            Paper::Letter);
        const auto pdf = sheets.pdf(QStringLiteral("Slips"));
        QVERIFY(pdf && pdf->startsWith("%PDF-"));
        QCOMPARE(pdf->count("/Type /Page\n"), pages);
        QVERIFY(pdf->contains("/MediaBox [0 0 612") || pdf->contains("/MediaBox [0 0 612.0"));
    }

    void noSlipsAreNoFile() { QVERIFY(!SlipSheets({}, Paper::A4).pdf(QStringLiteral("Slips"))); }

    void papers() {
        QCOMPARE(usualPaper(QLocale(QLocale::English, QLocale::UnitedStates)), Paper::Letter);
        QCOMPARE(usualPaper(QLocale(QLocale::Spanish, QLocale::Mexico)), Paper::Letter);
        QCOMPARE(usualPaper(QLocale(QLocale::English, QLocale::UnitedKingdom)), Paper::A4);
        QCOMPARE(usualPaper(QLocale::c()), Paper::A4);
        QCOMPARE(nearestPaper({215.9, 279.4}), Paper::Letter);
        QCOMPARE(nearestPaper({297, 210}), Paper::A4);
    }
};

QTEST_MAIN(SlipsTest)
#include "tst_slips.moc"
