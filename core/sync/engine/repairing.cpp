// What a member does about a store's troubles: it lays again what it wrote, and what it holds of others.
#include "crypto/hash.h"
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/vaultfile.h"

#include <QFileInfo>
#include <algorithm>
#include <limits>

namespace inkstep {

namespace {

QString lastPart(const QString &path) {
    return path.section(QLatin1Char('/'), -1);
}

bool isPicture(const QString &path) {
    return path.startsWith(QLatin1StringView("b/"));
}

// d/<device>/... or b/<device>/...
Id deviceIn(const QString &path) {
    return syncnames::parseId(path.section(QLatin1Char('/'), 1, 1)).value_or(Id());
}

QByteArray pictureIn(const QString &path) {
    return QByteArray::fromHex(lastPart(path).toLatin1());
}

bool sameFolder(const QString &a, const QString &b) {
    const QString one = QFileInfo(folderOf(a)).canonicalFilePath();
    return a == b || (!one.isEmpty() && one == QFileInfo(folderOf(b)).canonicalFilePath());
}

// As it was written; empty where it is not held.
Result<QByteArray> epochBytes(Books &books, const syncnames::BundleName &name) {
    const auto epochs = books.epochs();
    if (!epochs)
        return passOn(epochs);
    for (const Books::Epoch &epoch : *epochs) {
        if (epoch.name == name)
            return epoch.bytes;
    }
    return QByteArray();
}

// Its writer mends a file also where another has laid it beside.
bool mendable(const FileTrouble &trouble, const Id &self) {
    if (trouble.standsIn && deviceIn(trouble.path) != self)
        return false;
    return trouble.fault == FileFault::Damaged || trouble.fault == FileFault::Missing ||
           (trouble.fault == FileFault::Forged && lastPart(trouble.path) == QLatin1StringView("card"));
}

} // namespace

Result<StoreCheck> Syncer::Engine::checkHere(Remote &remote, const NotebookKeys &keys,
                                             const std::function<void(const QString &)> &at) {
    const auto devices = books.devices();
    const auto out = books.value(sessionvalues::out);
    const auto pictures = books.allPictures();
    const auto deleted = books.picturesDeleted();
    if (!devices || !out || !pictures || !deleted)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    std::map<Id, KnownDevice> known;
    known[keys.device] = {keys.signing.publicKey()};
    known.try_emplace(keys.founder.device, KnownDevice{keys.founder.signingKey});
    for (const Books::Device &device : *devices)
        known.insert_or_assign(device.member.device, KnownDevice{device.member.signingKey});
    for (const Version &one : unpackVersions(*out)) {
        if (const auto found = known.find(one.device); found != known.end())
            found->second.limit = one.sequence;
    }
    auto found = checkStore(remote, keys.notebook, &known, &keys, at);
    if (!found)
        return found;
    // No file says what pictures there should be; the operations do. Of what is deleted there may be none.
    for (const Books::Picture &picture : *pictures) {
        const QString path = syncnames::blob(picture.device, picture.ref.name);
        const bool said = std::any_of(found->wrong.begin(), found->wrong.end(),
                                      [&](const FileTrouble &one) { return one.path == path; });
        if (picture.sent && !said && !deleted->contains(picture.ref.name) &&
            !found->pictureNames.contains(picture.ref.name))
            found->wrong.push_back({path, FileFault::Missing, false, false, {}});
    }
    return found;
}

Status Syncer::Engine::mendPicture(Remote &remote, const NotebookKeys &keys, const QString &path) {
    const QByteArray name = pictureIn(path);
    const auto sealed = notebook.vault().sealed(name);
    if (!sealed || blobHash(*sealed) != name)
        return {};
    const bool own = deviceIn(path) == keys.device;
    // Remembered first: cut short here, the next sync sends it again, and an erasure finds it.
    if (const auto kept = own ? books.pictureLost(name) : books.keepLaid(name); !kept)
        return kept;
    if (const auto gone = storedpicture::remove(remote, keys.device, name); !gone)
        return gone;
    if (const auto put = storedpicture::write(remote, keys.device, name, *sealed); !put)
        return put;
    return own ? books.pictureSent(name) : Status();
}

Status Syncer::Engine::mendOwn(Remote &remote, const NotebookKeys &keys, const QString &path, bool home) {
    if (path == syncnames::card(keys.device)) {
        const auto card = books.value(cardValue);
        return card ? remote.replace(path, *card) : Status(passOn(card));
    }
    const QString file = lastPart(path);
    if (const auto name = syncnames::parseNumbered(file, 'b')) {
        const auto bytes = books.bytes(name->sequence);
        return bytes && blobHash(*bytes) == name->hash ? remote.replace(path, *bytes) : Status();
    }
    if (const auto name = syncnames::parseNumbered(file, 'k')) {
        const auto bytes = epochBytes(books, *name);
        if (!bytes)
            return passOn(bytes);
        return bytes->isEmpty() ? Status() : remote.replace(path, *bytes);
    }
    if (syncnames::parseNumbered(file, 's') && home) {
        // The sync after this gathers a new one.
        const QByteArray much = QByteArray::number(std::numeric_limits<qint64>::max() / 2);
        if (const auto due = books.setValue(sessionvalues::bytesSince, much); !due)
            return due;
        return remote.remove(path);
    }
    // An invite that is spoiled opens nothing; its secret is not kept, so a new one has to be made.
    if (const auto invite = syncnames::parseId(file)) {
        if (const auto gone = remote.remove(path); !gone)
            return gone;
        return books.dropInvite(*invite);
    }
    return {}; // the head is written anew after this, and relays of ours are laid again when they are needed
}

Status Syncer::Engine::mendAnothers(Remote &remote, const NotebookKeys &keys, const QString &path) {
    const auto lay = [&](const QByteArray &bytes) {
        return remote.replace(syncnames::relay(keys.device, path), bytes);
    };
    const QString file = lastPart(path);
    if (const auto name = syncnames::parseNumbered(file, 'k')) {
        const auto bytes = epochBytes(books, *name);
        if (!bytes)
            return passOn(bytes);
        return bytes->isEmpty() ? Status() : lay(*bytes);
    }
    if (file == QLatin1StringView("head")) {
        const auto devices = books.devices();
        if (!devices)
            return passOn(devices);
        for (const Books::Device &device : *devices) {
            if (device.member.device == deviceIn(path) && !device.head.isEmpty())
                return lay(device.head);
        }
        return {};
    }
    const auto kept = books.keptFile(path);
    if (!kept)
        return passOn(kept);
    const auto name = syncnames::parseNumbered(file, 'b');
    return kept->isEmpty() || (name && blobHash(*kept) != name->hash) ? Status() : lay(*kept);
}

// Success also where nothing can be done here.
Status Syncer::Engine::mend(Remote &remote, const NotebookKeys &keys, const QString &path, bool home) {
    if (path == syncnames::vault)
        return remote.replace(path, vaultfile::write({keys.notebook, {}}));
    if (isPicture(path))
        return mendPicture(remote, keys, path);
    if (path.startsWith(syncnames::relays(keys.device)))
        return remote.remove(path);
    return deviceIn(path) == keys.device ? mendOwn(remote, keys, path, home)
                                         : mendAnothers(remote, keys, path);
}

Result<std::vector<QString>> Syncer::Engine::whoCould(const NotebookKeys &keys, const QString &path) {
    std::vector<QString> names;
    const auto devices = books.devices();
    const auto out = books.value(sessionvalues::out);
    if (!devices || !out)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const VersionVector gone = unpackVersions(*out);
    const auto could = [&](const Books::Device &device) {
        const Id &id = device.member.device;
        if (std::any_of(gone.begin(), gone.end(), [&](const Version &one) { return one.device == id; }))
            return false;
        if (!isPicture(path))
            return id == deviceIn(path);
        const auto head = head::read(device.head, keys.notebook, device.member, keys);
        return head && !head::lacks(*head, pictureIn(path));
    };
    for (const Books::Device &device : *devices) {
        if (!could(device))
            continue;
        const auto named = books.deviceName(device.member.device);
        names.push_back(named && !named->isEmpty() ? *named : idText(device.member.device));
    }
    return names;
}

Result<StoreCheck> Syncer::check(const QString &place, bool repair,
                                 const std::function<void(const QString &)> &at, const ServerKey *key) {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    auto keys = e.keys();
    if (!keys)
        return keys.error().code == ErrorCode::NotFound
                   ? Result<StoreCheck>(failure(ErrorCode::NotConnected, QStringLiteral("no keys")))
                   : passOn(keys);
    const auto connected = e.place();
    const auto outHere = e.books.value(sessionvalues::outHere);
    const auto name = e.deviceName();
    if (!connected || !outHere || !name)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const auto open = OpenedPlace::open(place, e.world, key);
    if (!open)
        return passOn(open);
    const auto remote = open->store(keys->notebook, keys->device);
    auto found = e.checkHere(*remote, *keys, at);
    if (!found || !repair ||
        std::none_of(found->wrong.begin(), found->wrong.end(),
                     [&](const FileTrouble &one) { return mendable(one, keys->device); }))
        return found;
    if (!outHere->isEmpty())
        return failure(ErrorCode::Removed, QStringLiteral("taken out"));
    const bool home = open->server() ? open->text() == *connected : sameFolder(place, *connected);
    // What we laid and is spoiled goes first, since it may be laid again.
    const QString relays = syncnames::relays(keys->device) + QLatin1Char('/');
    for (const bool relay : {true, false}) {
        for (const FileTrouble &trouble : found->wrong) {
            if (!mendable(trouble, keys->device) || trouble.path.startsWith(relays) != relay)
                continue;
            if (const auto mended = e.mend(*remote, *keys, trouble.path, home); !mended)
                return passOn(mended);
        }
    }
    if (home) {
        if (const auto synced = sync(); !synced)
            return passOn(synced);
        keys = e.keys();
        if (!keys)
            return passOn(keys);
    } else {
        Session session({e.notebook, e.world, e.books, *keys, keysPath(e.notebook), *remote, *name, {}, {}});
        if (const auto published = session.publishHead(); !published)
            return passOn(published);
    }
    const auto after = e.checkHere(*remote, *keys, at);
    if (!after)
        return after;
    for (FileTrouble &trouble : found->wrong) {
        const auto left = std::find_if(after->wrong.begin(), after->wrong.end(),
                                       [&](const FileTrouble &one) { return one.path == trouble.path; });
        trouble.repaired = left == after->wrong.end() || (left->standsIn && !trouble.standsIn);
        if (trouble.repaired || trouble.standsIn)
            continue;
        const auto could = e.whoCould(*keys, trouble.path);
        if (!could)
            return passOn(could);
        trouble.could = *could;
    }
    return found;
}

} // namespace inkstep
