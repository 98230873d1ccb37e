#include "loosetext.h"

namespace inkstep {

QString looseText(const QString &text) {
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString loose;
    loose.reserve(apart.size());
    for (const QChar letter : apart) {
        if (letter.category() != QChar::Mark_NonSpacing)
            loose += letter;
    }
    return loose.simplified();
}

} // namespace inkstep
