#pragma once

#include "base/error.h"

#include <QUrl>
#include <optional>

namespace inkstep {

// A server's folder as a person names it. A place's text is this as a URL with the user in it and without the
// password: "https://maya@cloud.example/remote.php/dav/files/maya/Inkstep".
struct ServerAddress {
    QUrl base;    // without user and password, without a slash at the end
    QString user; // may be empty
    bool operator==(const ServerAddress &) const = default;
    QString place() const;
    // As a person knows it: readable, nothing encoded that need not be.
    QString shown() const;
};

// Whether a text names a server rather than a folder.
bool isServer(const QString &place);
// An address of a kind that is neither a server's we can use nor a folder's: ftp://, smb://.
bool isNoFolder(const QString &place);

// What a person typed or pasted, or a place's text. Spaces and accents may be typed as they are. A password
// in the URL is refused (it would be kept where it can be read), so is a query, and http:// to anything but
// this computer, where name and password could be read on the way. BadInput with the whole sentence.
Result<ServerAddress> serverAddress(const QString &text, const QString &user = {});

namespace nextcloud {
// The installation's own address if the text is recognizably one's page or WebDAV address of another form
// (.../index.php/apps/files, .../login, .../remote.php/webdav): what its address bar shows.
std::optional<QUrl> installation(const QUrl &url);
// Where a user's notebooks go: <installation>/remote.php/dav/files/<user>/Inkstep.
QUrl files(const QUrl &installation, const QString &user);
// Whether a URL is already a user's files, or below.
bool isFiles(const QUrl &url);
// Whether what <installation>/status.php answered is a Nextcloud's or ownCloud's.
bool isStatus(const QByteArray &body);
} // namespace nextcloud

} // namespace inkstep
