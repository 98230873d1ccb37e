#include "pictureaddress.h"

namespace inkstep {

QString pictureStamp(const QByteArray &originalsName) {
    return QString::fromLatin1(originalsName.first(std::min<qsizetype>(4, originalsName.size())).toHex());
}

QString pictureAddress(const QByteArray &originalsName, const QString &view) {
    return view.isEmpty() ? pictureStamp(originalsName)
                          : pictureStamp(originalsName) + QLatin1Char('/') + view;
}

} // namespace inkstep
