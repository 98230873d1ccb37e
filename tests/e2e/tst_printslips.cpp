// Slips from the command line: the sheets of the demo class, and everything that can be wrong.
#include "e2e/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using inkstep::test::Outcome;
using inkstep::test::ScratchClass;
using inkstep::test::words;

namespace {

// The PDF's pages as pictures, in a folder; INKSTEP_PICTURES keeps them to be looked at.
QStringList rendered(const QString &pdf, const QString &folder) {
    QProcess poppler;
    poppler.start(QStringLiteral("pdftoppm"), words({"-png", "-r", "80"})
                                                  << pdf << folder + QStringLiteral("/sheet"));
    if (!poppler.waitForFinished(120'000) || poppler.exitCode() != 0)
        return {};
    return QDir(folder).entryList({QStringLiteral("sheet*.png")}, QDir::Files, QDir::Name);
}

QString textOf(const QString &pdf) {
    QProcess poppler;
    poppler.start(QStringLiteral("pdftotext"),
                  QStringList{QStringLiteral("-layout"), pdf, QStringLiteral("-")});
    poppler.waitForFinished(60'000);
    return QString::fromUtf8(poppler.readAllStandardOutput());
}

} // namespace

class TestPrintSlips : public QObject {
    Q_OBJECT

private slots:
    void theDemoClass() {
        const QTemporaryDir folder;
        const QString profile = folder.filePath(QStringLiteral("demo")),
                      pdf = folder.filePath(QStringLiteral("slips.pdf"));
        QCOMPARE(inkstep::test::inkstep(words({"demo", "--profile"}) << profile).code, 0);
        const Outcome made =
            inkstep::test::inkstep(words({"print-slips", "--json", "--paper", "a4", "--profile"})
                                   << profile << QStringLiteral("--out") << pdf);
        QVERIFY2(made.code == 0, qPrintable(made.err));
        const int slips = made.json().value(QLatin1StringView("slips")).toInt();
        const int sheets = made.json().value(QLatin1StringView("sheets")).toInt();
        QVERIFY(slips > 8);
        QCOMPARE(sheets, (slips + 7) / 8);
        const QString looks = qEnvironmentVariable("INKSTEP_PICTURES", folder.path());
        const QStringList pages = rendered(pdf, looks);
        QCOMPARE(pages.size(), sheets);
        for (const QString &page : pages) {
            const QImage image(looks + QLatin1Char('/') + page);
            QVERIFY(std::abs(image.height() * 210.0 / image.width() - 297) < 1);
            QVERIFY(image.pixel(2, 2) == qRgb(255, 255, 255));
        }
    }

    void oneStudentAndTheFileIsReplacedWhole() {
        const ScratchClass room;
        const QString pdf = room.file("slips.pdf");
        QCOMPARE(
            room.run(words({"note", "--student", "Maya", "--kind", "next-step", "Say who is speaking"})).code,
            0);
        QCOMPARE(room.run(words({"note", "--student", "Yusuf", "--kind", "next-step", "Add a sound"})).code,
                 0);
        QCOMPARE(room.run(words({"note", "--student", "Maya", "You started right away"})).code, 0);
        room.write("slips.pdf", "old");
        const Outcome both = room.run(words({"print-slips", "--out"}) << pdf);
        QVERIFY2(both.code == 0, qPrintable(both.err));
        QVERIFY2(both.out.startsWith(QStringLiteral("2 slips on 1 sheets")), qPrintable(both.out));
        QString text = textOf(pdf);
        QVERIFY2(text.contains(QStringLiteral("Say who is")) && text.contains(QStringLiteral("Maya")) &&
                     text.contains(QStringLiteral("Yusuf")),
                 qPrintable(text));
        QCOMPARE(room.run(words({"print-slips", "--student", "maya", "--out"}) << pdf).code, 0);
        text = textOf(pdf);
        QVERIFY(text.contains(QStringLiteral("Maya")) && !text.contains(QStringLiteral("Yusuf")));
        const QDir beside(QFileInfo(pdf).path());
        QVERIFY(beside.entryList({QStringLiteral(".part-*")}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void whatCannotBe_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing open")
            << words({"--out", "OUT"}) << 1 << QStringLiteral("No student has an open next step");
        QTest::newRow("nothing of hers")
            << words({"--student", "Maya", "--out", "OUT"}) << 1 << QStringLiteral("None of these students");
        QTest::newRow("nobody of that name")
            << words({"--student", "Nobody", "--out", "OUT"}) << 1 << QStringLiteral("Nobody");
        QTest::newRow("no out") << words({}) << 2 << QStringLiteral("--out");
        QTest::newRow("no such paper")
            << words({"--paper", "a5", "--out", "OUT"}) << 2 << QStringLiteral("a5");
    }
    void whatCannotBe() {
        QFETCH(QStringList, options);
        QFETCH(int, code);
        QFETCH(QString, says);
        const ScratchClass room;
        const QString pdf = room.write("slips.pdf", "old");
        options.replaceInStrings(QStringLiteral("OUT"), pdf);
        const QString digest = room.digest();
        const Outcome outcome = room.run(words({"print-slips"}) << options);
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.count(QLatin1Char('\n')) == 1 && outcome.err.contains(says),
                 qPrintable(outcome.err));
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("old"));
        QCOMPARE(room.digest(), digest);
    }

    void aPlaceThatCannotBeWrittenTo() {
        const ScratchClass room;
        QCOMPARE(room.run(words({"note", "--student", "Maya", "--kind", "next-step", "Add a sound"})).code,
                 0);
        const Outcome outcome = room.run(words({"print-slips", "--out", "/proc/slips.pdf"}));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("/proc/slips.pdf")) &&
                     outcome.err.count(QLatin1Char('\n')) == 1,
                 qPrintable(outcome.err));
        QVERIFY(room.run(words({"print-slips", "--out"}) << room.file("no/such/folder.pdf")).code == 1);
    }
};

QTEST_GUILESS_MAIN(TestPrintSlips)
#include "tst_printslips.moc"
