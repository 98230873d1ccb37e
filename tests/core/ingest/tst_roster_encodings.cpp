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
        QTest::newRow("Icelandic") << QByteArray(
            "\xDE\xF3r\xF0ur Gu\xF0mundsson\nEy\xFE\xF3r J\xF3n\nArn\xFE\xF3r \xDD"
            "mir\n\xC6gir S\xE6var");
        QTest::newRow("French") << QByteArray("A\xEFssatou Lef\xE8vre\nRapha\xEBl Rivi\xE8re\nLo\xEF"
                                              "c Gu\xE8ye\nGa\xEBlle Br\xFBl\xE9\nAna\xEFs D'Auz\xE8re");
        QTest::newRow("German") << QByteArray("J\xF6rg Gro\xDF\nK\xE4the \xDC"
                                              "belh\xF6r");
        QTest::newRow("Spanish") << QByteArray("M\xAA Jos\xE9 N\xFA\xF1"
                                               "ez\nI\xF1igo G\xFC"
                                               "ell\nN\xBA;Nombre\n2\xBA"
                                               "A");
        QTest::newRow("Portuguese") << QByteArray("Jo\xE3o Sim\xF5"
                                                  "es\nIn\xEAs Concei\xE7\xE3o\nMagalh\xE3"
                                                  "es");
        QTest::newRow("Danish") << QByteArray("S\xF8ren Kj\xE6r\nH\xF8"
                                              "eg \xD8ystein\n\xC5se \xC6"
                                              "bel\xF8\nSand\xF8"
                                              "e");
        QTest::newRow("Finnish") << QByteArray("P\xE4ivi M\xE4kel\xE4inen\nV\xE4in\xF6");
        QTest::newRow("Italian") << QByteArray("Nicol\xF2 Zo\xEB\nNo\xE8 D'Angel\xEC\nMos\xE8");
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
        QTest::newRow("Turkish in Windows-1254") << QByteArray("Ay\xFE"
                                                               "e Y\xFDld\xFDz\nCan Kaya");
        QTest::newRow("Turkish, capitals") << QByteArray("\xDD"
                                                         "brahim \xDE"
                                                         "ahin\n\xC7"
                                                         "a\xF0r\xFD \xD6zt\xFCrk");
        QTest::newRow("Croatian in Windows-1250") << QByteArray("Kova\xE8 \x8E"
                                                                "eljka\nPeri\xE6 \xD0uro");
        QTest::newRow("Croatian, one letter") << QByteArray("Ana Peri\xE6");
        QTest::newRow("Czech in Windows-1250") << QByteArray("Ji\xF8\xED Dvo\xF8\xE1k");
        QTest::newRow("Czech, other letters") << QByteArray("Zden\xECk Nov\xE1k");
        QTest::newRow("Hungarian in Windows-1250") << QByteArray("Kov\xE1"
                                                                 "cs \xD5rs");
        QTest::newRow("Hungarian, the other letter") << QByteArray("Sz\xFB"
                                                                   "cs D\xF3ra");
        QTest::newRow("Hungarian, that letter alone") << QByteArray("Dorottya Sz\xFB"
                                                                    "cs");
        QTest::newRow("Czech, at the beginning") << QByteArray("Jan \xD8"
                                                               "eh\xE1k");
        QTest::newRow("Slovak, before a vowel") << QByteArray("Jan K\xF2"
                                                              "a\x9Eko");
        QTest::newRow("Romanian in Windows-1250") << QByteArray("\xAAtefan \xDE\xEErlea\nIon Pop");
        QTest::newRow("Romanian, inside") << QByteArray("La\xBA"
                                                        "cu Ana");
        QTest::newRow("Slovak in Windows-1250") << QByteArray("Luk\xE1\x9A \xCFurica\n\xBC"
                                                              "ubica Vr\xE1"
                                                              "blov\xE1");
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
