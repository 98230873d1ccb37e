#include "sync/remote/serveraddress.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>

namespace inkstep {

namespace {

tl::unexpected<Error> bad(const char *sentence) {
    return failure(ErrorCode::BadInput, QCoreApplication::translate("Sync", sentence));
}

bool isThisComputer(const QString &host) {
    return host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0 ||
           QHostAddress(host).isLoopback();
}

QString withoutSlashes(QString path) {
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    return path;
}

} // namespace

QString ServerAddress::place() const {
    QUrl url = base;
    if (!user.isEmpty())
        url.setUserName(user, QUrl::DecodedMode);
    return url.toString(QUrl::FullyEncoded);
}

QString ServerAddress::shown() const {
    return base.toString(QUrl::PrettyDecoded);
}

bool isServer(const QString &place) {
    return place.startsWith(QLatin1StringView("https:"), Qt::CaseInsensitive) ||
           place.startsWith(QLatin1StringView("http:"), Qt::CaseInsensitive) ||
           place.startsWith(QLatin1StringView("dav:"), Qt::CaseInsensitive) ||
           place.startsWith(QLatin1StringView("davs:"), Qt::CaseInsensitive) ||
           place.startsWith(QLatin1StringView("webdav:"), Qt::CaseInsensitive) ||
           place.startsWith(QLatin1StringView("webdavs:"), Qt::CaseInsensitive);
}

bool isNoFolder(const QString &place) {
    const QString scheme = place.section(QLatin1StringView("://"), 0, 0);
    return scheme.size() > 1 && scheme.size() < place.size() && !scheme.contains(QLatin1Char('/')) &&
           scheme != QLatin1StringView("file") && scheme != QLatin1StringView("content");
}

Result<ServerAddress> serverAddress(const QString &text, const QString &user) {
    QUrl url(text.trimmed(), QUrl::TolerantMode);
    const QString scheme = url.scheme();
    if (scheme == QLatin1StringView("davs") || scheme == QLatin1StringView("webdavs"))
        url.setScheme(QStringLiteral("https"));
    else if (scheme == QLatin1StringView("dav") || scheme == QLatin1StringView("webdav"))
        url.setScheme(QStringLiteral("http"));
    if (!isServer(text.trimmed()) || !url.isValid() || url.host().isEmpty())
        return bad("That is not a server's address. It looks like https://cloud.example.org/folder.");
    if (!url.password().isEmpty())
        return bad("Leave the password out of the address; Inkstep asks for it and keeps it locked away.");
    if (url.hasQuery())
        return bad("That address has a question mark in it, so it is a page to look at, not a folder.");
    if (url.scheme() == QLatin1StringView("http") && !isThisComputer(url.host()))
        return bad(
            "That address begins with http://, so others on the network could read the password. Use the "
            "one that begins with https://.");
    ServerAddress address;
    address.user = user.trimmed().isEmpty() ? url.userName(QUrl::FullyDecoded) : user.trimmed();
    url.setUserInfo({});
    url.setFragment({});
    url.setPath(withoutSlashes(url.path(QUrl::FullyDecoded)), QUrl::DecodedMode);
    address.base = url;
    return address;
}

namespace nextcloud {

namespace {

constexpr QLatin1StringView filesPath("/remote.php/dav/files/");

std::optional<QUrl> upTo(QUrl url, QLatin1StringView mark) {
    const QString path = url.path(QUrl::FullyDecoded);
    const auto at = path.indexOf(mark);
    if (at < 0)
        return std::nullopt;
    url.setPath(withoutSlashes(path.first(at)), QUrl::DecodedMode);
    return url;
}

} // namespace

std::optional<QUrl> installation(const QUrl &url) {
    if (isFiles(url))
        return std::nullopt;
    for (const QLatin1StringView mark : {QLatin1StringView("/index.php"), QLatin1StringView("/apps/files"),
                                         QLatin1StringView("/apps/dashboard"),
                                         QLatin1StringView("/remote.php"), QLatin1StringView("/login")}) {
        if (auto found = upTo(url, mark))
            return found;
    }
    return std::nullopt;
}

QUrl files(const QUrl &installation, const QString &user) {
    QUrl url = installation;
    url.setPath(withoutSlashes(url.path(QUrl::FullyDecoded)) + filesPath + user + QStringLiteral("/Inkstep"),
                QUrl::DecodedMode);
    return url;
}

bool isFiles(const QUrl &url) {
    return url.path(QUrl::FullyDecoded).contains(filesPath);
}

bool isStatus(const QByteArray &body) {
    const QJsonObject status = QJsonDocument::fromJson(body).object();
    return status.contains(QLatin1StringView("installed")) &&
           status.contains(QLatin1StringView("versionstring"));
}

} // namespace nextcloud

} // namespace inkstep
