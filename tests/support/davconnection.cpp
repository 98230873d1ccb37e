#include "support/davconnection.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

namespace inkstep::test {

namespace {

const QByteArray nonce = "f00d5eed";

QString cleaned(const QString &path) {
    return path.size() > 1 && path.endsWith(QLatin1Char('/')) ? path.chopped(1) : path;
}

QByteArray md5(const QByteArray &bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
}

// A parameter of a Digest header, quoted or not.
QByteArray parameter(const QByteArray &header, const QByteArray &name) {
    auto at = header.indexOf(' ' + name + '=');
    if (at < 0)
        return {};
    at += name.size() + 2;
    const bool quoted = header.at(at) == '"';
    const auto end = header.indexOf(quoted ? '"' : ',', at + 1);
    return header.mid(at + quoted, (end < 0 ? header.size() : end) - at - quoted).trimmed();
}

} // namespace

DavConnection::DavConnection(std::shared_ptr<DavState> state, QTcpSocket *socket)
    : QObject(socket), m_state(std::move(state)), m_socket(socket) {
    connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void DavConnection::read() {
    m_in += m_socket->readAll();
    for (;;) {
        if (m_length < 0 && !readHead())
            return;
        if (m_misdeed.kind == Misdeed::CutRequest && m_in.size() >= std::min(m_misdeed.bytes, m_length)) {
            // What lies in the socket beyond the cut never passed the line that is played here.
            const std::lock_guard lock(m_state->mutex);
            m_state->bodyBytes += std::min<qint64>(m_in.size(), m_misdeed.bytes);
            hangUp();
            return;
        }
        if (m_in.size() < m_length)
            return;
        m_request.body = m_in.first(m_length);
        m_in.remove(0, m_length);
        m_length = -1;
        {
            const std::lock_guard lock(m_state->mutex);
            m_state->bodyBytes += m_request.body.size();
        }
        if (m_misdeed.kind == Misdeed::Silent)
            return;
        carryOut();
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return;
    }
}

bool DavConnection::readHead() {
    const auto end = m_in.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = m_in.first(end).split('\n');
    m_in.remove(0, end + 4);
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    m_request = {first.value(0), QUrl::fromEncoded(first.value(1)).path(QUrl::FullyDecoded), {}, {}};
    for (const QByteArray &line : lines.sliced(1))
        m_request.headers.insert(line.first(std::max<qsizetype>(0, line.indexOf(':'))).toLower(),
                                 line.sliced(line.indexOf(':') + 1).trimmed());
    m_length = m_request.headers.value("content-length").toLongLong();
    std::function<Misdeed(const DavRequest &)> how;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->requests << QString::fromLatin1(m_request.verb) + QLatin1Char(' ') + m_request.path;
        how = m_state->how;
    }
    m_misdeed = how ? how(m_request) : Misdeed{};
    return true;
}

bool DavConnection::allowed() const {
    const DavServer::Door &door = m_state->door;
    if (door.password.isEmpty())
        return true;
    const QByteArray given = m_request.headers.value("authorization");
    const QByteArray user = door.user.toUtf8(), password = door.password.toUtf8();
    if (!door.digest)
        return given == "Basic " + (user + ':' + password).toBase64();
    // RFC 7616, section 3.4.1, with MD5 and qop=auth.
    const QByteArray secret = md5(user + ":inkstep:" + password);
    const QByteArray asked = md5(m_request.verb + ':' + parameter(given, "uri"));
    return !given.isEmpty() && parameter(given, "nonce") == nonce &&
           parameter(given, "response") == md5(secret + ':' + nonce + ':' + parameter(given, "nc") + ':' +
                                               parameter(given, "cnonce") + ":auth:" + asked);
}

void DavConnection::carryOut() {
    const auto kind = m_misdeed.kind;
    if (kind == Misdeed::Garbage) {
        m_socket->write("\x16\x03\x01 this is no HTTP\r\n\r\n");
        hangUp();
        return;
    }
    if (kind == Misdeed::Endless) {
        m_socket->write(
            "HTTP/1.1 207 Multi-Status\r\nContent-Type: text/xml\r\n\r\n<multistatus xmlns=\"DAV:\">");
        const QByteArray more = QByteArray("<response><href>/x</href></response>").repeated(2000);
        const auto feed = [this, more] {
            if (m_socket->bytesToWrite() < (1 << 20))
                m_socket->write(more);
        };
        connect(m_socket, &QTcpSocket::bytesWritten, this, feed);
        feed();
        return;
    }
    Reply reply;
    bool open = false;
    {
        const std::lock_guard lock(m_state->mutex);
        open = allowed();
        if (!open) {
            reply = {401,
                     "who are you",
                     {m_state->door.digest ? "WWW-Authenticate: Digest realm=\"inkstep\", nonce=\"" + nonce +
                                                 "\", qop=\"auth\", algorithm=MD5"
                                           : QByteArray("WWW-Authenticate: Basic realm=\"inkstep\"")}};
        } else if (kind == Misdeed::Status) {
            reply.status = m_misdeed.status;
            if (!m_misdeed.location.isEmpty())
                reply.headers << "Location: " + m_misdeed.location;
        } else {
            reply = serve(m_request);
        }
    }
    if (open && kind == Misdeed::GarbageXml)
        reply = {207, "<multistatus xmlns=\"DAV:\"><response><href>/a</wrong>", {}};
    if (kind == Misdeed::Page)
        reply = {200, "\n<!DOCTYPE html><html><title>Welcome to our Wi-Fi</title></html>", {}};
    if (open && kind == Misdeed::Bomb)
        reply = {207,
                 "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
                 "<multistatus xmlns=\"DAV:\"><response><href>&b;</href></response></multistatus>",
                 {}};
    if (kind == Misdeed::LostReply) {
        hangUp();
        return;
    }
    say(reply, m_request.verb != "HEAD");
}

DavConnection::Reply DavConnection::serve(const DavRequest &request) {
    const QString path = cleaned(request.path);
    const bool folder = m_state->folders.contains(path);
    if (request.verb == "PROPFIND")
        return listing(request, path);
    if (request.verb == "MKCOL") {
        if (folder || m_state->files.contains(path))
            return {405};
        if (!m_state->folders.contains(DavState::parentOf(path)))
            return {409};
        m_state->folders.insert(path);
        return {201};
    }
    if (request.verb == "PUT")
        return put(request, path);
    return serveFile(request, path);
}

DavConnection::Reply DavConnection::put(const DavRequest &request, const QString &path) {
    if (!m_state->folders.contains(DavState::parentOf(path)))
        return {409};
    if (!m_state->ignoresPreconditions && request.headers.contains("if-none-match") &&
        m_state->files.contains(path))
        return {412};
    QByteArray kept = request.body;
    if (m_misdeed.kind == Misdeed::WrongLength)
        kept.chop(1);
    if (m_misdeed.kind == Misdeed::WrongBytes && !kept.isEmpty())
        kept[kept.size() / 2] = char(kept[kept.size() / 2] ^ 1);
    if (m_misdeed.kind != Misdeed::Forgets)
        m_state->files.insert(path, kept);
    return {201};
}

DavConnection::Reply DavConnection::serveFile(const DavRequest &request, const QString &path) {
    if (!m_state->files.contains(path))
        return {404};
    if (request.verb == "DELETE") {
        m_state->files.remove(path);
        return {204};
    }
    if (request.verb == "MOVE")
        return move(request, path);
    return {200, m_state->files.value(path)}; // GET, HEAD
}

DavConnection::Reply DavConnection::move(const DavRequest &request, const QString &path) {
    const QString to = QUrl::fromEncoded(request.headers.value("destination")).path(QUrl::FullyDecoded);
    if (!m_state->folders.contains(DavState::parentOf(to)))
        return {409};
    const bool there = m_state->files.contains(to);
    if (there && request.headers.value("overwrite") == "F" && !m_state->ignoresPreconditions)
        return {412};
    if (m_misdeed.kind != Misdeed::Forgets)
        m_state->files.insert(to, m_state->files.take(path));
    return {there ? 204 : 201};
}

DavConnection::Reply DavConnection::listing(const DavRequest &request, const QString &path) const {
    const auto &files = m_state->stale ? m_state->before : m_state->files;
    if (!m_state->folders.contains(path) && !files.contains(path))
        return {404};
    QByteArray xml = "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\">";
    const auto add = [&](const QString &at, bool folder) {
        QString name = at;
        if (folder && !name.endsWith(QLatin1Char('/')))
            name += QLatin1Char('/');
        const QByteArray size = QByteArray::number(folder ? 0 : files.value(at).size());
        xml += "<D:response><D:href>" + QUrl::toPercentEncoding(name, "/") + "</D:href><D:propstat><D:prop>" +
               (folder ? QByteArray("<D:resourcetype><D:collection/></D:resourcetype>")
                       : "<D:resourcetype/><D:getcontentlength>" + size + "</D:getcontentlength>") +
               "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
    };
    add(path, m_state->folders.contains(path));
    if (request.headers.value("depth") == "1") {
        for (const QString &folder : m_state->folders) {
            if (folder != path && DavState::parentOf(folder) == path)
                add(folder, true);
        }
        for (auto file = files.begin(); file != files.end(); ++file) {
            if (DavState::parentOf(file.key()) == path)
                add(file.key(), false);
        }
    }
    return {207, xml + "</D:multistatus>", {"Content-Type: application/xml"}};
}

void DavConnection::say(const Reply &reply, bool bodyToo) {
    QByteArray date;
    {
        const std::lock_guard lock(m_state->mutex);
        date = m_state->date;
    }
    if (date.isEmpty())
        date = QLocale::c()
                   .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))
                   .toLatin1() +
               " GMT";
    QByteArray out = "HTTP/1.1 " + QByteArray::number(reply.status) + " as told\r\nDate: " + date +
                     "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    for (const QByteArray &header : reply.headers)
        out += header + "\r\n";
    out += "\r\n";
    if (m_misdeed.kind == Misdeed::CutReply) {
        m_socket->write(out + reply.body.first(reply.body.size() / 2));
        hangUp();
        return;
    }
    m_socket->write(bodyToo ? out + reply.body : out);
}

void DavConnection::hangUp() {
    m_socket->disconnectFromHost();
}

} // namespace inkstep::test
