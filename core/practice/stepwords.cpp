#include "practice/stepwords.h"

#include <QRegularExpression>

namespace inkstep {

namespace {
constexpr int manyWords = 14;
}

StepHints hintsFor(const QString &words) {
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’-]*"));
    static const QRegularExpression joined(
        QStringLiteral("\\b(and then|and also|also|as well as|after that|y también|y luego|además|después|"
                       "et aussi|et puis|ensuite|en plus)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    int count = 0;
    for (auto found = word.globalMatch(words); found.hasNext(); found.next())
        ++count;
    StepHints hints;
    hints.isLong = count > manyWords;
    hints.asksTwoThings = words.count(QLatin1Char('?')) > 1 || joined.match(words).hasMatch();
    return hints;
}

} // namespace inkstep
