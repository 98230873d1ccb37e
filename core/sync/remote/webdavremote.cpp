#include "sync/remote/webdavremote.h"

#include "sync/remote/multistatus.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QThread>
#include <QTimeZone>

namespace inkstep {

namespace {

constexpr int mostLocked = 10; // times, about a second in all

QString parentOf(const QString &path) {
    return path.first(std::max<qsizetype>(0, path.lastIndexOf(QLatin1Char('/'))));
}

// RFC 9110, section 5.6.7: the form servers must send.
std::optional<Moment> momentOf(const QByteArray &date) {
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(date).trimmed(),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    time.setTimeZone(QTimeZone::utc());
    return time.isValid() ? std::optional(fromMs(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace

WebDavRemote::WebDavRemote(std::shared_ptr<Line> line, ServerAddress address, QString parts)
    : m_line(std::move(line)), m_address(std::move(address)), m_parts(std::move(parts)) {}

QUrl WebDavRemote::urlOf(const QString &path, bool folder) const {
    QUrl url = m_address.base;
    QString full = url.path(QUrl::FullyDecoded);
    if (!path.isEmpty())
        full += QLatin1Char('/') + path;
    // Some servers know a folder only with the slash.
    url.setPath(folder || full.isEmpty() ? full + QLatin1Char('/') : full, QUrl::DecodedMode);
    return url;
}

void WebDavRemote::watch(TransferWatch watch) {
    m_watch = std::move(watch);
    m_line->http.setCancelled(m_watch.cancelled);
}

std::optional<std::chrono::seconds> WebDavRemote::clockAhead() const {
    const std::lock_guard lock(m_line->mutex);
    return m_line->ahead;
}

bool WebDavRemote::known(const QString &folder) const {
    const std::lock_guard lock(m_line->mutex);
    return m_line->folders.contains(urlOf(folder, true).toString());
}

void WebDavRemote::remember(const QString &folder) {
    const std::lock_guard lock(m_line->mutex);
    m_line->folders.insert(urlOf(folder, true).toString());
}

void WebDavRemote::forgetFolders() {
    const std::lock_guard lock(m_line->mutex);
    m_line->folders.clear();
}

// A person knows the place, not the files in it.
Error WebDavRemote::named(Error error) const {
    error.subject = place();
    return error;
}

Result<HttpReply> WebDavRemote::send(HttpRequest request) const {
    auto reply = m_line->http.send(request);
    // Go's servers lock for the moment of each change and refuse the one that comes in it (423); what was
    // refused was not begun.
    for (int attempt = 1; reply && reply->status == 423 && attempt <= mostLocked; ++attempt) {
        QThread::msleep(static_cast<unsigned long>(attempt) * 20);
        reply = m_line->http.send(request);
    }
    if (!reply)
        return tl::unexpected(named(reply.error()));
    if (const auto theirs = momentOf(reply->date)) {
        const std::lock_guard lock(m_line->mutex);
        m_line->ahead = std::chrono::duration_cast<std::chrono::seconds>(m_line->clock.now() - *theirs);
    }
    return reply;
}

Error WebDavRemote::errorOf(const HttpReply &reply) const {
    const QString detail = QStringLiteral("HTTP %1").arg(reply.status);
    ErrorCode code = ErrorCode::ServerTrouble;
    switch (reply.status) {
    case 401:
    case 407:
        code = ErrorCode::PasswordNeeded;
        break;
    case 403:
        code = ErrorCode::NoPermission;
        break;
    case 404:
    case 410:
        code = ErrorCode::NotFound;
        break;
    case 408: // the server's own ways to say "not now"
    case 423: // somebody holds it
    case 425:
    case 429:
    case 502:
    case 503:
    case 504:
        code = ErrorCode::ServerBusy;
        break;
    case 413:
        return named({ErrorCode::TooLarge,
                      QCoreApplication::translate(
                          "Sync", "Ask whoever runs the server to let files of 5 megabytes through."),
                      {}});
    case 507:
        code = ErrorCode::DiskFull;
        break;
    default:
        break;
    }
    return named({code, detail, {}});
}

Status WebDavRemote::there() {
    if (known({}))
        return {};
    HttpRequest ask{"PROPFIND",
                    urlOf({}, true),
                    {{"Depth", "0"}, {"Content-Type", "application/xml"}},
                    Multistatus::question()};
    const auto reply = send(std::move(ask));
    if (!reply)
        return passOn(reply);
    if (reply->status == 207) {
        remember({});
        return {};
    }
    Error error = errorOf(*reply);
    if (error.code == ErrorCode::NotFound)
        error.code = ErrorCode::Unreachable;
    return tl::unexpected(error);
}

Result<std::vector<RemoteEntry>> WebDavRemote::list(const QString &folder) {
    Multistatus listing(urlOf(folder, true));
    HttpRequest ask{"PROPFIND",
                    urlOf(folder, true),
                    {{"Depth", "1"}, {"Content-Type", "application/xml"}},
                    Multistatus::question(),
                    Multistatus::longest};
    ask.sink = [&](QByteArrayView bytes) { return listing.add(bytes); };
    const auto reply = send(std::move(ask));
    if (!reply) {
        // Why the reading was stopped says more than that it was.
        if (reply.error().code == ErrorCode::ServerTrouble || reply.error().code == ErrorCode::TooLarge)
            return failure(ErrorCode::ServerTrouble,
                           reply.error().detail + QStringLiteral(" listing not understood"), place());
        return passOn(reply);
    }
    if (reply->status == 404) {
        if (const auto present = there(); !present)
            return passOn(present);
        return std::vector<RemoteEntry>();
    }
    if (reply->status != 207)
        return tl::unexpected(reply->ok()
                                  ? named({ErrorCode::ServerTrouble, QStringLiteral("no listing"), {}})
                                  : errorOf(*reply));
    auto entries = listing.finish();
    if (!entries)
        return tl::unexpected(named(entries.error()));
    remember({});
    remember(folder);
    std::vector<QString> left;
    std::erase_if(*entries, [&](const RemoteEntry &entry) {
        if (!entry.name.startsWith(stagedPrefix))
            return false;
        left.push_back(folder.isEmpty() ? entry.name : folder + QLatin1Char('/') + entry.name);
        return true;
    });
    if (!m_parts.isEmpty() && folder == m_parts)
        sweep(left);
    return entries;
}

// What an upload that was cut left behind, in the folder where only this device writes.
void WebDavRemote::sweep(const std::vector<QString> &parts) {
    for (const QString &part : parts) {
        {
            const std::lock_guard lock(m_line->mutex);
            if (m_line->parts.contains(part))
                continue;
        }
        static_cast<void>(remove(part)); // tried again with the next listing
    }
}

Result<QByteArray> WebDavRemote::read(const QString &path, qint64 limit) {
    HttpRequest ask{"GET", urlOf(path), {}, {}, limit};
    if (m_watch.moved)
        ask.received = [this, path](qint64 bytes) { m_watch.moved(path, bytes); };
    const auto reply = send(std::move(ask));
    if (!reply)
        return passOn(reply);
    if (reply->status == 200 && reply->page)
        return failure(ErrorCode::ServerTrouble, QStringLiteral("a page instead of a file"), place());
    if (reply->status == 200) {
        remember(parentOf(path));
        return reply->body;
    }
    if (reply->status == 404 || reply->status == 410) {
        if (const auto present = there(); !present)
            return passOn(present);
    }
    return tl::unexpected(reply->ok() ? named({ErrorCode::ServerTrouble, QStringLiteral("no file"), {}})
                                      : errorOf(*reply));
}

Status WebDavRemote::makeFolder(const QString &path) {
    if (known(path))
        return {};
    if (path.isEmpty())
        return there();
    // From the deepest that is missing upwards, so that most of the time one request is enough.
    HttpRequest ask{"MKCOL", urlOf(path, true), {}, {}};
    auto reply = send(ask);
    if (!reply)
        return passOn(reply);
    if (reply->status == 409 || reply->status == 404 || reply->status == 403) {
        if (const auto made = makeFolder(parentOf(path)); !made)
            return made;
        reply = send(ask);
        if (!reply)
            return passOn(reply);
    }
    if (reply->status == 403) {
        // Made by somebody else in this moment: Apache's mkdir fails then, and asked again it knows better.
        reply = send(ask);
        if (!reply)
            return passOn(reply);
    }
    // 405: it is there (RFC 4918, section 9.3.1); nginx says 409 of one it cannot make twice.
    if (!reply->ok() && reply->status != 405 && reply->status != 409)
        return tl::unexpected(errorOf(*reply));
    remember(path);
    return {};
}

Status WebDavRemote::makePlace() {
    if (there())
        return {};
    HttpRequest ask{"MKCOL", urlOf({}, true), {}, {}};
    const auto reply = send(std::move(ask));
    if (!reply)
        return passOn(reply);
    if (!reply->ok() && reply->status != 405) {
        Error error = errorOf(*reply);
        if (reply->status == 409 || reply->status == 404) // not even the folder above it
            error.code = ErrorCode::NotFound;
        return tl::unexpected(error);
    }
    return there();
}

Status WebDavRemote::put(const QString &path, QByteArrayView bytes) {
    const QString folder = m_parts.isEmpty() ? parentOf(path) : m_parts;
    const QString name = stagedPrefix + QString::fromLatin1([&] {
                             const std::lock_guard lock(m_line->mutex); // chance is not for several at once
                             return m_line->random.bytes(12).toHex();
                         }());
    const QString part = folder.isEmpty() ? name : folder + QLatin1Char('/') + name;
    {
        const std::lock_guard lock(m_line->mutex);
        m_line->parts.insert(part);
    }
    const Status done = upload(part, path, bytes);
    {
        const std::lock_guard lock(m_line->mutex);
        m_line->parts.remove(part);
    }
    return done;
}

Status WebDavRemote::upload(const QString &part, const QString &path, QByteArrayView bytes) {
    for (int attempt = 0;; ++attempt) {
        // A small file finds out by itself whether its folder is there; a large one would be sent in vain.
        if (attempt > 0 || bytes.size() > readBackBytes) {
            if (const auto made = makeFolder(parentOf(part)); !made)
                return made;
        }
        HttpRequest ask{
            "PUT", urlOf(part), {{"Content-Type", "application/octet-stream"}}, bytes.toByteArray()};
        if (m_watch.moved)
            ask.sent = [this, path](qint64 sent) { m_watch.moved(path, sent); };
        const auto reply = send(std::move(ask));
        if (!reply)
            return passOn(reply);
        if (reply->ok()) {
            remember(parentOf(part));
            break;
        }
        // The folder is not there, went while we were not looking, or is just being made by another of our
        // transfers (Apache says 403 then; lighttpd and nginx know no better than 500); once.
        const bool maybeNoFolder =
            reply->status == 409 || reply->status == 404 || reply->status == 403 || reply->status == 500;
        if (maybeNoFolder && attempt == 0) {
            forgetFolders();
            continue;
        }
        if (reply->status == 405 || reply->status == 412)
            return check(path, bytes);
        return tl::unexpected(errorOf(*reply));
    }
    return move(part, path, bytes);
}

Status WebDavRemote::move(const QString &part, const QString &path, QByteArrayView bytes) {
    for (int attempt = 0;; ++attempt) {
        if (const auto made = makeFolder(parentOf(path)); !made)
            return made;
        const auto reply =
            send({"MOVE",
                  urlOf(part),
                  {{"Destination", urlOf(path).toEncoded(QUrl::FullyEncoded)}, {"Overwrite", "T"}},
                  {}});
        if (!reply) {
            // Done or not done, nobody knows but the file itself.
            if (reply.error().code != ErrorCode::Unreachable)
                return passOn(reply);
            const auto same = check(path, bytes);
            if (!same && attempt == 0 && same.error().code == ErrorCode::ServerTrouble)
                continue; // not done, and the server is there
            return same ? same : Status(passOn(reply));
        }
        if (reply->ok())
            return check(path, bytes);
        if (reply->status == 412 || reply->status == 405) {
            const auto same = check(path, bytes);
            static_cast<void>(remove(part));
            return same;
        }
        // The folder went, or a MOVE whose reply was lost has already been done.
        if (reply->status == 404 || reply->status == 409 || reply->status == 403) {
            if (check(path, bytes))
                return {};
            if (attempt == 0) {
                forgetFolders();
                continue;
            }
        }
        const Error error = errorOf(*reply);
        static_cast<void>(remove(part));
        return tl::unexpected(error);
    }
}

Status WebDavRemote::check(const QString &path, QByteArrayView bytes) {
    const auto other = [&](const QString &what) { return failure(ErrorCode::ServerTrouble, what, place()); };
    if (bytes.size() <= readBackBytes) {
        const auto there = m_line->http.send({"GET", urlOf(path), {}, {}, bytes.size()});
        if (!there && there.error().code == ErrorCode::TooLarge)
            return other(QStringLiteral("keeps more than was sent"));
        if (!there)
            return tl::unexpected(named(there.error()));
        if (there->status != 200)
            return other(QStringLiteral("HTTP %1 for what was just sent").arg(there->status));
        if (QByteArrayView(there->body) != bytes)
            return other(QStringLiteral("keeps something else than was sent"));
        return {};
    }
    const auto size = sizeOf(path);
    if (!size)
        return passOn(size);
    if (*size != bytes.size())
        return other(QStringLiteral("keeps %1 bytes of %2").arg(*size).arg(bytes.size()));
    return {};
}

// In bytes; -1 if the file is not there.
Result<qint64> WebDavRemote::sizeOf(const QString &path) {
    const auto head = send({"HEAD", urlOf(path), {}, {}});
    if (!head)
        return passOn(head);
    if (head->status == 404)
        return -1;
    if (head->ok() && head->length >= 0)
        return head->length;
    // A server that does not say a length there says it in a listing.
    Multistatus listing(urlOf(path));
    HttpRequest ask{"PROPFIND",
                    urlOf(path),
                    {{"Depth", "0"}, {"Content-Type", "application/xml"}},
                    Multistatus::question(),
                    Multistatus::longest};
    ask.sink = [&](QByteArrayView bytes) { return listing.add(bytes); };
    const auto reply = send(std::move(ask));
    if (!reply)
        return passOn(reply);
    if (reply->status == 404)
        return -1;
    return reply->status == 207 && listing.finish() ? listing.ownSize() : qint64(-1);
}

Result<bool> WebDavRemote::has(const QString &path, qint64 size) {
    const auto found = sizeOf(path);
    if (!found)
        return passOn(found);
    return *found == size;
}

Status WebDavRemote::write(const QString &path, QByteArrayView bytes) {
    return put(path, bytes);
}

Status WebDavRemote::replace(const QString &path, QByteArrayView bytes) {
    return put(path, bytes);
}

Status WebDavRemote::remove(const QString &path) {
    const auto reply = send({"DELETE", urlOf(path), {}, {}});
    if (!reply)
        return passOn(reply);
    if (reply->ok() || reply->status == 404 || reply->status == 410)
        return {};
    return tl::unexpected(errorOf(*reply));
}

} // namespace inkstep
