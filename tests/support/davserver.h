// A WebDAV server that does as it is told, wrong things too, on a port of this computer.
// In: requests. Out: replies, or what a test wants instead of them; what it holds, and what it was asked.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QThread>
#include <QUrl>
#include <functional>
#include <memory>
#include <mutex>

namespace inkstep::test {

struct DavRequest {
    QByteArray verb;
    QString path;                         // decoded, as asked
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;                      // empty while a Misdeed of the body is chosen
};

struct Misdeed {
    enum Kind {
        None,
        Status,      // answers `status` instead
        CutRequest,  // hangs up after `bytes` of the body
        CutReply,    // hangs up in the middle of the reply's body
        LostReply,   // does what was asked and hangs up
        Silent,      // does nothing, says nothing
        WrongLength, // keeps one byte less than was put
        WrongBytes,  // keeps other bytes of the same length
        Forgets,     // says it kept the file and did not
        Garbage,     // a reply that is not HTTP
        GarbageXml,  // a listing that is not XML
        Page,        // a page to sign in at, instead of what was asked
        Endless,     // a body without end
        Bomb         // XML that swells
    } kind = None;
    int status = 0;
    qint64 bytes = 0;
    QByteArray location = {}; // of a redirect
};

struct DavState;

class DavServer {
public:
    struct Door {
        QString user = {};
        QString password = {};
        bool digest = false;
        QByteArray certificate = {}; // PEM; with a key it speaks TLS
        QByteArray key = {};
    };
    DavServer() : DavServer(Door()) {}
    explicit DavServer(const Door &door);
    ~DavServer();

    QString url(const QString &path = {}) const; // without a slash at the end
    // Asked on the server's thread, once a request's headers are there.
    void misbehave(std::function<Misdeed(const DavRequest &)> how);
    // How the server is from now on.
    void ignorePreconditions(bool yes);
    void staleListings(bool yes);        // as they were when this was set
    void dateIs(const QByteArray &date); // HTTP's form; empty: the true one
    void setPassword(const QString &password);

    QMap<QString, QByteArray> files() const;                // by path
    void put(const QString &path, const QByteArray &bytes); // with its folders
    void makeFolder(const QString &path);                   // with those above
    void remove(const QString &path);                       // a file, or a folder with all in it
    QStringList requests() const;                           // "PUT /path"
    void forgetRequests();
    qint64 bodyBytes() const; // of requests, whole or cut

private:
    class Doorman;
    std::shared_ptr<DavState> m_state;
    QThread m_thread;
    Doorman *m_doorman = nullptr;
};

} // namespace inkstep::test
