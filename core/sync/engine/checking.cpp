#include "sync/engine/checking.h"

#include "crypto/hash.h"
#include "sync/engine/members.h"
#include "sync/format/bundle.h"
#include "sync/format/epochfile.h"
#include "sync/format/signedfile.h"
#include "sync/format/snapshot.h"
#include "sync/format/vaultfile.h"

#include <algorithm>

namespace inkstep {

namespace {

constexpr qint64 longestFile = 512ll << 20; // bytes; above the largest picture that is taken in

class StoreWalk {
public:
    StoreWalk(Remote &remote, const Id &notebook, const std::map<Id, KnownDevice> *known,
              const NotebookKeys *keys, const std::function<void(const QString &)> &at)
        : m_remote(remote), m_notebook(notebook), m_profile(known != nullptr), m_keys(keys), m_at(at) {
        if (known)
            m_known = *known;
    }

    Status run() {
        const auto bytes = m_remote.read(syncnames::vault, vaultfile::limit);
        if (!bytes && bytes.error().code != ErrorCode::NotFound)
            return passOn(bytes);
        const auto vault = bytes ? vaultfile::read(*bytes) : Result<VaultFile>(passOn(bytes));
        if (!m_profile && !vault && vault.error().code == ErrorCode::NewerVersion)
            return passOn(vault);
        if (vault && vault->notebook == m_notebook && vaultfile::write(*vault) == *bytes)
            ++result.files;
        else
            wrong(syncnames::vault, bytes ? FileFault::Damaged : FileFault::Missing);
        const auto entries = m_remote.list(syncnames::devices);
        if (!entries)
            return passOn(entries);
        std::vector<Id> devices;
        for (const RemoteEntry &entry : *entries) {
            const auto device = syncnames::parseId(entry.name);
            if (entry.folder && device)
                devices.push_back(*device);
        }
        for (const Id &device : devices)
            readCard(device);
        if (m_profile)
            believeNewcomers();
        for (const Id &device : devices)
            readHead(device);
        for (const Id &device : devices) {
            if (const auto looked = lookAt(device); !looked)
                return looked;
        }
        for (const Id &device : devices) {
            if (const auto looked = relays(device); !looked)
                return looked;
        }
        if (const auto looked = blobs(); !looked)
            return looked;
        for (FileTrouble &one : result.wrong) {
            const QByteArray picture = QByteArray::fromHex(
                one.path.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0).toLatin1());
            one.standsIn = m_relayed.contains(one.path) || (one.path.startsWith(QLatin1StringView("b/")) &&
                                                            result.pictureNames.contains(picture));
        }
        return {};
    }

    StoreCheck result;

private:
    void wrong(const QString &path, FileFault fault) {
        result.wrong.push_back({path, fault, false, false, {}});
    }

    // The bytes; nothing if what is wrong is already said.
    std::optional<QByteArray> read(const QString &path, bool expected = true) {
        if (m_at)
            m_at(path);
        auto bytes = m_remote.read(path, longestFile);
        if (bytes)
            return *bytes;
        if (bytes.error().code != ErrorCode::NotFound)
            wrong(path, FileFault::Damaged);
        else if (expected)
            wrong(path, FileFault::Missing);
        return std::nullopt;
    }

    const KnownDevice *known(const Id &device) const {
        const auto found = m_known.find(device);
        return found == m_known.end() ? nullptr : &found->second;
    }

    // Empty: not known, so nothing can be said of what it signed.
    QByteArray keyOf(const Id &device) const {
        if (const KnownDevice *one = known(device))
            return one->signingKey;
        const auto card = m_cards.find(device);
        return m_profile || card == m_cards.end() ? QByteArray() : card->second.member.signingKey;
    }

    bool cardFits(QByteArrayView bytes, const Id &device) const {
        const auto card = card::read(bytes, m_notebook, device);
        const KnownDevice *one = known(device);
        return card && (!one || card->member.signingKey == one->signingKey);
    }

    void readCard(const Id &device) {
        const QString path = syncnames::card(device);
        const auto bytes = read(path);
        if (!bytes)
            return;
        const auto card = card::read(*bytes, m_notebook, device);
        if (!card) {
            wrong(path, FileFault::Damaged);
        } else if (!cardFits(*bytes, device)) {
            wrong(path, FileFault::Forged);
        } else {
            m_cards.emplace(device, *card);
            ++result.files;
        }
    }

    // Who was let in by a member since this profile has synced.
    void believeNewcomers() {
        std::vector<Member> trusted;
        for (const auto &[device, one] : m_known)
            trusted.push_back({device, one.signingKey});
        const auto members = membersFrom(
            trusted, m_cards,
            [&](const Member &member) -> std::optional<std::vector<InviteRecord>> {
                const auto bytes = m_remote.read(syncnames::head(member.device), head::limit);
                const auto head =
                    bytes ? head::read(*bytes, m_notebook, member, keys()) : Result<Head>(passOn(bytes));
                if (!head)
                    return std::nullopt;
                std::vector<InviteRecord> invites = head->invites;
                for (const InviteRecord &now : answeredBy(head->invites, m_cards))
                    invites.push_back(now);
                return invites;
            },
            [&](const Card &, const Member *by) { return by != nullptr; });
        for (const auto &[device, member] : members)
            m_known.emplace(device, KnownDevice{member.signingKey});
    }

    const NotebookKeys &keys() const {
        static const NotebookKeys none;
        return m_keys ? *m_keys : none;
    }

    void readHead(const Id &device) {
        const QByteArray key = keyOf(device);
        const auto bytes = key.isEmpty() ? std::nullopt : read(syncnames::head(device), false);
        if (!bytes)
            return; // it has joined and not synced yet
        const auto head = head::read(*bytes, m_notebook, {device, key}, keys());
        if (!head) {
            wrong(syncnames::head(device), FileFault::Damaged);
            return;
        }
        ++result.files;
        for (const Version &one : head->snapshot.positions) {
            quint64 &last = m_gathered[one.device];
            last = std::max(last, one.sequence);
        }
        m_heads.emplace(device, *head);
    }

    Status lookAt(const Id &device) {
        if (m_profile && !known(device)) {
            wrong(syncnames::deviceFolder(device), FileFault::Forged);
            return {};
        }
        const Member member{device, keyOf(device)};
        if (const auto done = bundles(member); !done)
            return done;
        if (const auto done = numbered(member, 'k', syncnames::epochs(device)); !done)
            return done;
        if (const auto done = numbered(member, 's', syncnames::snapshots(device)); !done)
            return done;
        return invites(member);
    }

    Status bundles(const Member &member) {
        const QString folder = syncnames::bundles(member.device);
        const auto entries = m_remote.list(folder);
        if (!entries)
            return passOn(entries);
        std::map<syncnames::BundleName, QString> files; // a cloud drive's copy only ever stands in
        for (const RemoteEntry &entry : *entries) {
            bool copy = false;
            const auto name = syncnames::parseBundleFile(entry.name, &copy);
            if (name && !copy)
                files.emplace(*name, folder + QLatin1Char('/') + entry.name);
        }
        const KnownDevice *device = known(member.device);
        const auto head = m_heads.find(member.device);
        std::set<QByteArray> earlier; // hashes, whole or not: a name says what should be there
        if (head != m_heads.end()) {
            for (const syncnames::BundleName &name : head->second.recent)
                earlier.insert(name.hash);
        }
        QByteArray before;
        for (const auto &[name, path] : files) {
            if (device && name.sequence > device->limit) {
                wrong(path, FileFault::Refused);
                continue;
            }
            const auto bytes = read(path);
            if (bytes && blobHash(*bytes) != name.hash)
                wrong(path, FileFault::Damaged);
            else if (bytes && !follows(*bytes, member, name, before, earlier))
                wrong(path, FileFault::Forged);
            else if (bytes)
                ++result.bundles, ++result.files;
            before = name.hash;
            earlier.insert(before);
        }
        if (head == m_heads.end())
            return {};
        const auto gathered = m_gathered.find(member.device);
        for (const syncnames::BundleName &name : head->second.recent) {
            const bool trimmed = gathered != m_gathered.end() && gathered->second >= name.sequence;
            if (!files.contains(name) && !trimmed)
                wrong(folder + QLatin1Char('/') + syncnames::bundleFile(name), FileFault::Missing);
        }
        return {};
    }

    // The signature covers the hash of the bundle before. Where that one was trimmed it is not known here,
    // and the hash has to do; where two copies of a device went on from one, it is not the last.
    bool follows(const QByteArray &bytes, const Member &member, const syncnames::BundleName &name,
                 const QByteArray &before, const std::set<QByteArray> &earlier) const {
        const auto fits = [&](const QByteArray &previous) {
            const BundlePlace place{m_notebook, member.device, name.sequence, previous};
            if (!bundle::signedBy(bytes, place, member.signingKey))
                return false;
            return !m_keys || !m_keys->epoch(epochOf(bytes)) ||
                   bundle::open(bytes, place, *m_keys, member.signingKey).has_value();
        };
        if (member.signingKey.isEmpty())
            return true;
        if (name.sequence == 1)
            return fits({});
        if (before.isEmpty() || fits(before) || std::any_of(earlier.begin(), earlier.end(), fits))
            return true;
        // Trimming that was cut short leaves some behind: the one before may be gone though earlier ones are
        // here. Nobody reads what a snapshot holds.
        const auto gathered = m_gathered.find(member.device);
        return gathered != m_gathered.end() && gathered->second + 1 >= name.sequence;
    }

    Status numbered(const Member &member, char kind, const QString &folder) {
        const auto entries = m_remote.list(folder);
        if (!entries)
            return passOn(entries);
        for (const RemoteEntry &entry : *entries) {
            bool copy = false;
            const auto name = syncnames::parseNumbered(entry.name, kind, &copy);
            if (!name || copy)
                continue;
            const QString path = folder + QLatin1Char('/') + entry.name;
            const auto bytes = read(path);
            if (!bytes)
                continue;
            if (blobHash(*bytes) != name->hash)
                wrong(path, FileFault::Damaged);
            else if (!member.signingKey.isEmpty() && !written(*bytes, member, kind, name->sequence))
                wrong(path, FileFault::Forged);
            else
                ++result.files;
        }
        return {};
    }

    bool written(const QByteArray &bytes, const Member &member, char kind, quint64 number) const {
        return kind == 'k' ? epochfile::read(bytes, m_notebook, member).has_value()
                           : snapshot::signedBy(bytes, m_notebook, member, number);
    }

    Status invites(const Member &member) {
        const auto entries = m_remote.list(syncnames::invites(member.device));
        if (!entries)
            return passOn(entries);
        for (const RemoteEntry &entry : *entries) {
            const auto id = syncnames::parseId(entry.name);
            const auto bytes = id && !member.signingKey.isEmpty()
                                   ? read(syncnames::invite(member.device, *id))
                                   : std::nullopt;
            if (!bytes)
                continue;
            if (signedfile::read(*bytes, 'i', member.signingKey, invite::limit))
                ++result.files;
            else
                wrong(syncnames::invite(member.device, *id), FileFault::Damaged);
        }
        return {};
    }

    Status relays(const Id &device) {
        const auto entries = m_remote.list(syncnames::relays(device));
        if (!entries)
            return passOn(entries);
        for (const RemoteEntry &entry : *entries) {
            const auto path = syncnames::parseRelayFile(entry.name);
            const QString at = syncnames::relays(device) + QLatin1Char('/') + entry.name;
            const auto bytes = path ? read(at) : std::nullopt;
            if (!bytes)
                continue;
            const QString file = path->section(QLatin1Char('/'), 2);
            const Id of = syncnames::parseId(path->section(QLatin1Char('/'), 1, 1)).value_or(Id());
            const QByteArray key = keyOf(of);
            bool whole = false;
            if (file == QLatin1StringView("card"))
                whole = cardFits(*bytes, of);
            else if (file == QLatin1StringView("head"))
                whole = key.isEmpty() || head::read(*bytes, m_notebook, {of, key}, keys()).has_value();
            else
                whole = blobHash(*bytes) ==
                        QByteArray::fromHex(file.section(QLatin1Char('-'), -1).first(64).toLatin1());
            if (whole) {
                ++result.files;
                m_relayed.insert(*path);
            } else {
                wrong(at, FileFault::Damaged);
            }
        }
        return {};
    }

    Status blobs() {
        const auto devices = m_remote.list(QStringLiteral("b"));
        if (!devices)
            return passOn(devices);
        for (const RemoteEntry &device : *devices) {
            const QString folder = QStringLiteral("b/") + device.name;
            const auto parts = device.folder ? m_remote.list(folder) : Result<std::vector<RemoteEntry>>({});
            if (!parts)
                return passOn(parts);
            for (const RemoteEntry &part : *parts) {
                const QString inner = folder + QLatin1Char('/') + part.name;
                const auto files = part.folder ? m_remote.list(inner) : Result<std::vector<RemoteEntry>>({});
                if (!files)
                    return passOn(files);
                blobsIn(inner + QLatin1Char('/'), *files);
            }
        }
        return {};
    }

    void blobsIn(const QString &folder, const std::vector<RemoteEntry> &files) {
        std::map<std::pair<QByteArray, int>, int> pieces; // by name and how many there should be
        for (const RemoteEntry &file : files) {
            if (const auto piece = syncnames::parsePieceFile(file.name)) {
                ++pieces[{piece->name, piece->count}];
                continue;
            }
            const QByteArray name = QByteArray::fromHex(file.name.toLatin1());
            if (file.folder || name.size() != 32 || file.name.size() != 64)
                continue;
            if (const auto bytes = read(folder + file.name))
                picture(folder + file.name, name, blobHash(*bytes));
        }
        for (const auto &[of, found] : pieces) {
            const auto &[name, count] = of;
            const QString whole = folder + QString::fromLatin1(name.toHex());
            if (found < count) { // the rest has not been sent yet
                ++result.unfinished;
                continue;
            }
            Hasher hasher;
            bool all = true;
            for (int number = 1; number <= count && all; ++number) {
                const auto bytes = m_remote.read(whole + syncnames::pieceSuffix(number, count), longestFile);
                all = bytes.has_value();
                if (all)
                    hasher.add(*bytes);
            }
            picture(whole, name, all ? hasher.result() : QByteArray());
        }
    }

    void picture(const QString &path, const QByteArray &name, const QByteArray &hash) {
        if (hash != name) {
            wrong(path, FileFault::Damaged);
            return;
        }
        ++result.pictures;
        ++result.files;
        result.pictureNames.insert(name);
    }

    Remote &m_remote;
    Id m_notebook;
    bool m_profile;
    std::map<Id, KnownDevice> m_known;
    const NotebookKeys *m_keys;
    const std::function<void(const QString &)> &m_at;
    std::map<Id, Card> m_cards;
    std::map<Id, Head> m_heads;
    std::map<Id, quint64> m_gathered; // up to where each device's operations are in a snapshot
    std::set<QString> m_relayed;
};

} // namespace

Result<StoreCheck> checkStore(Remote &remote, const Id &notebook, const std::map<Id, KnownDevice> *known,
                              const NotebookKeys *keys, const std::function<void(const QString &)> &at) {
    StoreWalk walk(remote, notebook, known, keys, at);
    if (const auto run = walk.run(); !run)
        return passOn(run);
    return std::move(walk.result);
}

} // namespace inkstep
