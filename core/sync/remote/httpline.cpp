#include "sync/remote/httpline.h"

#include "sync/remote/httpauth.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>
#include <future>

namespace inkstep {

namespace {

constexpr int mostRedirects = 5;
constexpr qint64 repeatable = 1 << 20; // bytes
constexpr qint64 longestErrorPage = 1 << 20;
constexpr qint64 aheadOfReader = 1 << 20; // bytes the system may hold for us

// None of a store's files begins so. What a server calls a file does not count: some call all of theirs HTML.
bool isPage(const QByteArray &body) {
    const QByteArray start = body.first(std::min<qsizetype>(body.size(), 512)).trimmed().toLower();
    for (const char *mark :
         {"<!doctype html", "<html", "<head", "<title", "<meta ", "<script", "<body", "<!--"}) {
        if (start.startsWith(mark))
            return true;
    }
    return false;
}

} // namespace

struct HttpLine::Call {
    HttpRequest request;
    std::promise<Result<HttpReply>> outcome;
    QUrl location; // where a redirect leads
    // On the wire's thread only.
    QNetworkReply *reply = nullptr;
    std::optional<Error> stopped; // why we ended it ourselves
    HttpReply answer;
    qint64 received = 0;
    qint64 sent = 0;
    bool closed = false;   // it ended at once, without an answer
    bool mayAgain = false; // the server asked who is there, and now it can be told
};

// The network's own thread: everything here but traffic runs on it.
class HttpLine::Wire final : public QObject {
public:
    Wire(const ServerKey &key, Options options)
        : m_fingerprint(key.fingerprint), m_auth(key.user, key.password, key.basic), m_options(options) {
        basic = key.basic;
    }

    void start(const std::shared_ptr<Call> &call);
    void stop(const std::shared_ptr<Call> &call, const Error &why);
    void close() { m_network.reset(); }

    std::atomic<qint64> requests = 0, sent = 0, received = 0;
    std::atomic<bool> basic = false;

private:
    QNetworkRequest prepared(const HttpRequest &of);
    void take(Call &call);
    void checkCertificate(const std::shared_ptr<Call> &call, const QList<QSslError> &errors);
    void finish(const std::shared_ptr<Call> &call);
    std::optional<Error> errorOf(const Call &call) const;

    QByteArray m_fingerprint;
    HttpAuth m_auth;
    Options m_options;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

QNetworkRequest HttpLine::Wire::prepared(const HttpRequest &of) {
    QNetworkRequest request(of.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(static_cast<int>(m_options.patience.count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Inkstep"));
    // What is sealed does not shrink, and a length must be the file's.
    request.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : of.headers)
        request.setRawHeader(name, value);
    const QByteArray chance = QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    const QByteArray path =
        of.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (const QByteArray answer = m_auth.answer(of.verb, path.isEmpty() ? "/" : path, chance);
        !answer.isEmpty())
        request.setRawHeader("Authorization", answer);
    if (!m_fingerprint.isEmpty()) {
        // No authority counts: the one certificate a person compared does, see checkCertificate().
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates({});
        request.setSslConfiguration(tls);
    }
    return request;
}

void HttpLine::Wire::start(const std::shared_ptr<Call> &call) {
    if (!m_network)
        m_network = std::make_unique<QNetworkAccessManager>();
    ++requests;
    const HttpRequest &asked = call->request;
    QNetworkReply *reply = asked.verb == "GET"    ? m_network->get(prepared(asked))
                           : asked.verb == "HEAD" ? m_network->head(prepared(asked))
                           : asked.verb == "PUT"
                               ? m_network->put(prepared(asked), asked.body)
                               : m_network->sendCustomRequest(prepared(asked), asked.verb, asked.body);
    call->reply = reply;
    reply->setReadBufferSize(aheadOfReader);
    connect(reply, &QNetworkReply::readyRead, this, [this, call] { take(*call); });
    connect(reply, &QNetworkReply::uploadProgress, this, [this, call](qint64 done, qint64) {
        sent += std::max<qint64>(0, done - call->sent);
        call->sent = done;
        if (call->request.sent)
            call->request.sent(done);
    });
    connect(reply, &QNetworkReply::sslErrors, this,
            [this, call](const QList<QSslError> &errors) { checkCertificate(call, errors); });
    connect(reply, &QNetworkReply::finished, this, [this, call] { finish(call); });
}

void HttpLine::Wire::checkCertificate(const std::shared_ptr<Call> &call, const QList<QSslError> &errors) {
    QSslCertificate shown = call->reply->sslConfiguration().peerCertificate();
    for (const QSslError &error : errors) {
        if (shown.isNull())
            shown = error.certificate();
    }
    const QByteArray fingerprint = shown.digest(QCryptographicHash::Sha256);
    if (!shown.isNull() && !m_fingerprint.isEmpty() && fingerprint == m_fingerprint) {
        call->reply->ignoreSslErrors();
        return;
    }
    call->stopped =
        Error{m_fingerprint.isEmpty() ? ErrorCode::UnknownCertificate : ErrorCode::CertificateChanged,
              fingerprintText(fingerprint),
              {}};
}

void HttpLine::Wire::take(Call &call) {
    if (!call.reply || call.stopped || !call.reply->isOpen()) // one that was given up is closed
        return;
    const QByteArray bytes = call.reply->readAll();
    call.received += bytes.size();
    received += bytes.size();
    const int status = call.reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool ok = status >= 200 && status < 300;
    // A page about an error is not what was asked for; its length means nothing.
    if (call.received > (ok ? call.request.limit : longestErrorPage)) {
        const bool page = isPage(call.answer.body.isEmpty() ? bytes : call.answer.body);
        call.stopped = Error{ok && !page ? ErrorCode::TooLarge : ErrorCode::ServerTrouble, {}, {}};
        call.reply->abort();
        return;
    }
    if (call.request.sink && ok) {
        if (!call.request.sink(bytes)) {
            call.stopped = Error{ErrorCode::ServerTrouble, {}, {}};
            call.reply->abort();
            return;
        }
    } else if (ok) {
        call.answer.body += bytes;
    }
    if (call.request.received)
        call.request.received(call.received);
}

void HttpLine::Wire::stop(const std::shared_ptr<Call> &call, const Error &why) {
    if (!call->reply || call->stopped)
        return;
    call->stopped = why;
    call->reply->abort();
}

// Nothing if a whole reply came, whatever its status.
std::optional<Error> HttpLine::Wire::errorOf(const Call &call) const {
    if (call.stopped)
        return call.stopped;
    const QNetworkReply &reply = *call.reply;
    const QNetworkReply::NetworkError error = reply.error();
    const bool ofContent =
        error >= QNetworkReply::ContentAccessDenied && error < QNetworkReply::ProtocolUnknownError;
    const bool ofServer = error >= QNetworkReply::InternalServerError;
    if (call.answer.status == 0 || (error != QNetworkReply::NoError && !ofContent && !ofServer)) {
        if (error == QNetworkReply::ProtocolFailure)
            return Error{ErrorCode::ServerTrouble, reply.errorString(), {}};
        return Error{ErrorCode::Unreachable, reply.errorString(), {}};
    }
    if (call.answer.ok() && call.request.verb != "HEAD" && call.answer.length >= 0 &&
        call.answer.length != call.received)
        return Error{ErrorCode::Unreachable, QStringLiteral("a reply that was cut"), {}};
    return std::nullopt;
}

void HttpLine::Wire::finish(const std::shared_ptr<Call> &call) {
    QNetworkReply *reply = call->reply;
    HttpReply &answer = call->answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray length = reply->rawHeader("Content-Length");
    bool number = false;
    answer.length = length.trimmed().toLongLong(&number);
    if (!number)
        answer.length = -1;
    answer.date = reply->rawHeader("Date");
    take(*call);
    answer.page = isPage(answer.body);
    if (answer.status == 401) {
        const bool told = reply->request().hasRawHeader("Authorization");
        const bool heard = m_auth.heard(reply->rawHeader("WWW-Authenticate"));
        call->mayAgain = heard && !(told && m_auth.basic());
    }
    basic = m_auth.basic();
    call->location = reply->url().resolved(QUrl::fromEncoded(reply->rawHeader("Location")));
    call->closed = !call->stopped && (reply->error() == QNetworkReply::RemoteHostClosedError ||
                                      reply->error() == QNetworkReply::SslHandshakeFailedError);
    const std::optional<Error> error = errorOf(*call);
    call->reply = nullptr;
    reply->deleteLater();
    if (error)
        call->outcome.set_value(tl::unexpected(*error));
    else
        call->outcome.set_value(std::move(answer));
}

HttpLine::HttpLine(ServerKey key, Options options) : m_wire(std::make_unique<Wire>(std::move(key), options)) {
    m_wire->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("http"));
    m_thread.start();
}

HttpLine::~HttpLine() {
    // The manager must go where it was made.
    QMetaObject::invokeMethod(
        m_wire.get(), [this] { m_wire->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<HttpReply> HttpLine::sendOnce(const std::shared_ptr<Call> &call) {
    if (m_cancelled && m_cancelled())
        return failure(ErrorCode::Cancelled);
    auto outcome = call->outcome.get_future();
    Wire *wire = m_wire.get();
    QMetaObject::invokeMethod(
        wire, [wire, call] { wire->start(call); }, Qt::QueuedConnection);
    bool asked = false;
    while (outcome.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready) {
        if (!asked && m_cancelled && m_cancelled()) {
            asked = true;
            QMetaObject::invokeMethod(
                wire,
                [wire, call] {
                    wire->stop(call, {ErrorCode::Cancelled, {}, {}});
                },
                Qt::QueuedConnection);
        }
    }
    return outcome.get();
}

Result<HttpReply> HttpLine::send(HttpRequest request) {
    bool told = false, again = false;
    for (int hop = 0; hop <= mostRedirects; ++hop) {
        auto call = std::make_shared<Call>();
        call->request = request;
        auto reply = sendOnce(call);
        // A connection that was kept and that the server has just closed says nothing about the server: once
        // more on a new one. Not after much was sent, and never where doing it twice is not the same as once.
        const bool mayRepeat = request.verb != "MOVE" && call->answer.status == 0 && call->sent <= repeatable;
        if (!reply && reply.error().code == ErrorCode::Unreachable && call->closed && mayRepeat &&
            !std::exchange(again, true))
            continue;
        if (!reply)
            return reply;
        const int status = reply->status;
        // Once: refused again is refused, and more tries may lock the account.
        if (status == 401 && call->mayAgain && !std::exchange(told, true))
            continue;
        const bool redirect = status == 301 || status == 302 || status == 307 || status == 308;
        if (!redirect || !call->location.isValid()) {
            reply->url = request.url;
            return reply;
        }
        const QUrl &to = call->location;
        const bool sameServer = to.host().compare(request.url.host(), Qt::CaseInsensitive) == 0;
        const bool keepsTls =
            to.scheme() == QLatin1StringView("https") || to.scheme() == request.url.scheme();
        if (!sameServer || !keepsTls)
            return failure(ErrorCode::ServerTrouble,
                           QStringLiteral("sent on to %1").arg(to.toString(QUrl::RemovePath)));
        request.url = to;
    }
    return failure(ErrorCode::ServerTrouble, QStringLiteral("redirects without end"));
}

bool HttpLine::basic() const {
    return m_wire->basic;
}

HttpTraffic HttpLine::traffic() const {
    return {m_wire->requests, m_wire->sent, m_wire->received};
}

QString HttpLine::fingerprintText(const QByteArray &fingerprint) {
    return QString::fromLatin1(fingerprint.toHex(':').toUpper());
}

QByteArray HttpLine::fingerprintFrom(const QString &text) {
    QString hex;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            hex += c;
    }
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    return hex.size() == 64 && bytes.size() == 32 ? bytes : QByteArray();
}

} // namespace inkstep
