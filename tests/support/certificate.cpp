#include "support/certificate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QTemporaryDir>

namespace inkstep::test {

SelfSigned makeCertificate() {
    const QTemporaryDir folder;
    const auto bytes = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                   QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                   QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                   QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                   QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"),
                   folder.filePath(QStringLiteral("key")), QStringLiteral("-out"),
                   folder.filePath(QStringLiteral("certificate"))});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl: %s", openssl.readAllStandardError().constData());
    SelfSigned made{bytes(QStringLiteral("certificate")), bytes(QStringLiteral("key")), {}};
    made.fingerprint = QSslCertificate(made.certificate).digest(QCryptographicHash::Sha256);
    return made;
}

} // namespace inkstep::test
