#pragma once

#include "support/davserver.h"

#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

namespace inkstep::test {

// What a DavServer holds; paths without a slash at the end, "/" for the root.
struct DavState {
    mutable std::mutex mutex;
    DavServer::Door door;
    quint16 port = 0;
    QMap<QString, QByteArray> files;
    QMap<QString, QByteArray> before; // what stale listings show
    QSet<QString> folders;
    std::function<Misdeed(const DavRequest &)> how;
    bool ignoresPreconditions = false;
    bool stale = false;
    QByteArray date;
    QStringList requests;
    qint64 bodyBytes = 0;

    static QString parentOf(const QString &path) {
        const QString parent = path.first(path.lastIndexOf(QLatin1Char('/')));
        return parent.isEmpty() ? QStringLiteral("/") : parent;
    }
};

// One connection: requests one after the other, on the server's thread.
class DavConnection final : public QObject {
public:
    DavConnection(std::shared_ptr<DavState> state, QTcpSocket *socket);

private:
    struct Reply {
        int status = 200;
        QByteArray body = {};
        QList<QByteArray> headers = {};
    };
    void read();
    bool readHead();
    void carryOut();
    bool allowed() const;
    Reply serve(const DavRequest &request);
    Reply serveFile(const DavRequest &request, const QString &path);
    Reply put(const DavRequest &request, const QString &path);
    Reply move(const DavRequest &request, const QString &path);
    Reply listing(const DavRequest &request, const QString &path) const;
    void say(const Reply &reply, bool bodyToo);
    void hangUp();

    std::shared_ptr<DavState> m_state;
    QTcpSocket *m_socket;
    QByteArray m_in;
    DavRequest m_request;
    Misdeed m_misdeed;
    qint64 m_length = -1; // of the body awaited; -1: headers are awaited
};

} // namespace inkstep::test
