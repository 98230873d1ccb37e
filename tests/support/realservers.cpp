#include "support/realservers.h"

#include "support/certificate.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>
#include <unistd.h>

namespace inkstep::test {

namespace {

const QByteArray apacheModules = "/usr/lib/apache2/modules/";
const QString servedPath = QStringLiteral("/dav/Übung macht's");

quint16 freePort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray loads(const QList<QByteArray> &modules) {
    QByteArray lines;
    for (const QByteArray &module : modules)
        lines += "LoadModule " + module + "_module " + apacheModules + "mod_" + module + ".so\n";
    return lines;
}

// What Apache and nginx read: user:{SHA}..., without a program to make it.
QByteArray shaLine() {
    return QByteArray(RealServer::user) + ":{SHA}" +
           QCryptographicHash::hash(RealServer::password, QCryptographicHash::Sha1).toBase64() + '\n';
}

} // namespace

QString RealServer::file(const QString &name, const QByteArray &bytes) const {
    const QString path = m_home.filePath(name);
    if (!bytes.isNull()) {
        QFile written(path);
        if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(written.errorString()));
        written.setPermissions(written.permissions() | QFile::ReadGroup | QFile::ReadOther);
    }
    return path;
}

QString RealServer::folder() const {
    return m_home.filePath(QStringLiteral("files")) +
           (m_process.program().contains(QStringLiteral("rclone")) ? QString() : servedPath);
}

QString RealServer::url() const {
    QUrl url;
    url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(m_address);
    url.setPort(m_port);
    url.setUserName(QString::fromLatin1(user));
    url.setPath(m_process.program().contains(QStringLiteral("rclone")) ? QString() : servedPath,
                QUrl::DecodedMode);
    return url.toString(QUrl::FullyEncoded);
}

QString RealServer::log() const {
    QFile log(m_home.filePath(QStringLiteral("log")));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString();
}

std::vector<RealServer::Asked> RealServer::requests() const {
    QFile log(m_home.filePath(QStringLiteral("requests")));
    std::vector<Asked> all;
    if (log.open(QIODevice::ReadOnly))
        for (const QByteArray &line : log.readAll().split('\n'))
            if (const auto space = line.indexOf(' '); space > 0)
                all.push_back({line.first(space).toLongLong(), line.mid(space + 1).toLongLong()});
    return all;
}

bool RealServer::answers() const {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(m_address), m_port);
    return socket.waitForConnected(200);
}

RealServer::RealServer(Kind kind, QString address) : m_address(std::move(address)), m_port(freePort()) {
    // Whatever account a server changes to must get there.
    const auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup |
                           QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther |
                           QFile::ExeOther;
    QFile::setPermissions(m_home.path(), everybody);
    for (QString path : {QStringLiteral("files"), QStringLiteral("locks"), QStringLiteral("files/dav"),
                         QStringLiteral("files") + servedPath}) {
        QDir(m_home.path()).mkpath(path);
        QFile::setPermissions(m_home.filePath(path), everybody);
    }
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_home.filePath(QStringLiteral("log")));
    switch (kind) {
    case Apache:
    case ApacheDigest:
    case ApacheTls:
        apache(kind == ApacheDigest, kind == ApacheTls);
        break;
    case Lighttpd:
        lighttpd();
        break;
    case Nginx:
        nginx();
        break;
    case Rclone:
        rclone();
        break;
    }
    m_process.start();
    if (!m_process.waitForStarted() || !QTest::qWaitFor([this] { return answers(); }, 20'000))
        qFatal("%s does not answer: %s", qPrintable(m_process.program()), qPrintable(log()));
}

RealServer::~RealServer() {
    m_process.terminate();
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

void RealServer::apache(bool digest, bool tls) {
    QByteArray conf =
        loads({"mpm_event", "authn_core", "authn_file", "authz_core", "authz_user", "dav", "dav_fs"});
    conf += loads({digest ? "auth_digest" : "auth_basic"});
    const QByteArray port = QByteArray::number(m_port);
    const QByteArray home = m_home.path().toUtf8();
    if (tls) {
        const SelfSigned made = makeCertificate();
        m_fingerprint = made.fingerprint;
        m_tls = true;
        conf += loads({"socache_shmcb", "ssl"}) + "SSLEngine on\nSSLCertificateFile \"" +
                file(QStringLiteral("certificate"), made.certificate).toUtf8() +
                "\"\nSSLCertificateKeyFile \"" + file(QStringLiteral("key"), made.key).toUtf8() + "\"\n";
    }
    if (::geteuid() == 0)
        conf += "User www-data\nGroup www-data\n";
    // user:realm:MD5(user:realm:password), as htdigest writes it.
    const QByteArray inner =
        QCryptographicHash::hash(QByteArray(user) + ":inkstep:" + password, QCryptographicHash::Md5).toHex();
    const QString users =
        file(QStringLiteral("users"), digest ? QByteArray(user) + ":inkstep:" + inner + '\n' : shaLine());
    conf += "ServerName 127.0.0.1\nListen " + m_address.toLatin1() + ":" + port + "\nPidFile \"" + home +
            "/pid\"\nErrorLog \"" + home + "/errors\"\nCustomLog \"" + home +
            "/requests\" \"%I %{Content-Length}i\"\nDefaultRuntimeDir \"" + home + "\"\nDocumentRoot \"" +
            home + "/files\"\nDavLockDB \"" + home +
            "/locks/db\"\nServerLimit 2\nThreadsPerChild 16\nMaxRequestWorkers 32\n<Directory \"" + home +
            "/files\">\nDav On\nAuthName inkstep\nAuthType " + (digest ? "Digest" : "Basic") +
            "\nAuthUserFile \"" + users.toUtf8() + "\"\nRequire valid-user\n</Directory>\n";
    m_process.setProgram(QStringLiteral("/usr/sbin/apache2"));
    m_process.setArguments(
        {QStringLiteral("-DFOREGROUND"), QStringLiteral("-f"), file(QStringLiteral("apache.conf"), conf)});
}

void RealServer::lighttpd() {
    const QByteArray home = m_home.path().toUtf8();
    const QByteArray conf =
        "server.modules = (\"mod_auth\", \"mod_authn_file\", \"mod_webdav\")\nserver.bind = \"127.0.0.1\"\n"
        "server.port = " +
        QByteArray::number(m_port) + "\nserver.document-root = \"" + home + "/files\"\nserver.errorlog = \"" +
        home + "/errors\"\nserver.upload-dirs = ( \"" + home +
        "/locks\" )\nserver.stat-cache-engine = \"disable\"\nwebdav.activate = \"enable\"\nauth.backend = "
        "\"plain\"\nauth.backend.plain.userfile = "
        "\"" +
        file(QStringLiteral("users"), QByteArray(user) + ':' + password + '\n').toUtf8() +
        "\"\nauth.require = ( \"/\" => ( \"method\" => \"basic\", \"realm\" => \"inkstep\", \"require\" => "
        "\"valid-user\" ) )\n";
    m_process.setProgram(QStringLiteral("/usr/sbin/lighttpd"));
    m_process.setArguments(
        {QStringLiteral("-D"), QStringLiteral("-f"), file(QStringLiteral("lighttpd.conf"), conf)});
}

void RealServer::nginx() {
    const QByteArray home = m_home.path().toUtf8();
    const QByteArray conf =
        QByteArray("load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;\ndaemon off;\n") +
        (::geteuid() == 0 ? "user root;\n" : "") + "pid " + home + "/pid;\nerror_log " + home +
        "/errors;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path " + home +
        "/locks/body;\nproxy_temp_path " + home + "/locks/proxy;\nfastcgi_temp_path " + home +
        "/locks/fastcgi;\nuwsgi_temp_path " + home + "/locks/uwsgi;\nscgi_temp_path " + home +
        "/locks/scgi;\nserver {\nlisten 127.0.0.1:" + QByteArray::number(m_port) + ";\nroot " + home +
        "/files;\nclient_max_body_size 0;\nlocation / {\ndav_methods PUT DELETE MKCOL COPY MOVE;\n"
        "dav_ext_methods PROPFIND OPTIONS;\nauth_basic inkstep;\nauth_basic_user_file " +
        file(QStringLiteral("users"), shaLine()).toUtf8() + ";\n}\n}\n}\n";
    m_process.setProgram(QStringLiteral("/usr/sbin/nginx"));
    m_process.setArguments({QStringLiteral("-p"), m_home.path(), QStringLiteral("-c"),
                            file(QStringLiteral("nginx.conf"), conf)});
}

// A second of remembering: without any it reads the whole folder anew for each file of a listing, and with
// its own five minutes it does not see what a test changes on the disk.
void RealServer::rclone() {
    m_process.setProgram(QStringLiteral("/usr/bin/rclone"));
    m_process.setArguments({QStringLiteral("serve"), QStringLiteral("webdav"),
                            m_home.filePath(QStringLiteral("files")), QStringLiteral("--addr"),
                            QStringLiteral("127.0.0.1:%1").arg(m_port), QStringLiteral("--user"),
                            QString::fromLatin1(user), QStringLiteral("--pass"), QString::fromUtf8(password),
                            QStringLiteral("--config"), m_home.filePath(QStringLiteral("none")),
                            QStringLiteral("--dir-cache-time"), QStringLiteral("1s")});
}

} // namespace inkstep::test
