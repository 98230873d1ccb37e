#include "bench/rclone.h"

#include <QProcess>
#include <QUrl>

namespace inkstep::bench {

QStringList rcloneOptions() {
    return {QStringLiteral("--config"), QStringLiteral("/dev/null"), QStringLiteral("--transfers"),
            QStringLiteral("4"),        QStringLiteral("--retries"), QStringLiteral("1")};
}

QStringList rcloneOptions(const test::RealServer &server) {
    QProcess obscure;
    obscure.start(QStringLiteral("rclone"),
                  {QStringLiteral("obscure"), QString::fromUtf8(test::RealServer::password)});
    obscure.waitForFinished();
    QUrl bare(server.url());
    bare.setUserInfo({});
    return rcloneOptions() + QStringList{QStringLiteral("--no-check-certificate"),
                                         QStringLiteral("--webdav-url"),
                                         bare.toString(QUrl::FullyEncoded),
                                         QStringLiteral("--webdav-user"),
                                         QString::fromLatin1(test::RealServer::user),
                                         QStringLiteral("--webdav-pass"),
                                         QString::fromLatin1(obscure.readAll()).trimmed()};
}

void rclone(const QStringList &arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("rclone"), arguments);
    if (!process.waitForFinished(600'000) || process.exitCode() != 0)
        qFatal("rclone: %s", process.readAll().constData());
}

} // namespace inkstep::bench
