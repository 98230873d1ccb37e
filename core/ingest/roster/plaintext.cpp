#include "ingest/roster/plaintext.h"

#include "ingest/roster/otheralphabets.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace inkstep {

QString rosterText(const char *text) {
    return QCoreApplication::translate("Roster", text);
}

namespace {

QString howToSave() {
    return rosterText(
        "Open the list where it was made, save it as “CSV UTF-8” or as plain text in UTF-8, and try again.");
}

// Bytes 0x80 to 0x9F of Windows-1252, 0 where it has none; the other bytes are Latin-1.
// https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// Bytes 0x80 to 0xFF of a Macintosh's own, in which its spreadsheets save what they call CSV.
// https://www.unicode.org/Public/MAPPINGS/VENDORS/APPLE/ROMAN.TXT
constexpr QStringView macintosh =
    u"\u00C4\u00C5\u00C7\u00C9\u00D1\u00D6\u00DC\u00E1\u00E0\u00E2\u00E4\u00E3\u00E5\u00E7\u00E9\u00E8"
    u"\u00EA\u00EB\u00ED\u00EC\u00EE\u00EF\u00F1\u00F3\u00F2\u00F4\u00F6\u00F5\u00FA\u00F9\u00FB\u00FC"
    u"\u2020\u00B0\u00A2\u00A3\u00A7\u2022\u00B6\u00DF\u00AE\u00A9\u2122\u00B4\u00A8\u2260\u00C6\u00D8"
    u"\u221E\u00B1\u2264\u2265\u00A5\u00B5\u2202\u2211\u220F\u03C0\u222B\u00AA\u00BA\u03A9\u00E6\u00F8"
    u"\u00BF\u00A1\u00AC\u221A\u0192\u2248\u2206\u00AB\u00BB\u2026\u00A0\u00C0\u00C3\u00D5\u0152\u0153"
    u"\u2013\u2014\u201C\u201D\u2018\u2019\u00F7\u25CA\u00FF\u0178\u2044\u20AC\u2039\u203A\uFB01\uFB02"
    u"\u2021\u00B7\u201A\u201E\u2030\u00C2\u00CA\u00C1\u00CB\u00C8\u00CD\u00CE\u00CF\u00CC\u00D3\u00D4"
    u"\uF8FF\u00D2\u00DA\u00DB\u00D9\u0131\u02C6\u02DC\u00AF\u02D8\u02D9\u02DA\u00B8\u02DD\u02DB\u02C7";
static_assert(macintosh.size() == 128);

bool isAccented(QChar c) {
    return c.unicode() >= 0x80 && c.isLetter();
}

// Whether one word, a run of letters, could have been written by a person in a Western European language.
// Cyrillic or Greek bytes read as Western ones give words of accented letters only; a Macintosh file read as
// Windows-1252, and the other way about, gives capitals in the middle of words.
bool isLikelyWord(QStringView word) {
    qsizetype accented = 0;
    bool capitalInside = false;
    for (qsizetype i = 0; i < word.size(); ++i) {
        accented += isAccented(word[i]) ? 1 : 0;
        capitalInside |= i > 0 && isAccented(word[i]) && word[i].isUpper() && word[i - 1].isLower();
    }
    return !capitalInside && (word.size() < 3 || 2 * accented <= word.size());
}

// Marks of which a person writes none between a letter and a small one, as they stand where another code has
// its accented letters; and those that open a quotation, behind a letter.
bool partsWord(QStringView text, qsizetype i) {
    constexpr QStringView between = u"\u201C\u201D\u2013\u2014\u2026\u2022";
    constexpr QStringView opening = u"\u201A\u201E";
    if (i == 0 || !text[i - 1].isLetter())
        return false;
    return opening.contains(text[i]) ||
           (between.contains(text[i]) && i + 1 < text.size() && text[i + 1].isLower());
}

bool isLikelyText(QStringView text) {
    constexpr QStringView marks =
        u"\u2018\u2019\u201A\u201C\u201D\u201E\u2013\u2014\u2026\u2022\u00A0\u00AB\u00BB"
        u"\u00B4\u00B7\u00BA\u00AA\u00B0";
    qsizetype wordStart = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i].isLetter())
            continue;
        if (!isLikelyWord(text.sliced(wordStart, i - wordStart)))
            return false;
        wordStart = i + 1;
        if (i < text.size() && text[i].unicode() >= 0x80 && (!marks.contains(text[i]) || partsWord(text, i)))
            return false;
    }
    return true;
}

std::optional<QString> fromWindows1252(const QByteArray &bytes) {
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        char16_t unit = value;
        if (value >= 0x80 && value < 0xA0) {
            unit = windows1252[value - 0x80];
            if (unit == 0)
                return {};
        }
        text += QChar(unit);
    }
    return isLikelyText(text) ? std::optional(text) : std::nullopt;
}

std::optional<QString> fromMacintosh(const QByteArray &bytes) {
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += value < 0x80 ? QChar(char16_t(value)) : macintosh[value - 0x80];
    }
    return isLikelyText(text) ? std::optional(text) : std::nullopt;
}

std::optional<QString> decode(QByteArrayView bytes, QStringConverter::Encoding encoding) {
    QStringDecoder decoder(encoding, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    // A UTF-16 file that is cut short, within a unit or a pair, is no error to the decoder: it is the length
    // that tells.
    const bool whole = encoding == QStringConverter::Utf8 || 2 * text.size() == bytes.size();
    return decoder.hasError() || !whole || !text.isValidUtf16() ? std::nullopt : std::optional(text);
}

// Line ends and tabs, wherever they come from, part words.
bool isBreak(uint c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Joiners (U+200C, U+200D) are not among them: Persian and several Indian languages spell names with them.
bool isUnseen(uint c) {
    const bool turnsText = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
                           c == 0x200F || c == 0x061C;
    const bool takesNoPlace = c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
    const QChar::Category category = QChar::category(c);
    return turnsText || takesNoPlace || category == QChar::Other_Control ||
           category == QChar::Other_Surrogate;
}

} // namespace

// As text they would be children of strange names.
bool isOfAnotherProgram(const QByteArray &bytes) {
    constexpr std::array beginnings{"PK\x03\x04", "\xD0\xCF\x11\xE0",
                                    "%pdf-",      "{\\rtf",
                                    "<!doctype",  "<html",
                                    "<table",     "<?xml",
                                    "<meta",      "[{",
                                    "{\"",        "<div",
                                    "<body",      "<ul",
                                    "<ol",        "begin:vc"};
    QByteArray start = bytes.first(std::min<qsizetype>(bytes.size(), 64));
    if (start.startsWith("\xEF\xBB\xBF"))
        start.remove(0, 3);
    start = start.trimmed().toLower();
    if (start.startsWith('[') || start.startsWith('{')) // records may be set out over several lines
        start = start.simplified().replace(' ', "");
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](const char *one) { return start.startsWith(QByteArray(one).toLower()); });
}

QString sentenceForAnotherProgram() {
    return rosterText("This is a spreadsheet or a document of another program, not plain text.") +
           QLatin1Char(' ') + howToSave();
}

Result<PlainText> plainText(const QByteArray &bytes, const QString &subject) {
    const auto refuse = [&subject](const QString &sentence) {
        return failure(ErrorCode::BadInput, sentence, subject);
    };
    if (isOfAnotherProgram(bytes))
        return refuse(sentenceForAnotherProgram());
    PlainText found;
    std::optional<QString> text;
    if (bytes.startsWith("\xFF\xFE")) {
        text = decode(QByteArrayView(bytes).sliced(2), QStringConverter::Utf16LE);
    } else if (bytes.startsWith("\xFE\xFF")) {
        text = decode(QByteArrayView(bytes).sliced(2), QStringConverter::Utf16BE);
    } else if (bytes.startsWith("\xEF\xBB\xBF")) {
        text = decode(QByteArrayView(bytes).sliced(3), QStringConverter::Utf8);
    } else if (!bytes.contains('\0')) {
        text = decode(bytes, QStringConverter::Utf8);
        if (!text) {
            text = fromWindows1252(bytes);
            if (!text)
                text = fromMacintosh(bytes);
            if (text && isOfOtherAlphabet(*text))
                text.reset();
            found.encodingGuessed = text.has_value();
        }
    }
    if (!text)
        return refuse(rosterText("Its letters are stored in a way that cannot be read safely.") +
                      QLatin1Char(' ') + howToSave());
    found.text = text->normalized(QString::NormalizationForm_C);
    return found;
}

QString cleanField(const QString &field) {
    std::u32string kept;
    for (const uint c : field.toUcs4()) {
        if (isBreak(c))
            kept += U' ';
        else if (!isUnseen(c))
            kept += static_cast<char32_t>(c);
    }
    QString text = QString::fromStdU32String(kept).normalized(QString::NormalizationForm_C).simplified();
    // A spreadsheet's way of saying that "007" is a text: ="007".
    if (text.size() > 3 && text.startsWith(QLatin1StringView("=\"")) && text.endsWith(QLatin1Char('"')))
        text = text.sliced(2).chopped(1).trimmed();
    return text;
}

} // namespace inkstep
