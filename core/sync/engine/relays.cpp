// Files of other devices that a holder has laid again beside a store's own, where these are lost or spoiled.
#include "sync/engine/session.h"

namespace inkstep {

namespace {
constexpr qint64 longestRelay = 512ll << 20;
}

std::vector<std::pair<QString, QString>> Session::relaysIn(const QString &folder) {
    if (!m_relaysRead) {
        m_relaysRead = true;
        const auto devices = m.remote.list(syncnames::devices);
        for (const RemoteEntry &entry : devices.value_or(std::vector<RemoteEntry>{})) {
            const auto device = entry.folder ? syncnames::parseId(entry.name) : std::nullopt;
            const auto files =
                device ? m.remote.list(syncnames::relays(*device)) : Result<std::vector<RemoteEntry>>({});
            if (!files)
                continue;
            for (const RemoteEntry &file : *files) {
                if (const auto path = syncnames::parseRelayFile(file.name))
                    m_relays.emplace(*path, syncnames::relays(*device) + QLatin1Char('/') + file.name);
            }
        }
    }
    std::vector<std::pair<QString, QString>> found;
    const QString prefix = folder + QLatin1Char('/');
    for (auto at = m_relays.lower_bound(prefix); at != m_relays.end() && at->first.startsWith(prefix); ++at)
        found.emplace_back(at->first.sliced(prefix.size()), at->second);
    return found;
}

std::optional<QByteArray> Session::readRelay(const QString &path,
                                             const std::function<bool(const QByteArray &)> &fits) {
    const auto slash = path.lastIndexOf(QLatin1Char('/'));
    for (const auto &[file, at] : relaysIn(path.first(slash))) {
        if (file != path.sliced(slash + 1))
            continue;
        const auto bytes = m.remote.read(at, longestRelay);
        if (bytes && fits(*bytes))
            return *bytes;
    }
    return std::nullopt;
}

// What is sealed under a key that is about to go must not lie on in the store, nor here.
Status Session::dropOldRelays() {
    if (const auto dropped = m.books.dropKeptOfOtherEpochs(m.keys.current().name); !dropped)
        return dropped;
    const QString folder = syncnames::relays(m.keys.device);
    const auto files = m.remote.list(folder);
    if (!files)
        return passOn(files);
    for (const RemoteEntry &file : *files) {
        if (!syncnames::parseRelayFile(file.name))
            continue;
        if (const auto gone = m.remote.remove(folder + QLatin1Char('/') + file.name); !gone) {
            if (const auto on = note(gone.error()); !on)
                return on;
        }
    }
    return {};
}

} // namespace inkstep
