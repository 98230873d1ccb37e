#include "sync/engine/openedplace.h"

#include "sync/engine/place.h"
#include "sync/format/names.h"
#include "sync/remote/folderremote.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace inkstep {

namespace {

const QString passwordField = QStringLiteral("password");
const QString fingerprintField = QStringLiteral("certificate");
const QString basicField = QStringLiteral("basic");

QString secretName(const ServerAddress &address) {
    QUrl door = address.base;
    door.setPath({});
    door.setUserName(address.user, QUrl::DecodedMode);
    return door.toString(QUrl::FullyEncoded);
}

} // namespace

Result<ServerKey> keptKey(Secrets &secrets, const ServerAddress &address) {
    const auto kept = secrets.read(secretName(address));
    if (!kept)
        return passOn(kept);
    const QJsonObject object = QJsonDocument::fromJson(kept->toUtf8()).object();
    return ServerKey{address.user, object.value(passwordField).toString(),
                     HttpLine::fingerprintFrom(object.value(fingerprintField).toString()),
                     object.value(basicField).toBool()};
}

Status keepKey(Secrets &secrets, const ServerAddress &address, const ServerKey &key) {
    const QJsonObject object{{passwordField, key.password},
                             {fingerprintField, HttpLine::fingerprintText(key.fingerprint)},
                             {basicField, key.basic}};
    return secrets.keep(secretName(address),
                        QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

Result<OpenedPlace> OpenedPlace::open(const QString &place, const Store::Parts &world, const ServerKey *key) {
    OpenedPlace opened(world);
    if (!isServer(place) && !isNoFolder(place)) {
        opened.m_folder = folderOf(place);
        if (opened.m_folder.isEmpty())
            return failure(ErrorCode::BadInput, {}, place);
        return opened;
    }
    const auto address = serverAddress(place, key ? key->user : QString());
    if (!address)
        return passOn(address);
    opened.m_address = *address;
    if (key) {
        opened.m_key = *key;
    } else if (world.secrets) {
        const auto kept = keptKey(*world.secrets, *address);
        if (!kept && kept.error().code != ErrorCode::NotFound)
            return passOn(kept);
        opened.m_key = kept.value_or(ServerKey{});
    }
    opened.m_key.user = address->user;
    opened.m_line =
        std::make_shared<WebDavRemote::Line>(opened.m_key, HttpLine::Options{}, world.clock, world.random);
    return opened;
}

Status OpenedPlace::settle() {
    if (!server())
        return {};
    HttpLine &http = m_line->http;
    const auto named = [&](Error error) {
        error.subject = m_address.shown();
        return tl::unexpected(error);
    };
    QUrl base = m_address.base;
    if (!nextcloud::isFiles(base)) {
        auto installation = nextcloud::installation(base);
        if (!installation) {
            QUrl status = base;
            status.setPath(base.path(QUrl::FullyDecoded) + QStringLiteral("/status.php"), QUrl::DecodedMode);
            const auto said = http.send({"GET", status, {}, {}});
            if (!said && said.error().code != ErrorCode::TooLarge &&
                said.error().code != ErrorCode::ServerTrouble)
                return named(said.error());
            if (said && said->status == 200 && nextcloud::isStatus(said->body)) {
                installation = said->url;
                installation->setPath(said->url.path(QUrl::FullyDecoded).chopped(11), QUrl::DecodedMode);
            }
        }
        if (installation) {
            if (m_address.user.isEmpty())
                return named({ErrorCode::PasswordNeeded, {}, {}});
            m_address.base = nextcloud::files(*installation, m_address.user);
            return {};
        }
    }
    base.setPath(base.path(QUrl::FullyDecoded) + QLatin1Char('/'), QUrl::DecodedMode);
    const auto found = http.send({"PROPFIND", base, {{"Depth", "0"}}, {}, 1 << 20});
    if (!found)
        return named(found.error());
    auto final = serverAddress(found->url.toString(QUrl::FullyEncoded), m_address.user);
    if (!final)
        return passOn(final);
    m_address = *final;
    return {};
}

Status OpenedPlace::keepDoor() const {
    return server() && m_world.secrets ? keepKey(*m_world.secrets, m_address, key()) : Status();
}

ServerKey OpenedPlace::key() const {
    ServerKey key = m_key;
    key.basic = m_line && m_line->http.basic();
    return key;
}

std::unique_ptr<Remote> OpenedPlace::root() const {
    if (server())
        return std::make_unique<WebDavRemote>(m_line, m_address);
    return std::make_unique<FolderRemote>(m_folder, m_world.files);
}

std::unique_ptr<Remote> OpenedPlace::store(const Id &notebook, const Id &device) const {
    if (!server())
        return std::make_unique<FolderRemote>(m_folder + QLatin1Char('/') + idText(notebook), m_world.files);
    ServerAddress address = m_address;
    address.base.setPath(address.base.path(QUrl::FullyDecoded) + QLatin1Char('/') + idText(notebook),
                         QUrl::DecodedMode);
    return std::make_unique<WebDavRemote>(m_line, address, syncnames::bundles(device));
}

} // namespace inkstep
