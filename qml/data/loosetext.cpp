#include "loosetext.h"

namespace inkstep {

QString looseText(const QString &text) {
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString loose;
    loose.reserve(apart.size());
    constexpr QStringView apostrophes = u"\u2019\u2018\u02BC";
    for (const QChar letter : apart) {
        if (letter.category() != QChar::Mark_NonSpacing)
            loose += apostrophes.contains(letter) ? QChar(u'\'') : letter;
    }
    return loose.simplified();
}

} // namespace inkstep
