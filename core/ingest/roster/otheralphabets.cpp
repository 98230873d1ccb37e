#include "ingest/roster/otheralphabets.h"

#include <QRegularExpression>

namespace inkstep {

namespace {

constexpr auto withCapitals =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

// Letters of Turkish in Windows-1254 and of Croatian in 1250 that are Icelandic ones in 1252. An Icelandic or
// Faroese list has other accents too, which neither of those two writes.
bool isIcelandicOnly(const QString &text) {
    static const QRegularExpression shared(QStringLiteral("[ðþý]"), withCapitals);
    static const QRegularExpression icelandic(QStringLiteral("[áíóúæ]"), withCapitals);
    return text.contains(shared) && !text.contains(icelandic);
}

} // namespace

bool isOfOtherAlphabet(const QString &text) {
    static const QRegularExpression misplaced(
        QStringLiteral(R"((?<=[aeiouyáéíóú])æ)"                             // ć: Periæ
                       R"(|(?<=[aeáéíóú])è|(?<=[^gq]u)è|è(?=[aeiouáéíóú]))" // č
                       R"(|(?<=[aioáéíóúý])ø|ø(?=[ouáíéó])|\bøe(?=h|z))"    // ř: Jiøí
                       R"(|ì(?=[b-df-hj-np-tv-z]))"                         // ě: Zdenìk
                       R"(|(?<=[aeiouáéíóú])ò|ò(?=[aeou]))"                 // ň: Vaòková
                       R"(|(?<![aeiouyáéíóúâêîôûäëöü])ï)"                   // ď: Ïurica
                       R"(|ù(?=[b-df-hj-np-tv-z]))"                         // ů: Hùlka
                       R"(|õ(?!e))"                                         // ő: Gergõ, but Simões
                       R"(|ã(?=[b-df-hj-np-tv-z]))"                         // ă: Bãlan
                       R"(|ñ(?=[bdf-hj-np-tv-z]))"                          // ń: Stañczyk
                       R"(|(?<=[aeiouyöüáéíóúâîû])þ(?!ór)|þ\b)"             // ş, ţ: Ayþe, but Eyþór
                       R"(|û[^\r\n]*[áíóú]|[áíóú][^\r\n]*û|(?<=sz)û)"       // ű: Szûcs Dóra
                       R"(|(?<![\p{L}\d.])[ªº](?=\p{L})|(?<=\p{L}\p{L}\p{L})º\b)"), // ş: ªtefan, Mureº
        withCapitals);
    // "Laºcu"; capitals tell it from "MªJosé".
    static const QRegularExpression inside(QStringLiteral(R"((?<=\p{L})[ªº](?=\p{Ll}))"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    return text.contains(misplaced) || text.contains(inside) || isIcelandicOnly(text);
}

} // namespace inkstep
