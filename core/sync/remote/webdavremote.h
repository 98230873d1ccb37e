#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "sync/remote/httpline.h"
#include "sync/remote/remote.h"
#include "sync/remote/serveraddress.h"

#include <QSet>
#include <mutex>

namespace inkstep {

// A folder on a WebDAV server (RFC 4918). What servers do wrong is provided for: a file is put under a name
// nobody looks at, moved to its own, and looked at again; a small one is read back. Every method is safe from
// four threads at once.
class WebDavRemote final : public Remote {
public:
    // One server, shared by the remotes of its folders.
    struct Line {
        Line(const ServerKey &key, HttpLine::Options options, const Clock &clockHere, Random &chance)
            : http(key, options), clock(clockHere), random(chance) {}
        HttpLine http;
        const Clock &clock;
        Random &random;
        std::mutex mutex;      // over what follows
        QSet<QString> folders; // URLs known to be there
        QSet<QString> parts;   // names being written by this program
        std::optional<std::chrono::seconds> ahead;
    };

    // `parts`: the folder below `address` where files lie while they are being sent, so that one that was cut
    // is found and swept; empty: beside their final name. `made`: the folder of a store, to be there already
    // (a store that is gone is never begun anew by a write); else what is missing is made.
    WebDavRemote(std::shared_ptr<Line> line, ServerAddress address, QString parts = {});

    Result<std::vector<RemoteEntry>> list(const QString &folder) override;
    Result<QByteArray> read(const QString &path, qint64 limit) override;
    Status write(const QString &path, QByteArrayView bytes) override;
    Status replace(const QString &path, QByteArrayView bytes) override;
    Status remove(const QString &path) override;
    Result<bool> has(const QString &path, qint64 size) override;
    QString place() const override { return m_address.shown(); }
    Status makePlace() override;
    void watch(TransferWatch watch) override;
    bool distant() const override { return true; }
    int atOnce() const override { return 4; }
    std::optional<std::chrono::seconds> clockAhead() const override;

    HttpTraffic traffic() const { return m_line->http.traffic(); }

    // Up to this size what was written is read back and compared.
    static constexpr qint64 readBackBytes = 64 << 10;

private:
    QUrl urlOf(const QString &path, bool folder = false) const;
    Result<HttpReply> send(HttpRequest request) const;
    Error errorOf(const HttpReply &reply) const;
    Error named(Error error) const;
    Status there(); // Unreachable if the place itself is not
    Status makeFolder(const QString &path);
    Status put(const QString &path, QByteArrayView bytes);
    Status upload(const QString &part, const QString &path, QByteArrayView bytes);
    Status move(const QString &part, const QString &path, QByteArrayView bytes);
    Status check(const QString &path, QByteArrayView bytes);
    Result<qint64> sizeOf(const QString &path);
    void sweep(const std::vector<QString> &parts);
    bool known(const QString &folder) const;
    void remember(const QString &folder);
    void forgetFolders();

    std::shared_ptr<Line> m_line;
    ServerAddress m_address;
    QString m_parts;
    TransferWatch m_watch;
};

} // namespace inkstep
