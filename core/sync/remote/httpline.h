#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QThread>
#include <QUrl>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace inkstep {

// What opens a server's door.
struct ServerKey {
    QString user;
    QString password;
    QByteArray fingerprint; // SHA-256 of the one certificate to accept; empty: what the system trusts
    // The server asked for Basic when it was connected: it is answered before it asks, a round trip less.
    bool basic = false;
};

struct HttpRequest {
    QByteArray verb;
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 limit = 64 << 10; // bytes of the reply's body; TooLarge over it
    // Takes the body of a 2xx reply as it comes instead of collecting it; false ends the call with
    // ServerTrouble.
    std::function<bool(QByteArrayView)> sink = {};
    std::function<void(qint64)> sent = {};     // bytes of `body` so far
    std::function<void(qint64)> received = {}; // bytes of the reply's so far
};

struct HttpReply {
    int status = 0;
    QByteArray body;
    qint64 length = -1; // as the server announced it; -1: it did not
    QByteArray date;
    bool page = false; // its body is HTML, as of a network that wants a sign-in first
    QUrl url;          // that answered, after redirects
    bool ok() const { return status >= 200 && status < 300; }
};

// What went over a line, for its user's history and for measuring.
struct HttpTraffic {
    qint64 requests = 0;
    qint64 sent = 0;     // bytes of bodies that left
    qint64 received = 0; // bytes of bodies that came
};

// HTTP to one server, asked from any number of threads at once; each call waits. Basic and Digest,
// keep-alive, TLS with a pinned certificate, redirects within the server. Never follows one to another server
// or away from TLS: the password would go along.
class HttpLine {
public:
    struct Options {
        // Without a byte in either direction for so long, the server counts as gone.
        std::chrono::milliseconds patience = std::chrono::seconds(60);
    };
    HttpLine(ServerKey key, Options options);
    explicit HttpLine(ServerKey key) : HttpLine(std::move(key), Options{}) {}
    ~HttpLine();
    HttpLine(const HttpLine &) = delete;
    HttpLine &operator=(const HttpLine &) = delete;

    // Every status a server answers with is a reply, 401 after a name and password it refused too.
    // Unreachable: no whole reply came, and whether the server did what was asked is not known; Cancelled;
    // TooLarge; UnknownCertificate or CertificateChanged with the fingerprint; ServerTrouble.
    Result<HttpReply> send(HttpRequest request);

    // Asked while a call waits; true ends all of them with Cancelled.
    void setCancelled(std::function<bool()> cancelled) { m_cancelled = std::move(cancelled); }
    HttpTraffic traffic() const;
    // Whether the server has asked for Basic, or is taken to.
    bool basic() const;

    // As people compare it: SHA-256 in hexadecimal pairs with colons.
    static QString fingerprintText(const QByteArray &fingerprint);
    static QByteArray fingerprintFrom(const QString &text); // empty if it is none

private:
    struct Call;
    class Wire;
    Result<HttpReply> sendOnce(const std::shared_ptr<Call> &call);

    QThread m_thread;
    std::unique_ptr<Wire> m_wire; // lives on the thread
    std::function<bool()> m_cancelled;
};

} // namespace inkstep
