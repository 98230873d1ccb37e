#include "loosetext.h"

#include "ingest/roster/roster.h"

namespace inkstep {

QString looseText(const QString &text) {
    const QString apart = nameKey(text).normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString loose;
    loose.reserve(apart.size());
    for (const QChar letter : apart) {
        if (letter.category() != QChar::Mark_NonSpacing)
            loose += letter;
    }
    return loose.simplified();
}

} // namespace inkstep
