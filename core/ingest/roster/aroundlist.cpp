#include "ingest/roster/aroundlist.h"

#include <QRegularExpression>

namespace inkstep {

namespace {

constexpr auto anyCase =
    QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

} // namespace

bool isBelowList(const QString &line) {
    // "Suma" and "Count" are names too: such words need their number.
    static const QRegularExpression below(
        QStringLiteral(
            R"(^(?:(?:grand\s+|sub-?)?(?:totals?|totaux|totales?|totaal)\b[\s:=]*)"
            R"((?:(?:number\s+of|of|de|des|di)\s+)?)"
            R"((?:students?|pupils?|children|learners?|alumnos|estudiantes|élèves|schüler)?[\s:=]*\d*)"
            R"(|(?:summe|gesamt|insgesamt|razem|celkem|toplam|итого|всего|合计|合計|总计|總計)[\s:=]*\d*)"
            R"(|(?:count|suma|somma|effectif|anzahl|aantal|number\s+of|nombre\s+d|número\s+de)\b)"
            R"([^\d,;]{0,30}[\s:=]\s*\d+)"
            R"(|(?:page|seite|p[áa]gina|pagina|sida|side|strona)\s+\d+(?:\s*(?:/|of|von|de|sur|di|van|av|z)\s*\d+)?)"
            R"(|(?:printed|generated|exported|created)(?:\s+(?:by|on|from|at)\b|\s*:).*)"
            R"(|(?:report|list)\s+(?:printed|generated|created)\b.*)"
            R"(|(?:imprimé|édité|gedruckt|erstellt|impreso|generado|stampato|impresso)\s+(?:par|le|am|von|por|el|il|da|em)\b.*)"
            R"()\s*$)"),
        anyCase);
    return below.match(line).hasMatch();
}

bool isAboveList(const QString &line) {
    static const QRegularExpression above(
        QStringLiteral(
            R"(^(?:(?:class|klasse|clase|classe|klas|grade|year|room|group|grupo|groupe|gruppe|turma|grado|curso)\b)"
            R"([\s:]*(?:list\b.*|\d.*)|(?:class|student|pupil)\s+(?:list|roster)\b.*)"
            R"(|(?:teacher|lehrer|lehrerin|profesora?|maestra|maestro|enseignante?|school|schule|école|escuela)\s*:.*)"
            R"(|(?:mrs|ms|mr|mx|miss|mme|frau|herr)\b\.?\s+\S.*)"
            R"(|.*\s(?:school|schule|grundschule)|(?:école|escuela|colegio|scuola)\s.*)$)"),
        anyCase);
    return above.match(line).hasMatch();
}

} // namespace inkstep
