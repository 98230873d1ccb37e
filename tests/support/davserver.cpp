#include "support/davserver.h"

#include "support/davconnection.h"

namespace inkstep::test {

class DavServer::Doorman final : public QTcpServer {
public:
    explicit Doorman(std::shared_ptr<DavState> state) : m_state(std::move(state)) {}

protected:
    void incomingConnection(qintptr handle) override {
        QTcpSocket *socket = nullptr;
        if (m_state->door.key.isEmpty()) {
            socket = new QTcpSocket(this);
            socket->setSocketDescriptor(handle);
        } else {
            auto *tls = new QSslSocket(this);
            tls->setSocketDescriptor(handle);
            tls->setLocalCertificate(QSslCertificate(m_state->door.certificate));
            tls->setPrivateKey(QSslKey(m_state->door.key, QSsl::Ec));
            tls->startServerEncryption();
            socket = tls;
        }
        new DavConnection(m_state, socket);
    }

private:
    std::shared_ptr<DavState> m_state;
};

DavServer::DavServer(const Door &door) : m_state(std::make_shared<DavState>()) {
    m_state->door = door;
    m_state->folders.insert(QStringLiteral("/"));
    m_thread.start();
    QObject context;
    context.moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        &context,
        [this] {
            m_doorman = new Doorman(m_state);
            m_doorman->listen(QHostAddress::LocalHost);
            m_state->port = m_doorman->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

DavServer::~DavServer() {
    QMetaObject::invokeMethod(
        m_doorman, [this] { m_doorman->deleteLater(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QString DavServer::url(const QString &path) const {
    QUrl url;
    url.setScheme(m_state->door.key.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_state->port);
    url.setPath(path, QUrl::DecodedMode);
    return url.toString(QUrl::FullyEncoded);
}

void DavServer::misbehave(std::function<Misdeed(const DavRequest &)> how) {
    const std::lock_guard lock(m_state->mutex);
    m_state->how = std::move(how);
}

void DavServer::ignorePreconditions(bool yes) {
    const std::lock_guard lock(m_state->mutex);
    m_state->ignoresPreconditions = yes;
}

void DavServer::staleListings(bool yes) {
    const std::lock_guard lock(m_state->mutex);
    m_state->stale = yes;
    m_state->before = m_state->files;
}

void DavServer::dateIs(const QByteArray &date) {
    const std::lock_guard lock(m_state->mutex);
    m_state->date = date;
}

void DavServer::setPassword(const QString &password) {
    const std::lock_guard lock(m_state->mutex);
    m_state->door.password = password;
}

QMap<QString, QByteArray> DavServer::files() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->files;
}

void DavServer::put(const QString &path, const QByteArray &bytes) {
    makeFolder(DavState::parentOf(path));
    const std::lock_guard lock(m_state->mutex);
    m_state->files.insert(path, bytes);
}

void DavServer::makeFolder(const QString &path) {
    const std::lock_guard lock(m_state->mutex);
    for (QString folder = path; !m_state->folders.contains(folder); folder = DavState::parentOf(folder))
        m_state->folders.insert(folder);
}

void DavServer::remove(const QString &path) {
    const std::lock_guard lock(m_state->mutex);
    const auto in = [&](const QString &one) {
        return one == path || one.startsWith(path + QLatin1Char('/'));
    };
    m_state->files.removeIf([&](const auto &file) { return in(file.key()); });
    m_state->folders.removeIf([&](const QString &folder) { return in(folder); });
}

QStringList DavServer::requests() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->requests;
}

void DavServer::forgetRequests() {
    const std::lock_guard lock(m_state->mutex);
    m_state->requests.clear();
    m_state->bodyBytes = 0;
}

qint64 DavServer::bodyBytes() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->bodyBytes;
}

} // namespace inkstep::test
