#include "readingfont.h"

#include <QFontDatabase>
#include <QStringList>

namespace inkstep {

QString readingFontFamily() {
    static const QString family = [] {
        QString name;
        for (const QString &file :
             {QStringLiteral("Andika-Regular.ttf"), QStringLiteral("Andika-Bold.ttf")}) {
            const int id = QFontDatabase::addApplicationFont(QStringLiteral(":/inkstep/fonts/") + file);
            const QStringList families = QFontDatabase::applicationFontFamilies(id);
            if (name.isEmpty() && !families.isEmpty())
                name = families.constFirst();
        }
        return name;
    }();
    return family;
}

} // namespace inkstep
