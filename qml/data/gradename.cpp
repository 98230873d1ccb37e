#include "gradename.h"

#include <QCoreApplication>
#include <algorithm>

namespace inkstep {

QString gradeName(const QString &grade) {
    const bool figure = !grade.isEmpty() && std::all_of(grade.begin(), grade.end(),
                                                        [](QChar letter) { return letter.isDigit(); });
    return figure ? QCoreApplication::translate("inkstep::Grade", "Grade %1").arg(grade) : grade;
}

} // namespace inkstep
