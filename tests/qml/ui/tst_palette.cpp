// Every text on its ground reads: WCAG 2.1 level AA, in light, dark and dim.
#include "palette.h"
#include "theme.h"

#include <QFontMetricsF>
#include <QRawFont>
#include <QTest>

using namespace inkstep;

class TestPalette : public QObject {
    Q_OBJECT

private slots:
    void everyTextReads_data() {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        const std::pair<const char *, const Palette *> all[] = {
            {"light", &Palette::light()}, {"dark", &Palette::dark()}, {"dim", &Palette::dim()}};
        for (const auto &[name, palette] : all) {
            for (const TextPair &pair : textPairs(*palette)) {
                QTest::addRow("%s, %s", name, qPrintable(pair.name)) << pair.text << pair.ground;
            }
        }
    }

    void everyTextReads() {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QStringLiteral("%1 on %2 is %3")
                                                               .arg(text.name(), ground.name())
                                                               .arg(contrast(text, ground))));
    }

    void contrastIsTheKnownOne() {
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        // #767676 on white is the well-known lightest gray that passes.
        QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5);
        QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
    }

    void bordersAndFocusShow() {
        for (const Palette *palette : {&Palette::light(), &Palette::dark(), &Palette::dim()}) {
            for (const QColor &ground : {palette->paper, palette->card, palette->inset}) {
                QVERIFY(contrast(palette->outline, ground) >= 3.0);
                QVERIFY(contrast(palette->focus, ground) >= 3.0);
            }
        }
    }

    // Dim is near black and still, whatever the appearance and the wish for motion.
    void dimIsDarkAndStill() {
        Theme theme;
        theme.setAppearance(Theme::Light);
        theme.setReducedMotion(false);
        QVERIFY(theme.quick() > 0);
        theme.setDim(true);
        QVERIFY(theme.dark());
        QCOMPARE(theme.quick(), 0);
        QCOMPARE(theme.calm(), 0);
        for (const QColor &ground : {theme.paper(), theme.card(), theme.inset(), theme.actionTint()})
            QVERIFY2(ground.lightnessF() < 0.1F, qPrintable(ground.name()));
        QVERIFY(theme.ink().lightnessF() < 0.7F);
        theme.setDim(false);
        QVERIFY(!theme.dark());
    }

    void textScaleMovesEverySize() {
        Theme theme;
        theme.setTextScale(2);
        QCOMPARE(theme.small(), 28);
        QCOMPARE(theme.display(), 80);
        theme.setTextScale(5);
        QCOMPARE(theme.textScale(), 2.0);
        theme.setTextScale(1);
        QCOMPARE(theme.body(), 16);
    }

    void widthClassesBeginWhereSaid() {
        const Theme theme;
        QCOMPARE(theme.widthClass(599), Theme::Compact);
        QCOMPARE(theme.widthClass(600), Theme::Medium);
        QCOMPARE(theme.widthClass(999), Theme::Medium);
        QCOMPARE(theme.widthClass(1000), Theme::Expanded);
    }

    void lessMotionIsNone() {
        Theme theme;
        QVERIFY(theme.calm() > 0);
        theme.setReducedMotion(true);
        QCOMPARE(theme.calm(), 0);
        QCOMPARE(theme.quick(), 0);
    }

    void fontsAreOurs() {
        const Theme theme;
        QCOMPARE(theme.interfaceFont(), QStringLiteral("Inter"));
        QCOMPARE(theme.readingFont(), QStringLiteral("Andika"));
        QVERIFY(!theme.iconFont().isEmpty());
    }

    void initialsOfNames() {
        const Theme theme;
        QCOMPARE(theme.initials(QStringLiteral("mary ann lee")), QStringLiteral("ML"));
        QCOMPARE(theme.initials(QStringLiteral("Omar")), QStringLiteral("O"));
        QCOMPARE(theme.initials(QStringLiteral("  ")), QString());
        QCOMPARE(theme.avatarTint(QStringLiteral("Maya")), theme.avatarTint(QStringLiteral("Maya")));
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
