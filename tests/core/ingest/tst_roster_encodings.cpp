#include "ingest/roster/roster.h"

#include <QStringEncoder>
#include <QTest>

#include <rapidcheck.h>

using namespace inkstep;

namespace {

const QString list = QStringLiteral("Zoë Müller\nJosé Peña\nFrançois Œuvrard\nAnna");

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding, bool mark) {
    QStringEncoder encoder(encoding,
                           mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

class TestRosterEncodings : public QObject {
    Q_OBJECT

private slots:
    void reads_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("guessed");
        QTest::newRow("UTF-8") << encoded(list, QStringConverter::Utf8, false) << false;
        QTest::newRow("UTF-8 with mark") << encoded(list, QStringConverter::Utf8, true) << false;
        QTest::newRow("UTF-16 LE") << encoded(list, QStringConverter::Utf16LE, true) << false;
        QTest::newRow("UTF-16 BE") << encoded(list, QStringConverter::Utf16BE, true) << false;
        QTest::newRow("Windows-1252") << QByteArray("Zo\xEB M\xFCller\nJos\xE9 Pe\xF1"
                                                    "a\nFran\xE7ois \x8Cuvrard\nAnna")
                                      << true;
        QTest::newRow("Macintosh") << QByteArray("Zo\x91 M\x9Fller\rJos\x8E Pe\x96"
                                                 "a\rFran\x8Dois \xCEuvrard\rAnna")
                                   << true;
    }
    void reads() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, guessed);
        const auto roster = readRoster(bytes);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QStringList names;
        for (const RosterEntry &entry : roster->entries)
            names << entry.name;
        QCOMPARE(names.join(QLatin1Char('\n')), list);
        QCOMPARE(roster->encodingGuessed, guessed);
    }

    void readsLatinNames_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("short") << QByteArray("\xD3 Briain");
        QTest::newRow("capitals") << QByteArray("S\xD8REN M\xDCLLER");
        QTest::newRow("apostrophe") << QByteArray("O\x92Neil Jos\xE9");
        QTest::newRow("two accents") << QByteArray("\xC9l\xE9onore");
        QTest::newRow("apostrophe before a small letter") << QByteArray("Sa\x92id Ren\xE9");
        QTest::newRow("dash") << QByteArray("Anne\x96Marie \x8Aimun");
        QTest::newRow("Catalan") << QByteArray("Gal\xB7la Mart\xEDnez");
        QTest::newRow("of a Macintosh") << QByteArray("Jos\x8E Mart\x92nez\nL\x97pez, Bj\x9Arn\n");
        QTest::newRow("heading") << QByteArray("Pr\xE9nom;Nom\nZo\xEB;B\xE9gu\xE9");
    }
    void readsLatinNames() {
        QFETCH(QByteArray, bytes);
        const auto roster = readRoster(bytes);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QVERIFY(roster->encodingGuessed);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("Cyrillic in Windows-1251") << QByteArray("\xC8\xE2\xE0\xED\n\xDE\xEB\xFF\n");
        QTest::newRow("Greek in ISO 8859-7") << QByteArray("\xC4\xDE\xEC\xE7\xF4\xF1\xE1");
        QTest::newRow("a PC's before Windows") << QByteArray("Jos\x82\nBj\x94rn\n");
        QTest::newRow("Shift JIS") << QByteArray("\x93\x63\x92\x86\x8C\x4E");
        QTest::newRow("GBK") << QByteArray("\xC0\xEE\xD0\xA1\xC1\xFA");
        QTest::newRow("UTF-16 without mark") << encoded(list, QStringConverter::Utf16LE, false);
        QTest::newRow("UTF-16 cut short") << encoded(list, QStringConverter::Utf16LE, true).chopped(1);
        QTest::newRow("UTF-8 with mark, cut short") << QByteArray("\xEF\xBB\xBFZo\xC3");
        QTest::newRow("half a surrogate pair") << QByteArray("\xFF\xFE"
                                                             "A\0\x3D\xD8",
                                                             6);
        QTest::newRow("UTF-8 with mark, then not") << QByteArray("\xEF\xBB\xBFZo\xEB");
        QTest::newRow("workbook") << QByteArray("PK\x03\x04rest of a workbook");
        QTest::newRow("old workbook") << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1");
        QTest::newRow("web page named .xls") << QByteArray("\xEF\xBB\xBF\n<HTML><table><tr><td>Ana</table>");
        QTest::newRow("records for programs") << QByteArray("[{\"name\": \"Ana\"}]");
        QTest::newRow("PDF") << QByteArray("%PDF-1.4\nAna\n");
        QTest::newRow("rich text") << QByteArray("{\\rtf1 Ana}");
        QTest::newRow("picture") << QByteArray("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10);
        QTest::newRow("stray byte") << QByteArray("Ana\x81\nLeo");
    }
    void refuses() {
        QFETCH(QByteArray, bytes);
        const auto roster = readRoster(bytes, QStringLiteral("class.csv"));
        QVERIFY(!roster.has_value());
        QCOMPARE(roster.error().code, ErrorCode::BadInput);
        QVERIFY2(roster.error().detail.contains(QStringLiteral("UTF-8")), qPrintable(roster.error().detail));
    }

    void readsAnyUnicodeListAlikeInEveryEncoding() {
        QVERIFY(rc::check("UTF-8 and UTF-16 agree", [] {
            const auto points = *rc::gen::container<std::u32string>(rc::gen::oneOf(
                rc::gen::inRange<char32_t>(0x20, 0xD800), rc::gen::inRange<char32_t>(0x10000, 0x20000),
                rc::gen::element<char32_t>(U'\n', U',', U'a')));
            const QString text = QStringLiteral("Ana\n") + QString::fromStdU32String(points);
            const auto plain = readRoster(encoded(text, QStringConverter::Utf8, false));
            const bool read = plain.has_value();
            for (const auto encoding :
                 {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
                const auto other = readRoster(encoded(text, encoding, true));
                RC_ASSERT(other.has_value() == read);
                RC_ASSERT(!read || *other == *plain);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestRosterEncodings)
#include "tst_roster_encodings.moc"
