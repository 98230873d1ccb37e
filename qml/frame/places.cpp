#include "places.h"

#include <QDir>

namespace inkstep {

namespace {
// A page whose name is not its place's.
const QHash<QString, QString> &otherNames() {
    static const QHash<QString, QString> names{{QStringLiteral("child"), QStringLiteral("student")}};
    return names;
}
} // namespace

Places::Places(QObject *parent) : QObject(parent), m_root(QStringLiteral(":/qt/qml/Inkstep")) {
    look();
}

void Places::setRoot(const QString &root) {
    if (root == m_root)
        return;
    m_root = root;
    look();
    emit rootChanged();
}

void Places::look() {
    static const QLatin1StringView suffix("Page.qml");
    m_files.clear();
    const QStringList modules = QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &module : modules) {
        const QStringList files =
            QDir(m_root + QLatin1Char('/') + module)
                .entryList({QLatin1Char('*') + QString(suffix)}, QDir::Files, QDir::Name);
        for (const QString &file : files) {
            QString place = file.chopped(suffix.size());
            if (place.isEmpty())
                continue;
            place[0] = place.at(0).toLower();
            place = otherNames().value(place, place);
            m_files.insert(place, m_root + QLatin1Char('/') + module + QLatin1Char('/') + file);
        }
    }
}

QUrl Places::url(const QString &place) const {
    const QString path = m_files.value(place);
    if (path.isEmpty())
        return {};
    return path.startsWith(QLatin1Char(':')) ? QUrl(QStringLiteral("qrc") + path) : QUrl::fromLocalFile(path);
}

QStringList Places::those(const QStringList &places) const {
    QStringList there;
    for (const QString &place : places) {
        if (has(place))
            there << place;
    }
    return there;
}

} // namespace inkstep
