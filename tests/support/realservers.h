// Real WebDAV servers from Debian's packages, each on a port of this computer with a folder and a
// configuration that go when the test ends. They run as whoever runs the test, root too.
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <memory>
#include <vector>

namespace inkstep::test {

class RealServer {
public:
    enum Kind { Apache, ApacheDigest, ApacheTls, Lighttpd, Nginx, Rclone };
    static constexpr const char *user = "maya";
    static constexpr const char *password = "pass word ü";

    // Waits until it answers; ends the test program with what the server said if it does not.
    // `address`: one of this computer's, for Apache.
    explicit RealServer(Kind kind, QString address = QStringLiteral("127.0.0.1"));
    ~RealServer();

    QString url() const;    // of the folder it serves, without a slash at the end
    QString folder() const; // where its files lie on this computer
    QByteArray certificateFingerprint() const { return m_fingerprint; }
    QString log() const;
    // Of Apache: each request it has answered.
    struct Asked {
        qint64 bytes; // it came with, head and body
        qint64 body;
    };
    std::vector<Asked> requests() const;

private:
    void apache(bool digest, bool tls);
    void lighttpd();
    void nginx();
    void rclone();
    QString file(const QString &name, const QByteArray &bytes = {}) const;
    bool answers() const;

    QTemporaryDir m_home;
    QString m_address;
    quint16 m_port = 0;
    bool m_tls = false;
    QByteArray m_fingerprint;
    QProcess m_process;
};

} // namespace inkstep::test
